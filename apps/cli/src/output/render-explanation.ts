/** How a sentence became triples, for a person at a terminal. */
import type {
  Bound,
  Explanation,
  LexiconLine,
  TracedCandidate,
  TracedDate,
  TracedName,
  TracedStatement,
} from '@mithaq/extractor/explain'
import { plain } from './plain.ts'
import { isolated } from './table.ts'

export interface RenderOptions {
  /** For a terminal that shows Arabic right to left: keep Arabic words apart from what stands around them. */
  isolate?: boolean
}

type Show = (text: string) => string

/** @returns lines of text, one step of the way after the other, safe for a terminal */
export function renderExplanation(explanation: Explanation, { isolate = false }: RenderOptions = {}): string {
  const show: Show = (text) => (isolate ? isolated(plain(text)) : plain(text))
  const quote: Show = (text) => `«${show(text)}»`
  const { article, sentence } = explanation
  const published = article.published
    ? `${article.published.date} (${article.published.basis})`
    : 'no day known'
  const head = `${article.id}, published ${published}\n`
  if (!sentence) return `${head}\nThe text has no sentence.\n`
  const names = namesIn(explanation)
  const name: Show = (id) => (names.has(id) ? show(names.get(id)!) : id)
  const parts: [title: string, lines: string[]][] = [
    [
      `Sentence ${sentence.start}–${sentence.end}, ${sentence.section}${sentence.note && `; ${sentence.note}`}`,
      [`  ${quote(sentence.quote)}`],
    ],
    [`Words: those of ${explanation.words.length} that a rule asks about`, wordLines(explanation, show)],
    ['Dates', explanation.dates.flatMap((date) => dateLines(date, quote))],
    ['Names', explanation.names.flatMap((one) => nameLines(one, show, quote))],
    ['Statements', explanation.statements.flatMap((one) => statementLines(one, show, quote, name))],
    ['Words that undertake', explanation.candidates.flatMap((one) => candidateLines(one, show, quote, name))],
    [
      'Reported as done',
      explanation.deeds.map(
        ({ evidence, actors }) =>
          `  ${at(evidence)}${quote(evidence.quote)} by ${actors.map(name).join(', ')}`,
      ),
    ],
    [
      'Triples',
      explanation.triples.flatMap(({ subject, predicate, object, evidence, rule, basis }) => [
        `  ${name(subject)} ${predicate} ${name(object)}   ${basis}, rule ${rule}`,
        ...evidence.map(({ start, quote: words }) => `${INDENT}${start} ${quote(words)}`),
      ]),
    ],
    [
      'Diagnostics',
      explanation.diagnostics.map(
        ({ code, message, span }) => `  ${code}: ${show(message)}${span ? ` ${quote(span.quote)}` : ''}`,
      ),
    ],
  ]
  const written = parts.map(
    ([title, lines]) => `${title}\n${lines.length > 0 ? lines.join('\n') : '  none'}\n`,
  )
  return [head, ...written].join('\n')
}

/** What is known of an entity's name goes before its id. */
function namesIn({ names, candidates }: Explanation): Map<string, string> {
  const bound = candidates.flatMap(({ committers }) => committers)
  return new Map([
    ...bound.map(({ id, name }) => [id, name] as const),
    ...names.map(({ entity }) => [entity.id, entity.name.ar] as const),
  ])
}

const WIDTH = 6
const INDENT = ' '.repeat(WIDTH + 2)
const at = ({ start }: { start: number }): string => String(start).padEnd(WIDTH)
const more = (label: string, text: string): string => `${INDENT}${label.padEnd(10)}${text}`

const wordLines = ({ words }: Explanation, show: Show): string[] =>
  words
    .filter(({ readings }) => readings.length > 0)
    .map((word) => {
      const folded = word.folded === plain(word.quote) ? '' : `, folded ${show(word.folded)}`
      return `  ${at(word)}${show(word.quote)}${folded}: ${word.readings.map(showReading(show)).join('; ')}`
    })

/** The Arabic in a reading is kept apart from the English around it. */
const showReading =
  (show: Show): Show =>
  (reading) =>
    reading.replace(/\p{Script=Arabic}+(?: \p{Script=Arabic}+)*/gu, show)

const inLexicon = (line: LexiconLine | null, show: Show): string[] =>
  line
    ? [
        more(
          'lexicon',
          `${line.file}:${line.line}  ${line.entry.split('\t').filter(Boolean).map(show).join(' · ')}`,
        ),
      ]
    : []

const dateLines = (date: TracedDate, quote: Show): string[] => [
  `  ${at(date)}${quote(date.quote)} = ${date.edtf}`,
  more('resolved', `${date.resolved}; bound: ${date.bound}`),
  more('rule', `${date.rule}, ${date.file}`),
]

function nameLines(
  { entity, rule, does, file, lexicon, ...mention }: TracedName,
  show: Show,
  quote: Show,
): string[] {
  const { name, id, type, kind } = entity
  const english = name.en === undefined ? '' : ` (${show(name.en)})`
  return [
    `  ${at(mention)}${quote(mention.quote)} = ${show(name.ar)}${english}, ${kind} ${type}, ${id}`,
    more('rule', `${rule}: ${showReading(show)(does)}; ${file}`),
    ...inLexicon(lexicon, show),
  ]
}

const statementLines = (one: TracedStatement, show: Show, quote: Show, name: Show): string[] => [
  `  ${at(one.cue)}${quote(one.cue.quote)} by ${one.chain.map(name).join(', who quotes ') || 'somebody not known'}; ${one.mode}${one.act && `, ${one.act}`}`,
  more('said', quote(one.content.quote)),
  ...inLexicon(one.lexicon, show),
]

function candidateLines(one: TracedCandidate, show: Show, quote: Show, name: Show): string[] {
  const { trigger, commitment, pattern, clause, lexicon, why, committers, roles } = one
  const came = commitment
    ? `${commitment.kind}, ${commitment.polarity}, ${commitment.certainty}`
    : `nothing: ${why}`
  return [
    `  ${at(trigger)}${quote(trigger.quote)} → ${came}`,
    ...(commitment ? [more('record', commitment.id)] : []),
    ...(pattern
      ? [more('rule', `${pattern.rule}: ${showReading(show)(pattern.does)}; ${pattern.file}`)]
      : []),
    ...inLexicon(lexicon, show),
    ...(clause ? [more('clause', quote(clause.quote))] : []),
    ...committers.map((bound) => more('bound', boundText(bound, show, quote))),
    ...roles.map(({ role, value, words }) =>
      more(
        role,
        `${name(value) === value ? show(value) : name(value)}${words && words.quote !== value ? `  by ${quote(words.quote)}` : ''}`,
      ),
    ),
  ]
}

const boundText = ({ name, why, words }: Bound, show: Show, quote: Show): string =>
  `${show(name)}: ${showReading(show)(why)}${words ? `  ${quote(words.quote)}` : ''}`
