import { useMemo } from 'preact/hooks'
import { formatNumber, termOf } from '../i18n/language.ts'
import { facetCounts, toggled } from '../state/facets.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'

/** What stood how on the day asked for; each status is also the switch that lists it alone. */
export function StatusSummary() {
  const { lang, m } = useLanguage()
  const { base } = useLedger()
  const choice = useApp(({ view }) => view.choice)
  const { look } = useActions()
  const counts = useMemo(() => facetCounts(base, choice, 'status'), [base, choice])
  return (
    <div class="status-summary" role="group" aria-label={m.statusSummary}>
      {counts.map(([status, count]) => (
        <button
          key={status}
          type="button"
          class="status-chip"
          data-status={status}
          aria-pressed={choice.status.includes(status)}
          onClick={() => look({ choice: toggled(choice, 'status', status) })}
        >
          <span class="status-dot" aria-hidden="true" />
          {termOf(lang, 'status', status as never)}
          <b>{formatNumber(lang, count)}</b>
        </button>
      ))}
    </div>
  )
}
