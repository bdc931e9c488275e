/** Organisations by their class noun: «وزارة الدفاع»، «لجنة الأمن والدفاع النيابية»، «وكالة "أسوشيتد برس"». */
import { nounReadings } from '../text/clitics.ts'
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { wordsOf } from './names-lexicon.ts'
import { demonymAt, isCloser, isOpener, nameText, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import { thingEntries } from './read-thing.ts'
import { portfolioEnd } from './read-title.ts'
import { actorFace, headOf, type Thing, thingOf } from './thing.ts'
import type { Opening } from './word-facts.ts'

type Head = Extract<Entry, { use: 'organisation' }>

/** Words a name in quotation marks, or behind a class noun, may have. */
const QUOTED = 6
const CHAIN = 5
/** Class nouns whose kind of body is told apart by nationality alone: «الجيش العراقي». */
const NATIONAL = new Set(
  'جيش شرطة برلمان مخابرات استخبارات رئاسة كونغرس بنك مصرف سفارة قنصلية وزارة'.split(' '),
)

export function readOrganisation(
  reader: Reader,
  i: number,
  opening: Opening,
  end: number,
  head: Head,
): Found | undefined {
  const base = { start: i, cut: opening.cut, proclitics: opening.proclitics }
  const quoted = quotedName(reader, end)
  if (quoted) return named(reader, base, head, quoted)
  if (head.type === 'Country') return head.definite ? anaphor(base, end, head) : undefined
  if (headOf(head.head) === 'وزاره' && !head.definite) return ministry(reader, base, end)
  const known = knownBehind(reader, end, head)
  if (known)
    return { end: known.end, drafts: [{ ...base, ...known, basis: 'name', rule: 'class-known-name' }] }
  if (head.definite && VAGUE.has(wordAt(reader, end))) return anaphor(base, end + 1, head)
  const last = chainEnd(reader, end, head)
  if (last === end) return head.definite ? anaphor(base, end, head) : seated(reader, base, end, head)
  return {
    end: last,
    drafts: [
      {
        ...base,
        end: last,
        things: [bodyThing(reader, i, last, opening.cut, head)],
        basis: 'name',
        rule: 'class-name',
      },
    ],
  }
}

/** Adjectives that tell a body from no other: «المنظمة الدولية»، «الصحيفة نفسها». */
const VAGUE = new Set(['الدوليه', 'الدولي', 'الامميه', 'نفسها', 'نفسه', 'ذاتها', 'المذكوره'])

type Base = Pick<Draft, 'start' | 'cut' | 'proclitics'>

/** «جامعة أنقرة», «برلمان طبرق»: a body told by its place. */
function seated(reader: Reader, base: Base, i: number, head: Head): Found | undefined {
  if (!SEATED.has(head.head)) return undefined
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const things = thingEntries(values)
      .filter(({ needsCue, thing }) => !needsCue && thing.place)
      .map(({ thing }) => thing)
    const [place] = things
    if (!place) continue
    const name = nameText(reader, base.start, end, base.cut)
    const thing =
      lookup(reader, name) ??
      thingOf({
        actor: actorFace(head.type, name),
        ...(place.country && { country: place.country }),
        heads: [headOf(head.head)],
      })
    return { end, drafts: [{ ...base, end, things: [thing], basis: 'name', rule: 'class-place' }] }
  }
  return undefined
}

const SEATED = new Set([
  'جامعة',
  'برلمان',
  'محكمة',
  'غرفة',
  'بورصة',
  'شرطة',
  'سفارة',
  'قنصلية',
  'أمانة',
  'مديرية',
  'دائرة',
])

function anaphor(base: Base, end: number, head: Head): Found {
  return {
    end,
    drafts: [
      {
        ...base,
        end,
        things: [],
        basis: 'description',
        rule: 'class-noun',
        anaphor: { to: 'class', head: headOf(head.head) },
      },
    ],
  }
}

const PRESS = new Set([
  'وكاله',
  'قناه',
  'صحيفه',
  'جريده',
  'مجله',
  'موقع',
  'شبكه',
  'اذاعه',
  'راديو',
  'فضاييه',
  'منصه',
])

export const isPress = ({ head }: Pick<Head, 'head'>): boolean => PRESS.has(headOf(head))

