/** What a description points back to: «الوزير»، «الحركة»، «الحكومة»، «القوات»، «الجانبان». */
import type { Anaphor, Draft } from '../entities/draft.ts'
import { nameText, type Reader, wordAt } from '../entities/reader.ts'
import { holderAt, officesOn } from '../entities/offices.ts'
import { governmentOf } from '../entities/read-government.ts'
import { definite, lookup, ministryOf } from '../entities/read-ministry.ts'
import { actorFace, passingThing, type Thing, thingOf } from '../entities/thing.ts'
import { isOfClass } from '../word-classes.ts'
import { isGoverned } from '../text/governs.ts'
import { finiteReadings } from '../text/morphology.ts'
import { countryNear } from './signals.ts'
import { type Holder, latest, type Resolved, type State } from './state.ts'
import { nameKey, unify } from './unify.ts'

/** Bodies that a country has one of: «الجيش» without more is that of the country spoken of. */
const ONE_A_COUNTRY = new Map([
  ['جيش', 'الجيش'],
  ['برلمان', 'البرلمان'],
  ['شرطه', 'الشرطة'],
])
/** Of one class of office so many holders are remembered. */
const MOST_HOLDERS = 24

export function antecedentOf(state: State, draft: Draft, anaphor: Anaphor): Thing | undefined {
  switch (anaphor.to) {
    case 'class': {
      const { head, country } = anaphor
      const isCalled = ({ thing, draft: { called } }: Resolved): boolean =>
        (thing.heads.includes(head) || called === head) && thing.actor !== undefined
      if (country !== undefined)
        return latest(state, (mention) => isCalled(mention) && mention.thing.country === country)?.thing
      return (
        landOfSpeaker(state, head, draft.start) ??
        inFocus(state, isCalled) ??
        latest(state, isCalled)?.thing ??
        state.ahead.get(head) ??
        kingdomOf(state, head) ??
        bodyOf(state, head)
      )
    }
    case 'group':
      return latest(state, ({ thing }) => thing.actor?.type === 'Group' && thing.heads.includes(anaphor.name))
        ?.thing
    case 'government': {
      const own = draft.rule === 'owned' ? speakerBefore(state, draft.start) : undefined
      const iso = own?.draft.office?.country ?? own?.thing.country
      if (iso !== undefined) return unify(state, governmentOf(state.reader, 'حكومة', iso))
      return (
        latest(state, ({ thing }) => thing.actor?.type === 'Government' && thing.heads.includes('حكومه'))
          ?.thing ?? governmentNear(state, draft)
      )
    }
    case 'person':
      return (
        holderOf(state, draft, anaphor) ??
        heldOnTheDay(state, draft) ??
        namedNext(state, draft, anaphor) ??
        goesOn(state, draft, anaphor.office)
      )
    case 'homeland':
      return homelandOf(state, draft.start)
    case 'last-person':
      return latest(state, isPerson)?.thing
    case 'honoured':
      return honoured(state, anaphor.by)
    case 'capital': {
      const iso = countryNear(state.reader, state.signals, draft.start)
      return iso === undefined ? undefined : state.reader.lexicon.capitals.get(iso)
    }
    case 'owned':
      return ownedBy(state, anaphor)
    default:
      return undefined
  }
}

/** «قرر مجلس الوزراء إحالته إلى مجلس النواب. وقرر المجلس …»: of two so called, the one that acts. */
function inFocus(state: State, isCalled: (mention: Resolved) => boolean): Thing | undefined {
  const near = state.done.slice(-FOCUS).filter(isCalled)
  if (near.every(({ thing }) => thing === near[0]!.thing)) return undefined
  const { tokens } = state.reader.doc
  return near.findLast(
    ({ draft: { opens, start, proclitics } }) => !isGoverned(tokens, opens ?? start, proclitics),
  )?.thing
}
/** In mentions. */
const FOCUS = 12

