import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { articleGraphSchema, type ArticleGraph } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { extract, parseDates } from '../index.ts'
import type { TracedCandidate } from './explanation.ts'
import { explain, outline } from './index.ts'
import { commitmentRule, dateFile, nameRule } from './rules.ts'

const EXAMPLES = new URL('../../../../examples/', import.meta.url)
const SOURCE = new URL('../', import.meta.url)
const LEXICON = new URL('../../lexicon/', import.meta.url)
const PLEDGE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.'

const records = readdirSync(new URL('records/', EXAMPLES)).map((name): ArticleGraph =>
  JSON.parse(readFileSync(new URL(`records/${name}`, EXAMPLES), 'utf8')),
)

it('follows a sentence from its words to its triples', () => {
  const { sentence, words, dates, names, candidates, triples, diagnostics } = explain(
    { text: PLEDGE, published: '2025-03-01' },
    12,
  )
  expect(sentence).toMatchObject({ start: 0, quote: PLEDGE, section: 'body', note: '' })
  expect(words[0]).toEqual({
    start: 0,
    end: 5,
    quote: 'تعهدت',
    folded: 'تعهدت',
    readings: ['may undertake (تعهد: pledge, positive)', 'past of تعهد, 3fs'],
  })
  expect(dates).toMatchObject([
    { edtf: '2025-09-01/2025-12-31', file: 'dates/rules/parts.ts', bound: 'before' },
  ])
  expect(names.map(({ quote, entity, lexicon }) => [quote, entity.id, lexicon?.file])).toEqual([
    ['قطر', 'actor:Q846', 'names/countries.tsv'],
    ['لبنان', 'place:Q822', 'names/countries.tsv'],
  ])
  const [pledge] = candidates
  expect(pledge).toMatchObject({
    trigger: { quote: 'تعهدت' },
    pattern: { rule: 'performative-verb', file: 'commitments/performatives.ts' },
    lexicon: { file: 'triggers.tsv' },
    outcome: 'commitment',
    committers: [{ name: 'قطر', why: 'stands behind the word that undertakes', words: { start: 6, end: 9 } }],
  })
  expect(pledge!.roles.map(({ role, value, words }) => [role, value, words?.quote])).toEqual([
    ['action', 'تقديم مساعدات إلى لبنان', 'بتقديم مساعدات إلى لبنان قبل نهاية 2025'],
    ['toward', 'place:Q822', 'لبنان'],
    ['due', '../2025-12-31', 'نهاية 2025'],
  ])
  expect(triples.map(({ predicate }) => predicate)).toContain('COMMITS_TO')
  expect(diagnostics).toEqual([])
})

describe('what came to nothing', () => {
  it.each<[text: string, word: string, outcome: TracedCandidate['outcome']]>([
    ['إذا وافقت باريس على سحب قواتها فإن الأزمة تنتهي.', 'وافقت', 'supposed'],
    ['نفى وزير الخارجية التركي أن تكون أنقرة رفضت سحب قواتها.', 'رفضت', 'denied'],
    ['دعا الوزير تركيا إلى أن تتعهد بسحب قواتها.', 'تتعهد', 'demanded'],
    ['هل ستسحب تركيا قواتها من العراق؟', 'ستسحب', 'asked'],
    ['في عام 1975 تعهدت إيران بسحب قواتها.', 'تعهدت', 'history'],
    ['سيتم افتتاح المعبر قريباً.', 'سيتم', 'unbound'],
    ['أعلن الوزير أن تركيا ستسحب قواتها.\nاقرأ أيضا:\nتركيا تتعهد بسحب قواتها', 'تتعهد', 'furniture'],
    ['هذا الاتفاق.', 'الاتفاق', 'unread'],
  ])('%s: %s is %s', (text, word, outcome) => {
    const { candidates } = explain({ text, published: '2025-03-01' }, text.indexOf(word))
    const found = candidates.find(({ trigger }) => trigger.quote.includes(word))
    expect(found).toMatchObject({ outcome, commitment: null, roles: [], why: expect.stringMatching(/./u) })
  })
})

