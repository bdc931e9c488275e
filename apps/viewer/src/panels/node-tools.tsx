import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { fill, formatNumber, plural } from '../i18n/language.ts'
import { centreOf } from '../state/keep-loaded.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { HOPS } from '../state/view-state.ts'

/** What can be done with the node in focus and with those selected together; all of it by keyboard too. */
export function NodeTools() {
  const { lang, m } = useLanguage()
  const centre = useApp(centreOf)
  const picked = useApp(({ view }) => view.picked)
  const removed = useApp(({ view }) => view.removed)
  const pins = useApp(({ view }) => view.pins)
  const { look } = useActions()
  const count = (text: string, n: number): string => fill(text, { n: formatNumber(lang, n) })
  useHopKeys()
  return (
    <div class="node-tools">
      {centre !== null && picked.length === 0 && <FocusTools centre={centre} />}
      {picked.length > 0 && <PickedTools />}
      {removed.length > 0 && (
        <Tool onClick={() => look({ removed: [] })}>{count(m.restore, removed.length)}</Tool>
      )}
      {pins.length > 0 && <Tool onClick={() => look({ pins: [] })}>{count(m.unpin, pins.length)}</Tool>}
      <p class="visually-hidden" role="status">
        {picked.length > 0 && plural(lang, m.pickedCount, picked.length)}
      </p>
    </div>
  )
}

function FocusTools({ centre }: { centre: string }) {
  const { lang, m } = useLanguage()
  const hops = useApp(({ view }) => view.hops)
  const expanded = useApp(({ view }) => view.expanded)
  const { look, expand, remove, pick } = useActions()
  return (
    <div class="tool-group" role="group" aria-label={m.focusTools}>
      <div class="segments" role="group" aria-label={m.hopsLabel}>
        {HOPS.map((n) => (
          <button
            key={n}
            type="button"
            aria-pressed={hops === n}
            title={plural(lang, m.hopCount, n)}
            aria-label={`${formatNumber(lang, n)}: ${plural(lang, m.hopCount, n)}`}
            onClick={() => look({ hops: n })}
          >
            {formatNumber(lang, n)}
          </button>
        ))}
      </div>
      {!expanded.includes(centre) && <Tool onClick={() => expand([centre])}>{m.expand}</Tool>}
      <Tool onClick={() => pick(centre)}>{m.pick}</Tool>
      <Tool onClick={() => remove([centre])}>{m.remove}</Tool>
    </div>
  )
}

function PickedTools() {
  const { lang, m } = useLanguage()
  const picked = useApp(({ view }) => view.picked)
  const path = useApp(({ view }) => view.path)
  const centre = useApp(centreOf)
  const { look, expand, remove, pick, pickAll } = useActions()
  return (
    <div class="tool-group" role="group" aria-label={m.pickedTools}>
      <span class="tool-note">{plural(lang, m.pickedCount, picked.length)}</span>
      {centre !== null && !picked.includes(centre) && <Tool onClick={() => pick(centre)}>{m.pick}</Tool>}
      {picked.length === 2 && (
        <Tool pressed={path} onClick={() => look({ path: !path })}>
          {m.path}
        </Tool>
      )}
      <Tool onClick={() => expand(picked)}>{m.expand}</Tool>
      <Tool onClick={() => remove(picked)}>{m.remove}</Tool>
      <Tool onClick={() => pickAll([])}>{m.unpickAll}</Tool>
    </div>
  )
}

function Tool(props: { pressed?: boolean; onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button tool" aria-pressed={props.pressed} onClick={props.onClick}>
      {props.children}
    </button>
  )
}

/** 1, 2 and 3 say how far around the focus to look, wherever nobody is typing. */
function useHopKeys(): void {
  const { look } = useActions()
  useEffect(() => {
    const onKeyDown = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (ctrlKey || metaKey || altKey || isTyping(target)) return
      const hops = HOPS.find((n) => String(n) === key)
      if (hops !== undefined) look({ hops })
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [look])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')
