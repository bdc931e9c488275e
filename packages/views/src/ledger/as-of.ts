/** The ledger of another day: what had been promised by then, and where each promise stood. */
import { isOwed, statusAfter } from '@mithaq/model'
import type { CommitmentView, Later, TieView } from '@mithaq/model'

/**
 * What had been said by the end of a day, with the statuses of that day. What was published on a day
 * nobody knows counts as said. Mirrors the loader's `statusAsOf`, so that a slider need not ask the server.
 */
export function asOfDay(
  commitments: readonly CommitmentView[],
  ties: readonly TieView[],
  day: string,
): CommitmentView[] {
  const said = commitments.filter(({ article }) => article.published === null || article.published <= day)
  const later = new Map<string, Later[]>()
  for (const { relation, to, rule, published } of ties) {
    if (relation === 'RESTATES') continue
    const told = later.get(to)
    if (told === undefined) later.set(to, [{ relation, rule, published }])
    else told.push({ relation, rule, published })
  }
  const statusOf = (one: CommitmentView): CommitmentView['status'] =>
    statusAfter(
      later.get(one.id) ?? [],
      { begins: one.begins?.start ?? null, due: one.due, owed: isOwed(one) },
      day,
    )
  return said.map((one) => Object.assign({}, one, { status: statusOf(one) }))
}

/** The first day that matters, and the last. */
export interface DaySpan {
  first: string
  last: string
}

/** The days between which a slider makes sense: the first publication or date, and the last. */
export function daySpan(commitments: readonly CommitmentView[], today: string): DaySpan {
  let [first, last] = [today, today]
  for (const { article, due, begins } of commitments) {
    for (const day of [article.published, due?.start, due?.end, begins?.start]) {
      if (!day) continue
      if (day < first) first = day
      if (day > last) last = day
    }
  }
  return { first, last }
}

/** The same, with one day more. */
export const widened = ({ first, last }: DaySpan, day: string): DaySpan => ({
  first: day < first ? day : first,
  last: day > last ? day : last,
})
