/** The canvas' colours, read from the style sheet's tokens so that both follow one theme. */
import { NODE_LABELS } from '@mithaq/model'
import type { NodeLabel } from '@mithaq/model'

export type Rgb = readonly [red: number, green: number, blue: number]

export interface Palette {
  paper: string
  raised: string
  ink: string
  muted: string
  line: string
  accent: string
  kinds: Record<NodeLabel, string>
  /** Font stack of the labels. */
  font: string
}

/** Resolve the tokens as they hold for `element` now; called again when the theme changes. */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.ownerDocument.createElement('span')
  element.append(probe)
  // Only a used property resolves light-dark(); the token itself reads back as written.
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`
    return toHex(parseRgb(getComputedStyle(probe).color))
  }
  const kinds = Object.fromEntries(
    NODE_LABELS.map((label) => [label, colour(`kind-${label.toLowerCase()}`)]),
  ) as Record<NodeLabel, string>
  const palette = {
    paper: colour('paper'),
    raised: colour('raised'),
    ink: colour('ink'),
    muted: colour('ink-muted'),
    line: colour('edge'),
    accent: colour('accent'),
    kinds,
    font: getComputedStyle(probe).fontFamily,
  }
  probe.remove()
  return palette
}

const parseRgb = (text: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/gu) ?? []).map(Number)
  return [red, green, blue]
}

/** @example toHex([176, 58, 22]) // '#b03a16' */
const toHex = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

export const fromHex = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Between two colours: 0 is all `a`, 1 all `b`. */
export function mix(a: string, b: string, share: number): string {
  const [from, to] = [fromHex(a), fromHex(b)]
  const part = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * share
  return toHex([part(0), part(1), part(2)])
}
