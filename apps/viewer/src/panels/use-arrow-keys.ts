import { useRef, useState } from 'preact/hooks'

type Steps = Readonly<Record<string, (at: number, last: number) => number>>

const next = (at: number, last: number): number => Math.min(at + 1, last)
const previous = (at: number): number => Math.max(at - 1, 0)
const ENDS: Steps = { Home: () => 0, End: (_, last) => last }
const DOWN_A_LIST: Steps = { ...ENDS, ArrowDown: next, ArrowUp: previous }
/** Arabic is read to the left; up and down still scroll the text. */
export const ALONG_A_TEXT: Steps = { ...ENDS, ArrowLeft: next, ArrowRight: previous }

/**
 * A list that is one stop for Tab, with the arrow keys, Home and End moving inside it. Spread
 * `list` on the container and `row(id)` on each of its buttons.
 *
 * @param entry the row that Tab comes to before any other had the focus
 */
export function useArrowKeys(entry: string | undefined, steps: Steps = DOWN_A_LIST) {
  const [current, setCurrent] = useState<string | null>(null)
  const container = useRef<HTMLDivElement>(null)
  const rows = (): HTMLElement[] => [
    ...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
  ]
  const present = current !== null && rows().some(({ dataset }) => dataset['row'] === current)
  const stop = present ? current : entry
  return {
    list: {
      ref: container,
      onKeyDown(event: KeyboardEvent) {
        const step = steps[event.key]
        if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        const all = rows()
        const at = all.findIndex((row) => row === document.activeElement)
        event.preventDefault()
        all[step(at, all.length - 1)]?.focus()
      },
    },
    row: (id: string) => ({
      'data-row': id,
      tabIndex: id === stop ? 0 : -1,
      onFocusIn: () => setCurrent(id),
    }),
  }
}
