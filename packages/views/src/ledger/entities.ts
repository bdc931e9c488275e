/** The actors and places of the index, with how many commitments each has a part in. */
import type { CommitmentView, NodeView } from '@mithaq/model'
import { nameIn } from '../names.ts'
import type { Language } from '../names.ts'

export interface IndexedEntity {
  id: string
  name: string
  /** Second label, e.g. `Country`. */
  type: string | undefined
  commitments: number
}

/** Those with most commitments first; those of one rank by name, as the language sorts. */
export function indexedEntities(
  kind: 'Actor' | 'Place',
  nodes: readonly NodeView[],
  commitments: readonly CommitmentView[],
  lang: Language,
): IndexedEntity[] {
  const counts = new Map<string, number>()
  for (const { committers, creditors, concerns, places } of commitments) {
    for (const id of new Set([committers, creditors, concerns, places].flat().map(({ id }) => id))) {
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  const collator = new Intl.Collator(lang)
  return nodes
    .filter(({ label }) => label === kind)
    .map((node) => ({
      id: node.id,
      name: nameIn(lang, node),
      type: node.type,
      commitments: counts.get(node.id) ?? 0,
    }))
    .sort((a, b) => b.commitments - a.commitments || collator.compare(a.name, b.name))
}