/** «وزير المالية فلان … وزارته»: the ministry that his title names. */
function ministryOfMinister(state: State, { draft, thing }: Resolved): Thing | undefined {
  const from = draft.opens ?? draft.start
  const before = nameText(
    state.reader,
    from,
    Math.max(from + 1, thing.actor?.named ? draft.start : draft.end),
  )
  // «هاني قدري، وزير المالية، …»
  const behind = draft.closes === undefined ? '' : nameText(state.reader, draft.end + 1, draft.closes)
  const field = [before, behind].map((title) => /^وزيرة? (ال\S+)/u.exec(title)?.[1]).find(Boolean)
  const iso = draft.office?.country ?? thing.country ?? state.signals.focus
  return field === undefined ? undefined : unify(state, ministryOf(state.reader, `وزارة ${field}`, iso))
}

/** «كتلته»: the bloc that he is of, else one told by him alone: «كتلة الشريف الوافي». */
function ownedBy(
  state: State,
  { head, noun, type, ofBody }: Extract<Anaphor, { to: 'owned' }>,
): Thing | undefined {
  if (head === 'وزاره') {
    const minister = latest(state, (mention) => ministryOfMinister(state, mention) !== undefined)
    if (minister) return ministryOfMinister(state, minister)
  }
  const owner =
    (ofBody ? latest(state, ({ face }) => PAIRED.has(face.type) && face.type !== 'Group') : undefined) ??
    // «قال القائد للصحفيين إن قواته»: not of those who hear it.
    latest(
      state,
      ({ face, draft }) =>
        (face.type === 'Person' || face.type === 'Group') && !draft.proclitics.includes('ل'),
    ) ??
    latest(state, ({ face }) => face.kind === 'actor' && face.type !== 'Media')
  if (!owner) return undefined
  const body = [owner.thing.within, owner.thing].find((thing) => thing?.actor && thing.heads.includes(head))
  if (body) return body
  // «قال متحدث باسمه إن رجاله …»: they are his for whom is spoken.
  const whose = (owner.thing.passing && owner.thing.within?.actor) || owner.face
  const own = passingThing(type, `${noun} ${whose.name.ar}`, state.reader.doc.text)
  return unify(state, type === 'Person' ? { ...own, within: owner.thing } : own)
}

/** «جلالة الملك عبد الله … وأكد جلالته»: whom the same word of respect was said of, else who spoke last, else who was named last. */
function honoured(state: State, by: string): Thing | undefined {
  const { facts } = state.reader
  const respect = by.replace(/ت?(?:ه|ها|هم|هما)$/u, '')
  const isHonoured = ({ draft }: Resolved): boolean => {
    for (let i = draft.opens ?? draft.start; i < draft.start; i++)
      if (
        wordAt(state.reader, i)
          .replace(/^ل?(?:ال)?/u, '')
          .startsWith(respect)
      )
        return true
    return false
  }
  const isSpeaker = ({ draft }: Resolved): boolean =>
    facts[(draft.opens ?? draft.start) - 1]?.verb === 'report'
  return (
    latest(state, (mention) => isPerson(mention) && isHonoured(mention)) ??
    latest(state, (mention) => isPerson(mention) && isSpeaker(mention)) ??
    latest(state, isPerson)
  )?.thing
}

/** «بلاده»: the state of the person, or of the officials, spoken of last. */
function homelandOf(state: State, at: number): Thing | undefined {
  const speaker = speakerBefore(state, at)
  const person = speaker ?? latest(state, isOfState)
  const iso = person?.draft.office?.country ?? person?.thing.country ?? state.signals.focus
  return iso === undefined ? undefined : state.reader.lexicon.countries.get(iso)
}

/** «قال الوزير … وساطة يقودها مبيكي … إن بلاده»: who speaks in the sentence, before whoever is named in it. */
function speakerBefore(state: State, at: number): Resolved | undefined {
  const { facts } = state.reader
  return latest(
    state,
    (mention) =>
      isOfState(mention) &&
      sameSentence(state, mention.draft.start, at) &&
      facts[(mention.draft.opens ?? mention.draft.start) - 1]?.verb === 'report',
  )
}

