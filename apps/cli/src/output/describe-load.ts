import type { LinkReport, LoadReport } from '@mithaq/loader'

/**
 * A load in one line.
 *
 * @example '8 articles, 2 unchanged, 1 replaced; 412 nodes and 1204 relations are new'
 */
export function describeLoad({
  articles,
  unchanged,
  replaced,
  nodes,
  relations,
  links,
}: LoadReport & { links: LinkReport }): string {
  const parts = [
    `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
  ]
  const drawn =
    links.created > 0
      ? `, ${links.created} ${links.created === 1 ? 'link' : 'links'} between commitments drawn`
      : ''
  return `${parts.join(', ')}; ${nodes} nodes and ${relations} relations are new${drawn}`
}
