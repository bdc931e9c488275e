/** Who is bound where no words of the clause name him: who says so, or of whom the text spoke last. */
import { actorOf } from '../entities/mention-index.ts'
import { isBare } from '../statements/sources.ts'
import type { StatementDoc } from '../statements/statement.ts'
import { finiteReadings } from '../text/morphology.ts'
import type { Person } from '../text/verbs.ts'
import { isOfClass } from '../word-classes.ts'
import { agrees, agreesBefore } from '../entities/agreement.ts'
import type { Candidate } from './candidate.ts'
import { bodiesOf } from './referent.ts'

/** «أكد الوزير أن القانون «لن يُسحب»»: who speaks for a body tells what it will do with a thing. */
const TOLD = /^(?:performative-verb|future|future-negated)$/u
/** «لكنه استبعد منح المنطقتين الاستقلال»: a word that undertakes has somebody who does. */
const DONE = 'performative-verb'

export function impliedBy(
  doc: StatementDoc,
  { rule, statement, trigger, action }: Candidate,
): readonly string[] {
  // «التهديدات لن تخيف الإيرانيين»: what a verb unknown tells is seldom done by who says it.
  if (!TOLD.test(rule) || (rule !== DONE && action.verbs.length === 0)) return []
  const told = statement && !foretells(statement.lemma) ? bodiesOf(doc, statement.sources) : []
  if (told.length > 0 || rule !== DONE) return told
  const form = finiteReadings(doc.tokens[trigger.start]!.form).find(({ tense }) => tense !== 'participle')
  // «زار الوزير حمص. وتقرر دمج الفصائل»
  if (form && (form.passive || isOfClass('impersonal', form.verb.lemma))) return []
  return form?.person.startsWith('3') ? lastSpokenOf(doc, trigger.start, form.person) : []
}

/** «حذر من أن الحرب ستحرق الجميع»، «توقع أن …» */
const foretells = (lemma: string): boolean =>
  ['expects', 'foretells', 'warns'].some((name) => isOfClass(name, lemma))

/** In tokens. */
const FAR = 45

/** The last free-standing actor that the verb agrees with, in its sentence or the one before. */
function lastSpokenOf(doc: StatementDoc, verb: number, person: Person): readonly string[] {
  let sentences = 0
  for (let i = verb - 1; i >= Math.max(0, verb - FAR); i--) {
    if (/^[.؟!]$/u.test(doc.tokens[i]!.text) && ++sentences > 1) return []
    const mention = doc.entities.startingAt.get(i)?.[0]
    const actor = actorOf(mention)
    if (!mention || actor === null || !isBare(doc, mention)) continue
    const entity = doc.entities.byId.get(actor)
    if (entity?.type !== 'Media' && agrees(doc, actor, person) && agreesBefore(doc, [actor], person))
      return [actor]
  }
  return []
}
