/** Organisations by their class noun: «لجنة الأمن والدفاع النيابية»، «حزب «الكتائب»»، «وكالة "أسوشيتد برس"». */
import type { Draft, Found } from './draft.ts'
import { chainEnd, NATIONAL } from './name-chain.ts'
import type { Entry } from './names-lexicon.ts'
import { demonymAt, isCloser, isOpener, nameText, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import { isPreposition } from '../text/governs.ts'
import { isOfClass } from '../word-classes.ts'
import { futureReading } from '../text/morphology.ts'
import { lookup, readMinistry } from './read-ministry.ts'
import { thingEntries } from './read-thing.ts'
import { actorFace, headOf, passingThing, type Thing, thingOf } from './thing.ts'
import type { Opening } from './word-facts.ts'

type Head = Extract<Entry, { use: 'organisation' }>

/** Words a name in quotation marks, or behind a class noun, may have. */
const QUOTED = 6

export function readOrganisation(
  reader: Reader,
  i: number,
  opening: Opening,
  end: number,
  head: Head,
  readAt: ReadAt,
): Found | undefined {
  const base = { start: i, cut: opening.cut, proclitics: opening.proclitics }
  if (head.head === 'برنامج') return programme(reader, base, end, head)
  // «لـ"الخبر" أن المحتجين "لن …»: a mark that closes opens nothing.
  const quoted =
    head.definite || isOpener(reader.doc.tokens[i - 1]?.text) ? undefined : quotedName(reader, end)
  // «تحت قيادة الجيش»، «تحت لواء التكتل»: what is done, and no body.
  if (wordAt(reader, i - 1) === 'تحت' && !head.definite) return undefined
  // «إنشاء صندوق للمناخ» tells what it is for, «برئاسة المهندس فلان» who presides.
  if (!head.definite && wordAt(reader, end).startsWith('لل')) return undefined
  if (PRESIDING.has(head.head) && opensPerson(reader, end)) return undefined
  if (quoted) return named(reader, base, head, quoted)
  const agency = head.definite ? undefined : agencyNamed(reader, base, end, head)
  if (agency) return agency
  if (head.type === 'Country') return head.definite ? anaphor(reader, base, end, head) : undefined
  if (headOf(head.head) === 'وزاره' && !head.definite) return readMinistry(reader, base, end)
  const staff = head.head === 'مكتب' && !head.definite ? officeOf(reader, base, end, readAt) : undefined
  if (staff) return staff
  // «محور الجلسة» is no body.
  if (head.head === 'محور') return seated(reader, base, end, head)
  const known = knownBehind(reader, end, head)
  if (known)
    return {
      end: known.end,
      drafts: [{ ...base, ...known, called: headOf(head.head), basis: 'name', rule: 'class-known-name' }],
    }
  const sub = bodyOfBody(reader, base, end, head)
  if (sub) return sub
  if (head.definite && VAGUE.has(wordAt(reader, end))) return anaphor(reader, base, end + 1, head)
  // «قبيلة المغاربة»: tribes are called by any word.
  const isTribe = head.type === 'Group' && !head.definite && /^ال..../u.test(wordAt(reader, end))
  const last = isTribe ? end + 1 : chainEnd(reader, end, head)
  if (last === end) return head.definite ? anaphor(reader, base, end, head) : seated(reader, base, end, head)
  const thing = bodyThing(reader, i, last, opening.cut, head)
  const called = head.definite ? undefined : calledBehind(reader, last, head, thing)
  if (called)
    return { end: called.end, drafts: [{ ...base, ...called, basis: 'name', rule: 'class-known-name' }] }
  // «الشركة الأميركية» is the one named before, if one was.
  const { country } = thing
  const pointsBack = head.definite && last === end + 1 && country !== undefined && !NATIONAL.has(head.head)
  return {
    end: last,
    drafts: [
      {
        ...base,
        end: last,
        things: [thing],
        basis: 'name',
        rule: 'class-name',
        ...(pointsBack && { anaphor: { to: 'class', head: headOf(head.head), country } }),
      },
    ],
  }
}

const PRESIDING = new Set(['رئاسة', 'قيادة'])

const opensPerson = (reader: Reader, i: number): boolean =>
  plainPhrasesAt(reader, i).some(({ values }) =>
    values.some(
      (entry) =>
        entry.use === 'title' ||
        (entry.use === 'thing' && !entry.needsCue && entry.thing.actor?.type === 'Person'),
    ),
  )

/** «مكتب المحافظ»، «مكتب المبعوث الأممي فلان»: who works for somebody in office. */
function officeOf(reader: Reader, base: Base, at: number, readAt: ReadAt): Found | undefined {
  const found = reader.facts[at] && readAt(reader, at)
  const [person] = found?.drafts ?? []
  if (!found || !person || person.weak || person.cut > 0) return undefined
  const [thing] = person.things
  if (thing ? thing.actor?.type !== 'Person' : person.anaphor?.to !== 'person') return undefined
  const end =
    thing?.actor?.named && person.opens !== undefined && person.start > at ? person.start : found.end
  const name = nameText(reader, base.start, end, base.cut)
  const named =
    thing && thingOf({ actor: actorFace('Organization', name, { named: false }), heads: ['مكتب'] })
  const passing = named ? undefined : passingThing('Organization', name, reader.doc.text)
  const draft = { ...base, end, things: named ? [named] : [], basis: 'name' as const, rule: 'class-name' }
  return { end: found.end, drafts: [passing ? { ...draft, passing } : draft, ...found.drafts] }
}

/** «البرنامج النووي», «برنامج الإصلاح» do nothing; who does is known by name («برنامج الأغذية العالمي») or was spoken of. */
const programme = (reader: Reader, base: Base, end: number, head: Head): Found | undefined =>
  head.definite && chainEnd(reader, end, head) === end ? anaphor(reader, base, end, head) : undefined

/** «بعثة الأمم المتحدة»، «مكتب حماس»: a body of another that is known. */
function bodyOfBody(reader: Reader, base: Base, i: number, head: Head): Found | undefined {
  if (head.definite || !PARTS.has(head.head)) return undefined
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const owner = thingEntries(values).find(
      ({ needsCue, thing }) => !needsCue && thing.actor && BODIES.has(thing.actor.type),
    )?.thing
    if (!owner) continue
    const thing = thingOf({
      actor: actorFace(head.type, nameText(reader, base.start, end, base.cut)),
      heads: [headOf(head.head)],
      within: owner,
    })
    const inner: Draft = {
      start: i,
      end,
      cut: 0,
      proclitics: [],
      things: [owner],
      basis: 'name',
      rule: 'gazetteer',
    }
    return {
      end,
      drafts: [{ ...base, end, things: [thing], basis: 'name', rule: 'class-name' }, inner],
    }
  }
  return undefined
}

