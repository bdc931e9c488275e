import { describe, expect, it } from 'vitest'
import { KNOWN, NEW } from '../test/articles.ts'
import { MOST_PROPOSALS, readAnswer } from './proposal.ts'

const said = (...commitments: unknown[]): string => JSON.stringify({ commitments })

describe('an answer', () => {
  it.each([
    ['whole', said(KNOWN, NEW)],
    ['between fences', `\`\`\`json\n${said(KNOWN, NEW)}\n\`\`\``],
    ['after thoughts', `<think>هذا تعهد</think>\n${said(KNOWN, NEW)}`],
  ])('%s', (_, text) => {
    expect(readAnswer(text)).toEqual({ proposals: [KNOWN, NEW], malformed: 0, isBroken: false })
  })

  it.each([1, 20, 200])('cut off %d letters before its end keeps the items that are whole', (cut) => {
    const text = JSON.stringify(
      { commitments: [KNOWN, { ...KNOWN, quote: 'قال: "نعم \\" }] {"' }, NEW] },
      null,
      1,
    )
    const { proposals } = readAnswer(text.slice(0, text.length - cut))
    expect(proposals.map(({ quote }) => quote).slice(0, 2)).toEqual([KNOWN.quote, 'قال: "نعم \\" }] {"'])
    expect(proposals).toHaveLength(cut < 20 ? 3 : 2)
  })

  it('may leave out what is empty', () => {
    const { quote, trigger, action, committers, kind, polarity } = KNOWN
    const [proposal] = readAnswer(said({ quote, trigger, action, committers, kind, polarity })).proposals
    expect(proposal).toEqual({ ...KNOWN, creditors: [], due: null })
  })

  it.each([
    ['a kind of its own', { ...KNOWN, kind: 'promise' }],
    ['nobody bound', { ...KNOWN, committers: [] }],
    ['a number for an action', { ...KNOWN, action: '2025' }],
    ['no words', { ...KNOWN, quote: '' }],
    ['words without end', { ...KNOWN, quote: 'ت'.repeat(10_000) }],
    ['a day instead of words', { ...KNOWN, due: 20_251_231 }],
    ['an object for a name', { ...KNOWN, committers: [{ name: 'قطر' }] }],
    ['nothing', null],
    ['a text', 'تعهدت قطر'],
    ['itself as a prototype', JSON.parse('{"__proto__":{"quote":"x"}}')],
  ])('loses only the item with %s', (_, item) => {
    expect(readAnswer(said(item, NEW))).toEqual({ proposals: [NEW], malformed: 1, isBroken: false })
  })

  it('is read no further than it may be long', () => {
    const { proposals, malformed } = readAnswer(said(...Array.from({ length: 1000 }, () => KNOWN)))
    expect([proposals.length, malformed]).toEqual([MOST_PROPOSALS, 1000 - MOST_PROPOSALS])
  })

  it.each(['', 'عذراً، لا أستطيع', '[]', '{}', 'null', '{"commitments":{}}', '{"commitments":[', '}{', '"{}"'])(
    'that is %j is none',
    (text) => {
      expect(readAnswer(text)).toEqual({ proposals: [], malformed: 0, isBroken: true })
    },
  )
})
