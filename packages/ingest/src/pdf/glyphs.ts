/**
 * Letters with their places on a page, read from its drawing operators. The library's own text comes without
 * glyph boundaries and turns ligatures round («بلاده» becomes «بالده»), since PDF keeps Arabic as it is seen.
 */

export interface Glyph {
  /** What it spells; a ligature several letters, in reading order. */
  text: string
  /** In points; y grows upward. */
  left: number
  right: number
  y: number
  size: number
}

type Matrix = readonly [number, number, number, number, number, number]

interface DrawnGlyph {
  unicode: string
  width: number
  isSpace: boolean
}

/** Letters, and shifts between them in thousandths of the type's size. */
type Shown = readonly (DrawnGlyph | number)[]

/** What of a page's state text depends on. */
interface State {
  ctm: Matrix
  size: number
  spacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

/** A page's operators, as `getOperatorList` of pdf.js gives them. */
export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly (readonly unknown[] | null)[]
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** @param ops the numbers of the operators, `OPS` of pdf.js */
export function glyphsOf({ fnArray, argsArray }: Operators, ops: Readonly<Record<string, number>>): Glyph[] {
  const glyphs: Glyph[] = []
  let state: State = { ctm: IDENTITY, size: 1, spacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 }
  const kept: State[] = []
  let text = IDENTITY
  let line = IDENTITY
  const move = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (items: Shown): void => {
    for (const item of items) {
      if (typeof item === 'number') {
        text = times(text, [1, 0, 0, 1, (-item / 1000) * state.size * state.scale, 0])
        continue
      }
      const width = (item.width / 1000) * state.size
      const at = times(state.ctm, times(text, [1, 0, 0, 1, 0, state.rise]))
      glyphs.push({
        text: item.unicode,
        left: at[4],
        right: at[4] + at[0] * width * state.scale,
        y: at[5],
        size: Math.abs(state.size * at[3]),
      })
      const advance = (width + state.spacing + (item.isSpace ? state.wordSpacing : 0)) * state.scale
      text = times(text, [1, 0, 0, 1, advance, 0])
    }
  }
  const draw: Record<string, (args: never) => void> = {
    save: () => kept.push(state),
    restore: () => (state = kept.pop() ?? state),
    transform: (matrix: Matrix) => (state = { ...state, ctm: times(state.ctm, matrix) }),
    paintFormXObjectBegin: ([matrix]: [Matrix | null]) => {
      kept.push(state)
      if (matrix) state = { ...state, ctm: times(state.ctm, matrix) }
    },
    paintFormXObjectEnd: () => (state = kept.pop() ?? state),
    beginText: () => (text = line = IDENTITY),
    setFont: ([, size]: [string, number]) => (state = { ...state, size }),
    setCharSpacing: ([spacing]: [number]) => (state = { ...state, spacing }),
    setWordSpacing: ([wordSpacing]: [number]) => (state = { ...state, wordSpacing }),
    setHScale: ([scale]: [number]) => (state = { ...state, scale: scale / 100 }),
    setLeading: ([leading]: [number]) => (state = { ...state, leading: -leading }),
    setTextRise: ([rise]: [number]) => (state = { ...state, rise }),
    setTextMatrix: ([matrix]: [Matrix]) => (text = line = matrix),
    moveText: ([x, y]: [number, number]) => move(x, y),
    setLeadingMoveText: ([x, y]: [number, number]) => {
      state = { ...state, leading: y }
      move(x, y)
    },
    nextLine: () => move(0, state.leading),
    showText: ([items]: [Shown]) => show(items),
    showSpacedText: ([items]: [Shown]) => show(items),
    nextLineShowText: ([items]: [Shown]) => {
      move(0, state.leading)
      show(items)
    },
  }
  const byNumber = new Map(Object.entries(draw).map(([name, act]) => [ops[name], act]))
  for (const [i, fn] of fnArray.entries()) byNumber.get(fn)?.((argsArray[i] ?? []) as never)
  return glyphs
}

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]
