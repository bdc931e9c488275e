/** The tokens' promises: contrast with the paper, and kinds that colour-blind readers can tell apart. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromHex } from '../src/graph/palette.ts'
import type { Rgb } from '../src/graph/palette.ts'

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8')
const tokens = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gu)].map(
  ([, name, light, dark]) => ({ name: name!, light: fromHex(light!), dark: fromHex(dark!) }),
)
const token = (name: string, theme: 'light' | 'dark'): Rgb => tokens.find((one) => one.name === name)![theme]
const named = (pattern: RegExp): string[] =>
  tokens.map(({ name }) => name).filter((name) => pattern.test(name))

const THEMES = ['light', 'dark'] as const
const linear = (part: number): number => {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

type Matrix = readonly (readonly [number, number, number])[]

/** Viénot, Brettel and Mollon 1999: what is left of a linear RGB colour without one kind of cone. */
const VISIONS: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
}

/** Linear sRGB to XYZ, each of D65 white at 1. */
const TO_XYZ: Matrix = [
  [0.4339, 0.3762, 0.1899],
  [0.2126, 0.7152, 0.0722],
  [0.0178, 0.1098, 0.8724],
]

const times = (matrix: Matrix, v: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, part, i) => sum + part * v[i]!, 0))

const labCurve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)

/** CIE L*a*b* of a colour as a reader with this vision sees it. */
function seen(rgb: Rgb, vision: Matrix): [number, number, number] {
  const [x, y, z] = times(TO_XYZ, times(vision, rgb.map(linear))).map((part) => labCurve(Math.max(part, 0)))
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)]
}

describe.each(THEMES)('tokens in the %s theme', (theme) => {
  const surfaces = ['paper', 'raised'].map((name) => token(name, theme))

  it.each(named(/^kind-/u))('%s has 3:1 against the paper', (name) => {
    for (const surface of surfaces) expect(contrast(token(name, theme), surface)).toBeGreaterThanOrEqual(3)
  })

  it.each(named(/^(?:ink|status|accent)/u))('%s has 4.5:1 as text', (name) => {
    for (const surface of surfaces) expect(contrast(token(name, theme), surface)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.entries(VISIONS))('kinds are told apart with %s vision', (_, vision) => {
    const kinds = named(/^kind-/u)
    for (const [i, a] of kinds.entries()) {
      for (const b of kinds.slice(i + 1)) {
        const [p, q] = [seen(token(a, theme), vision), seen(token(b, theme), vision)]
        const distance = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
        expect.soft(distance, `${a} and ${b}`).toBeGreaterThan(10)
      }
    }
  })
})
