import { NO_CHOICE, choiceSize } from '@mithaq/views'
import type { ComponentChildren } from 'preact'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { Notice } from './notice.tsx'

/** A ledger that is empty because it was narrowed: by what, and each way back. */
export function NothingMatches() {
  const { m } = useLanguage()
  const { query, choice, focus, asOf } = useApp(({ view }) => view)
  const { look } = useActions()
  return (
    <Notice title={m.nothingMatches}>
      <p>{m.nothingMatchesBody}</p>
      <div class="notice-ways">
        {query !== '' && <Way onClick={() => look({ query: '' })}>{m.searchClear}</Way>}
        {choiceSize(choice) > 0 && <Way onClick={() => look({ choice: NO_CHOICE })}>{m.clearFilters}</Way>}
        {focus !== null && <Way onClick={() => look({ focus: null })}>{m.clearFocus}</Way>}
        {asOf !== null && <Way onClick={() => look({ asOf: null })}>{m.backToToday}</Way>}
      </div>
    </Notice>
  )
}

const Way = (props: { onClick: () => void; children: ComponentChildren }) => (
  <button type="button" class="button" onClick={props.onClick}>
    {props.children}
  </button>
)
