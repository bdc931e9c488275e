/**
 * Dates, side by side with chrono-node's Arabic locale on the same text in one run: accuracy on the
 * corpus of bench/dates/, throughput on the articles of examples/, cost by size, and hostile lines.
 *
 * `pnpm bench dates`; `--quick` leaves out the largest sizes. What came out is told in dates.md.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { ar } from 'chrono-node'
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
  console.log('Accuracy: cases whose values are all found and exactly resolved, and nothing else.')
  console.log('Looked at: while the rules were written; kept aside: looked at once, mended after.\n')
  console.log('| group | cases | mithaq, looked at | mithaq, kept aside | mithaq | chrono-node |')
  console.log('|---|---|---|---|---|---|')
  for (const group of [...groups, 'all']) {
    const of = cases.filter((c) => group === 'all' || c.group === group)
    const aside = of.filter((c) => c.part === 'held' || c.part === 'fresh')
    const seen = of.filter((c) => !aside.includes(c))
    const cells = [share(mithaq, seen), share(mithaq, aside), share(mithaq, of), share(chronoValues, of)]
    console.log(`| ${group} | ${of.length} | ${cells.join(' | ')} |`)
  }
}

function share(read: Read, cases: readonly Case[]): string {
  const right = cases.filter((c) => isRight(read, c)).length
  return cases.length === 0 ? '' : `${((100 * right) / cases.length).toFixed(1)} %`
}

/** In ms of the processor, not of the clock: other work on the machine stays out of it. */
function timed(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/** The project's own articles, one after the other. */
function articles(): string[] {
  const directory = new URL('../examples/', import.meta.url)
  const names = readdirSync(directory).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => readFileSync(new URL(name, directory), 'utf8'))
}

/** chrono-node's cost grows faster than the text: beyond this, in K, it takes minutes. */
const CHRONO_LIMIT = 300
/** Both are warmed up for so many ms; a turn is as many runs as take at least so long. */
const WARM = 1500
const TURN = 60
const TURNS = 15

/** Both parsers alone, no value taken out of what they return. */
const REFERENCE = '2024-09-27'
const REFERENCE_DATE = new Date(`${REFERENCE}T12:00:00Z`)
const parsers = {
  mithaq: (text: string): unknown => parseDates(text, { reference: REFERENCE }),
  chrono: (text: string): unknown => ar.parse(text, REFERENCE_DATE),
}

function speed(texts: readonly string[], sizes: readonly number[]): void {
  for (const parse of Object.values(parsers)) warmUp(() => texts.forEach((text) => parse(text)))
  console.log('\nSpeed: both parsers alone on the same text, warm, by turns; the median turn.')
  console.log('In thousands of UTF-16 units (K) a second.\n')
  console.log('| text | mithaq ms | mithaq K/s | chrono-node ms | chrono-node K/s | ratio |')
  console.log('|---|---|---|---|---|---|')
  const average = texts.join('').length / texts.length / KB
  compare(`${texts.length} articles of ${average.toFixed(1)} K, one by one`, texts)
  const whole = texts.join('\n')
  for (const size of sizes) {
    const text = whole.repeat(Math.ceil((size * KB) / whole.length)).slice(0, size * KB)
    compare(`one text of ${size} K`, [text])
  }
}

function warmUp(run: () => void): void {
  for (let spent = 0; spent < WARM;) spent += timed(run)
}

function compare(name: string, texts: readonly string[]): void {
  const size = texts.join('').length / KB
  const isShort = size <= CHRONO_LIMIT
  const runs = isShort ? Math.ceil(TURN / timed(() => texts.forEach((text) => parsers.mithaq(text)))) : 1
  const times: Record<keyof typeof parsers, number[]> = { mithaq: [], chrono: [] }
  for (let turn = 0; turn < (isShort ? TURNS : 3); turn++) {
    for (const of of ['mithaq', 'chrono'] as const) {
      if (of === 'chrono' && !isShort) continue
      const parse = parsers[of]
      const many = timed(() => {
        for (let run = 0; run < runs; run++) texts.forEach((text) => parse(text))
      })
      times[of].push(many / runs)
    }
  }
  const ours = median(times.mithaq)
  const cells = [ours.toFixed(2), ((size * 1000) / ours).toFixed(0)]
  const theirs = isShort ? median(times.chrono) : 0
  const other = isShort
    ? [theirs.toFixed(2), ((size * 1000) / theirs).toFixed(0), `${(theirs / ours).toFixed(1)}x`]
    : ['', '', '']
  console.log(`| ${[name, ...cells, ...other].join(' | ')} |`)
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
    console.log(`- ${name}: ${timed(() => parseDates(text, { reference: REFERENCE })).toFixed(0)} ms`)
  }
}

accuracy([...phrases(), ...sentences(), ...negatives()])
speed(articles(), process.argv.includes('--quick') ? [1, 10, 100] : [1, 10, 100, 1000, 10_000])
hostile()
