/** All readers together: the longest reading that opens at a word wins. */
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { readBodies } from './read-bodies.ts'
import { readGovernment } from './read-government.ts'
import { readGroup } from './read-group.ts'
import { describesBefore, readShortMinistry } from './read-ministry.ts'
import { readPeople } from './read-people.ts'
import { personThing } from './read-person.ts'
import { bareNameEnd, isNameLike, nameEnd } from './read-name.ts'
import { readOrganisation } from './read-organisation.ts'
import { readPlace } from './read-place.ts'
import {
  demonymAt,
  inContext,
  isBoundary,
  isCloser,
  isOpener,
  nameText,
  phrasesFrom,
  type Reader,
  wordAt,
} from './reader.ts'
import { readThing, type ThingEntry } from './read-thing.ts'
import { actorFace, thingOf } from './thing.ts'
import { readTitle } from './read-title.ts'
import type { Opening, WordFacts } from './word-facts.ts'

/** Readers call each other for what is nested; deeper than this no real phrase goes. */
const DEEPEST = 3

/** The best reading that opens at token `i`; undefined when none does. */
export function readAt(reader: Reader, i: number): Found | undefined {
  const facts = reader.facts[i]
  if (
    facts === undefined ||
    (facts.inert &&
      !isCued(reader, i) &&
      !isOpener(reader.doc.tokens[i - 1]?.text) &&
      reader.facts[i - 1]?.verb !== 'report')
  )
    return undefined
  if (describesBefore(reader, i)) return undefined
  const { nesting } = reader
  if (nesting.depth > DEEPEST) return undefined
  const key = i * (DEEPEST + 1) + nesting.depth
  if (nesting.depth > 0 && nesting.read.has(key)) return nesting.read.get(key)
  nesting.depth++
  const found = bestAt(reader, i, facts)
  nesting.depth--
  if (nesting.depth > 0) nesting.read.set(key, found)
  return found
}

function bestAt(reader: Reader, i: number, facts: WordFacts): Found | undefined {
  let best: Found | undefined
  const offer = (found: Found | undefined): void => {
    if (found && isBetter(found, best)) best = found
  }
  for (const opening of facts.openings)
    for (const { end, values } of phrasesFrom(reader, opening.node, i)) {
      const things = values.filter((entry): entry is ThingEntry => entry.use === 'thing')
      if (things.length > 0) offer(readThing(reader, i, opening, end, things))
      for (const entry of values) offer(read(reader, i, opening, end, entry))
    }
  const press = readPress(reader, i)
  // «اطلعت «الجزيرة العربية» على نسخة»: a land reads no papers.
  if (press && best && best.end <= press.end && best.drafts[0]!.things.every(({ actor }) => !actor))
    return press
  offer(
    readShortMinistry(reader, i) ??
      readPointer(reader, i) ??
      readPeople(reader, i) ??
      press ??
      readBareName(reader, i),
  )
  return best
}

function read(reader: Reader, i: number, opening: Opening, end: number, entry: Entry): Found | undefined {
  switch (entry.use) {
    case 'title':
      return readTitle(reader, i, opening, end, entry.office, readAt)
    case 'organisation':
      return readOrganisation(reader, i, opening, end, entry, readAt)
    case 'bodies':
      return readBodies(reader, i, opening, end, entry)
    case 'place':
      return readPlace(reader, i, opening, end, entry)
    case 'group':
      return readGroup(reader, i, opening, end, entry, readAt)
    case 'government':
      return readGovernment(reader, i, opening, end, entry, readAt)
    default:
      return undefined
  }
}

/** Surer first, then longer, then the outer; of equals the first stays. */
function isBetter(found: Found, best: Found | undefined): boolean {
  if (best === undefined) return true
  const [one, other] = [strength(found), strength(best)]
  if (one !== other) return one > other
  return found.end === best.end ? covers(found, best) : found.end > best.end
}