const PARTS = new Set('بعثة مكتب لجنة فريق قيادة أمانة مفوضية كتلة وفد قوة خلية'.split(' '))
const BODIES = new Set(['Organization', 'ArmedGroup'])

/** Adjectives that tell a body from no other: «المنظمة الدولية»، «الصحيفة نفسها». */
const VAGUE = new Set(['الدوليه', 'الدولي', 'الامميه', 'نفسها', 'نفسه', 'ذاتها', 'المذكوره'])

type ReadAt = (reader: Reader, i: number) => Found | undefined

type Base = Pick<Draft, 'start' | 'cut' | 'proclitics'>

/** «جامعة أنقرة», «برلمان طبرق»: a body told by its place. */
function seated(reader: Reader, base: Base, i: number, head: Head): Found | undefined {
  if (!SEATED.has(head.head)) return undefined
  // «برلمان طبرق»، «مجلس أمن إقليم كردستان»
  const noun = wordAt(reader, i)
  const places = noun === '' || /^(?:ال|ب|لل)/u.test(noun) || isPreposition(noun) ? [i] : [i, i + 1]
  for (const { end, values } of places.flatMap((at) => plainPhrasesAt(reader, at))) {
    const place = thingEntries(values).find(({ needsCue, thing }) => !needsCue && thing.place)?.thing
    if (!place) continue
    const whole = SEATED_ADJECTIVES.has(wordAt(reader, end)) ? nationEnd(reader, end + 1) : end
    const name = nameText(reader, base.start, whole, base.cut)
    const thing =
      lookup(reader, name) ??
      thingOf({
        actor: actorFace(head.type, name),
        ...(place.country && { country: place.country }),
        heads: [headOf(head.head)],
      })
    return {
      end: whole,
      drafts: [{ ...base, end: whole, things: [thing], basis: 'name', rule: 'class-place' }],
    }
  }
  return undefined
}

/** «محكمة حيفا العسكرية الإسرائيلية»: behind the adjective whose it is. */
const nationEnd = (reader: Reader, at: number): number => demonymAt(reader, at)?.end ?? at

/** «مصرف أبوظبي الوطني»، «مجلس مصراتة العسكري» */
const SEATED_ADJECTIVES = new Set(
  'الوطني الاسلامي العسكري المحلي البلدي التجاري الدولي المركزي الوطنيه الدوليه العسكريه المركزيه التجاريه'.split(
    ' ',
  ),
)

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
  'مصرف',
  'بنك',
  'نادي',
  'مجلس',
  'دائرة',
  'محور',
  'بلدية',
])

