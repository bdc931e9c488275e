import { useRef, useState } from 'preact/hooks'

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * A list that is one stop for Tab, with the arrow keys, Home and End moving inside it. Spread
 * `list` on the container and `row(id)` on each of its buttons.
 *
 * @param entry the row that Tab comes to before any other had the focus
 */
export function useArrowKeys(entry: string | undefined) {
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
        const step = STEPS[event.key]
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