/** «مسؤول كبير في الإدارة»: the description as a whole is better than the body inside it. */
function covers({ drafts: [one] }: Found, { drafts: [other] }: Found): boolean {
  return one !== undefined && other !== undefined && one.start < other.start && !other.office
}

function strength({ drafts }: Found): number {
  const [first] = drafts
  if (first === undefined || first.weak) return 0
  return first.things.length === 0 && !first.ministry ? 1 : 2
}

function readPointer(reader: Reader, i: number): Found | undefined {
  const facts = reader.facts[i]!
  const pointer = facts.pointer ?? (isState(reader, i) ? STATE : undefined)
  if (!pointer || (pointer.to === 'last-person' && !standsAlone(reader, i))) return undefined
  if (pointer.to === 'honoured' && !actsBehind(reader, i)) return undefined
  const { to, cut, proclitics } = pointer
  const named = to === 'pair' ? statesOfPair(reader, i, cut, proclitics) : undefined
  if (named) return named
  const draft: Draft = {
    start: i,
    end: i + 1,
    cut,
    proclitics,
    things: [],
    basis: 'pronoun',
    rule: to,
    anaphor: to === 'honoured' ? { to, by: facts.word.slice(cut) } : { to },
  }
  return { end: i + 1, drafts: [draft] }
}

/** «أكد الرجل أن»، «عن هذا الأخير»: no «الشهر الأخير», «في الأخير» or «الرجل الثاني». */
function standsAlone(reader: Reader, i: number): boolean {
  const [before, next] = [wordAt(reader, i - 1), wordAt(reader, i + 1)]
  if (/^و?ال../u.test(next)) return false
  const isShown = /^[وفبل]?هذا$/u.test(before)
  return isShown || reader.facts[i - 1]?.verb !== undefined || /^[وفب]?(?:ان|لكن)$/u.test(before)
}

/** «أكد سموه»، «أن جلالته»; but behind أن «سعادته» is his happiness, «دولته» his state. */
const actsBehind = (reader: Reader, i: number): boolean =>
  reader.facts[i - 1]?.verb !== undefined ||
  (/^[وف]?[بل]?(?:ان|لكن)$/u.test(wordAt(reader, i - 1)) && !/^(?:سعاد|دول)/u.test(wordAt(reader, i)))

/** «الرئيسان المصري والسوداني»، «الحكومتان العراقية والتركية»: the two states. */
function statesOfPair(
  reader: Reader,
  i: number,
  cut: number,
  proclitics: readonly string[],
): Found | undefined {
  const first = demonymAt(reader, i + 1)
  const second =
    first && reader.lexicon.demonyms.byWord.get(wordAt(reader, first.end).replace(/^و(?=...)/u, ''))?.[0]
  if (!first || !second || !wordAt(reader, first.end).startsWith('و')) return undefined
  const end = first.end + 1
  const drafts = [first.isos[0]!, second.iso].flatMap((iso): Draft[] => {
    const state = reader.lexicon.countries.get(iso)
    const base = { start: i, end, cut, proclitics, basis: 'description' as const, rule: 'pair' }
    return state ? [{ ...base, things: [state], role: 'actor' }] : []
  })
  return drafts.length === 2 ? { end, drafts } : undefined
}

const STATE = { to: 'homeland', cut: 0, proclitics: [] } as const

/** «الدولة لن تسمح»: the state acts. */
const isState = (reader: Reader, i: number): boolean =>
  wordAt(reader, i) === 'الدوله' && /^(?:لن|سوف|ست.{3,}|ملتزمه|مستعده)$/u.test(wordAt(reader, i + 1))

