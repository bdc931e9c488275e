/** From the chart to mentions: the longest reading that its surroundings bear out, left to right. */
import type { Chart } from './chart.ts'
import { clearChart, fillChart } from './chart.ts'
import { boundOf, isBorneOut, isFuture, isPublishDate } from './context.ts'
import type { Expression } from './expression.ts'
import { isRelative, lacksYear } from './expression.ts'
import type { MentionNode } from './grammar.ts'
import { isMention } from './grammar.ts'
import type { Bound, Node } from './node.ts'
import { Scanner } from './scan.ts'

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

/**
 * Every time expression of a text, unresolved, in the order of the text.
 *
 * @example findDates('بنهاية 2026')[0].expression // { is: 'edge', edge: 2, of: { is: 'calendar', year: 2026, … } }
 */
export function findDates(text: string): Found[] {
  const found: Found[] = []
  const tokens = new Scanner(text)
  const chart: Chart = []
  for (let count = 0; tokens.next(); count += tokens.length)
    if (tokens.hasAnchor) findInSegment(tokens, chart, count, found)
  return found
}

/**
 * Goes through the stretches of words that may be part of a time expression where something among
 * them may be its heart. `count` is how many tokens of the text came before.
 */
function findInSegment(tokens: Scanner, chart: Chart, count: number, found: Found[]): void {
  const { words, length } = tokens
  clearChart(chart, length)
  let last = 0
  for (let from = 0; from < length; from++) {
    let until = from
    let hasAnchor = false
    for (; until < length && words[until]!.isLive; until++) hasAnchor ||= words[until]!.isAnchor
    if (hasAnchor) last = findInStretch(tokens, chart, from, until, last, count, found)
    from = until
  }
}

/** `last` is the token after the mention before; given back for the next stretch. */
function findInStretch(
  tokens: Scanner,
  chart: Chart,
  from: number,
  until: number,
  before: number,
  count: number,
  found: Found[],
): number {
  let last = before
  fillChart(chart, tokens, from, until)
  for (let at = from; at < until;) {
    const node = chart[at]!.length === 0 ? undefined : bestAt(chart, tokens, at, last)
    if (node === undefined || isOvertaken(chart, tokens, node, last)) {
      at++
      continue
    }
    if (node.category !== 'block') found.push(mention(node, tokens, count))
    at = node.end
    last = at
  }
  return last
}

function bestAt(chart: Chart, tokens: Scanner, at: number, last: number): MentionNode | undefined {
  let best: MentionNode | undefined
  for (const node of chart[at]!) {
    if (!isMention(node)) continue
    if ((best === undefined || isBetter(node, best)) && isBorneOut(node, tokens, last)) best = node
  }
  return best
}

/** Longer wins; then a name over a date; then the earlier rule. */
function isBetter(a: MentionNode, b: MentionNode): boolean {
  if (a.end !== b.end) return a.end > b.end
  if ((a.category === 'block') !== (b.category === 'block')) return a.category === 'block'
  return a.rank < b.rank
}

/** «خلال شهر مايو»: what begins later, ends later and is no shorter was meant. */
function isOvertaken(chart: Chart, tokens: Scanner, node: MentionNode, last: number): boolean {
  if (node.category === 'block' && node.value === 'name') return false
  const length = node.category === 'block' ? 0 : node.end - node.start
  for (let at = node.start + 1; at < node.end; at++) {
    for (const other of chart[at]!) {
      if (other.end <= node.end || other.end - at < length || !isMention(other)) continue
      if (isBorneOut(other, tokens, last)) return true
    }
  }
  return false
}

function mention(node: Exclude<MentionNode, Node<'block'>>, tokens: Scanner, count: number): Found {
  const expression = node.category === 'date' ? node.value.expression : node.value
  const bound = boundOf(node, expression, tokens)
  // «قبل الثلاثاء»: what must be done before a day lies ahead.
  const isOpen = isRelative(expression) || lacksYear(expression)
  return {
    start: tokens.startOf(node.from),
    end: tokens.endOf(tokens.ends[node.end - 1]!),
    expression,
    rule: node.rule,
    bound,
    future: isOpen && (bound === 'before' || isFuture(node.start, tokens)),
    published: isPublishDate(node.start, tokens),
    tokens: [count + node.start, count + node.end],
  }
}
