import { describe, expect, it } from 'vitest'
import { fitLine, wrapLines } from './fit-text.ts'

const byLetter = (text: string): number => text.length

describe('fitLine', () => {
  it.each([
    ['قاعدة حرير الجوية', 40, 'قاعدة حرير الجوية'],
    ['قاعدة حرير الجوية', 12, 'قاعدة حرير…'],
    ['قاعدة حرير الجوية', 8, 'قاعدة…'],
    ['', 10, ''],
    ['form … committee … water', 18, 'form … committee…'],
  ])('%s in %i', (text, width, expected) => {
    expect(fitLine(byLetter, text, width)).toBe(expected)
  })

  it('cuts a word of ten thousand letters', () => {
    const line = fitLine(byLetter, 'ا'.repeat(10_000), 20)
    expect(line.endsWith('…')).toBe(true)
    expect(byLetter(line)).toBeLessThanOrEqual(20)
  })
})

describe('wrapLines', () => {
  it.each([
    ['العراق', 20, 3, ['العراق']],
    ['إنهاء المهمة العسكرية في العراق', 14, 3, ['إنهاء المهمة', 'العسكرية في', 'العراق']],
    ['إنهاء المهمة العسكرية في العراق', 14, 2, ['إنهاء المهمة', 'العسكرية في…']],
  ])('%s in %i', (text, width, most, expected) => {
    expect(wrapLines(byLetter, text, width, most)).toEqual(expected)
  })

  it('says that it cut a very long text', () => {
    const lines = wrapLines(byLetter, 'كلمة '.repeat(5_000).trim(), 30, 4)
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)?.endsWith('…')).toBe(true)
  })
})
