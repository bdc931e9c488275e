import { extract } from '@mithaq/extractor'
import { applySameAs } from '@mithaq/model'
import { findSources } from '../articles/find-sources.ts'
import { parseArticle } from '../articles/parse-article.ts'
import { readSameAs } from '../articles/read-same-as.ts'
import { Skipped, skipBroken } from '../articles/skip-broken.ts'
import { printers } from '../output/print-graphs.ts'
import { counted } from '../output/progress.ts'

export interface ExtractFlags {
  published?: string
  sameAs?: string
  format: keyof typeof printers
}

/** Print the graph of every article under some paths. */
export async function runExtract(paths: readonly string[], flags: ExtractFlags): Promise<void> {
  const sameAs = readSameAs(flags.sameAs)
  const skipped = new Skipped()
  const graphs = skipBroken(
    findSources(paths, process.stdin),
    (source) => applySameAs(extract(parseArticle(source, { published: flags.published })), sameAs),
    skipped,
  )
  // On a terminal the records themselves are the progress.
  await printers[flags.format](process.stdout.isTTY ? graphs : counted(graphs, 'articles'))
  skipped.settle()
}