/** The words between the marks that open at token `i`. */
function quotedName(reader: Reader, i: number): { start: number; end: number } | undefined {
  const { doc, ends } = reader
  if (!isOpener(doc.tokens[i]?.text)) return undefined
  const limit = Math.min(ends[i]!, i + 2 + QUOTED)
  for (let at = i + 1; at < limit; at++)
    if (isCloser(doc.tokens[at]!.text)) return at > i + 1 ? { start: i + 1, end: at } : undefined
  return undefined
}

/** The press goes by its name, «وكالة "أسوشيتد برس"»; of others the class noun is part of it, «حزب "الكتائب"». */
function named(
  reader: Reader,
  base: Base,
  head: Head,
  { start, end }: { start: number; end: number },
): Found {
  const known = plainPhrasesAt(reader, start).find((hit) => hit.end >= end)
  const things = known
    ? thingEntries(known.values)
        .map(({ thing }) => thing)
        .filter(({ actor }) => actor)
    : []
  const thing = thingOf({
    actor: actorFace(
      head.type,
      isPress(head) ? nameText(reader, start, end) : nameText(reader, base.start, end + 1, base.cut),
    ),
    heads: [headOf(head.head)],
  })
  const draft = {
    ...base,
    things: things.length > 0 ? things : [thing],
    basis: 'name' as const,
    rule: 'class-quoted-name',
  }
  if (!isPress(head)) return { end: end + 1, drafts: [{ ...draft, end: end + 1 }] }
  return { end: end + 1, drafts: [{ ...draft, start, end, cut: 0, opens: base.start }] }
}

/** «حركة "حماس"» without the marks: a known name behind its class noun, cue or no cue. */
function knownBehind(
  reader: Reader,
  i: number,
  head: Head,
): { start: number; end: number; cut: number; things: Thing[] } | undefined {
  if (head.definite) return undefined
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const things = thingEntries(values)
      .map(({ thing }) => thing)
      .filter(
        ({ actor, heads }) =>
          actor &&
          !actor.type.startsWith('C') &&
          (heads.includes(headOf(head.head)) || actor.type === head.type) &&
          actor.type !== 'Person',
      )
    if (things.length > 0) return { start: i, end, cut: 0, things }
  }
  return undefined
}

function ministry(reader: Reader, base: Base, end: number): Found | undefined {
  const last = portfolioEnd(reader, end)
  if (last === end) return undefined
  const name = nameText(reader, base.start, last, base.cut)
  const nation = demonymAt(reader, last)
  const draft = { ...base, basis: 'name' as const, rule: 'ministry' }
  if (!nation) {
    // «وزارة المالية الاتحادية»
    const whole = /^ال(?:اتحادي|انتقالي|فيدرالي)/u.test(wordAt(reader, last)) ? last + 1 : last
    return { end: whole, drafts: [{ ...draft, end: whole, things: [], ministry: name }] }
  }
  return {
    end: nation.end,
    drafts: [{ ...draft, end: nation.end, things: [ministryOf(reader, name, nation.isos[0])] }],
  }
}

/** The ministry of a country: the lexicon's where it knows it. «وزارة الدفاع الأميركية». */
export function ministryOf(reader: Reader, name: string, iso: string | undefined): Thing {
  const adjective = iso && reader.lexicon.demonyms.written.get(`${iso} f`)
  if (!adjective) return thingOf({ actor: actorFace('Government', name), heads: ['وزاره'] })
  const full = `${name} ${definite(adjective)}`
  return (
    lookup(reader, full) ?? thingOf({ actor: actorFace('Government', full), country: iso, heads: ['وزاره'] })
  )
}

export const definite = (words: string): string =>
  words
    .split(' ')
    .map((word) => (word.startsWith('ال') ? word : `ال${word}`))
    .join(' ')

/** The thing that goes by exactly this name. */
export function lookup({ lexicon }: Reader, name: string): Thing | undefined {
  let node: typeof lexicon.phrases | undefined = lexicon.phrases
  for (const word of wordsOf(name)) node = node?.next?.get(word)
  return thingEntries(node?.values ?? [])[0]?.thing
}

