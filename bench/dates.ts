/**
 * Dates, side by side with chrono-node's Arabic locale on the same text in one run: accuracy on the
 * corpus of bench/dates/, throughput, cost by size, and a hostile line.
 *
 * `npx tsx bench/dates.ts`; `--quick` leaves out the largest sizes.
 */
import { parseDates } from '../packages/extractor/src/dates/index.ts'
import { chronoValues } from './dates/chrono.ts'
import type { Case } from './dates/corpus.ts'
import { negatives, phrases, sentences, valueOf } from './dates/corpus.ts'

type Read = (text: string, reference: string) => string[]

const mithaq: Read = (text, reference) =>
  parseDates(text, { reference }).map((mention) => valueOf(mention.edtf))
const KB = 1024

const isRight = (read: Read, { text, reference, expected }: Case): boolean =>
  read(text, reference).join(' ') === expected.map(({ edtf }) => valueOf(edtf)).join(' ')

function accuracy(cases: readonly Case[]): void {
  const groups = [...new Set(cases.map((c) => c.group))]
  console.log('Accuracy: cases whose values are all found and exactly resolved, and nothing else\n')
  console.log('| group | cases | mithaq, looked at | mithaq, kept aside | mithaq | chrono-node |')
  console.log('|---|---|---|---|---|---|')
  for (const group of [...groups, 'all']) {
    const of = cases.filter((c) => group === 'all' || c.group === group)
    const share = (read: Read, some: readonly Case[]): string =>
      some.length === 0
        ? ''
        : `${((100 * some.filter((c) => isRight(read, c)).length) / some.length).toFixed(1)} %`
    const parts = (['tune', 'held'] as const).map((part) =>
      share(
        mithaq,
        of.filter((c) => c.part === part),
      ),
    )
    console.log(
      `| ${group} | ${of.length} | ${parts.join(' | ')} | ${share(mithaq, of)} | ${share(chronoValues, of)} |`,
    )
  }
}

/** The fastest of a few runs, in milliseconds. */
function fastest(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

function speed(paragraph: string, sizes: readonly number[]): void {
  console.log('\nSpeed: the corpus’s sentences, one text of the size given; chrono-node up to 100 KB\n')
  console.log('| UTF-16 KB | mithaq ms | mithaq KB/s | chrono-node ms | chrono-node KB/s | ratio |')
  console.log('|---|---|---|---|---|---|')
  for (const size of sizes) {
    const text = paragraph.repeat(Math.ceil((size * KB) / paragraph.length)).slice(0, size * KB)
    const runs = size > 1000 ? 1 : size > 50 ? 3 : 10
    const ours = fastest(runs, () => mithaq(text, '2024-09-27'))
    const theirs = size > 100 ? null : fastest(Math.min(runs, 3), () => chronoValues(text, '2024-09-27'))
    const cells = [size, ours.toFixed(1), (size / (ours / 1000)).toFixed(0)]
    const other =
      theirs === null
        ? ['', '', '']
        : [theirs.toFixed(1), (size / (theirs / 1000)).toFixed(0), `${(theirs / ours).toFixed(1)}x`]
    console.log(`| ${[...cells, ...other].join(' | ')} |`)
  }
}

function hostile(): void {
  console.log('\nHostile lines of 1 MB\n')
  const lines: Record<string, string> = {
    'digits and separators': '2024-09-27/12.05-',
    'digits apart': '12 ',
    'months in a row': 'سبتمبر أيلول ',
    'edges in a row': 'مطلع نهاية ',
    'numbers written out': 'خمسة وعشرين ',
    'ranges in a row': 'من 2014 إلى 2017 ',
  }
  for (const [name, unit] of Object.entries(lines)) {
    const text = unit.repeat(Math.ceil((KB * KB) / unit.length))
    console.log(`- ${name}: ${fastest(1, () => mithaq(text, '2024-09-27')).toFixed(0)} ms`)
  }
}

const all = [...phrases(), ...sentences(), ...negatives()]
accuracy(all)
const paragraph = `${sentences()
  .map((c) => c.text)
  .join('\n')}\n`
mithaq(paragraph, '2024-09-27')
speed(paragraph, process.argv.includes('--quick') ? [1, 10, 100] : [1, 10, 100, 1000, 10_000])
hostile()
