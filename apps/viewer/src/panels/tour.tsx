import { useEffect, useState } from 'preact/hooks'
import { fill, formatNumber } from '../i18n/language.ts'
import { useLanguage } from '../state/use-app.ts'

/** Where a reader's having seen the tour is kept. */
const SEEN = 'mithaq-tour'

/** What each step points at. */
const TARGETS = ['.index-pane', '.stage-tabs', '.as-of', '.search'] as const

/** Four sentences at the first visit, each beside what it is about; skipped with one key or click. */
export function Tour() {
  const { lang, m } = useLanguage()
  const [step, setStep] = useState(wasSeen() ? null : 0)
  useEffect(() => {
    const target = step === null ? undefined : TARGETS[step]
    const element = target === undefined ? null : document.querySelector(target)
    element?.setAttribute('data-toured', '')
    return () => element?.removeAttribute('data-toured')
  }, [step])
  if (step === null) return null
  const end = (): void => {
    remember()
    setStep(null)
  }
  const last = step === TARGETS.length - 1
  return (
    <aside
      class="tour"
      aria-label={m.tourLabel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        end()
      }}
    >
      <p aria-live="polite">{m.tour[step]}</p>
      <div class="tour-foot">
        <span class="muted">
          {fill(m.tourStep, { n: formatNumber(lang, step + 1), of: formatNumber(lang, TARGETS.length) })}
        </span>
        {!last && (
          <button type="button" class="button quiet" onClick={end}>
            {m.tourSkip}
          </button>
        )}
        <button type="button" class="button primary" onClick={() => (last ? end() : setStep(step + 1))}>
          {last ? m.tourEnd : m.tourNext}
        </button>
      </div>
    </aside>
  )
}

/** A browser may refuse to remember: the tour then comes at every visit, which is better than never. */
function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null
  } catch {
    return false
  }
}

function remember(): void {
  try {
    localStorage.setItem(SEEN, '1')
  } catch {
    // As above.
  }
}
