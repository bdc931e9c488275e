/** How the things of an article hang together, as its words or the registries say. */
import type { Entity, Span } from '@mithaq/model'
import { spanBetween } from '../doc.ts'
import type { Draft } from '../entities/draft.ts'
import type { EntityRelation } from '../entities/mention.ts'
import { inContext, offsetBehind, type Reader, wordAt } from '../entities/reader.ts'
import type { Face, Thing } from '../entities/thing.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { isGoverned } from '../text/governs.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import type { Resolved } from './state.ts'
import { entityOf } from './to-entities.ts'

const SIZE: Readonly<Record<string, number>> = { Facility: 0, City: 1, Water: 2, Region: 2, Country: 3 }

/** The relations, and the states that only an adjective names: «وزير الخارجية اليمني» belongs to اليمن. */
export function relate(
  reader: Reader,
  resolved: readonly Resolved[],
): { relations: EntityRelation[]; implied: Entity[] } {
  const implied = new Map<string, Entity>()
  const first = new Map<string, Resolved>()
  for (const mention of resolved) if (!first.has(mention.face.id)) first.set(mention.face.id, mention)
  const relations = new Map<string, EntityRelation>()
  const add = (relation: EntityRelation): void => {
    const key = `${relation.subject} ${relation.predicate} ${relation.object}`
    if (relation.subject !== relation.object && !relations.has(key)) relations.set(key, relation)
  }
  for (const relation of saidWithin(reader, resolved)) add(relation)
  for (const relation of heldOffices(reader, resolved)) add(relation)
  const placed = new Set([...relations.values()].map(({ subject }) => subject))
  for (const mention of first.values()) {
    const evidence = [spanOfMention(reader, mention)]
    for (const [predicate, owner] of ownersOf(reader, mention)) {
      if (predicate === 'WITHIN' && placed.has(mention.face.id)) continue
      if (first.has(owner.id))
        add({ subject: mention.face.id, predicate, object: owner.id, evidence, rule: 'registry' })
      else if (predicate === 'PART_OF' && owner.type === 'Country') {
        const adjective = nationalityIn(reader, mention)
        if (!adjective) continue
        const state = implied.get(owner.id) ?? entityOf(owner)
        implied.set(owner.id, state)
        state.mentions.push({ ...adjective, rule: 'nationality', basis: 'pronoun' })
        add({
          subject: mention.face.id,
          predicate,
          object: owner.id,
          evidence: [adjective],
          rule: 'nationality',
        })
      }
    }
  }
  for (const { thing } of first.values()) {
    const [actor, place] = [
      thing.isCountry && first.get(thing.actor!.id),
      thing.isCountry && first.get(thing.place!.id),
    ]
    if (actor && place)
      add({
        subject: actor.face.id,
        predicate: 'TERRITORY',
        object: place.face.id,
        evidence: [spanOfMention(reader, actor), spanOfMention(reader, place)],
        rule: 'state-and-land',
      })
  }
  return { relations: [...relations.values()], implied: [...implied.values()] }
}

/** The adjective of its country within a mention or the title before it: «اليمني». */
function nationalityIn(reader: Reader, { draft, thing }: Resolved): Span | undefined {
  const iso = thing.country ?? draft.office?.country
  for (let i = draft.opens ?? draft.start; i < draft.end; i++)
    if (reader.facts[i]?.demonyms.some((demonym) => demonym.iso === iso)) {
      const { start, end } = reader.doc.tokens[i]!
      return spanBetween(reader.doc, start, end)
    }
  return undefined
}

function spanOfMention(reader: Reader, { draft }: Resolved): Span {
  return spanBetween(
    reader.doc,
    offsetBehind(reader, draft.start, draft.cut),
    reader.doc.tokens[draft.end - 1]!.end,
  )
}

