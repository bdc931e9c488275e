import type { LoadReport } from '@mithaq/loader'

/**
 * A load in one line.
 *
 * @example '8 articles, 2 unchanged, 1 replaced; 412 nodes and 1204 relations are new'
 */
export function describeLoad({ articles, unchanged, replaced, nodes, relations }: LoadReport): string {
  const parts = [
    `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
  ]
  return `${parts.join(', ')}; ${nodes} nodes and ${relations} relations are new`
}
