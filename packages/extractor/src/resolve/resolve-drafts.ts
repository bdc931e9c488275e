/** From drafts to mentions of things: which of several is meant, in which role, and what a description points back to. */
import { foldKey } from '@mithaq/model'
import type { Draft } from '../entities/draft.ts'
import { nameText, type Reader, wordAt } from '../entities/reader.ts'
import { governmentOf } from '../entities/read-government.ts'
import { definite, lookup, ministryOf } from '../entities/read-organisation.ts'
import { actorFace, type Face, type Thing, thingOf } from '../entities/thing.ts'
import { decideRole, type Role } from './decide-role.ts'
import { findLocalNames } from './local-names.ts'
import { findFamilyNames, gatherPeople, type People, samePerson } from './people.ts'
import { countryNear, countrySignals, type Signals } from './signals.ts'

/** A draft with the thing and the face it is a mention of. */
export interface Resolved {
  draft: Draft
  thing: Thing
  face: Face
  basis: Draft['basis']
}

interface State {
  reader: Reader
  signals: Signals
  people: People
  /** In text order. */
  done: Resolved[]
  /** The last two actors that were joined: «الجانبان». */
  pair: [Resolved, Resolved] | undefined
  /** One thing a real thing: groups and bodies by what they are called. */
  canonical: Map<string, Thing>
}

/** Bodies that a country has one of: «الجيش» without more is that of the country spoken of. */
const ONE_A_COUNTRY = new Map([
  ['جيش', 'الجيش'],
  ['برلمان', 'البرلمان'],
  ['شرطه', 'الشرطة'],
])

