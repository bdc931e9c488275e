import { Copies } from '@mithaq/ingest'
import { extractSource } from '../articles/parse-graph.ts'
import { type InputFlags, readSources, watchSources } from '../articles/read-sources.ts'
import { readSameAs } from '../articles/read-same-as.ts'
import { Skipped, skipBroken } from '../articles/skip-broken.ts'
import { UsageError } from '../errors.ts'
import { printers } from '../output/print-graphs.ts'
import { counted } from '../output/progress.ts'

export interface ExtractFlags extends InputFlags {
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
  const options = {
    published: flags.published,
    sameAs: readSameAs(flags.sameAs),
    copies: flags.copies ? new Copies() : undefined,
  }
  const skipped = new Skipped()
  const sources = flags.watch ? watchSources(paths, flags) : readSources(paths, flags)
  const graphs = skipBroken(sources, (source) => extractSource(source, options), skipped)
  // On a terminal the records themselves are the progress.
  await printers[flags.format](process.stdout.isTTY ? graphs : counted(graphs, 'articles'))
  skipped.settle()
}