describe('why somebody is bound', () => {
  it.each<[text: string, word: string, why: RegExp, words: string]>([
    [PLEDGE, 'تعهدت', /^stands behind the word that undertakes$/u, 'قطر'],
    [
      'قال وزير الخارجية التركي هاكان فيدان إن بلاده ستسحب قواتها.',
      'ستسحب',
      /^stands before .*, by the state of whoever speaks/u,
      'بلاده',
    ],
    ['وقال أردوغان: "سنسحب قواتنا من العراق".', 'سنسحب', /^says it in the first person$/u, 'وقال'],
    [
      'أكد البيان المشترك للعراق وتركيا أن الطرفين لن يلجآ إلى أي إجراءات أحادية في ملف المياه ما دامت اللجنة المشتركة تواصل عملها، وأنهما سيوقعان اتفاقية قبل نهاية العام.',
      'سيوقعان',
      /^the sentence’s last undertaking is his/u,
      'الطرفين',
    ],
  ])('%s: %s', (text, word, why, words) => {
    const { candidates } = explain({ text, published: '2025-03-01' }, text.indexOf(word))
    const found = candidates.find(({ trigger }) => trigger.quote === word)
    expect(found?.committers[0]).toMatchObject({
      why: expect.stringMatching(why),
      words: { quote: words },
    })
  })
})

describe('the trace of whole articles', () => {
  it.each(['01-iraq-turkey-communique', '03-water-director-interview', '15-yemen-truce'])(
    '%s',
    (name) => {
      const text = readFileSync(new URL(`${name}.txt`, EXAMPLES), 'utf8')
      const graph = extract({ text, published: '2025-01-15' })
      const traces = outline(graph).map(({ start }) => explain({ text, published: '2025-01-15' }, start))
      const told = traces.flatMap(({ candidates }) =>
        candidates.flatMap(({ commitment }) => commitment ?? []),
      )
      // Every commitment of the record once, as the record has it.
      expect(told.toSorted((a, b) => a.evidence.start - b.evidence.start)).toEqual(graph.commitments)
      for (const { candidates, names, statements, triples } of traces) {
        const bound = candidates.filter(({ commitment }) => commitment)
        expect(bound.map(({ committers }) => committers.map(({ id }) => id))).toEqual(
          bound.map(({ commitment }) => commitment!.committers),
        )
        for (const { start, end, quote } of [...names, ...triples.flatMap(({ evidence }) => evidence)])
          expect(text.slice(start, end)).toBe(quote)
        for (const { file, line, entry } of [...names, ...candidates, ...statements].flatMap(
          ({ lexicon }) => lexicon ?? [],
        ))
          expect(lineOf(file, line)).toBe(entry)
      }
    },
    120_000,
  )
})

const lineOf = (file: string, line: number): string =>
  readFileSync(new URL(file, LEXICON), 'utf8').split('\n')[line - 1]!

const rulesOf = (from: (graph: ArticleGraph) => readonly { rule: string }[]): string[] => [
  ...new Set(records.flatMap((graph) => from(graph).map(({ rule }) => rule))),
]

describe('every rule of the record is told', () => {
  it.each(rulesOf(({ commitments }) => commitments))('commitment %s', (rule) => {
    // A rule's name may be put together: its first word is in the file.
    expect(readFileSync(new URL(commitmentRule(rule)!.file, SOURCE), 'utf8')).toContain(rule.split('-')[0])
  })
  it.each(rulesOf(({ entities }) => entities.flatMap(({ mentions }) => mentions)))('name %s', (rule) => {
    expect(readFileSync(new URL(nameRule(rule)!.file, SOURCE), 'utf8')).toContain(`'${rule}'`)
  })
  it.each(rulesOf(({ dates }) => dates))('date %s', (rule) => {
    expect(existsSync(new URL(dateFile(rule), SOURCE))).toBe(true)
  })
})

it('tells the file of a date’s rule', () => {
  const [date] = parseDates('حتى سبتمبر 2026', { reference: null })
  expect(readFileSync(new URL(dateFile(date!.rule), SOURCE), 'utf8')).toContain(`'${date!.rule}'`)
})

it.each([
  ['', 0],
  [PLEDGE, PLEDGE.length],
  [PLEDGE, -1],
  [PLEDGE, 0.5],
])('refuses an offset that %j does not have: %d', (text, at) => {
  expect(() => explain({ text }, at)).toThrow(RangeError)
})

it.each([[' \n '], ['...'], ['\u202e\u0000x'], [`${'و'.repeat(5_000)} ستسحب`], ['🙂\ud800 لن']])(
  'takes any text: %j',
  (text) => {
    expect(() => explain({ text }, text.length - 1)).not.toThrow()
  },
)

it('leaves the record as it is', () => {
  const input = { text: PLEDGE, published: '2025-03-01' }
  const before = extract(input)
  explain(input, 0)
  expect(extract(input)).toEqual(before)
  expect(articleGraphSchema.parse(before)).toEqual(before)
})
