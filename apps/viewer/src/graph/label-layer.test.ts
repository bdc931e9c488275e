import { describe, expect, it } from 'vitest'
import { placeNodeLabels } from './label-layer.ts'
import type { NodeLabelRequest } from './label-layer.ts'

const measure = (text: string): number => text.length * 7
const style = { size: 14, width: 160 }
const canvas = { width: 800, height: 400, covered: [] }
const at = (x: number, y: number, text: string, more: Partial<NodeLabelRequest> = {}): NodeLabelRequest => ({
  x,
  y,
  size: 8,
  text,
  forced: false,
  colour: '#000000',
  ...more,
})

/** Thirty nodes over the whole canvas. */
const crowd = (forced: boolean): NodeLabelRequest[] =>
  Array.from({ length: 30 }, (_, i) =>
    at(100 + (i % 6) * 120, 20 + Math.floor(i / 6) * 80, 'العراق', { forced }),
  )

describe('placeNodeLabels', () => {
  it('puts Arabic to the left of its node and Latin to the right', () => {
    const [arabic, latin] = placeNodeLabels(
      [at(300, 50, 'العراق'), at(300, 150, 'Iraq')],
      [],
      measure,
      style,
      canvas,
    )
    expect(arabic!.box[2]).toBeLessThan(300)
    expect(latin!.box[0]).toBeGreaterThan(300)
  })

  it('keeps labels apart, and drops the least important where there is no room', () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      at(200 + (i % 5) * 9, 100 + i, `التحالف الدولي ${i}`, { size: 4 + (i % 7) }),
    )
    const placed = placeNodeLabels(crowd, [], measure, style, canvas)
    expect(placed.length).toBeGreaterThan(1)
    expect(placed.length).toBeLessThan(crowd.length)
    for (const [i, { box: a }] of placed.entries()) {
      for (const { box: b } of placed.slice(i + 1)) {
        expect(a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]).toBe(false)
      }
    }
  })

  it('moves to the other side of its node when another node is in the way', () => {
    const [label] = placeNodeLabels([at(300, 50, 'العراق')], [[275, 50, 9]], measure, style, canvas)
    expect(label!.box[0]).toBeGreaterThan(300)
  })

  it('covers nodes in a crowd only for what is forced and for the largest', () => {
    const wall = Array.from({ length: 400 }, (_, i) => [(i % 40) * 20, Math.floor(i / 40) * 40, 15] as const)
    const placed = placeNodeLabels(crowd(false), wall, measure, style, canvas)
    expect(placed.length).toBeGreaterThan(0)
    expect(placed.length).toBeLessThan(10)
    expect(placeNodeLabels(crowd(true), wall, measure, style, canvas)).toHaveLength(30)
  })

  it('keeps labels inside the canvas', () => {
    const [atTheLeft] = placeNodeLabels([at(20, 50, 'العراق')], [], measure, style, canvas)
    expect(atTheLeft!.box[0]).toBeGreaterThan(20)
    expect(placeNodeLabels([at(-300, 50, 'العراق')], [], measure, style, canvas)).toHaveLength(0)
  })

  it('keeps labels from under the buttons that lie over the canvas', () => {
    const covered = [[0, 0, 300, 100]] as const
    const [beside] = placeNodeLabels([at(310, 50, 'العراق')], [], measure, style, { ...canvas, covered })
    expect(beside!.box[0]).toBeGreaterThan(310)
    expect(placeNodeLabels([at(100, 50, 'العراق')], [], measure, style, { ...canvas, covered })).toEqual([])
  })

  it('takes bidi controls out of hostile names and cuts long ones', () => {
    const [override, long] = placeNodeLabels(
      [at(500, 50, '\u202eالعراق\u2066'), at(500, 150, 'س'.repeat(10_000))],
      [],
      measure,
      style,
      canvas,
    )
    expect(override!.text).toBe('العراق')
    expect(long!.box[2] - long!.box[0]).toBeLessThanOrEqual(style.width)
  })
})
