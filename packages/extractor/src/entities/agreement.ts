/** Whether a verb or pronoun can refer to an actor, by gender and number. */
import { type Entity, fold } from '@mithaq/model'
import type { EntityDoc } from './mention-index.ts'
import { rememberOf } from '../remember.ts'
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import type { Pronoun } from '../text/clitics.ts'
import { finiteReadings, type FiniteVerb } from '../text/morphology.ts'
import type { Token } from '../text/tokens.ts'
import type { Person } from '../text/verbs.ts'
import { isOfClass } from '../word-classes.ts'

const genders = lazily(
  () =>
    new Map(readLexicon<'word' | 'gender'>('genders.tsv').map(({ word, gender }) => [fold(word), gender])),
)

/** A verb of this person may have this actor as its subject. The first person agrees with all. */
export function agrees(doc: EntityDoc, actor: string, person: Person | Pronoun): boolean {
  const entity = doc.entities.byId.get(actor)
  if (!entity || person.startsWith('1')) return true
  // «الحوثيون … إنها»: a movement, whatever its people are called.
  const gender = gendersTold(doc).get(actor) ?? genderOf(entity)
  if (gender === undefined) return true
  // «قال الوزير السوداني إن بلاده …، وإنها …»: a state is a land too.
  if (person === '3fs') return gender === 'f' || entity.type === 'ArmedGroup' || entity.type === 'Country'
  if (person === '3ms') return gender === 'm'
  return true
}

/** What the text tells by a title or a verb of whoever bears a foreign name: «الوزيرة رايس»، «قالت ميركل». */
const gendersTold = rememberOf(({ text, tokens, entities }: EntityDoc): ReadonlyMap<string, 'm' | 'f'> => {
  const told = new Map<string, 'm' | 'f'>()
  for (const { entity, opens, proclitics, tokens: name } of entities.mentions) {
    if (entities.byId.get(entity)?.type !== 'Person' || proclitics.length > 0 || name.start === 0) continue
    const title = opens === undefined ? undefined : tokens[opens]!
    const verb = finiteReadings(tokens[(opens ?? name.start) - 1]?.form ?? '').find(isOfSubject)
    if ((title && isFeminine(text, title)) || verb?.person === '3fs') told.set(entity, 'f')
    else if (verb?.person === '3ms' && !told.has(entity)) told.set(entity, 'm')
  }
  return told
})

/** «الوزيرة», and neither «خاله» nor «جلالة». */
const isFeminine = (text: string, title: Token): boolean =>
  text[title.end - 1] === 'ة' && !isOfClass('honorific', `${title.text.slice(0, -1)}ته`)

/** A verb that whoever stands behind it does: «قالت»، «بدأت»، «وصلت»; «دعت» may have an object there. */
const isOfSubject = ({ tense, object, verb }: FiniteVerb): boolean =>
  tense === 'past' &&
  !object &&
  (verb.role === 'report' || verb.role === 'aspect' || isOfClass('reaches', verb.lemma))

/** Undefined where the name does not tell: «سوناطراك»، «نفتوغاز». */
function genderOf({ type, name, named }: Entity): 'm' | 'f' | undefined {
  const head = fold(name.ar).split(' ')[0]!
  const bare = head.startsWith('ال') && head.length > 4 ? head.slice(2) : head
  const known = genders().get(bare) ?? genders().get(head)
  if (known !== undefined) return known === 'f' ? 'f' : 'm'
  if (/(?:ون|ين)$/u.test(bare)) return 'm'
  // «نبيه» ends in the letter, «أمينة» in the ta marbuta that folding makes of it.
  if (type === 'Person') return /(?:ة|اء)$/u.test(name.ar.split(' ')[0]!) ? 'f' : 'm'
  // «وزراء»، «زعماء»: people, whatever the ending is of.
  if (type === 'Group' && bare.endsWith('اء')) return undefined
  if (type === 'Country' || type === 'City' || /(?:ه|ات|اء)$/u.test(bare)) return 'f'
  // «فرق المنظمة»، «قبائل مراد»: broken plurals take both.
  if (!named && (type === 'Group' || type === 'Organization')) return undefined
  const isForeign = type === 'Organization' && bare === head && !classNouns().has(bare)
  return isForeign ? undefined : 'm'
}

/** «حزب»، «مجلس»: nouns whose ending tells their gender. */
const classNouns = lazily(
  () =>
    new Set([
      ...readLexicon<'head'>('names/organisation-heads.tsv').map(({ head }) => fold(head)),
      ...readLexicon<'forms'>('names/agents.tsv').flatMap(({ forms }) => valuesIn(forms).map(fold)),
    ]),
)

/**
 * What stands beside a verb may be its subject: names tell the gender of people too seldom to deny it, and
 * a state may be spoken of by its capital.
 */
export function mayAgree(doc: EntityDoc, actor: string, person: Person): boolean {
  const entity = doc.entities.byId.get(actor)
  return entity?.type === 'Person' || entity?.type === 'Country'
    ? !isOfOther(doc, entity, person)
    : agrees(doc, actor, person)
}

function isOfOther(doc: EntityDoc, { id, type, name, named }: Entity, person: Person): boolean {
  // «الوزير لن تسحبه»: an office tells the gender of who holds it.
  if (type === 'Person' && !named) return !agrees(doc, id, person)
  const known =
    type === 'Person' ? (gendersTold(doc).get(id) ?? genders().get(fold(name.ar).split(' ')[0]!)) : undefined
  return (known === 'f' && person === '3ms') || (known === 'm' && person === '3fs')
}

/** «المسؤولون»، «القوات»، «نواب كتلته»: a group that a plural verb may follow. */
const isPlural = (entity: Entity | undefined): boolean =>
  entity?.type === 'Group' || entity?.mentions.some(({ rule }) => rule === 'owned') === true

/** A verb behind its subject agrees with it in number too. */
export const agreesBefore = (doc: EntityDoc, actors: readonly string[], person: Person): boolean =>
  person === '3mp' || person === '3d'
    ? actors.length > 1 || isPlural(doc.entities.byId.get(actors[0]!))
    : actors.length > 1 || mayAgree(doc, actors[0]!, person)