/** «الأمن والدفاع النيابية»: definite words in a row, joined by و, and a nationality at the end. */
function chainEnd(reader: Reader, i: number, head: Head): number {
  let end = i
  let described = false
  const from = opensConstruct(reader, i, head) ? i + 1 : i
  for (let at = from; at < Math.min(reader.ends[i - 1]!, i + CHAIN);) {
    const nation = demonymAt(reader, at)
    if (nation && nation.demonym.iso !== 'ML')
      return nation.isos.length === 1 && (end > i || NATIONAL.has(head.head) || head.definite)
        ? nation.end
        : end
    const facts = reader.facts[at]
    if (facts === undefined || facts.common === 'stop' || facts.verb !== undefined) break
    const joined = facts.word.startsWith('و') && end > i
    const word = joined ? facts.word.slice(1) : facts.word
    // Adjectives follow the nouns: «الأمن والدفاع النيابية», and no noun comes after them.
    if (described && !joined && !word.startsWith('لل') && !/[يه]$/u.test(word)) break
    const fits =
      /^(?:ال|لل)/u.test(word) &&
      word.length > 4 &&
      !opensTitle(reader, at) &&
      (!head.definite || agrees(head.head, word))
    if (!fits) break
    described ||= /(?:ي|يه)$/u.test(word)
    end = ++at
  }
  return end
}

/** «هيئة مكافحة الفساد», «رابطة أساتذة التعليم»: an indefinite noun that the definite ones hang on. */
function opensConstruct({ facts }: Reader, i: number, { definite: article }: Head): boolean {
  const [noun, next] = [facts[i], facts[i + 1]]
  if (article || !noun || !next || noun.common === 'stop' || noun.verb || noun.demonyms.length > 0)
    return false
  return (
    !/^(?:ال|لل|وال|بال)/u.test(noun.word) &&
    next.word.startsWith('ال') &&
    noun.openings.length === 0 &&
    noun.unit !== 'g'
  )
}

/** A definite adjective of the noun's gender: «اللجنة العسكرية العليا», «المجلس الأعلى», «الهيئة العامة للمنافذ». */
function agrees(noun: string, word: string): boolean {
  if (word.startsWith('لل')) return true
  const feminine = noun.endsWith('ة')
  return feminine ? /(?:ه|يا|ري)$/u.test(word) : word.endsWith('ي') || MASCULINE.has(word)
}

const MASCULINE = new Set(
  'العام الخاص الدايم المشترك المستقل الموقت الاول الموحد الجديد الحر المحلي'.split(' '),
)

const opensTitle = (reader: Reader, i: number): boolean =>
  (reader.facts[i]?.openings ?? []).some(({ node }) => node.values?.some(({ use }) => use === 'title'))

function bodyThing(reader: Reader, start: number, end: number, cut: number, head: Head): Thing {
  const nation = demonymAt(reader, end - 1) ?? demonymAt(reader, end - 2)
  const country = nation?.end === end ? nation.isos[0] : undefined
  return thingOf({
    actor: actorFace(head.type, nameText(reader, start, end, cut)),
    ...(country && { country }),
    heads: [headOf(head.head)],
  })
}

/** «الخارجية الأميركية»: a portfolio with a nationality is the ministry. */
export function readShortMinistry(reader: Reader, i: number): Found | undefined {
  const nation = demonymAt(reader, i + 1)
  if (!nation || nation.demonym.form !== 'f' || !nation.demonym.definite) return undefined
  const opening = nounReadings(wordAt(reader, i)).find(({ stem }) => SHORT.has(stem))
  const written = opening && SHORT.get(opening.stem)
  if (!written) return undefined
  const thing = ministryOf(reader, `وزارة ${written}`, nation.isos[0])
  return {
    end: nation.end,
    drafts: [
      {
        start: i,
        end: nation.end,
        cut: opening.cut,
        proclitics: opening.proclitics,
        things: [thing],
        basis: 'alias',
        rule: 'short-ministry',
      },
    ],
  }
}

const SHORT = new Map(
  ['الخارجية', 'الداخلية', 'الدفاع', 'المالية', 'الصحة', 'العدل', 'الخزانة', 'التربية', 'النفط'].map(
    (name) => [name.replace(/ة$/u, 'ه'), name],
  ),
)
