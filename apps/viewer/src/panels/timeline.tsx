import { useMemo, useRef } from 'preact/hooks'
import { formatDay, formatRange } from '../i18n/dates.ts'
import { fill, formatNumber } from '../i18n/language.ts'
import { timelineOf } from '@mithaq/views'
import type { Month } from '@mithaq/views'
import { useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { today } from '../state/view-state.ts'
import { DensityStrip } from './density-strip.tsx'
import { useGrowing } from './growing.ts'
import { LedgerRow } from './ledger.tsx'
import { NothingMatches } from './nothing-matches.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'

/** What falls due, month by month, with the day asked for among them. */
export function Timeline() {
  const { lang, m } = useLanguage()
  const { listed, grow } = useLedger()
  const open = useApp(({ view }) => view.commitment)
  const asOf = useApp(({ view }) => view.asOf)
  const { months, undated } = useMemo(() => timelineOf(listed), [listed])
  const { count, end } = useGrowing(months, listed.length, grow)
  const entry = listed.some(({ id }) => id === open)
    ? (open ?? undefined)
    : (months[0]?.commitments ?? undated)[0]?.id
  const { list, row } = useArrowKeys(entry)
  const scroller = useRef<HTMLDivElement>(null)
  const toMonth = (month: string): void => {
    const sections = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-month]') ?? [])]
    sections.find(({ dataset }) => (dataset['month'] ?? '') >= month)?.scrollIntoView({ block: 'start' })
  }
  if (listed.length === 0) return <NothingMatches />
  const now = asOf ?? today()
  const shown = firstMonths(months, count)
  const mark = shown.findIndex(({ month }) => month > now.slice(0, 7))
  const allShown = shown.length === months.length && grow === null
  return (
    <>
      <DensityStrip now={now} jump={toMonth} />
      <div class="timeline-scroll" ref={scroller}>
        <div class="timeline" {...list}>
          {shown.map(({ month, commitments }, index) => (
            <>
              {index === mark && <AsOfMark day={now} />}
              <section
                key={month}
                class="timeline-month"
                data-month={month}
                aria-label={monthName(lang, month)}
              >
                <h3>
                  <time dateTime={month}>{monthName(lang, month)}</time>
                  <span class="group-count">{formatNumber(lang, commitments.length)}</span>
                </h3>
                <ol role="list">
                  {commitments.map((one) => (
                    <li key={one.id} data-status={one.status}>
                      <LedgerRow commitment={one} open={one.id === open} row={row(one.id)} />
                    </li>
                  ))}
                </ol>
              </section>
            </>
          ))}
          {mark === -1 && allShown && <AsOfMark day={now} />}
          {allShown && undated.length > 0 && (
            <section class="timeline-month" aria-label={m.noDue}>
              <h3>
                {m.noDue}
                <span class="group-count">{formatNumber(lang, undated.length)}</span>
              </h3>
              <ol role="list">
                {undated.slice(0, count).map((one) => (
                  <li key={one.id} data-status={one.status}>
                    <LedgerRow commitment={one} open={one.id === open} row={row(one.id)} />
                  </li>
                ))}
              </ol>
            </section>
          )}
          <div ref={end} />
        </div>
      </div>
    </>
  )
}

function AsOfMark({ day }: { day: string }) {
  const { lang, m } = useLanguage()
  return (
    <p class="as-of-mark">
      <time dateTime={day}>{fill(m.asOfMark, { day: formatDay(lang, day) })}</time>
    </p>
  )
}

const monthName = (lang: 'ar' | 'en', month: string): string =>
  formatRange(lang, { start: `${month}-01`, end: lastOf(month) })

function lastOf(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}

/** Whole months until `count` rows are drawn. */
function firstMonths(months: readonly Month[], count: number): readonly Month[] {
  let rows = 0
  const upTo = months.findIndex(({ commitments }) => (rows += commitments.length) >= count)
  return upTo === -1 ? months : months.slice(0, upTo + 1)
}
