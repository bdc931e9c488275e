/** From drafts to mentions of things: which of several is meant, in which role, and what a description points back to. */
import type { Draft } from '../entities/draft.ts'
import { nameText, type Reader } from '../entities/reader.ts'
import { ministryOf } from '../entities/read-ministry.ts'
import { actorFace, type Thing, thingOf } from '../entities/thing.ts'
import { antecedentOf, namedByTitle, officialMeant, noteHolder, notePair, pairOf } from './antecedent.ts'
import { decideRole, type Role } from './decide-role.ts'
import { findLocalNames } from './local-names.ts'
import { findFamilyNames, gatherPeople, samePerson, spelledOtherwise } from './people.ts'
import { countryNear, countrySignals, type Signals } from './signals.ts'
import type { Resolved, State } from './state.ts'
import { fullerNames, unify } from './unify.ts'

export function resolveDrafts(reader: Reader, drafts: readonly Draft[]): Resolved[] {
  const signals = countrySignals(reader, drafts)
  const people = gatherPeople(drafts)
  const local = withLocalNames(reader, drafts)
  const all = [...local, ...findFamilyNames(reader, local, people)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  const sure = new Set<Thing>()
  const aliases = new Map<Thing, number>()
  for (const { weak, things, rule } of all) {
    const [thing] = things
    if (!weak && thing) sure.add(thing)
    if (thing && rule === 'gazetteer-alias') aliases.set(thing, (aliases.get(thing) ?? 0) + 1)
  }
  const state: State = {
    reader,
    signals,
    people,
    done: [],
    pair: undefined,
    pairs: new Map(),
    states: [],
    holders: new Map(),
    named: namedByTitle(reader, all),
    ahead: firstByHead(all),
    fuller: fullerNames(all),
    canonical: new Map(),
  }
  let before: { draft: Draft; role: Role } | undefined
  for (const found of all) {
    let draft = found
    if (draft.weak && !draft.things.some((thing) => sure.has(thing))) continue
    if (draft.anaphor?.to === 'pair') {
      state.done.push(...pairOf(state, draft))
      continue
    }
    const meant = thingMeant(state, draft, sure)
    if (!meant) continue
    const named = isElsewhere(state, draft, meant, aliases) ? ownBody(state, draft, meant) : meant
    const fuller = spelledOtherwise(people, named)
    const thing = fuller ?? named
    if (fuller) draft = { ...draft, rule: 'variant-spelling' }
    const role = decideRole(reader, draft, thing, before)
    const face = role === 'actor' ? thing.actor : thing.place
    if (!face) continue
    const resolved: Resolved = { draft, thing, face, basis: basisOf(draft, thing, role) }
    notePair(state, resolved)
    noteHolder(state, resolved)
    state.done.push(resolved)
    before = { draft, role }
  }
  return state.done
}

/**
 * «المؤتمر الوطني», «المجلس التشريعي»: a short name of everyday words is that country's body only where the article speaks
 * of the country.
 */
function isElsewhere(
  { reader, signals }: State,
  draft: Draft,
  thing: Thing,
  aliases: ReadonlyMap<Thing, number>,
): boolean {
  if (draft.rule !== 'gazetteer-alias' || !thing.actor || thing.place || !thing.country) return false
  if (thing.actor.type !== 'Organization') return false
  const isEveryday = reader.facts
    .slice(draft.start, draft.end)
    .every(
      (facts) =>
        facts?.common !== undefined ||
        facts?.openings.some(({ node }) => node.values?.some(({ use }) => use === 'organisation')),
    )
  if (!isEveryday) return false
  return (signals.counts.get(thing.country) ?? 0) <= (aliases.get(thing) ?? 0)
}

/** A body of that name that only the article knows. */
const ownBody = (state: State, { start, end, cut }: Draft, { heads }: Thing): Thing =>
  unify(state, thingOf({ actor: actorFace('Organization', nameText(state.reader, start, end, cut)), heads }))

/** What lies inside a name that the article itself gave is part of it: «الخليج» of «صوت الخليج». */
function withLocalNames(reader: Reader, drafts: readonly Draft[]): readonly Draft[] {
  const local = findLocalNames(reader, drafts)
  if (local.length === 0) return drafts
  const inside = new Uint8Array(reader.facts.length)
  for (const { start, end } of local) inside.fill(1, start, end)
  return [...drafts.filter(({ start }) => !inside[start]), ...local]
}

function firstByHead(drafts: readonly Draft[]): Map<string, Thing> {
  const first = new Map<string, Thing>()
  for (const { things, weak } of drafts)
    for (const head of things[0]?.actor && !weak ? things[0].heads : [])
      if (!first.has(head)) first.set(head, things[0]!)
  return first
}

function basisOf(draft: Draft, thing: Thing, role: Role): Draft['basis'] {
  if (role === 'actor' && !thing.isCountry && thing.place && thing.actor?.type === 'Country') return 'metonym'
  return draft.basis
}

function thingMeant(state: State, draft: Draft, sure: ReadonlySet<Thing>): Thing | undefined {
  const { reader, signals, people } = state
  if (draft.ministry !== undefined)
    return unify(state, ministryOf(reader, draft.ministry, countryNear(reader, signals, draft.start)))
  const antecedent =
    officialMeant(state, draft) ?? (draft.anaphor && antecedentOf(state, draft, draft.anaphor))
  if (antecedent) return antecedent
  if (draft.passing && draft.things.length === 0) return unify(state, draft.passing)
  const candidates = draft.weak ? draft.things.filter((thing) => sure.has(thing)) : draft.things
  const thing =
    candidates.length > 1
      ? (vowelled(reader, draft, candidates) ?? likeliest(candidates, signals))
      : candidates[0]
  return thing && unify(state, samePerson(people, thing))
}

/** Names that only their vowel signs tell apart. */
const VOWELLED = new Map([
  ['عمّان', 'JO'],
  ['عمَّان', 'JO'],
  ['عُمان', 'OM'],
])

function vowelled({ doc }: Reader, { start, end }: Draft, things: readonly Thing[]): Thing | undefined {
  const token = doc.tokens[start]!
  if (end > start + 1 || !/[\u064b-\u0652]/u.test(doc.text.slice(token.start, token.end))) return undefined
  const written = doc.text.slice(token.start, token.end).normalize('NFC')
  const iso = [...VOWELLED].find(([name]) => written.endsWith(name))?.[1]
  return iso === undefined ? undefined : things.find(({ country }) => country === iso)
}

/** Of things of one name, that of the country most spoken of; else the one meant most often. */
function likeliest(things: readonly Thing[], { counts }: Signals): Thing {
  const weight = ({ country }: Thing): number => counts.get(country ?? '') ?? 0
  return things.reduce((best, thing) => (thing.rank < 3 && weight(thing) > weight(best) ? thing : best))
}