/** What the first mention's thing belongs to or lies in, by registry, title or description. */
function ownersOf(
  { lexicon }: Reader,
  { face, thing, draft }: Resolved,
): [EntityRelation['predicate'], Face][] {
  const iso = thing.country ?? draft.office?.country
  const country: Thing | undefined =
    thing.isCountry || iso === undefined ? undefined : lexicon.countries.get(iso)
  const owners: [EntityRelation['predicate'], Face][] = []
  if (face.kind === 'place') {
    if (thing.within?.place) owners.push(['WITHIN', thing.within.place])
    if (country?.place) owners.push(['WITHIN', country.place])
  } else if (face.type !== 'Country') {
    if (thing.within?.actor) owners.push(['PART_OF', thing.within.actor])
    if (country?.actor) owners.push(['PART_OF', country.actor])
  }
  return owners
}

const BODIES = new Set(['Organization', 'Government', 'ArmedGroup', 'Media', 'Country'])

/** «ممثل المفوضية السامية فلان»، «فلان، الناطق باسم الحكومة»: whose office it is, the office says. */
function* heldOffices(reader: Reader, resolved: readonly Resolved[]): Generator<EntityRelation> {
  let body: Resolved | undefined
  const bodies: { m?: Resolved; f?: Resolved } = {}
  for (const [i, mention] of resolved.entries()) {
    const { draft, face } = mention
    const isSpokesman = face.type === 'Person' && speaksForIt(reader, draft.start, draft.end + BEHIND)
    const owned = face.type === 'Person' ? ownedOffice(reader, draft.opens ?? draft.start) : undefined
    const told = face.type === 'Person' ? officeBeside(reader, draft) : undefined
    const hasOffice =
      told !== undefined || draft.opens !== undefined || draft.closes !== undefined || isSpokesman
    if (face.type !== 'Person' || (!hasOffice && !owned)) {
      if (BODIES.has(face.type) && face.type !== 'Country') {
        body = mention
        const { start, opens, proclitics } = mention.draft
        // «انسحب من «التحالف» …، وقال رئيسه»: of whom is told, not of what he left.
        const from = opens ?? start
        const isAside =
          isGoverned(reader.doc.tokens, from, proclitics) ||
          // «، وطالب مجلس الأمن بـ»: whom he asked.
          (/^و../u.test(wordAt(reader, from - 1)) &&
            reader.doc.tokens[from - 2]?.kind === 'mark' &&
            wordAt(reader, from - 2) !== '.')
        if (!isAside || !bodies[genderOf(mention)]) bodies[genderOf(mention)] = mention
      }
      continue
    }
    const from = owned?.start ?? Math.min(draft.opens ?? draft.start, told?.start ?? draft.start)
    const until = Math.max(draft.closes ?? draft.end, told?.end ?? draft.end)
    const inside = [...resolved.slice(Math.max(0, i - 4), i), ...resolved.slice(i + 1, i + 5)].find(
      (other) =>
        other.draft.start >= from &&
        other.draft.end <= until &&
        other.face.kind === 'actor' &&
        BODIES.has(other.face.type) &&
        !(SENT.has(draft.office?.class ?? '') && isPosting(reader, other)),
    )
    const owner =
      inside ??
      (owned ? bodies[owned.gender] : isSpokesman || speaksForIt(reader, from, until) ? body : undefined)
    if (!owner) continue
    const evidence = spanBetween(
      reader.doc,
      reader.doc.tokens[from]!.start,
      reader.doc.tokens[until - 1]!.end,
    )
    yield {
      subject: face.id,
      predicate: 'PART_OF',
      object: owner.face.id,
      evidence: [evidence],
      rule: 'office',
    }
  }
}

/** An office and whose it is are seldom longer. In tokens. */
const OFFICE = 9

