/** Whom a pronoun, a dropped subject or «بلاده» stands for. */
import { type Commitment, type Entity, fold } from '@mithaq/model'
import { actorOf, type EntityDoc } from '../entities/mention-index.ts'
import type { StatementNote } from '../statements/statement.ts'
import { rememberOf } from '../remember.ts'
import { lazily, readLexicon } from '../read-lexicon.ts'
import type { Pronoun } from '../text/clitics.ts'
import type { Person } from '../text/verbs.ts'
import { isQuoteMark } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { agrees } from '../entities/agreement.ts'

interface Going extends Pick<Commitment, 'kind' | 'polarity' | 'certainty'> {
  /** Token behind its clause. */
  end: number
}

/** What the article has said so far that a bare verb or pronoun may refer to. */
export interface Topic {
  /** Committers of the last commitment in this sentence, and who told of it. */
  recent: readonly string[]
  told: readonly string[]
  /** The undertaking in the future tense that a verb joined by و goes on with: «ستبني مدارس وتفتح مستشفيات». */
  going: Going | null
  /** The parties to the agreement, joint statement or deal spoken of. */
  parties: readonly string[]
  /** The sentence before tells what a deal provides: the next may tell what the other side does. */
  provided: boolean
  /** Who spoke last: in an interview the first person is his. */
  speaker: readonly string[]
  /** The subject of the sentence's first verb. */
  subject: readonly string[]
  /** The sentence is an item of a list: those who resolve it, none where they are unknown. */
  resolve: readonly string[] | null
}

/** Where nothing was said before. */
export const NOBODY: Topic = {
  recent: [],
  told: [],
  going: null,
  parties: [],
  provided: false,
  speaker: [],
  subject: [],
  resolve: null,
}

/**
 * Whom a bare verb means: the sentence's last committer where it agrees, else the speaker, else his state.
 * A pronoun on a noun («التزامها») means the speaker first.
 */
export function referent(
  doc: EntityDoc,
  person: Person | Pronoun,
  statement: StatementNote | undefined,
  topic: Topic,
  onNoun = false,
): readonly string[] {
  const sources = withoutMedia(doc, statement?.sources ?? [])
  const outer = withoutMedia(doc, statement?.parent?.sources ?? [])
  // «…، لكن كتلة «المستقبل» أعلنت أنها …»: of who speaks next, before of whom the clause before spoke.
  const isOther = sources.length > 0 && !sources.every((id) => topic.told.includes(id))
  const near = onNoun || isOther ? [sources, topic.recent] : [topic.recent, sources]
  const candidates = [...near, statesOf(doc, sources), outer, withoutMedia(doc, topic.subject)]
  const fit = candidates.find((ids) => fits(doc, ids, person))
  return fit ?? (person === '3d' || person === '3mp' ? topic.parties : [])
}

function fits(doc: EntityDoc, ids: readonly string[], person: Person | Pronoun): boolean {
  if (ids.length === 0) return false
  if (person === '3d') return ids.length === 2
  if (ids.length > 1) return person === '3mp'
  return agrees(doc, ids[0]!, person)
}

/** Those who report undertake nothing by it. */
export const withoutMedia = (doc: EntityDoc, ids: readonly string[]): string[] =>
  ids.filter((id) => doc.entities.byId.get(id)?.type !== 'Media')

const HIS_COUNTRY = /^[وف]?[بل]?(?:بلاده|بلادها|بلادهم|بلادنا|بلدينا|بلده|الدوله)$/u

const HIS_GOVERNMENT = /^[وف]?[بل]?حكومت(?:ه|ها|هم|نا)$/u

/** «بلاده»، «حكومته»، «الدولة»: the state of those who speak, or its government. */
export function countryOfSpeaker(
  doc: EntityDoc,
  at: number,
  statement: StatementNote | undefined,
): readonly string[] {
  const word = doc.tokens[at]?.text ?? ''
  const ofGovernment = HIS_GOVERNMENT.test(word)
  if (!ofGovernment && !HIS_COUNTRY.test(word)) return []
  // «الدولة الأفريقية»: an adjective tells which.
  if (word.endsWith('الدوله') && /^ال.../u.test(doc.tokens[at + 1]?.text ?? '')) return []
  const itself = ofGovernment ? actorOf(doc.entities.startingAt.get(at)?.[0]) : null
  if (itself !== null) return [itself]
  const states = statesOf(doc, statement?.sources ?? [])
  if (ofGovernment) return governmentsOf(doc, states)
  return states.length === 0 && word.endsWith('الدوله') ? stateOfArticle(doc) : states
}

function governmentsOf(doc: EntityDoc, states: readonly string[]): readonly string[] {
  const governments = doc.entities.entities.filter(
    ({ id, type }) =>
      type === 'Government' && doc.entities.wholesOf.get(id)?.some((of) => states.includes(of)),
  )
  return governments.length === 1 ? [governments[0]!.id] : states
}

/** The state that an article speaks of most. */
const stateOfArticle = (doc: EntityDoc): string[] =>
  mostSpokenOf(doc, ({ kind, type }) => kind === 'actor' && type === 'Country').slice(0, 1)

const mostSpokenOf = ({ entities: { entities } }: EntityDoc, of: (entity: Entity) => boolean): string[] =>
  entities
    .filter(of)
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map(({ id }) => id)

