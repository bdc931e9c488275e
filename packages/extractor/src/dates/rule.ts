/**
 * Rules in the manner of duckling: a name, a pattern over categories, a production.
 *
 * A pattern is words apart by spaces. `month` matches a node of that category; `month?` may be
 * missing; `!of` looks ahead and takes nothing. `the+unit` asks for the article, `a+unit` for none;
 * `and+number` for a glued و. Inside a pattern no proclitic may stand, except where `~date` allows
 * ل، ب; the first item may carry any.
 */
import type { Category, Node, Values } from './node.ts'

export interface Item {
  readonly category: Category
  readonly optional: boolean
  readonly negative: boolean
  readonly definite: boolean | undefined
  readonly clitics: 'none' | 'and' | 'preposition'
}

/** What a production makes of its parts. `first` is the part at which the mention's span begins. */
export type Made = {
  [C in Category]: { readonly category: C; readonly value: Values[C]; readonly first?: number }
}[Category]

export interface Rule {
  readonly name: string
  readonly items: readonly Item[]
  readonly produce: (...parts: never[]) => Made | null
}

type Words<P extends string> = P extends `${infer Head} ${infer Tail}` ? [Head, ...Words<Tail>] : [P]
type Bare<W extends string> = W extends `~${infer R}`
  ? Bare<R>
  : W extends `${'the' | 'a' | 'and'}+${infer R}`
    ? Bare<R>
    : W
type Part<W extends string> = W extends `${infer R}?`
  ? Part<R> | undefined
  : Bare<W> extends infer C extends Category
    ? Node<C>
    : never
type Parts<W extends readonly string[]> = W extends readonly [
  infer Head extends string,
  ...infer Tail extends string[],
]
  ? Head extends `!${string}`
    ? Parts<Tail>
    : [Part<Head>, ...Parts<Tail>]
  : []

/**
 * A rule; its production takes the matched nodes in the pattern's order, typed by their categories.
 *
 * @example rule('month-of-year', 'month of? unit number', (month, _of, _unit, number) => …) // سبتمبر من عام 2024
 */
export function rule<P extends string>(
  name: string,
  pattern: P,
  produce: (...parts: Parts<Words<P>>) => Made | null,
): Rule {
  return { name, items: pattern.split(' ').map(parseItem), produce: produce as Rule['produce'] }
}

function parseItem(word: string): Item {
  const negative = word.startsWith('!')
  const optional = word.endsWith('?')
  const parts = word.replace(/^[!~]|\?$/gu, '').split('+')
  const marks = new Set(parts.slice(0, -1))
  return {
    category: parts.at(-1) as Category,
    optional,
    negative,
    definite: marks.has('the') ? true : marks.has('a') ? false : undefined,
    clitics: marks.has('and') ? 'and' : word.startsWith('~') ? 'preposition' : 'none',
  }
}