export function resolveDrafts(reader: Reader, drafts: readonly Draft[]): Resolved[] {
  const signals = countrySignals(reader, drafts)
  const people = gatherPeople(drafts)
  const named = [...drafts, ...findLocalNames(reader, drafts)]
  const all = [...named, ...findFamilyNames(reader, named, people)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  const sure = new Set(all.filter(({ weak }) => !weak).flatMap(({ things }) => things.slice(0, 1)))
  const state: State = { reader, signals, people, done: [], pair: undefined, canonical: new Map() }
  let before: { draft: Draft; role: Role } | undefined
  for (const draft of all) {
    if (draft.weak && !draft.things.some((thing) => sure.has(thing))) continue
    if (draft.anaphor?.to === 'pair') {
      state.done.push(...pairOf(state, draft))
      continue
    }
    const thing = thingMeant(state, draft, sure)
    if (!thing) continue
    const role = decideRole(reader, draft, thing, before)
    const face = role === 'actor' ? thing.actor : thing.place
    if (!face) continue
    const resolved: Resolved = { draft, thing, face, basis: basisOf(draft, thing, role) }
    notePair(state, resolved)
    state.done.push(resolved)
    before = { draft, role }
  }
  return state.done
}

function basisOf(draft: Draft, thing: Thing, role: Role): Draft['basis'] {
  if (role === 'actor' && !thing.isCountry && thing.place && thing.actor?.type === 'Country') return 'metonym'
  return draft.basis
}

function thingMeant(state: State, draft: Draft, sure: ReadonlySet<Thing>): Thing | undefined {
  const { reader, signals, people } = state
  if (draft.ministry !== undefined)
    return unify(state, ministryOf(reader, draft.ministry, countryNear(reader, signals, draft.start)))
  if (draft.anaphor) {
    const antecedent = antecedentOf(state, draft)
    if (antecedent) return antecedent
  }
  const candidates = draft.weak ? draft.things.filter((thing) => sure.has(thing)) : draft.things
  const thing = candidates.length > 1 ? likeliest(candidates, signals) : candidates[0]
  return thing && unify(state, samePerson(people, thing))
}

/** Of things of one name, that of the country most spoken of; else the one meant most often. */
function likeliest(things: readonly Thing[], { counts }: Signals): Thing {
  const weight = ({ country }: Thing): number => counts.get(country ?? '') ?? 0
  return things.reduce((best, thing) => (thing.rank < 3 && weight(thing) > weight(best) ? thing : best))
}

/** «المسؤولون الأميركيون» after «مسؤولين أميركيين», «الإدارة الأميركية» after «إدارة بايدن»: one thing. */
function unify(state: State, thing: Thing): Thing {
  const { actor } = thing
  if (!actor || Object.keys(actor.authority).length > 0) return thing
  const key = `${actor.type} ${nameKey(actor.name.ar)}`
  const known = state.canonical.get(key)
  if (known) return known
  const administration =
    actor.type === 'Government' && foldKey(actor.name.ar).startsWith('الاداره ')
      ? administrationOf(state, thing.country)
      : undefined
  state.canonical.set(key, administration ?? thing)
  return administration ?? thing
}

/** A name without article, case and gender of its words. */
const nameKey = (name: string): string =>
  foldKey(name)
    .split(' ')
    .map((word) => word.replace(/^لل|^ال(?=...)/u, '').replace(/(?<=...)ين$/u, 'ون'))
    .join(' ')

function administrationOf({ done }: State, country: string | undefined): Thing | undefined {
  return done.findLast(
    ({ thing }) =>
      thing.country === country &&
      thing.actor?.type === 'Government' &&
      foldKey(thing.actor.name.ar).startsWith('اداره '),
  )?.thing
}

function antecedentOf(state: State, draft: Draft): Thing | undefined {
  const { done, reader, signals } = state
  const { anaphor } = draft
  switch (anaphor?.to) {
    case 'class': {
      const { head } = anaphor
      const known = done.findLast(
        ({ thing }) => thing.heads.includes(head) && thing.actor !== undefined,
      )?.thing
      return known ?? bodyOf(state, head)
    }
    case 'group':
      return done.findLast(({ thing }) => thing.actor?.type === 'Group' && thing.heads.includes(anaphor.name))
        ?.thing
    case 'government': {
      const known = done.findLast(
        ({ thing }) => thing.actor?.type === 'Government' && thing.heads.includes('حكومه'),
      )?.thing
      if (known) return known
      const iso = countryNear(reader, signals, draft.start)
      return iso ? unify(state, governmentOf(reader, 'حكومة', iso)) : undefined
    }
    case 'person':
      return holderOf(state, draft, anaphor)
    default:
      return undefined
  }
}

/** «الجيش» where no army was named: that of the country the article is of. */
function bodyOf(state: State, head: string): Thing | undefined {
  const { reader, signals } = state
  const noun = ONE_A_COUNTRY.get(head)
  const iso = signals.focus
  const adjective =
    noun && iso && reader.lexicon.demonyms.written.get(`${iso} ${head.endsWith('ه') ? 'f' : 'm'}`)
  if (!adjective) return undefined
  const name = `${noun} ${definite(adjective)}`
  return unify(
    state,
    lookup(reader, name) ?? thingOf({ actor: actorFace('Organization', name), country: iso, heads: [head] }),
  )
}

/** The person met before in that office: «الوزير»، «الرئيس الأميركي». */
function holderOf(
  { done, reader }: State,
  draft: Draft,
  anaphor: { office: string; country?: string },
): Thing | undefined {
  const words = new Set(nameKey(nameText(reader, draft.start, draft.end, draft.cut)).split(' '))
  const match = ({ draft: other, thing }: Resolved): boolean => {
    if (thing.actor?.type !== 'Person' || !other.office || other.office.class !== anaphor.office) return false
    if (anaphor.country && other.office.country !== anaphor.country && thing.country !== anaphor.country)
      return false
    if (draft.things.length === 0) return true
    const title = nameKey(
      nameText(reader, other.opens ?? other.start, thing.actor.named ? other.start : other.end),
    ).split(' ')
    return (
      title.every((word) => word === '' || words.has(word)) ||
      [...words].every((word) => title.includes(word))
    )
  }
  return (done.findLast((other) => other.thing.actor?.named === true && match(other)) ?? done.findLast(match))
    ?.thing
}

const PAIRED = new Set(['Country', 'Government', 'Organization', 'ArmedGroup'])

/** Remembers actors that the text joins: «العراق والولايات المتحدة»، «واشنطن وبغداد». */
function notePair(state: State, resolved: Resolved): void {
  const last = state.done.at(-1)
  if (
    !last ||
    !PAIRED.has(resolved.face.type) ||
    resolved.face.type !== last.face.type ||
    last.face.id === resolved.face.id
  )
    return
  if (
    resolved.draft.proclitics[0] === 'و' &&
    (resolved.draft.opens ?? resolved.draft.start) === last.draft.end
  )
    state.pair = [last, resolved]
}

/** «الجانبان»: two mentions at one place, of the actors joined last, else of the two states named first. */
function pairOf(state: State, draft: Draft): Resolved[] {
  const persons = /(?:رييس|وزير)/u.test(wordAt(state.reader, draft.start))
  const pair = persons ? lastTwo(state, 'Person') : (state.pair ?? firstTwoStates(state))
  return pair.map(({ thing, face }) => ({ draft, thing, face, basis: 'pronoun' as const }))
}

function firstTwoStates({ done }: State): Resolved[] {
  const states = done.filter(({ face }) => face.type === 'Country' && face.kind === 'actor')
  const second = states.find(({ face }) => face.id !== states[0]?.face.id)
  return second ? [states[0]!, second] : []
}

function lastTwo({ done }: State, type: string): Resolved[] {
  const last = done.findLast(({ face }) => face.type === type && face.named)
  const before = done.findLast(({ face }) => face.type === type && face.named && face.id !== last?.face.id)
  return last && before ? [before, last] : []
}
