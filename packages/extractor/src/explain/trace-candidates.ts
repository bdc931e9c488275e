/** The words of a sentence that undertake or might have, and what was made of each. */
import { intervalToEdtf, type Interval, type Span } from '@mithaq/model'
import type { CommitmentNote } from '../commitments/commitment-note.ts'
import { modalAt } from '../commitments/future-verb.ts'
import { triggerAt } from '../commitments/triggers.ts'
import type { Refusal, Seen } from '../commitments/watch.ts'
import { spanBetween, spanOf } from '../doc.ts'
import type { StatementDoc } from '../statements/statement.ts'
import { futureReading } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { LexiconLine, Role, TracedCandidate } from './explanation.ts'
import { modalLine, triggerLine, verbLine } from './lexicon-line.ts'
import { commitmentRule } from './rules.ts'
import { whyBound } from './why-bound.ts'

const WHY: Record<Refusal | 'commitment', string> = {
  commitment: 'it is a commitment',
  supposed: 'it stands in an if or a whether: it is only supposed',
  denied: 'whoever says it denies it',
  taken: 'its words are part of a commitment found before',
  history: 'it was undertaken long before the article: it is history',
  observer: 'who does it only observes, and undertakes nothing',
  unbound: 'it may be an undertaking, but of nobody that could be named',
  short: 'nothing is left of what is to be done',
}

/** In text order. @param isReport whether the sentence is part of the report itself */
export function traceCandidates(
  doc: StatementDoc,
  sentence: TokenRange,
  seen: readonly Seen[],
  isReport: boolean,
): TracedCandidate[] {
  const decided = seen.map((one) => traceSeen(doc, one))
  const others = wordsLeft(doc, sentence, seen).map((range) =>
    traceLeft(doc, range, sentence, seen, isReport),
  )
  return [...decided, ...others].sort((a, b) => a.trigger.start - b.trigger.start)
}

function traceSeen(doc: StatementDoc, seen: Seen): TracedCandidate {
  const { candidate, outcome } = seen
  const note = typeof outcome === 'string' ? null : outcome
  const name = typeof outcome === 'string' ? outcome : 'commitment'
  return {
    trigger: spanOf(doc, candidate.trigger),
    clause: note?.record.evidence ?? spanOf(doc, candidate.evidence),
    pattern: commitmentRule(candidate.rule),
    lexicon: entryOf(doc, seen),
    outcome: name,
    why: WHY[name],
    committers: (note?.record.committers ?? candidate.committers).map((id) => whyBound(doc, id, seen)),
    roles: note ? rolesOf(note, seen, doc) : [],
    commitment: note?.record ?? null,
  }
}

/** The lexicon's line of the word that undertakes: a trigger, a phrase of the future, else its verb. */
function entryOf(doc: StatementDoc, { candidate: { trigger, evidence, action } }: Seen): LexiconLine | null {
  for (let at = trigger.start; at >= Math.min(evidence.start, trigger.start); at--) {
    const found = triggerAt(doc.tokens, at)
    const tail = found?.type === 'verb' ? found.tail : undefined
    if (found && (at === trigger.start || tail?.end === trigger.end)) return triggerLine(found.word)
  }
  const modal = modalAt(doc.tokens, trigger.start, trigger.end)
  if (modal) return modalLine(foldedWords(doc, { start: trigger.start, end: modal.end }))
  const [verb] = action.verbs
  return verb ? verbLine(verb.lemma) : null
}

const foldedWords = ({ tokens }: StatementDoc, { start, end }: TokenRange): string =>
  tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ')

function rolesOf(
  { record, when, places, others }: CommitmentNote,
  { candidate }: Seen,
  doc: StatementDoc,
): Role[] {
  const dated = (role: 'begins' | 'due'): Role[] => {
    const bound = when[role]
    return bound ? [{ role, value: days(bound.interval), words: wordsOf(bound.mention) }] : []
  }
  const { quantity, condition } = record
  return [
    { role: 'action', value: record.action.ar, words: spanOf(doc, candidate.action.words) },
    ...record.creditors.map((value): Role => ({ role: 'creditor', value, words: others[value] ?? null })),
    ...record.concerns.map((value): Role => ({ role: 'concerns', value, words: others[value] ?? null })),
    ...places.map(({ id, role, mention }): Role => ({
      role,
      value: id,
      words: spanBetween(doc, mention.start, mention.end),
    })),
    ...dated('begins'),
    ...dated('due'),
    ...(condition ? [{ role: 'condition' as const, value: condition.quote, words: condition }] : []),
    ...(quantity
      ? [
          {
            role: 'quantity' as const,
            value: `${quantity.approximate ? 'about ' : ''}${quantity.value} ${quantity.unit}`,
            words: null,
          },
        ]
      : []),
  ]
}

const days = (interval: Interval): string => intervalToEdtf(interval)
const wordsOf = ({ start, end, quote }: Span): Span => ({ start, end, quote })

/** Words of the sentence that a lexicon says may undertake, of which no pattern made a candidate. */
function wordsLeft(doc: StatementDoc, { start, end }: TokenRange, seen: readonly Seen[]): TokenRange[] {
  const left: TokenRange[] = []
  for (let at = start; at < end; at++) {
    const modal = modalAt(doc.tokens, at, end)
    const trigger = triggerAt(doc.tokens, at)
    const isWord = (trigger && trigger.frames.length > 0) || futureReading(doc.tokens[at]!.form)
    const word = { start: at, end: modal?.end ?? at + 1 }
    const isSeen = seen.some(
      ({ candidate: { trigger } }) => trigger.start < word.end && word.start < trigger.end,
    )
    if ((modal || isWord) && !isSeen) left.push(word)
    at = word.end - 1
  }
  return left
}

function traceLeft(
  doc: StatementDoc,
  word: TokenRange,
  sentence: TokenRange,
  seen: readonly Seen[],
  isReport: boolean,
): TracedCandidate {
  const [outcome, why] = whyLeft(doc, word, sentence, seen, isReport)
  const trigger = triggerAt(doc.tokens, word.start)
  const modal = modalAt(doc.tokens, word.start, word.end)
  const verb = futureReading(doc.tokens[word.start]!.form)?.verb
  return {
    trigger: spanOf(doc, word),
    clause: null,
    pattern: null,
    lexicon: modal
      ? modalLine(foldedWords(doc, word))
      : trigger
        ? triggerLine(trigger.word)
        : verb
          ? verbLine(verb.lemma)
          : null,
    outcome,
    why,
    committers: [],
    roles: [],
    commitment: null,
  }
}

function whyLeft(
  doc: StatementDoc,
  { start }: TokenRange,
  sentence: TokenRange,
  seen: readonly Seen[],
  isReport: boolean,
): [TracedCandidate['outcome'], string] {
  if (!isReport) return ['furniture', 'the sentence is no part of the report itself']
  const within = seen.find(
    ({ outcome, candidate: { evidence, action } }) =>
      typeof outcome !== 'string' &&
      Math.min(evidence.start, action.words.start) <= start &&
      start < Math.max(evidence.end, action.words.end),
  )
  if (within) return ['within', 'it is part of what another commitment says']
  const statement = doc.statements.findLast(
    ({ content, frame }) => frame !== 'passage' && content.start <= start && start < content.end,
  )
  if (statement?.act === 'demand') return ['demanded', 'it is demanded of others, who have not undertaken it']
  if (!statement && /^[؟?]$/u.test(doc.tokens[sentence.end - 1]!.text))
    return ['asked', 'the sentence is a question']
  return ['unread', 'no pattern found here an action with somebody bound to it']
}
