/** Cypher cut into coloured pieces: refractor's grammar, as plain pieces of text and never as markup. */
import { refractor } from 'refractor/core'
import cypher from 'refractor/cypher'

refractor.register(cypher)

export interface Piece {
  text: string
  /** `keyword`, `string`, `relationship`, …; empty for plain text. */
  kind: string
}

type Node = ReturnType<typeof refractor.highlight>['children'][number]

export const cypherPieces = (query: string): Piece[] =>
  refractor.highlight(query, 'cypher').children.flatMap((node) => pieces(node, ''))

function pieces(node: Node, kind: string): Piece[] {
  if (node.type === 'text') return [{ text: node.value, kind }]
  if (node.type !== 'element') return []
  const names = node.properties['className']
  const own = Array.isArray(names) ? (names.find((name) => name !== 'token')?.toString() ?? kind) : kind
  return node.children.flatMap((child) => pieces(child, own))
}
