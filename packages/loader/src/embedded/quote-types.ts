/** The embedded store's parser takes the relation type `IN` in backticks only; Neo4j takes it either way. */
import { tokensOf } from '../read-only.ts'

/** @example quoteTypes('MATCH (c)-[:IN]->(a) RETURN c') // 'MATCH (c)-[:`IN`]->(a) RETURN c' */
export function quoteTypes(cypher: string): string {
  let out = ''
  let from = 0
  let before = ''
  for (const { kind, text, start } of tokensOf(cypher)) {
    if (kind === 'word' && text === 'IN' && (before === ':' || before === '|' || before === '!')) {
      out += `${cypher.slice(from, start)}\`IN\``
      from = start + text.length
    }
    before = text
  }
  return out + cypher.slice(from)
}
