/** What the chart holds: stretches of tokens with a category and a value. */
import type { Amount, Calendar, Edge, Expression, Season, Unit, Which } from './expression.ts'

export interface MonthValue {
  readonly calendar: Calendar
  readonly month: number
  readonly day?: number
  /** Also an ordinary word or a name: a date only beside something that makes it one. */
  readonly weak: boolean
  /** An everyday word: a date only with a year, or after «شهر». */
  readonly rare: boolean
}

export interface YearValue {
  /** As written: two digits stay two until the era is known. */
  readonly year: number
  /** Null where the text does not say. */
  readonly calendar: Calendar | 'bc' | null
  /** A number and nothing else. */
  readonly bare: boolean
}

export interface DateValue {
  readonly expression: Expression
  /** What must stand before it: nothing, a preposition or the like, a word that bounds. */
  readonly cue: 'none' | 'any' | 'bound'
  /** A bare number: may be a quantity, so no counted noun may follow. */
  readonly countable: boolean
}

export type Bound = 'at' | 'from' | 'until' | 'before' | 'after'

/** The value that a node of each category carries. The first block is filled from `lexicon/dates/`. */
export interface Values {
  month: MonthValue
  weekday: number
  ones: number
  teen: number
  tens: number
  hundreds: number
  thousands: number
  ordinal: number
  firstday: number
  dualof: Unit
  unit: { readonly unit: Unit; readonly count: 1 | 2 | 'n' }
  season: Season
  seasonword: true
  fraction: number
  decadename: number
  which: Which
  following: -1 | 1
  same: true
  samebefore: true
  newyear: true
  this: true
  recent: true
  earliest: true
  dayword: { readonly offset: number; readonly weak: boolean }
  daypart: true
  edge: { readonly edge: Edge; readonly weak: boolean }
  weekend: true
  millennium: true
  last: true
  of: true
  inside: true
  off: true
  upon: true
  now: true
  to: true
  or: true
  opener: true
  between: true
  before: true
  after: true
  since: true
  within: true
  for: true
  approx: true
  less: true
  half: true
  each: true
  rate: Unit
  matching: true
  label: true
  onwards: Bound
  era: Calendar | 'bc'
  lifetime: true
  age: true
  fiscal: true
  bound: Bound
  cue: true
  name: true
  dayname: true
  eventname: true
  personname: true
  adjective: true
  counted: true
  futurecue: true
  pastcue: true
  notfuture: true
  publishcue: true
  /** The later words of a phrase. */
  inner: true

  slash: true
  dash: true
  open: true
  close: true
  comma: true
  /** Digits, or a number written out; `digits` is how many, 0 for words. */
  number: { readonly value: number; readonly digits: number; readonly ordinal: boolean }
  /** Two numbers joined by a sign: `2014-2015`, `5-10`, `27/9`. */
  pair: { readonly first: number; readonly second: number; readonly sign: string; readonly digits: number }
  /** Three numbers joined by a sign, in the order of the text. */
  triple: readonly [number, number, number]
  /** The days from one to the other of a month in numbers: `23-26/5/2019`. */
  dayspan: readonly [from: number, day: number, month: number, year: number]

  /** A day of a month after its weekday: الاثنين 5. */
  namedday: number
  year: YearValue
  /** An amount whose number is said: ثلاثة أشهر، شهران. */
  amount: Amount
  /** An amount that may be a unit alone, after قبل and بعد: شهر. */
  span: Amount
  /** العام، الشهر: the current one, where an edge or a part comes before. */
  current: Expression
  date: DateValue
  duration: Expression
  set: Expression
  /** Consumes its tokens and yields nothing. */
  block: 'name' | 'event'
}

export type Category = keyof Values

export interface Node<C extends Category = Category> {
  readonly category: C
  /** The category as a number of the grammar's. */
  readonly symbol: number
  readonly value: Values[C]
  /** Tokens, end exclusive. */
  readonly start: number
  readonly end: number
  /** Proclitics taken off the first token, in order: '', 'و', 'وب', 'ل'. */
  readonly clitics: string
  readonly definite: boolean
  /** Offset, in what was scanned, at which the mention's span begins: after proclitics and openers. */
  readonly from: number
  readonly depth: number
  readonly rule: string
  /** Order of the rule that made it: earlier rules win ties. */
  readonly rank: number
}
