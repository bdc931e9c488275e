/** What the words of a sentence may be: the readings that the later stages asked for. */
import { conditionAt, connectiveAt } from '../commitments/openers.ts'
import { modalAt } from '../commitments/future-verb.ts'
import { triggerAt } from '../commitments/triggers.ts'
import { spanOf, type Doc } from '../doc.ts'
import { isPaper, phraseCueAt, verbCueAt } from '../statements/cues.ts'
import { placeRole } from '../text/governs.ts'
import { actionNoun, finiteReadings, futureReading } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Word } from './explanation.ts'

/** The words and marks of a sentence, each with what it may be. */
export const readWords = (doc: Doc, { start, end }: TokenRange): Word[] =>
  doc.tokens.slice(start, end).map((_, i) => readWord(doc, start + i, end))

const readWord = (doc: Doc, at: number, limit: number): Word => ({
  ...spanOf(doc, { start: at, end: at + 1 }),
  folded: doc.tokens[at]!.text,
  readings: readingsAt(doc, at, limit),
})

function readingsAt({ tokens }: Doc, at: number, limit: number): string[] {
  const { kind, form } = tokens[at]!
  if (kind !== 'word') return []
  const trigger = triggerAt(tokens, at)
  const modal = modalAt(tokens, at, limit)
  const cue = verbCueAt(tokens, at)
  const phrase = phraseCueAt(tokens, at, limit)
  const condition = conditionAt(tokens, at, limit)
  const connective = connectiveAt(tokens, at, limit)
  const place = placeRole(form)
  const future = futureReading(form)
  const noun = actionNoun(form)
  return [
    ...(trigger ? [`may undertake (${trigger.word}: ${trigger.kind}, ${trigger.polarity})`] : []),
    ...(modal ? ['opens what is to come'] : []),
    ...(cue ? [`says (${cue.verb.verb.lemma}${cue.act && `: ${cue.act}`})`] : []),
    ...(phrase ? ['names a source'] : []),
    ...(isPaper(form.text) ? ['a paper that speaks'] : []),
    ...(future ? [`future${future.verb ? ` of ${future.verb.lemma}` : ''}, ${future.person}`] : []),
    ...new Set(
      finiteReadings(form).map(
        ({ verb, tense, person, object }) =>
          `${tense} of ${verb.lemma}, ${person}${object ? `, object ${object}` : ''}`,
      ),
    ),
    ...(noun ? [`noun of ${noun.verbs.map(({ lemma }) => lemma).join(' or ')}`] : []),
    ...(condition ? [`opens a condition (${condition.type})`] : []),
    ...(connective ? [`opens a clause (${connective.type})`] : []),
    ...(place ? [`a place behind it: ${place}`] : []),
  ]
}