/** «في تصريح لـ«الحاضرة»»، «روت «كاثيميريني» أن»: whom one speaks to, or what itself tells, in marks, is a paper. */
function readPress(reader: Reader, i: number): Found | undefined {
  const { tokens } = reader.doc
  if (!isOpener(tokens[i - 1]?.text)) return undefined
  let end = i
  while (end < i + PRESS_WORDS && tokens[end]?.kind === 'word') end++
  if (!isCloser(tokens[end]?.text)) return undefined
  const told = tokens[i - 2]?.text === 'ل' && isSpokenTo(reader, i)
  if (!told && !publishes(reader, i, end)) return undefined
  const press = thingOf({
    actor: actorFace('Media', nameText(reader, i, end)),
    heads: ['صحيفه', 'وكاله', 'قناه'],
  })
  return {
    end,
    drafts: [
      {
        start: i,
        end,
        cut: 0,
        proclitics: told ? ['ل'] : [],
        things: [press],
        basis: 'name',
        rule: 'press-quoted',
      },
    ],
  }
}

const isSpokenTo = ({ facts }: Reader, i: number): boolean =>
  facts
    .slice(Math.max(0, i - SAID_BEFORE), i - 2)
    .some((before) => before && (before.verb === 'report' || SPEECH.has(before.word)))

/** «علمت «الشرق اليوم» أن»، ««دي فيلت» نسبت إلى موظف قوله»: a name, which is no verb or particle, and the verb of a paper beside it. */
function publishes(reader: Reader, i: number, end: number): boolean {
  const isName = reader.facts[i]?.common !== 'stop'
  const { tokens } = reader.doc
  if (!isName || reader.facts[i]?.verb !== undefined) return false
  return [tokens[i - 2], tokens[end + 1]].some(
    (token) =>
      token?.kind === 'word' && inContext(reader, 'publishes', token.text.replace(/^[وف](?=...)/u, '')),
  )
}

const PRESS_WORDS = 4
const SAID_BEFORE = 14
const SPEECH = new Set('تصريح تصريحات حديث حديثه مقابله لقاء حوار اتصال تصريحه خاص'.split(' '))

/** Whether a byline or a like word announces a person: «بقلم: نبيل الرواس». */
const isCued = (reader: Reader, i: number): boolean =>
  inContext(reader, 'name-cue', wordAt(reader, i - 1)) ||
  (reader.doc.tokens[i - 1]?.text === ':' && inContext(reader, 'name-cue', wordAt(reader, i - 2)))

/** A person's name without a title: it opens with a given name, or stands behind a verb of saying. */
function readBareName(reader: Reader, i: number): Found | undefined {
  const facts = reader.facts[i]!
  const person = (end: number, rule: string): Found => {
    const cut = facts.unit === undefined && facts.cliticUnit ? facts.cliticUnit.cut : 0
    const proclitics = cut > 0 ? facts.cliticUnit!.proclitics : []
    const draft: Draft = {
      start: i,
      end,
      cut,
      proclitics,
      things: [personThing(nameText(reader, i, end, cut))],
      basis: 'name',
      rule,
    }
    return { end, drafts: [draft] }
  }
  const end = bareNameEnd(reader, i)
  if (end > i) return person(end, 'bare-name')
  if (isCued(reader, i)) {
    const named = nameEnd(reader, i, 'office')
    // «كتب موفدها»، «برئاسة رؤساء»
    const isNoun =
      named === i + 1 && facts.unit === undefined && /(?:ها|هم|نا|اء|ات|ون|ين)$/u.test(facts.word)
    return named > i && !isNoun ? person(named, 'cued-name') : undefined
  }
  if (reader.facts[i - 1]?.verb === 'report' && isNameLike(reader, i)) return person(i + 2, 'said-name')
  const said =
    reader.facts[i - 1]?.verb === 'report' && facts.common === undefined && facts.openings.length === 0
  if (
    !said ||
    facts.word.startsWith('ال') ||
    facts.demonyms.length > 0 ||
    facts.verb !== undefined ||
    facts.cliticUnit
  )
    return undefined
  const last = nameEnd(reader, i, 'address')
  return last > i + 1 && last < i + 4 && isBoundary(reader, last, i) ? person(last, 'said-name') : undefined
}
