/**
 * The first of two guards on questions: by their words. The second is the database's own: Neo4j's read access
 * mode, and in the embedded store a transaction that is never committed. This one also keeps questions from
 * reading files and addresses (LOAD CSV) and from the server's procedures.
 */
import { StoreError } from './errors.ts'

export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'mark'
  text: string
  start: number
}

/** Comments and blanks match nothing and fall away; what is unclosed runs to the end. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<string>'(?:[^'\\]|\\[\s\S])*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$))|(?<quoted>`(?:[^`]|``)*(?:`|$))|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<number>\p{N}[\p{N}._]*)|(?<mark>[^\s])/gu

/** The tokens of a query, without comments. */
export function* tokensOf(cypher: string): Generator<Token> {
  for (const { groups, 0: text, index } of cypher.matchAll(TOKEN)) {
    const kind = Object.entries(groups ?? {}).find(([, value]) => value !== undefined)?.[0]
    if (kind !== undefined) yield { kind: kind as Token['kind'], text, start: index }
  }
}

const FIRST = new Set(['MATCH', 'OPTIONAL', 'WITH', 'UNWIND', 'RETURN', 'CALL'])

/** Words within a query that make it write, read files or go elsewhere, in Cypher and in GQL. */
const REFUSED = new Set([
  'CREATE',
  'MERGE',
  'INSERT',
  'UPSERT',
  'SET',
  'REMOVE',
  'DELETE',
  'DETACH',
  'NODETACH',
  'FOREACH',
  'DROP',
  'LOAD',
  'USE',
])

/** Procedures that only tell what the graph is made of, or search an index of it. */
const PROCEDURES = new Set([
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
])

/** After these a word is a property, a label, a type, a parameter or a column, whatever it says. */
const NAMES_FOLLOW = new Set(['.', ':', '|', '&', '!', '$', 'AS'])

/**
 * @throws StoreError `write-refused` for a query with a word that writes; such a word as a name goes in backticks
 */
export function checkReadOnly(cypher: string): void {
  // Neo4j reads these before it looks for strings and words, so nothing here could tell what they hide.
  if (/\\u/iu.test(cypher)) throw refusal('holds a \\u escape; write the letter itself')
  const tokens = [...tokensOf(cypher)]
  const first = tokens[0]
  if (!first) throw new StoreError('bad-cypher', 'The query is empty.')
  if (first.kind !== 'word' || !FIRST.has(first.text.toUpperCase()))
    throw refusal(`begins with ${first.text}; a question begins with ${[...FIRST].join(', ')}`)
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]?.text ?? ''
    if (token.text === ';' && i < tokens.length - 1) throw refusal('holds more than one statement')
    if (token.kind !== 'word' || NAMES_FOLLOW.has(before.toUpperCase())) return
    // Before a colon it is the key of a map, or a variable.
    if (tokens[i + 1]?.text === ':') return
    const word = token.text.toUpperCase()
    if (REFUSED.has(word)) throw refusal(`holds ${word} (if that is a name, put it in backticks)`)
    if (word === 'CALL') checkCall(tokens.slice(i + 1))
  })
}

/** `CALL {…}` and `CALL (x) {…}` are subqueries, whose words are checked with the rest. */
function checkCall(after: readonly Token[]): void {
  if (after[0]?.text === '{' || after[0]?.text === '(') return
  const end = after.findIndex(({ text }, i) => (i % 2 === 1) !== (text === '.'))
  const name = after
    .slice(0, end === -1 ? undefined : end)
    .map(({ text }) => text)
    .join('')
  if (!PROCEDURES.has(name)) throw refusal(`calls ${name || 'a procedure'}`)
}

const refusal = (what: string): StoreError =>
  new StoreError(
    'write-refused',
    `Questions only read: this one ${what}. To change the graph, use \`mithaq load\`.`,
  )
