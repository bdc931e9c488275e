import { NODES } from '@mithaq/model'
import { useMemo } from 'preact/hooks'
import { KINDS } from '../graph/node-shapes.ts'
import { formatNumber } from '../i18n/language.ts'
import { valueOf } from '../state/app-state.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { KindMark } from './kind-mark.tsx'

/** Every node kind of the vocabulary by shape and colour; each is also the switch that shows or hides it. */
export function Legend() {
  const { lang, m } = useLanguage()
  const graph = useApp((state) => valueOf(state.graph))
  const hidden = useApp(({ view }) => view.hidden)
  const mentions = useApp(({ view }) => view.mentions)
  const { toggleKind, look } = useActions()
  const counts = useMemo(() => {
    const byKind = new Map<string, number>()
    for (const { label } of graph?.nodes ?? []) byKind.set(label, (byKind.get(label) ?? 0) + 1)
    return byKind
  }, [graph])
  return (
    <fieldset class="legend" title={m.legendHint}>
      <legend class="visually-hidden">{`${m.legend}: ${m.legendHint}`}</legend>
      {KINDS.map((label) => (
        <label key={label}>
          <input type="checkbox" checked={!hidden.includes(label)} onChange={() => toggleKind(label)} />
          <KindMark label={label} />
          <span>{NODES[label][lang]}</span>
          <span class="legend-count">{formatNumber(lang, counts.get(label) ?? 0)}</span>
        </label>
      ))}
      <label>
        <input type="checkbox" checked={mentions} onChange={() => look({ mentions: !mentions })} />
        <span class="mention-mark" aria-hidden="true" />
        <span>{m.mentionedOnly}</span>
      </label>
    </fieldset>
  )
}
