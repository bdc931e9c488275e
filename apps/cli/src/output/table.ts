import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type { Cell } from './csv.ts'
import { plain } from './plain.ts'

const GAP = '  '
const NARROWEST = 8
/** First strong isolate and its end: they keep a cell's Arabic from reordering the cells beside it. */
const [ISOLATE, END] = ['\u2068', '\u2069']
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Arabic in marks that keep it from reordering what stands beside it on a terminal. */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? ISOLATE + text + END : text)

export interface TableOptions {
  /** Columns of the terminal; cells wrap to fit. Without it nothing wraps. */
  width?: number | undefined
  /** For a terminal that shows Arabic right to left: wrap cells in bidi isolates. */
  isolate?: boolean
}

/**
 * A table in plain text, without vertical lines: terminals draw Arabic letters in cells of their own
 * width, and a border would show every one that is off. Values are made safe for a terminal.
 */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { width, isolate = false }: TableOptions = {},
): string {
  const cells = [columns, ...rows].map((row) => columns.map((_, i) => plain(String(row[i] ?? ''))))
  const widths = fit(
    columns.map((_, i) => Math.max(...cells.map((row) => stringWidth(row[i]!)))),
    width,
  )
  const [head, ...body] = cells.map((row) => renderRow(row, widths, isolate))
  const rule = widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GAP)
  return [head, rule, ...body, ''].join('\n')
}

function renderRow(row: readonly string[], widths: readonly number[], isolate: boolean): string {
  const lines = row.map((cell, i) => wrapAnsi(cell, widths[i]!, { hard: true }).split('\n'))
  const height = Math.max(...lines.map((cell) => cell.length))
  return Array.from({ length: height }, (_, at) =>
    lines
      .map((cell, i) => pad(cell[at] ?? '', widths[i]!, isolate))
      .join(GAP)
      .trimEnd(),
  ).join('\n')
}

function pad(text: string, width: number, isolate: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return `${isolate ? isolated(text) : text}${space}`
}

/** Narrow the widest columns until the row fits; a terminal too narrow for any table gets long lines. */
function fit(natural: readonly number[], width: number | undefined): number[] {
  const widths = natural.map((columnWidth) => Math.max(1, columnWidth))
  if (width === undefined) return widths
  let excess = widths.reduce((sum, w) => sum + w, GAP.length * (widths.length - 1)) - width
  while (excess > 0) {
    const widest = Math.max(...widths)
    if (widest <= NARROWEST) break
    widths[widths.indexOf(widest)] = widest - 1
    excess--
  }
  return widths
}