function anaphor(reader: Reader, base: Base, end: number, head: Head): Found {
  const { type } = head
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
        // «الاتفاق الموقع في القاهرة» was signed.
        ...(type !== 'Country' &&
          head.head !== 'موقع' && {
            passing: passingThing(type, nameText(reader, base.start, end, base.cut), reader.doc.text),
          }),
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

const isPress = ({ head }: Pick<Head, 'head'>): boolean => PRESS.has(headOf(head))

/** «البنك «لا يعتزم» تمويل الخط»: what he does, and no name. */
const isClause = (reader: Reader, i: number): boolean => {
  const token = reader.doc.tokens[i]
  return (
    /^[وف]?(?:لا|لن|لم|قد|سوف|غير|ليس|ليست)$/u.test(token?.text ?? '') ||
    (token?.kind === 'word' && futureReading(token.form)?.verb !== undefined)
  )
}

/** The words between the marks that open at token `i`. */
export function quotedName(reader: Reader, i: number): { start: number; end: number } | undefined {
  const { doc, ends } = reader
  if (!isOpener(doc.tokens[i]?.text) || isClause(reader, i + 1)) return undefined
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

/** «وكالة أنباء فارس الرسمية»، «وكالة بي. إف. تي»: a news agency by the word, or the letters, of its name. */
function agencyNamed(reader: Reader, base: Base, at: number, head: Head): Found | undefined {
  const isNews = head.head === 'وكالة أنباء'
  if (!isNews && head.head !== 'وكالة') return undefined
  const facts = reader.facts[at]
  const isWord =
    isNews &&
    facts !== undefined &&
    facts.common === undefined &&
    facts.verb === undefined &&
    facts.demonyms.length === 0 &&
    !isPreposition(facts.word) &&
    !facts.word.startsWith('ال')
  const known = isNews ? knownBehind(reader, at, head) : undefined
  const end = known?.end ?? lettersEnd(reader, at) ?? (isWord ? at + 1 : at)
  if (end === at) return undefined
  let last = end
  while (/^ال.+يه$/u.test(wordAt(reader, last))) last++
  const things = known?.things ?? [
    thingOf({ actor: actorFace('Media', nameText(reader, at, end)), heads: ['وكاله'] }),
  ]
  const draft = { ...base, start: at, end, cut: 0, opens: base.start, things }
  return { end: last, drafts: [{ ...draft, basis: 'name', rule: 'class-named-agency' }] }
}

/** «بي. إف. تي»: two letters or more, a stop between them or none. */
function lettersEnd({ doc: { tokens } }: Reader, at: number): number | undefined {
  let end = at
  let letters = 0
  for (let i = at; tokens[i]?.kind === 'word' && isOfClass('letter', tokens[i]!.form); i++) {
    letters++
    end = i + 1
    if (tokens[end]?.text === '.') i++
  }
  return letters > 1 ? end : undefined
}

/** «حركة "حماس"» without the marks: a known name behind its class noun, cue or no cue. */
function knownBehind(
  reader: Reader,
  i: number,
  head: Head,
): { start: number; end: number; cut: number; things: readonly Thing[] } | undefined {
  if (head.definite) return undefined
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const things = bodiesCalled(values, head)
    if (things.length > 0) return { start: i, end, cut: 0, things }
  }
  return undefined
}

/**
 * «حركة التحرير الوطني الفلسطيني فتح»: the known body whose name follows its description, both of one country, which the class
 * noun may announce; and not one that the sentence speaks of next, with a class noun of its own.
 */
function calledBehind(
  reader: Reader,
  i: number,
  head: Head,
  { country }: Thing,
): { end: number; things: readonly Thing[] } | undefined {
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    if (values.some(({ use }) => use !== 'thing') || opensBody(reader, i)) continue
    const things = bodiesCalled(values, head).filter(
      (thing) => thing.heads.includes(headOf(head.head)) && thing.country === country,
    )
    if (things.length > 0) return { end, things }
  }
  return undefined
}

const opensBody = (reader: Reader, i: number): boolean =>
  reader.facts[i]?.openings.some(({ node }) => node.values?.some(({ use }) => use === 'organisation')) ===
  true

/** Those of the things that a class noun may announce. */
export const bodiesCalled = (
  values: readonly Entry[],
  { head, type }: Pick<Head, 'head' | 'type'>,
): readonly Thing[] =>
  thingEntries(values)
    .map(({ thing }) => thing)
    .filter(
      ({ actor, heads }) =>
        actor &&
        !actor.type.startsWith('C') &&
        (heads.includes(headOf(head)) || actor.type === type) &&
        actor.type !== 'Person',
    )

function bodyThing(reader: Reader, start: number, end: number, cut: number, head: Head): Thing {
  const nation = demonymAt(reader, end - 1) ?? demonymAt(reader, end - 2)
  const country = nation?.end === end ? nation.isos[0] : undefined
  return thingOf({
    actor: actorFace(head.type, nameText(reader, start, end, cut)),
    ...(country && { country }),
    heads: [headOf(head.head)],
  })
}
