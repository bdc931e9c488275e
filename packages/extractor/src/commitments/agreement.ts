/** Whether a verb or pronoun can refer to an actor, by gender and number. */
import { type Entity, fold } from '@mithaq/model'
import type { EntityDoc } from '../entities/mention-index.ts'
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import type { Pronoun } from '../text/clitics.ts'
import type { Person } from '../text/verbs.ts'

const genders = lazily(
  () =>
    new Map(readLexicon<'word' | 'gender'>('genders.tsv').map(({ word, gender }) => [fold(word), gender])),
)

/** A verb of this person may have this actor as its subject. The first person agrees with all. */
export function agrees(entity: Entity | undefined, person: Person | Pronoun): boolean {
  if (!entity || person.startsWith('1')) return true
  // «الحوثيون … إنها»: a movement, whatever its people are called.
  const gender = genderOf(entity)
  if (gender === undefined) return true
  // «قال الوزير السوداني إن بلاده …، وإنها …»: a state is a land too.
  if (person === '3fs') return gender === 'f' || entity.type === 'ArmedGroup' || entity.type === 'Country'
  if (person === '3ms') return gender === 'm'
  return true
}

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
export const mayAgree = (entity: Entity | undefined, person: Person): boolean =>
  entity?.type === 'Person' || entity?.type === 'Country'
    ? !isOfOther(entity, person)
    : agrees(entity, person)

function isOfOther(entity: Entity, person: Person): boolean {
  const { type, name, named } = entity
  // «الوزير لن تسحبه»: an office tells the gender of who holds it.
  if (type === 'Person' && !named) return !agrees(entity, person)
  const known = type === 'Person' ? genders().get(fold(name.ar).split(' ')[0]!) : undefined
  return (known === 'f' && person === '3ms') || (known === 'm' && person === '3fs')
}

/** «المسؤولون»، «القوات»، «نواب كتلته»: a group that a plural verb may follow. */
const isPlural = (entity: Entity | undefined): boolean =>
  entity?.type === 'Group' || entity?.mentions.some(({ rule }) => rule === 'owned') === true

/** A verb behind its subject agrees with it in number too. */
export const agreesBefore = (doc: EntityDoc, actors: readonly string[], person: Person): boolean =>
  person === '3mp' || person === '3d'
    ? actors.length > 1 || isPlural(doc.entities.byId.get(actors[0]!))
    : actors.length > 1 || mayAgree(doc.entities.byId.get(actors[0]!), person)
