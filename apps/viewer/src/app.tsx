import { createSearchIndex } from '@mithaq/views'
import type { SearchHits } from '@mithaq/views'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { directionOf } from './i18n/language.ts'
import { IndexPane } from './panels/index-pane.tsx'
import { ReadingPane } from './panels/reading-pane.tsx'
import { StagePane } from './panels/stage-pane.tsx'
import { Tour } from './panels/tour.tsx'
import { TopBar } from './panels/top-bar.tsx'
import { valueOf } from './state/app-state.ts'
import { useActions, useApp, useLanguage } from './state/use-app.ts'
import { LedgerContext, useLedgerOf } from './state/use-ledger.ts'

/** The page: lists at its start, the drawing in the middle, reading at its end. */
export function App() {
  const { m } = useLanguage()
  const hits = useSearch()
  const ledger = useLedgerOf(hits)
  const stage = useApp(({ view }) => view.stage)
  const reading = useApp(({ view, article }) => view.commitment !== null || article !== null)
  usePageLanguage()
  useTheme()
  useEscape()
  useReturnOfFocus()
  return (
    <LedgerContext.Provider value={ledger}>
      <a class="skip-link" href="#index" onClick={skipToLedger}>
        {m.skipToLedger}
      </a>
      <TopBar hits={hits} />
      <main class="layout" data-reading={reading} data-stage={stage}>
        <IndexPane />
        <StagePane />
        <ReadingPane />
      </main>
      <Tour />
    </LedgerContext.Provider>
  )
}

/** The hash is the view's, so the link moves the focus itself. */
function skipToLedger(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
}

function useSearch(): SearchHits | null {
  const query = useApp(({ view }) => view.query)
  const graph = useApp((state) => valueOf(state.graph))
  const commitments = useApp((state) => valueOf(state.commitments))
  const told = useApp(({ ledger }) => ledger?.told)
  const index = useMemo(
    () => (told === undefined ? createSearchIndex(graph?.nodes ?? [], commitments ?? []) : null),
    [graph, commitments, told === undefined],
  )
  return useMemo(() => {
    if (query.trim() === '') return null
    return index?.search(query) ?? { names: told?.names ?? [], commitments: new Set() }
  }, [index, told, query])
}

function usePageLanguage(): void {
  const { lang, m } = useLanguage()
  useEffect(() => {
    const root = document.documentElement
    root.lang = lang
    root.dir = directionOf(lang)
    document.title = m.pageTitle
  }, [lang, m])
}

function useTheme(): void {
  const theme = useApp(({ view }) => view.theme)
  // Before the canvas' own effect reads the colours: children's effects run first, so this is set while drawing.
  document.documentElement.dataset['theme'] = theme
}

function useEscape(): void {
  const { back } = useActions()
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') back()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [back])
}

/** When what was read is closed, and the focus gone with it, the keyboard is back on its row or on the first. */
function useReturnOfFocus(): void {
  const open = useApp(({ view, article }) => view.commitment ?? article?.id ?? null)
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (open === null && last.current !== null && document.activeElement === document.body) {
      const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(last.current)}"]`)
      const first = document.querySelector<HTMLElement>('[data-row][tabindex="0"], .focus-chip button')
      ;(row ?? first)?.focus()
    }
    last.current = open
  }, [open])
}