/** The states that actors belong to, by any number of steps. */
function statesOf(doc: EntityDoc, actors: readonly string[]): string[] {
  const states = new Set<string>()
  const seen = new Set<string>()
  const follow = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    if (doc.entities.byId.get(id)?.type === 'Country') states.add(id)
    for (const whole of doc.entities.wholesOf.get(id) ?? []) follow(whole)
  }
  for (const id of actors) follow(id)
  return [...states]
}

/** Who «نحن» are: the body that a spokesman speaks for, the state that an official serves, else who speaks. */
export function weOf(doc: EntityDoc, actors: readonly string[]): readonly string[] {
  return actors.flatMap((id) => {
    const entity = doc.entities.byId.get(id)
    if (entity && !entity.named) return bodyOf(doc, id)
    if (entity?.type !== 'Person') return [id]
    const body = wholesOf(doc, id).find((whole) => BODIES.has(doc.entities.byId.get(whole)!.type))
    if (body !== undefined) return [body]
    const states = statesOf(doc, [id])
    return states.length > 0 ? states : homeOf(doc, id)
  })
}

/** «وزير المالية المرسي حجازي»: of whom no word says whose minister he is, he is of the government or state spoken of. */
function homeOf(doc: EntityDoc, id: string): string[] {
  const homes = ministersOf(doc).has(id) ? homesOf(doc) : []
  return [homes[0] ?? id]
}

/** The governments that the article speaks of, the most spoken of first, and its state. */
const homesOf = rememberOf((doc: EntityDoc) => [
  ...mostSpokenOf(doc, ({ type, name }) => type === 'Government' && CABINET.test(fold(name.ar))),
  ...stateOfArticle(doc),
])

const CABINET = /^(?:ال)?حكومه|^مجلس الوزراء/u
const MINISTER = /^[وف]?[بلك]?(?:(?:ال)?وزيره? |رييسه? (?:الحكومه|الوزراء) )/u

/** Those whom the text calls ministers. */
const ministersOf = rememberOf(
  ({ tokens, entities }: EntityDoc): ReadonlySet<string> =>
    new Set(
      entities.mentions.flatMap(({ entity, opens, tokens: { start } }) => {
        const from = opens ?? start
        const title = `${tokens[from]!.text} ${tokens[from + 1]?.text ?? ''} `
        return entity.startsWith('actor:') && MINISTER.test(title) ? [entity] : []
      }),
    ),
)

/** «متحدث باسم الجيش»: who is told only by whom he speaks for is that body. */
export const spokenFor = (doc: EntityDoc, actors: readonly string[]): readonly string[] =>
  actors.flatMap((id) => (isSpokesman(doc, id) ? bodyOf(doc, id) : [id]))

function isSpokesman(doc: EntityDoc, id: string): boolean {
  const entity = doc.entities.byId.get(id)
  return entity?.named === false && isOfClass('spokesman', entity.name.ar.split(' ')[0]!.replace(/^ال/u, ''))
}

/** Bodies that their people speak for; a minister speaks for his state. */
const BODIES: ReadonlySet<string> = new Set(['Organization', 'ArmedGroup'])

/** The bodies that actors speak of as theirs: what they belong to, else themselves. */
export function bodiesOf(doc: EntityDoc, actors: readonly string[]): string[] {
  return withoutMedia(doc, actors).flatMap((id) => {
    const type = doc.entities.byId.get(id)?.type
    if (type !== 'Person' && type !== 'Group') return [id]
    return bodyOf(doc, id)
  })
}

/** The nearest body an actor belongs to, or itself. */
const bodyOf = (doc: EntityDoc, id: string): string[] => {
  const [whole] = wholesOf(doc, id)
  return whole === undefined ? homeOf(doc, id) : [whole]
}

function wholesOf(doc: EntityDoc, id: string): string[] {
  const wholes = (doc.entities.wholesOf.get(id) ?? []).filter((whole) => doc.entities.byId.has(whole))
  return [...wholes.filter((whole) => doc.entities.byId.get(whole)?.type !== 'Country'), ...wholes]
}

const forces = lazily(() => new Set(readLexicon<'word'>('forces.tsv').map(({ word }) => fold(word))))

/** With the state behind its forces: the troops that leave bind their country. */
export function withStates(doc: EntityDoc, actors: readonly string[]): string[] {
  const troops = actors.filter((id) => {
    const entity = doc.entities.byId.get(id)
    return entity && !entity.named && forces().has(fold(entity.name.ar).split(' ')[0]!)
  })
  const implied = new Set(doc.entities.implied.map(({ id }) => id))
  const wholes = troops.flatMap((id) => doc.entities.wholesOf.get(id) ?? [])
  // A state that only the troops' adjective names is not bound besides them.
  const states = wholes.filter((id) => !implied.has(id))
  return [...new Set([...actors, ...states.filter((id) => doc.entities.byId.get(id)?.type === 'Country')])]
}

/** «إنه لن يعلن النتائج»، «أنها ستزود لبنان»: the subject is the pronoun before the verb. */
export function hasPronoun({ tokens }: EntityDoc, verb: number): boolean {
  let at = verb - 1
  while (isQuoteMark(tokens[at]) || /^[وف]?(?:لن|لا|لم|قد|سوف)$/u.test(tokens[at]?.text ?? '')) at--
  return PRONOUN.test(tokens[at]?.text ?? '')
}

export const PRONOUN = /^[وف]?[بل]?(?:ان|لكن)(?:ه|ها|هم|هما)$/u
