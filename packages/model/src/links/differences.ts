/** In what two statements of one undertaking differ: date, place, number. */
import { lastDay } from '../interval.ts'
import type { Interval } from '../schema.ts'
import type { LinkedCommitment } from './article.ts'
import type { Wholes } from './wholes.ts'

/** Each as a reader would say it: `due 2016-06-30, before: 2016-03-31`. */
export function differencesOf(later: LinkedCommitment, earlier: LinkedCommitment, wholes: Wholes): string[] {
  const found: string[] = []
  const say = (what: string, now: string, before: string): void =>
    void found.push(`${what} ${now}, not ${before}`)
  if (later.due && earlier.due) {
    if (datesDiffer(later.due, earlier.due)) say('due', dayOf(later.due), dayOf(earlier.due))
  } else if (later.begins && earlier.begins && startsDiffer(later.begins, earlier.begins))
    say('begins', later.begins.from ?? '…', earlier.begins.from ?? '…')
  const [now, before] = [later.quantity, earlier.quantity]
  if (now && before && now.value !== before.value)
    say('quantity', `${now.value} ${now.unit}`, `${before.value} ${before.unit}`)
  const [here, there] = [later, earlier].map(({ places }) =>
    places.filter(({ role }) => role === 'at').map(({ id }) => id),
  ) as [string[], string[]]
  if (here.length > 0 && there.length > 0 && !wholes.meet(here, there))
    say('place', here.toSorted().join(' '), there.toSorted().join(' '))
  return found
}

/** «by the end of March» and «by 31 March» are one date, and so is a day within the month that was named. */
function datesDiffer(a: Interval, b: Interval): boolean {
  if (a.until === b.until) return false
  return !contains(a, b) && !contains(b, a)
}

const startsDiffer = (a: Interval, b: Interval): boolean =>
  a.from !== b.from && !contains(a, b) && !contains(b, a)

const contains = (outer: Interval, inner: Interval): boolean =>
  outer.from !== null &&
  outer.until !== null &&
  inner.from !== null &&
  inner.until !== null &&
  outer.from <= inner.from &&
  inner.until <= outer.until

const dayOf = (interval: Interval): string => lastDay(interval) ?? `from ${interval.from}`
