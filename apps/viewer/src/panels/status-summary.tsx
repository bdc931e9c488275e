import { formatNumber, termOf } from '../i18n/language.ts'
import { toggled } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'

/** What stood how on the day asked for; each status is also the switch that lists it alone. */
export function StatusSummary() {
  const { lang, m } = useLanguage()
  const { counts } = useLedger()
  const choice = useApp(({ view }) => view.choice)
  const { look } = useActions()
  return (
    <div class="status-summary" role="group" aria-label={m.statusSummary}>
      {counts.facet('status').map(([status, count]) => (
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
