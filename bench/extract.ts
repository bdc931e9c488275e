/**
 * Speed of the extractor on the examples: articles a second in one thread, where the time goes by stage, and
 * that the cost is linear in the text. Figures are of the machine it runs on; compare within one run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { findCommitments } from '../packages/extractor/src/commitments/find-commitments.ts'
import { findEntities } from '../packages/extractor/src/entities/find-entities.ts'
import { indexEntities } from '../packages/extractor/src/entities/mention-index.ts'
import { extract } from '../packages/extractor/src/extract.ts'
import { readDates } from '../packages/extractor/src/read-dates.ts'
import { findStatements } from '../packages/extractor/src/statements/find-statements.ts'
import { readText } from '../packages/extractor/src/text/read-text.ts'

const EXAMPLES = new URL('../examples/', import.meta.url)
const PUBLISHED = '2025-03-10'
const ROUNDS = 12
const texts = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8'))
const characters = texts.reduce((sum, { length }) => sum + length, 0)

for (const text of texts) extract({ text, published: PUBLISHED })

const spent = new Map<string, number>()
function timed<T>(stage: string, run: () => T): T {
  const start = performance.now()
  const result = run()
  spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - start)
  return result
}

for (let round = 0; round < ROUNDS; round++)
  for (const text of texts) {
    const read = timed('text', () => readText({ text, published: PUBLISHED }))
    const dated = timed('dates', () => readDates(read))
    const entities = timed('entities', () => findEntities(dated))
    const stated = timed('statements', () => findStatements({ ...dated, entities: indexEntities(entities) }))
    timed('commitments', () => findCommitments(stated, 'article:bench'))
    timed('whole', () => extract({ text, published: PUBLISHED }))
  }

const runs = ROUNDS * texts.length
const whole = spent.get('whole')! / runs
console.log(`${texts.length} articles of ${Math.round(characters / texts.length)} characters on average`)
console.log(
  `${(1000 / whole).toFixed(0)} articles/s, ${((characters / texts.length / whole) * 1000).toFixed(0)} characters/s`,
)
for (const [stage, ms] of spent) console.log(`${stage.padEnd(12)} ${(ms / runs).toFixed(2)} ms an article`)

console.log('\ncharacters      ms   ms per 1,000')
const whole16 = texts.join('\n')
for (const times of [1, 2, 4, 8, 16]) {
  const text = Array.from({ length: times }, () => whole16).join('\n')
  const start = performance.now()
  extract({ text, published: PUBLISHED })
  const ms = performance.now() - start
  console.log(
    `${String(text.length).padStart(10)} ${ms.toFixed(0).padStart(7)} ${((ms / text.length) * 1000).toFixed(2).padStart(10)}`,
  )
}
