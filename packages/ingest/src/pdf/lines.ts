/** Glyphs to lines, lines to paragraphs, by where they stand. */
import type { Glyph } from './glyphs.ts'
import { toReadingOrder } from './logical-order.ts'

export interface Line {
  text: string
  left: number
  right: number
  y: number
  size: number
}

/** Of the type's size: what sits higher or lower is another line; a wider gap is a space; a wider one yet, a column. */
const SAME_LINE = 0.5
const SPACE = 0.16
const COLUMN = 3

/** The lines of a page in the order they are drawn, which is the order of reading even where there are columns. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const rows: Glyph[][] = []
  const marks: { mark: Glyph; near: number }[] = []
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '' || glyph.size === 0) continue
    if (isMark(glyph.text)) {
      marks.push({ mark: glyph, near: rows.length })
      continue
    }
    const first = rows.at(-1)?.[0]
    if (first && Math.abs(first.y - glyph.y) < SAME_LINE * Math.max(first.size, glyph.size))
      rows.at(-1)!.push(glyph)
    else rows.push([glyph])
  }
  for (const { mark, near } of marks) {
    // A mark stands above or below its line, and may be drawn before all of it.
    const around = [rows[near - 1], rows[near]].filter((row) => row !== undefined)
    around.toSorted((a, b) => Math.abs(a[0]!.y - mark.y) - Math.abs(b[0]!.y - mark.y))[0]?.push(mark)
  }
  return rows.flatMap((row) => columnsOf(row)).flatMap((row) => lineOf(row) ?? [])
}

const isMark = (text: string): boolean => /^\s*\p{Mark}+$/u.test(text.normalize('NFKC'))

/** A row cut where it gapes, right part first, as Arabic is set. */
function columnsOf(row: readonly Glyph[]): Glyph[][] {
  const sorted = row.toSorted((a, b) => a.left - b.left)
  const columns: Glyph[][] = []
  let right = -Infinity
  for (const glyph of sorted) {
    if (columns.length === 0 || glyph.left - right > COLUMN * glyph.size) columns.push([])
    columns.at(-1)!.push(glyph)
    right = Math.max(right, glyph.right)
  }
  return columns.reverse()
}

function lineOf(row: readonly Glyph[]): Line | undefined {
  const letters = row.filter(({ text }) => !isMark(text))
  if (letters.length === 0) return undefined
  const units: string[] = []
  let right = letters[0]!.left
  const places: { glyph: Glyph; unit: number }[] = []
  for (const glyph of letters) {
    if (glyph.left - right > SPACE * glyph.size) units.push(' ')
    places.push({ glyph, unit: units.length })
    units.push(plainLetters(glyph.text))
    right = Math.max(right, glyph.right)
  }
  const bases = places.filter(({ glyph }) => /\p{L}/u.test(glyph.text))
  for (const mark of row) {
    if (!isMark(mark.text)) continue
    // A mark belongs to the letter that it stands over, whatever the order of drawing.
    const middle = (mark.left + mark.right) / 2
    const over = bases.toSorted((a, b) => awayFrom(a.glyph, middle) - awayFrom(b.glyph, middle))[0]
    if (over) units[over.unit] += mark.text.normalize('NFKC').trim()
  }
  const text = toReadingOrder(units).replace(/\s+/gu, ' ').trim()
  const size = Math.max(...letters.map((glyph) => glyph.size))
  return { text, left: letters[0]!.left, right, y: letters[0]!.y, size }
}

const awayFrom = ({ left, right }: Glyph, x: number): number => Math.max(left - x, x - right, 0)

/** The letters behind the shapes that some documents name: «ﻻ» is «لا». */
const plainLetters = (text: string): string =>
  text
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]/gu, (shape) => shape.normalize('NFKC').trim())
    .replaceAll('\u0000', '')

/** Of the usual distance of lines: a wider one parts paragraphs. */
const WIDE = 1.35
/** Of the column: a line that ends this far from its edge is a paragraph's last. */
const SHORT = 0.12

/**
 * Paragraphs of lines: a wide gap, another size, or a line that ends short of the column's edge after its full
 * stop, parts them.
 */
export function paragraphsOf(lines: readonly Line[]): string[] {
  const gaps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((gap) => gap > 0)
    .toSorted((a, b) => a - b)
  const usual = gaps[Math.floor(gaps.length / 4)] ?? 0
  const paragraphs: string[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (before && !isApart(before, line, usual)) paragraphs[paragraphs.length - 1] += ` ${line.text}`
    else paragraphs.push(line.text)
  }
  return paragraphs
}

function isApart(before: Line, line: Line, usual: number): boolean {
  const gap = before.y - line.y
  const isNewColumn = gap <= 0
  if (!isNewColumn && gap > usual * WIDE) return true
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return true
  const width = Math.max(before.right, line.right) - Math.min(before.left, line.left)
  const isArabic = /\p{Script=Arabic}/u.test(before.text)
  const rest = isArabic ? before.left - line.left : line.right - before.right
  return /[.؟!:»”"]$/u.test(before.text) && rest > width * SHORT
}
