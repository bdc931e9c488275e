/** From the chart to mentions: the longest reading that its surroundings bear out, left to right. */
import type { Chart } from './chart.ts'
import { parseChart, prepareGrammar } from './chart.ts'
import type { Expression } from './expression.ts'
import { isRelative, lacksYear } from './expression.ts'
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
    findInSegment(scanned, count, found)
    count += scanned.tokens.length
  }
  return found
}

const grammar = lazily(() => prepareGrammar(RULES))

/** `count` is how many tokens of the text came before. */
function findInSegment(scanned: Scanned, count: number, found: Found[]): void {
  const { tokens } = scanned
  const chart = parseChart(tokens, grammar())
  let last = 0
  for (let at = 0; at < tokens.length;) {
    const node = chart[at]!.length === 0 ? undefined : bestAt(chart, tokens, at, last)
    if (node === undefined || isOvertaken(chart, tokens, node, last)) {
      at++
      continue
    }
    if (node.category !== 'block') found.push(mention(node, scanned, chart, count))
    at = node.end
    last = at
  }
}

function bestAt(chart: Chart, tokens: readonly Token[], at: number, last: number): Candidate | undefined {
  let best: Candidate | undefined
  for (const node of chart[at]!) {
    if (!YIELDS.has(node.category)) continue
    const candidate = node as Candidate
    if ((best === undefined || isBetter(candidate, best)) && isBorneOut(candidate, chart, tokens, last))
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

/** Ambiguous words need a cue before them, bare numbers no counted noun after them. */
function isBorneOut(node: Candidate, chart: Chart, tokens: readonly Token[], last: number): boolean {
  if (node.category !== 'date') return true
  const { needsCue, countable } = node.value
  if (countable && isCounted(node.end, chart, tokens)) return false
  return !needsCue || isCued(node, chart, tokens, last)
}

function isCounted(end: number, chart: Chart, tokens: readonly Token[]): boolean {
  const next = tokens[end]
  if (next === undefined) return false
  return next.text === '%' || chart[end]!.some((node) => node.category === 'counted' && node.clitics === '')
}

const CUES: ReadonlySet<Category> = new Set([
  'cue',
  'bound',
  'of',
  'to',
  'opener',
  'between',
  'before',
  'after',
  'since',
  'within',
  'for',
  'matching',
  'label',
  'edge',
  'futurecue',
])

function isCued(node: Node, chart: Chart, tokens: readonly Token[], last: number): boolean {
  if (/[بلك]/u.test(node.clitics)) return true
  // All there is, in brackets, or next in a list of dates.
  if (node.start === 0 && node.end === tokens.length) return true
  if (tokens[node.start - 1]?.text === '(' && tokens[node.end]?.text === ')') return true
  if (
    last > 0 &&
    (last === node.start ? node.clitics === 'و' : last === node.start - 1 && tokens[last]!.text === '،')
  )
    return true
  return nodesBefore(chart, node.start).some((before) => CUES.has(before.category))
}

/** Words of the lexicon that end where a node begins. */
function nodesBefore(chart: Chart, start: number): Node[] {
  const nodes: Node[] = []
  for (let at = start - 1; at >= Math.max(0, start - 5); at--) {
    for (const node of chart[at]!) if (node.end === start && node.depth === 0) nodes.push(node)
  }
  return nodes
}

function mention(
  node: Exclude<Candidate, Node<'block'>>,
  scanned: Scanned,
  chart: Chart,
  count: number,
): Found {
  const expression = node.category === 'date' ? node.value.expression : node.value
  return {
    start: scanned.startOf(node.from),
    end: scanned.endOf(scanned.tokens[node.end - 1]!.end),
    expression,
    rule: node.rule,
    bound: boundOf(node, expression, chart),
    future: (isRelative(expression) || lacksYear(expression)) && isFuture(node.start, chart, scanned.tokens),
    published: isPublishDate(node.start, chart),
    tokens: [count + node.start, count + node.end],
  }
}

/** What the words around make of a date: حتى، بحلول، منذ، بعد … and «بنهاية», «فصاعداً». */
function boundOf(node: Node, expression: Expression, chart: Chart): Bound {
  if (expression.is === 'duration' || expression.is === 'set') return 'at'
  if (node.rule === 'since-amount') return 'from'
  if ((chart[node.end] ?? []).some((after) => after.category === 'onwards')) return 'from'
  if (expression.is === 'range' && node.clitics === '') {
    const opened = nodesBefore(chart, node.start).find((before) => before.category === 'bound')
    if (opened === undefined) return 'at'
  }
  const label = nodesBefore(chart, node.start).find((before) => before.category === 'label')
  const start = label?.start ?? node.start
  const words = nodesBefore(chart, start).filter((before) => before.category === 'bound')
  const longest = words.at(-1) as Node<'bound'> | undefined
  if (longest !== undefined) return longest.value
  const isDeadline = expression.is === 'edge' && expression.edge === 2 && /[بل]$/u.test(node.clitics)
  return isDeadline ? 'until' : 'at'
}

/** «نُشر في»، «آخر تحديث:» within the few tokens before. */
function isPublishDate(start: number, chart: Chart): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    if (chart[at]!.some((node) => node.category === 'publishcue')) return true
  }
  return false
}

/** A verb with the future sin; nouns that look so are in the lexicon. */
const FUTURE_VERB = /^[وف]?س[يتن]\p{L}{3,}$/u
const CLAUSE_END = new Set(['.', '!', '؟', '?', '؛', ';', '\n', ':', '"', '»'])

function isFuture(start: number, chart: Chart, tokens: readonly Token[]): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 12); at--) {
    const { text, kind } = tokens[at]!
    if (CLAUSE_END.has(text)) return false
    const plain = chart[at]!.filter(
      (node) => node.depth === 0 && !node.definite && !/[بلك]/u.test(node.clitics),
    )
    if (plain.some((node) => node.category === 'pastcue')) return false
    if (plain.some((node) => node.category === 'futurecue')) return true
    const isVerb = kind === 'word' && FUTURE_VERB.test(text)
    if (isVerb && !plain.some((node) => node.category === 'notfuture')) return true
  }
  return false
}