/** «الناطق باسم «جيش الإسلام» إسلام علوش»، «إدريس لشكر، الكاتب الأول للاتحاد الاشتراكي، »: the words that tell a person's office. */
function officeBeside(reader: Reader, { start, end }: Draft): TokenRange | undefined {
  const { tokens } = reader.doc
  const isOffice = (i: number): boolean =>
    nounReadings(wordAt(reader, i)).some(({ stem }) => isOfClass('office', stem.replace(/^ال/u, '')))
  const sameSentence = (i: number): boolean => reader.ends[i] === reader.ends[start]
  for (let i = start - 1; i >= Math.max(0, start - OFFICE) && sameSentence(i); i--) {
    if (isOffice(i)) return { start: i, end }
    const { text, kind } = tokens[i]!
    if ((kind === 'mark' && !/["«»“”]/u.test(text)) || reader.facts[i]?.verb === 'report') break
  }
  if (tokens[end]?.text !== '،' || !sameSentence(end) || !isOffice(end + 1)) return undefined
  let until = end + 2
  while (until < end + 2 + OFFICE && sameSentence(until) && !/^[،:.]$/u.test(tokens[until]!.text)) until++
  return { start, end: until }
}

/** By the noun that the body is called with, or that opens its name. */
const genderOf = ({ face, draft }: Resolved): 'm' | 'f' =>
  (draft.called ?? face.name.ar).split(' ')[0]!.endsWith('ة') || draft.called?.endsWith('ه') ? 'f' : 'm'

/** Between «رئيسه» and the name. In tokens. */
const TITLES = 4

/** «حزب «الوفد» … رئيسه الدكتور فؤاد أباظة»: an office that is said to be of the body spoken of. */
function ownedOffice(reader: Reader, name: number): { start: number; gender: 'm' | 'f' } | undefined {
  for (let i = name; i >= Math.max(0, name - TITLES); i--) {
    const word = wordAt(reader, i)
    if (i < name && (word === '' || reader.facts[i]?.verb !== undefined)) return undefined
    for (const { stem, pronoun } of encliticReadings(word.replace(/^[وفل](?=....)/u, '')))
      if ((pronoun === '3ms' || pronoun === '3fs') && isOfClass('office', stem))
        return { start: i, gender: pronoun === '3fs' ? 'f' : 'm' }
  }
  return undefined
}

const SENT = new Set(['ambassador', 'envoy'])

/** «السفير الأميركي في الأمم المتحدة»: where he is sent, not whom he serves. */
const isPosting = (reader: Reader, { draft }: Resolved): boolean =>
  /^(?:في|لدي|الي)$/u.test(wordAt(reader, (draft.opens ?? draft.start) - 1))

/** «طارق البحيري، المتحدث باسمها»: so near behind the name. In tokens. */
const BEHIND = 4

/** «المتحدث باسمها»: of the body spoken of before. */
function speaksForIt(reader: Reader, from: number, until: number): boolean {
  for (let i = from; i < Math.min(until, reader.facts.length); i++)
    if (/^باسم(?:ه|ها|هم)$/u.test(wordAt(reader, i))) return true
  return false
}

/** «قاعدة حرير الجوية في أربيل بإقليم كردستان شمال العراق»: each lies in the next. */
function* saidWithin(reader: Reader, resolved: readonly Resolved[]): Generator<EntityRelation> {
  for (const [i, inner] of resolved.entries()) {
    const outer = resolved[i + 1]
    if (!outer || inner.face.kind !== 'place' || outer.face.kind !== 'place') continue
    if ((SIZE[inner.face.type] ?? 0) >= (SIZE[outer.face.type] ?? 0)) continue
    if (!leadsInto(reader, inner, outer)) continue
    if (inner.thing.country && outer.thing.country && inner.thing.country !== outer.thing.country) continue
    const span = spanBetween(reader.doc, spanOfMention(reader, inner).start, spanOfMention(reader, outer).end)
    yield {
      subject: inner.face.id,
      predicate: 'WITHIN',
      object: outer.face.id,
      evidence: [span],
      rule: 'said-within',
    }
  }
}

function leadsInto(reader: Reader, inner: Resolved, outer: Resolved): boolean {
  const gap = outer.draft.start - inner.draft.end
  if (gap === 0) return outer.draft.proclitics.includes('ب')
  if (gap < 0 || gap > 3 || outer.draft.proclitics.includes('و')) return false
  for (let at = inner.draft.end; at < outer.draft.start; at++)
    if (!inContext(reader, 'direction', wordAt(reader, at).replace(/^[بل](?=...)/u, ''))) return false
  return true
}
