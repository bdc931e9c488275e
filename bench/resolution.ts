/** Accuracy on the table of resolution cases, by topic: metonym or place, coreference, variants, offices. */
import { outcomeOf, resolutionCases } from '../packages/extractor/test/resolution-cases.ts'

const topics = new Map<string, { right: number; all: number }>()
for (const row of resolutionCases()) {
  const count = topics.get(row.topic) ?? { right: 0, all: 0 }
  count.all++
  const outcome = outcomeOf(row)
  if (outcome === row.expected) count.right++
  else console.log(`${row.text}\n    ${outcome}, not ${row.expected}`)
  topics.set(row.topic, count)
}
const line = (name: string, right: number, all: number): string =>
  `${name.padEnd(10)} ${String(right).padStart(4)} of ${String(all).padStart(4)}   ${((100 * right) / all).toFixed(1)} %`
for (const [topic, { right, all }] of topics) console.log(line(topic, right, all))
const counts = [...topics.values()]
console.log(
  line(
    'all',
    counts.reduce((sum, { right }) => sum + right, 0),
    counts.reduce((sum, { all }) => sum + all, 0),
  ),
)
