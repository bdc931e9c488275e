import { addDays, daysBetween } from '@mithaq/model'
import { formatDay } from '../i18n/dates.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { today } from '../state/view-state.ts'
import { DayField } from './day-field.tsx'
import { IconButton } from './icon.tsx'

/** The day as of which everything is told: a date, and a slider through all of time that matters. */
export function AsOf() {
  const { lang, m } = useLanguage()
  const asOf = useApp(({ view }) => view.asOf)
  const { counts } = useLedger()
  const { look } = useActions()
  const now = today()
  const { first, last } = counts.span()
  const day = asOf ?? now
  const set = (next: string | null): void => look({ asOf: next === now ? null : next })
  return (
    <div class="as-of" role="group" aria-label={m.asOf}>
      <span aria-hidden="true">{m.asOf}</span>
      <DayField label={m.asOf} day={day} none={formatDay(lang, now)} set={set} />
      <input
        type="range"
        class="as-of-slider"
        aria-label={m.asOfSlider}
        aria-valuetext={formatDay(lang, day)}
        min={0}
        max={daysBetween(first, last)}
        value={daysBetween(first, day)}
        onInput={({ currentTarget }) => set(addDays(first, Number(currentTarget.value)))}
      />
      <span class="as-of-reset" data-idle={asOf === null}>
        {asOf !== null && (
          <IconButton icon="close" label={m.backToToday} onClick={() => look({ asOf: null })} />
        )}
      </span>
    </div>
  )
}
