/** When two records are versions of one article, and when they are the same version. */
import { createHash } from 'node:crypto'
import type { ArticleGraph } from '@mithaq/model'

/** Changes whenever anything in the record does. */
export const digestOf = (record: ArticleGraph): string =>
  createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 32)

/**
 * The address that also names the article: only where no id was given and the id is the hash of the text,
 * since a given id is the user's own word on what is the same.
 */
export function addressOf({ article }: ArticleGraph): string | undefined {
  return article.id === `article:${article.sha256.slice(0, 16)}` ? article.url : undefined
}

/** What the loader asks of its memory of articles: which of them a record takes the place of. */
export interface Version {
  id: string
  address: string | undefined
}

/** The versions that stand after all have been taken in, in order: a later one replaces those with its id or address. */
export function lastVersions<V extends Version>(versions: Iterable<V>): V[] {
  const byId = new Map<string, V>()
  const byAddress = new Map<string, V>()
  for (const version of versions) {
    const { id, address } = version
    for (const old of [byId.get(id), address === undefined ? undefined : byAddress.get(address)]) {
      if (!old) continue
      byId.delete(old.id)
      if (old.address !== undefined) byAddress.delete(old.address)
    }
    byId.set(id, version)
    if (address !== undefined) byAddress.set(address, version)
  }
  return [...byId.values()]
}
