import { findLinks, linkedArticle, type LinkedArticle } from '@mithaq/model'
import { parseGraph } from '../articles/parse-graph.ts'
import { type InputFlags, readSources } from '../articles/read-sources.ts'
import { Skipped, skipBroken } from '../articles/skip-broken.ts'
import { note } from '../output/note.ts'
import { formatLinks, type LinkFormat } from '../output/print-links.ts'
import { counted } from '../output/progress.ts'
import { write } from '../output/stdout.ts'

export interface LinkFlags extends InputFlags {
  format: LinkFormat
}

/** Print the links between the commitments of everything under some paths. */
export async function runLink(paths: readonly string[], flags: LinkFlags): Promise<void> {
  const skipped = new Skipped()
  const articles = skipBroken(
    readSources(paths, flags),
    (source) => linkedArticle(parseGraph(source, flags)),
    skipped,
  )
  // The last version of an article counts, as when it is loaded.
  const byId = new Map<string, LinkedArticle>()
  for await (const article of counted(articles, 'articles')) byId.set(article.id, article)
  const links = findLinks(byId.values())
  await write(formatLinks(links, flags.format))
  if (links.length === 0 && flags.format === 'table') note('No links between these.')
  skipped.settle()
}
