import { useState } from 'preact/hooks'
import { fill, formatNumber } from '../i18n/language.ts'
import { valueOf } from '../state/app-state.ts'
import { FACETS, NO_CHOICE, choiceSize, toggled } from '@mithaq/views'
import type { Facet } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { DayField } from './day-field.tsx'
import { facetName } from './group-name.ts'
import { LoadingNotice } from './notice.tsx'

/** Values shown of a facet before the rest is asked for. */
const MOST_VALUES = 6

/** Narrows the ledger: every facet with its values, and how many commitments each would leave. */
export function FacetPanel() {
  const { m } = useLanguage()
  const choice = useApp(({ view }) => view.choice)
  const reading = useApp(({ ledger }) => ledger?.told.partial ?? false)
  const { look } = useActions()
  return (
    <div class="facets" role="group" aria-label={m.filtersLabel}>
      {choiceSize(choice) > 0 && (
        <button type="button" class="button" onClick={() => look({ choice: NO_CHOICE })}>
          {m.clearFilters}
        </button>
      )}
      {reading && <LoadingNotice />}
      {FACETS.slice(0, 2).map((facet) => (
        <FacetValues key={facet} facet={facet} />
      ))}
      <DueBetween />
      {FACETS.slice(2).map((facet) => (
        <FacetValues key={facet} facet={facet} />
      ))}
    </div>
  )
}

function FacetValues({ facet }: { facet: Facet }) {
  const { lang, m } = useLanguage()
  const ledger = useLedger()
  const choice = useApp(({ view }) => view.choice)
  const articles = useApp((state) => valueOf(state.articles))
  const { look } = useActions()
  const [whole, setWhole] = useState(false)
  const counts = ledger.counts.facet(facet)
  const shown = whole
    ? counts
    : counts.filter(([value], i) => i < MOST_VALUES || choice[facet].includes(value))
  if (counts.length === 0) return null
  const naming = { lang, m, names: ledger.names, articles: articles ?? [] }
  return (
    <fieldset class="facet" data-facet={facet}>
      <legend>{m.facet[facet]}</legend>
      {shown.map(([value, count]) => (
        <label key={value} class="facet-value">
          <input
            type="checkbox"
            checked={choice[facet].includes(value)}
            onChange={() => look({ choice: toggled(choice, facet, value) })}
          />
          <span class="facet-name">
            <bdi>{facetName(facet, value, naming)}</bdi>
          </span>
          <span class="facet-count">{formatNumber(lang, count)}</span>
        </label>
      ))}
      {counts.length > MOST_VALUES && (
        <button type="button" class="text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? m.showFewerValues : fill(m.showAllValues, { n: formatNumber(lang, counts.length) })}
        </button>
      )}
    </fieldset>
  )
}

function DueBetween() {
  const { m } = useLanguage()
  const choice = useApp(({ view }) => view.choice)
  const { look } = useActions()
  const day = (end: 'from' | 'until', label: string) => (
    <span class="facet-day">
      {label}
      <DayField
        label={`${m.dueBetween} ${label}`}
        day={choice[end]}
        none={m.anyDay}
        set={(next) => {
          const changed = { ...choice, [end]: next }
          look({ choice: choiceSize(changed) === 0 ? NO_CHOICE : changed })
        }}
      />
    </span>
  )
  return (
    <fieldset class="facet">
      <legend>{m.dueBetween}</legend>
      <div class="facet-days">
        {day('from', m.dueFrom)}
        {day('until', m.dueUntil)}
      </div>
    </fieldset>
  )
}