const isOfState = ({ face, thing, draft }: Resolved): boolean =>
  (face.type === 'Person' || face.type === 'Group') && (thing.country ?? draft.office?.country) !== undefined

function governmentNear(state: State, { start }: Draft): Thing | undefined {
  const iso = countryNear(state.reader, state.signals, start)
  return iso ? unify(state, governmentOf(state.reader, 'حكومة', iso)) : undefined
}

/** «قال وزير الداخلية السعودي إن المملكة …»: his own. */
function landOfSpeaker(state: State, head: string, at: number): Thing | undefined {
  if (!isOfClass('realm', head)) return undefined
  const speaker = speakerBefore(state, at)
  const iso = speaker?.draft.office?.country ?? speaker?.thing.country
  const land = iso === undefined ? undefined : state.reader.lexicon.countries.get(iso)
  return land?.heads.includes(head) ? land : undefined
}

/** «المملكة» where the land was not named: the kingdom that the article is of. */
function kingdomOf({ reader, signals }: State, head: string): Thing | undefined {
  const land = signals.focus === undefined ? undefined : reader.lexicon.countries.get(signals.focus)
  return land?.heads.includes(head) ? land : undefined
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

/** Remembers who holds which office: by the title beside the name, or by what the lexicon knows of the day. */
export function noteHolder({ holders, reader }: State, { draft, thing }: Resolved): void {
  if (thing.actor?.type !== 'Person') return
  const day = reader.doc.published?.date
  const known = !draft.office && thing.offices && day !== undefined ? officesOn(thing, day) : []
  for (const office of known) addHolder(holders, office, { thing, country: thing.country, title: [] })
  if (!draft.office) return
  const from = draft.opens ?? draft.start
  const title =
    thing.actor.named && from === draft.start
      ? ''
      : nameText(reader, from, thing.actor.named ? draft.start : draft.end)
  // «الدكتور لام أكول وزير الخارجية السوداني»: what is before the name may only address him.
  const behind = title === '' || draft.closes === undefined ? '' : nameText(reader, draft.end, draft.closes)
  addHolder(holders, draft.office.class, {
    thing,
    country: draft.office.country ?? thing.country,
    title: [...keysOf(title), ...keysOf(behind)],
  })
}

function addHolder(holders: State['holders'], office: string, holder: Holder): void {
  const others = (holders.get(office) ?? []).filter(({ thing }) => thing !== holder.thing)
  holders.set(office, [...others.slice(-MOST_HOLDERS), holder])
}

const keysOf = (text: string): string[] => (text === '' ? [] : nameKey(text).split(' '))

/** The person met before in that office: «الوزير»، «الرئيس الأميركي». */
function holderOf(
  { holders, reader }: State,
  draft: Draft,
  { office, country }: Extract<Anaphor, { to: 'person' }>,
): Thing | undefined {
  const words = keysOf(nameText(reader, draft.start, draft.end, draft.cut))
  const fits = (holder: Holder): boolean => {
    if (country && holder.country !== country) return false
    if (draft.things.length === 0) return true
    return (
      holder.title.every((word) => words.includes(word)) || words.every((word) => holder.title.includes(word))
    )
  }
  const known = (holders.get(office) ?? []).filter(fits)
  return (known.findLast(({ thing }) => thing.actor?.named === true) ?? known.at(-1))?.thing
}

/** «الرئيس المصري» where the article names none: who it was on the day of publication. */
function heldOnTheDay({ reader }: State, draft: Draft): Thing | undefined {
  const day = reader.doc.published?.date
  return day === undefined || draft.things.length === 0
    ? undefined
    : holderAt(reader, draft.start, draft.end, draft.cut, day)
}

/** «نقلت الوكالة عن وزير الدفاع … . وقال وزير الدفاع فلان»: a description that the text soon says again with the name. */
function namedNext(
  { named, reader }: State,
  draft: Draft,
  { office, country }: Extract<Anaphor, { to: 'person' }>,
): Thing | undefined {
  const title = nameKey(nameText(reader, draft.start, draft.end, draft.cut))
  const next = named.get(`${office} ${title}`)?.find(({ start }) => start > draft.start)
  const isNear = next !== undefined && next.start - draft.end < SOON
  return isNear && (country === undefined || next.thing.country === country) ? next.thing : undefined
}
/** In tokens. */
const SOON = 60

/** By office and title, those who are named behind a title, in text order. */
export function namedByTitle(reader: Reader, drafts: readonly Draft[]): State['named'] {
  const found = new Map<string, { start: number; thing: Thing }[]>()
  for (const { office, opens, start, things } of drafts) {
    const [thing] = things
    if (!office || opens === undefined || opens >= start || thing?.actor?.type !== 'Person') continue
    const key = `${office.class} ${nameKey(nameText(reader, opens, start))}`
    found.set(key, [...(found.get(key) ?? []).slice(0, MOST_HOLDERS), { start, thing }])
  }
  return found
}

/** «شددت دوكلو على … . وأضافت الوزيرة الفرنسية»: whoever goes on speaks already, where no office of his was told. */
function goesOn(state: State, { start }: Draft, office: string): Thing | undefined {
  const { facts, doc } = state.reader
  const verb = doc.tokens[start - 1]?.form
  if (!verb || !finiteReadings(verb).some(({ verb: { lemma } }) => isOfClass('adds', lemma))) return undefined
  const speaker = latest(state, ({ draft }) => facts[(draft.opens ?? draft.start) - 1]?.verb === 'report')
  if (!speaker || !isPerson(speaker) || start - speaker.draft.end > SPEECH) return undefined
  const holds = [...state.holders.values()].some((known) =>
    known.some(({ thing }) => thing === speaker.thing),
  )
  // «صرح السفير فلان … . وأضاف المتحدث»: whatever else he is.
  return (holds || speaker.thing.offices) && office !== 'spokes' ? undefined : speaker.thing
}
/** In tokens. */
const SPEECH = 120

/** «أعلن نائب الرئيس السوداني فلان … . وأضاف المسؤول السوداني»: who of that state spoke last, where he is named. */
export function officialMeant(state: State, { start, cut, things, anaphor }: Draft): Thing | undefined {
  const { facts } = state.reader
  const [, noun = ''] = /^ال(.+)$/u.exec(wordAt(state.reader, start).slice(cut)) ?? []
  if (!isOfClass('any-office', noun) || facts[start - 1]?.verb !== 'report') return undefined
  const iso = things[0]?.country
  if (iso === undefined && anaphor?.to !== 'group') return undefined
  const speaker = latest(
    state,
    ({ draft, face }) =>
      (face.type === 'Person' || face.type === 'Group') &&
      facts[(draft.opens ?? draft.start) - 1]?.verb === 'report',
  )
  if (!speaker || !isPerson(speaker) || start - speaker.draft.end > SPEECH) return undefined
  const of = speaker.thing.country ?? speaker.draft.office?.country
  return iso === undefined || of === iso ? speaker.thing : undefined
}

const PAIRED = new Set(['Country', 'Government', 'Organization', 'ArmedGroup', 'Group'])

/** Remembers actors that the text joins: «العراق والولايات المتحدة»، «واشنطن وبغداد». */
export function notePair(state: State, resolved: Resolved): void {
  const { face, draft } = resolved
  if (
    face.kind === 'actor' &&
    face.type === 'Country' &&
    state.states.length < 2 &&
    state.states[0]?.face.id !== face.id
  )
    state.states.push(resolved)
  const last = state.done.at(-1)
  if (!last || !PAIRED.has(face.type) || last.face.id === face.id) return
  // «رحب السودان والأمم المتحدة بالوسيط»: a state and a body of states, where no two alike are joined.
  const isOdd = !arePeers(face.type, last.face.type)
  if (isOdd && (state.pair || !isOfStates(last.face.type === 'Country' ? resolved : last))) return
  if (draft.proclitics[0] === 'و' && (draft.opens ?? draft.start) === last.draft.end)
    joinPair(state, [last, resolved])
}

/** «الحكومة السودانية وحركة العدل والمساواة»: states join states; whoever fights or governs joins its like. */
const arePeers = (one: string, other: string): boolean =>
  one === other || (SIDES.has(one) && SIDES.has(other))
const isOfStates = ({ face, thing }: Resolved): boolean =>
  face.type === 'Organization' && thing.country === undefined && Object.keys(face.authority).length > 0
const SIDES = new Set(['Government', 'ArmedGroup', 'Organization'])

function joinPair(state: State, pair: readonly [Resolved, Resolved]): void {
  const key = pair
    .map(({ face }) => face.id)
    .sort()
    .join(' ')
  const times = (state.pairs.get(key)?.times ?? 0) + 1
  state.pairs.set(key, { pair, times })
  const most = Math.max(...[...state.pairs.values()].map((known) => known.times))
  // The two that the article is about, before two that it joins in passing.
  if (times === most && (times > 1 || !state.pair || !isToldOf(state, pair))) state.pair = pair
}

/** «المفاوضات التي رعتها قطر وتشاد»: they only act on what is told of. */
function isToldOf({ reader }: State, [first]: readonly [Resolved, Resolved]): boolean {
  const at = (first.draft.opens ?? first.draft.start) - 1
  return /..(?:ه|ها|هما)$/u.test(wordAt(reader, at)) && /^(?:الذي|التي|الذين)$/u.test(wordAt(reader, at - 1))
}

/** «الجانبان»: two mentions at one place, of the actors joined last, else of the two states named first. */
export function pairOf(state: State, draft: Draft): Resolved[] {
  const persons = PERSONS.test(wordAt(state.reader, draft.start))
  const named = state.pair ?? (state.states.length === 2 ? state.states : [])
  // «استقبل الوزير نظيره الموريتاني واتفق الجانبان»: the two met in this sentence are nearer than a pair before it.
  const met = lastTwoPersons(state).every(({ draft: { start } }) => sameSentence(state, start, draft.start))
  const ofTwo =
    met && !sameSentence(state, named.at(-1)?.draft.start ?? -1, draft.start) ? statesOfTwo(state) : []
  const pair = persons
    ? lastTwoPersons(state)
    : ofTwo.length > 0
      ? ofTwo
      : named.length > 0
        ? named
        : statesOfTwo(state)
  return pair.map(({ thing, face }) => ({ draft, thing, face, basis: 'pronoun' as const }))
}

/** «الرئيسان», «الزعيمان»: those who are two by their offices. */
const PERSONS = /(?:رييس|وزير|زعيم|قايد|عاهل)[اي]ن$/u

const sameSentence = ({ reader: { ends } }: State, one: number, other: number): boolean =>
  one >= 0 && ends[one] === ends[other]

/** «استقبل الوزير صلاح الدين مزوار نظيره الموريتاني أحمد ولد تكدي واتفق الجانبان»: the states of the two. */
function statesOfTwo(state: State): Pick<Resolved, 'thing' | 'face'>[] {
  const isos = lastTwoPersons(state).map(({ thing, draft }) => thing.country ?? draft.office?.country)
  if (isos[0] === isos[1]) return []
  const lands = isos.map((iso) => (iso === undefined ? undefined : state.reader.lexicon.countries.get(iso)))
  return lands.flatMap((thing) => (thing?.actor ? [{ thing, face: thing.actor }] : []))
}

const isPerson = ({ face }: Resolved): boolean => face.type === 'Person' && face.named

function lastTwoPersons(state: State): Resolved[] {
  const last = latest(state, isPerson)
  const before = latest(state, (mention) => isPerson(mention) && mention.face.id !== last?.face.id)
  return last && before ? [before, last] : []
}
