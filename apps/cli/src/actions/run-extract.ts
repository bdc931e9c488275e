import { Copies } from '@mithaq/ingest'
import { applySameAs, type ArticleGraph, type SameAs } from '@mithaq/model'
import { extractSource } from '../articles/parse-graph.ts'
import { type InputFlags, readSources, watchSources } from '../articles/read-sources.ts'
import { readSameAs } from '../articles/read-same-as.ts'
import { Skipped, skipBroken } from '../articles/skip-broken.ts'
import { UsageError } from '../errors.ts'
import { checkLlmFlags, type LlmFlags } from '../llm/llm-options.ts'
import type { Lane } from '../llm/open-lane.ts'
import { printers } from '../output/print-graphs.ts'
import { counted } from '../output/progress.ts'

export interface ExtractFlags extends InputFlags, LlmFlags {
  sameAs?: string
  copies?: boolean
  watch?: boolean
  format: keyof typeof printers
}

/** Print the graph of every article under some paths. */
export async function runExtract(paths: readonly string[], flags: ExtractFlags): Promise<void> {
  if (flags.watch && (flags.format === 'json' || flags.format === 'table')) {
    throw new UsageError(
      '--watch has no end at which a list or a table is whole: take --format jsonl or csv.',
    )
  }
  checkLlmFlags(flags)
  const sameAs = readSameAs(flags.sameAs)
  const options = {
    published: flags.published,
    copies: flags.copies ? new Copies() : undefined,
  }
  const skipped = new Skipped()
  const sources = flags.watch ? watchSources(paths, flags) : readSources(paths, flags)
  const lane = await laneOf(flags)
  const read = skipBroken(sources, (source) => extractSource(source, options), skipped)
  const graphs = renamed(lane ? lane.read(read) : read, sameAs)
  // On a terminal the records themselves are the progress.
  await printers[flags.format](process.stdout.isTTY ? graphs : counted(graphs, 'articles'))
  try {
    lane?.settle()
  } finally {
    skipped.settle()
  }
}

/** A model's client is loaded only when one is asked. */
async function laneOf(flags: ExtractFlags): Promise<Lane | undefined> {
  const { llm } = flags
  if (llm === undefined) return undefined
  const { openLane } = await import('../llm/open-lane.ts')
  return openLane({ ...flags, llm })
}

/** Last, so that whom the model names is renamed too. */
async function* renamed(
  graphs: AsyncIterable<ArticleGraph>,
  sameAs: readonly SameAs[],
): AsyncGenerator<ArticleGraph> {
  for await (const graph of graphs) yield applySameAs(graph, sameAs)
}
