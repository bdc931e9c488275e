import { formatDay } from '../i18n/dates.ts'
import { useLanguage } from '../state/use-app.ts'

interface Props {
  label: string
  /** ISO; null is no day. */
  day: string | null
  /** What is shown for no day. */
  none: string
  set: (day: string | null) => void
}

/**
 * A day as the reader's language writes it; the browser's own field, which writes it as the browser's
 * language does, takes its place while it has the focus.
 */
export function DayField({ label, day, none, set }: Props) {
  const { lang } = useLanguage()
  return (
    <span class="day-field">
      <span class="day-text" aria-hidden="true">
        {day === null ? none : formatDay(lang, day)}
      </span>
      <input
        type="date"
        aria-label={label}
        value={day ?? ''}
        onChange={({ currentTarget }) => set(currentTarget.value || null)}
        onClick={({ currentTarget }) => openPicker(currentTarget)}
      />
    </span>
  )
}

function openPicker(field: HTMLInputElement): void {
  try {
    field.showPicker()
  } catch {
    // Not every browser has one; the field can be typed into.
  }
}
