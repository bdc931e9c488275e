/** The ledger along time: months with what falls due in them, and how densely. */
import { addDays, isoDate, partsOf } from '@mithaq/model'
import type { CommitmentView, EnumValue } from '@mithaq/model'
import { dueDay } from './rows.ts'

export interface Month {
  /** `2025-09`. */
  month: string
  commitments: CommitmentView[]
}

/** By due day; those without one apart. */
export function timelineOf(commitments: readonly CommitmentView[]): {
  months: Month[]
  undated: CommitmentView[]
} {
  const dated = commitments
    .filter((one) => dueDay(one) !== null)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const months: Month[] = []
  for (const one of dated) {
    const month = dueDay(one)!.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.commitments.push(one)
    else months.push({ month, commitments: [one] })
  }
  return { months, undated: commitments.filter((one) => dueDay(one) === null) }
}

const keyOf = (one: CommitmentView): string => `${dueDay(one) ?? ''}|${one.id}`

type BinUnit = 'month' | 'quarter' | 'year'

export interface Bin {
  /** First and last day. */
  start: string
  end: string
  counts: Partial<Record<EnumValue<'status'>, number>>
  total: number
}

const MONTHS_OF: Readonly<Record<BinUnit, number>> = { month: 1, quarter: 3, year: 12 }
/** More bars than this are too thin to aim at. */
const MOST_BINS = 72

export interface Density {
  unit: BinUnit
  bins: Bin[]
}

/** Bars of equal length from the first due day to the last, in the finest unit that still shows them all. */
export function densityOf(commitments: readonly CommitmentView[]): Density {
  const days = commitments.flatMap((one) => dueDay(one) ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { unit: 'month', bins: [] }
  const unit =
    (['month', 'quarter'] as const).find((one) => binOf(last, one) - binOf(first, one) < MOST_BINS) ?? 'year'
  const from = binOf(first, unit)
  const bins = Array.from({ length: binOf(last, unit) - from + 1 }, (_, i): Bin => {
    const month = (from + i) * MONTHS_OF[unit]
    return {
      start: monthStart(month),
      end: addDays(monthStart(month + MONTHS_OF[unit]), -1),
      counts: {},
      total: 0,
    }
  })
  for (const one of commitments) {
    const day = dueDay(one)
    const bin = day === null ? undefined : bins[binOf(day, unit) - from]
    if (bin === undefined) continue
    bin.counts[one.status] = (bin.counts[one.status] ?? 0) + 1
    bin.total++
  }
  return { unit, bins }
}

/** Which bar of all time a day belongs to. */
function binOf(day: string, unit: BinUnit): number {
  const { year, month } = partsOf(day)
  return Math.floor((year * 12 + month - 1) / MONTHS_OF[unit])
}

const monthStart = (month: number): string => isoDate(Math.floor(month / 12), (month % 12) + 1, 1)
