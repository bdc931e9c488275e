/** From the chart to mentions: the longest reading that its surroundings bear out, left to right. */
import type { Chart } from './chart.ts'
import { emptyChart, fillChart } from './chart.ts'
import { boundOf, isBorneOut, isFuture, isPublishDate } from './context.ts'
import type { Expression } from './expression.ts'
import { isRelative, lacksYear } from './expression.ts'
import { prepareGrammar } from './grammar.ts'
import { isLive } from './lexical-nodes.ts'
import type { Bound, Category, Node } from './node.ts'
import { RULES } from './rules/all.ts'
import type { Scanned, Token } from './scan.ts'
import { scan } from './scan.ts'
import { segments } from './segments.ts'
import { lazily } from '../read-lexicon.ts'

/** A time expression in its place, not yet resolved. */
export interface Found {
  /** UTF-16 offsets into the untouched text. */
  readonly start: number
  readonly end: number
  readonly expression: Expression
  readonly rule: string
  readonly bound: Bound
  /** The clause speaks of what is to come. */
  readonly future: boolean
  /** The page says that this is its own date: «نُشر في». */
  readonly published: boolean
  /** Tokens, end exclusive: how near two mentions are. */
  readonly tokens: readonly [number, number]
}

type Candidate = Node<'date'> | Node<'duration'> | Node<'set'> | Node<'block'>

const YIELDS: ReadonlySet<Category> = new Set(['date', 'duration', 'set', 'block'])

/**
 * Every time expression of a text, unresolved, in the order of the text.
 *
 * @example findDates('بنهاية 2026')[0].expression // { is: 'edge', edge: 2, of: { is: 'calendar', year: 2026, … } }
 */
export function findDates(text: string): Found[] {
  const found: Found[] = []
  let count = 0
  for (const [start, end] of segments(text)) {
    const scanned = scan(text, start, end)
    if (scanned.hasAnchor) findInSegment(scanned, count, found)
    count += scanned.tokens.length
  }
  return found
}

const grammar = lazily(() => prepareGrammar(RULES))

/** `count` is how many tokens of the text came before. */
function findInSegment(scanned: Scanned, count: number, found: Found[]): void {
  const { tokens } = scanned
  const chart = emptyChart(tokens)
  let last = 0
  for (const [from, until] of liveRuns(tokens)) {
    fillChart(chart, tokens, from, until, grammar())
    for (let at = from; at < until;) {
      const node = chart[at]!.length === 0 ? undefined : bestAt(chart, tokens, at, last)
      if (node === undefined || isOvertaken(chart, tokens, node, last)) {
        at++
        continue
      }
      if (node.category !== 'block') found.push(mention(node, scanned, count))
      at = node.end
      last = at
    }
  }
}

/** Stretches of words that the lexicon knows with something among them that may be a time. */
function liveRuns(tokens: readonly Token[]): [from: number, until: number][] {
  const runs: [number, number][] = []
  let from = 0
  let hasAnchor = false
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at]
    if (token !== undefined && isLive(token)) {
      hasAnchor ||= token.isAnchor
      continue
    }
    if (hasAnchor) runs.push([from, at])
    from = at + 1
    hasAnchor = false
  }
  return runs
}

function bestAt(chart: Chart, tokens: readonly Token[], at: number, last: number): Candidate | undefined {
  let best: Candidate | undefined
  for (const node of chart[at]!) {
    if (!YIELDS.has(node.category)) continue
    const candidate = node as Candidate
    if ((best === undefined || isBetter(candidate, best)) && isBorneOut(candidate, tokens, last))
      best = candidate
  }
  return best
}

/** Longer wins; then a name over a date; then the earlier rule. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.end !== b.end) return a.end > b.end
  if ((a.category === 'block') !== (b.category === 'block')) return a.category === 'block'
  return a.rank < b.rank
}

/** «خلال شهر مايو»: what begins later, ends later and is no shorter was meant. */
function isOvertaken(chart: Chart, tokens: readonly Token[], node: Candidate, last: number): boolean {
  if (node.category === 'block' && node.value === 'name') return false
  const length = node.category === 'block' ? 0 : node.end - node.start
  for (let at = node.start + 1; at < node.end; at++) {
    const other = bestAt(chart, tokens, at, last)
    if (other !== undefined && other.end > node.end && other.end - at >= length) return true
  }
  return false
}

function mention(node: Exclude<Candidate, Node<'block'>>, scanned: Scanned, count: number): Found {
  const expression = node.category === 'date' ? node.value.expression : node.value
  const { tokens } = scanned
  const bound = boundOf(node, expression, tokens)
  // «قبل الثلاثاء»: what must be done before a day lies ahead.
  const isOpen = isRelative(expression) || lacksYear(expression)
  return {
    start: scanned.startOf(node.from),
    end: scanned.endOf(tokens[node.end - 1]!.end),
    expression,
    rule: node.rule,
    bound,
    future: isOpen && (bound === 'before' || isFuture(node.start, tokens)),
    published: isPublishDate(node.start, tokens),
    tokens: [count + node.start, count + node.end],
  }
}
