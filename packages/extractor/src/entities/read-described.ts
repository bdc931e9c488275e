/**
 * Who acts and is told only by what he is: «قال ضابط رفيع إن …»، «أكد أن كتلته ستصوت»، «قررت ثلاث مركزيات نقابية …». Read
 * where a subject stands; each is spoken of in passing, and worth a node where it undertakes or says something.
 */
import { fold } from '@mithaq/model'
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import { encliticReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, futureReading } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import type { Draft, Found } from './draft.ts'
import { readAt } from './read-at.ts'
import { isCloser, isOpener, nameText, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import { actorFace, type ActorType, passingThing, thingOf } from './thing.ts'

interface Head {
  type: ActorType
  /** «كتلته»: with its owner it is somebody. */
  owned: boolean
}

/** By folded form; `construct` forms lack the article. */
const heads = lazily(() => {
  const found = new Map<string, Head>()
  for (const { forms, kind } of readLexicon<'forms' | 'kind'>('names/groups.tsv'))
    if (kind !== 'side')
      for (const form of valuesIn(forms)) found.set(fold(form), { type: 'Group', owned: false })
  for (const { forms, type, owned } of readLexicon<'forms' | 'type' | 'owned'>('names/agents.tsv'))
    for (const form of valuesIn(forms))
      found.set(fold(form), { type: type as ActorType, owned: owned === 'yes' })
  return found
})

/** Adjectives and genitives that may follow the noun. In words. */
const MOST = 3

/** The description whose subject position opens at token `i`; undefined where none does. */
export function readDescribed(reader: Reader, i: number): Found | undefined {
  const isNumber = reader.doc.tokens[i]!.kind === 'number'
  const counted = (isNumber || reader.facts[i]?.counts === true) && i + 1 < reader.ends[i]!
  const at = counted ? i + 1 : i
  const { word = '' } = reader.facts[at] ?? {}
  if (word.length < 3) return undefined
  // «خاطب خصومه»، «سيعرض على حلفائه»: whoever is told by his owner may be met anywhere.
  if (!isSubjectPlace(reader, i)) return isAddressed(reader, i) ? ownedAt(reader, i, word, 0) : undefined
  const bare = /^[وف]/u.test(word) && !isHead(word) ? word.slice(1) : word
  const cut = word.length - bare.length
  if (cut > 0 && reader.doc.tokens[i - 1]?.kind === 'word') return undefined
  return (
    ownedAt(reader, i, bare, cut) ??
    membersOf(reader, i, bare, cut) ??
    envoysOf(reader, i, bare, cut) ??
    describedAt(reader, i, at, bare, cut) ??
    quotedAt(reader, i)
  )
}

/** Those whom a verb or a preposition of address turns to, people and no body: «على حلفائه». */
const isAddressed = (reader: Reader, i: number): boolean =>
  (reader.facts[i - 1]?.verb !== undefined || /^(?:علي|الي|مع|من)$/u.test(wordAt(reader, i - 1))) &&
  encliticReadings(wordAt(reader, i)).some(({ stem }) => heads().get(stem)?.type === 'Group')

/** «نواب كتلته»: its people act for it. */
function membersOf(reader: Reader, i: number, bare: string, cut: number): Found | undefined {
  if (heads().get(bare)?.type !== 'Group' || i + 1 >= reader.ends[i]!) return undefined
  const found = ownedAt(reader, i + 1, wordAt(reader, i + 1), 0)
  const [draft] = found?.drafts ?? []
  if (!found || draft?.anaphor?.to !== 'owned') return undefined
  return { end: found.end, drafts: [{ ...draft, start: i, cut, proclitics: cut > 0 ? ['و'] : [] }] }
}

/** «فريق»، «فريقها» */
const isHead = (word: string): boolean =>
  heads().has(word) || encliticReadings(word).some(({ stem }) => heads().has(stem))

/** «وفدا حركتي فتح وحماس»: the two that sent them. */
function envoysOf(reader: Reader, i: number, bare: string, cut: number): Found | undefined {
  if (!isOfClass('envoys', bare) || i + 1 >= reader.ends[i]!) return undefined
  const found = readAt(reader, i + 1)
  const [first, ...others] = found?.drafts ?? []
  if (!found || first?.rule !== 'pair-of-bodies') return undefined
  return {
    end: found.end,
    drafts: [{ ...first, start: i, cut, proclitics: cut > 0 ? ['و'] : [] }, ...others],
  }
}

/** A name in quotation marks is seldom longer. In words. */
const QUOTED = 3

/** «إن «الأرسيدي» سيقاطع الاقتراع»: a name that nobody knows, of whom a verb tells behind it. */
function quotedAt(reader: Reader, i: number): Found | undefined {
  const { tokens } = reader.doc
  if (!isOpener(tokens[i - 1]?.text)) return undefined
  let end = i
  while (end < i + QUOTED && tokens[end]?.kind === 'word') end++
  const close = tokens[end]?.text ?? ''
  const verb = tokens[end + 1]
  const isName = reader.facts[i]?.common !== 'stop' && reader.facts[i]?.verb === undefined
  if (!isName || !isCloser(close) || verb?.kind !== 'word' || futureReading(verb.form)?.verb === undefined)
    return undefined
  const thing = thingOf({ actor: actorFace('Organization', nameText(reader, i, end, 0)), passing: true })
  const draft = {
    start: i,
    end,
    cut: 0,
    proclitics: [],
    basis: 'name' as const,
    rule: 'quoted',
    things: [thing],
  }
  return { end, drafts: [draft] }
}

/** «كتلته»، «رجالهم»: whose it is the pass over the drafts knows. */
function ownedAt(reader: Reader, i: number, bare: string, cut: number): Found | undefined {
  for (const { stem, pronoun } of encliticReadings(bare)) {
    if (!pronoun.startsWith('3')) continue
    if (stem === 'حكومه') return owned(i, cut, { to: 'government' })
    const head = heads().get(stem)
    if (!head?.owned) continue
    const written = nameText(reader, i, i + 1, cut)
    const noun = written.replace(/(?:ها|هما?|هن|ه)$/u, '').replace(/ت$/u, stem.endsWith('ه') ? 'ة' : 'ت')
    return owned(i, cut, { to: 'owned', head: stem, noun, type: head.type })
  }
  return undefined
}

const owned = (i: number, cut: number, anaphor: NonNullable<Draft['anaphor']>): Found => ({
  end: i + 1,
  drafts: [
    {
      start: i,
      end: i + 1,
      cut,
      proclitics: cut > 0 ? ['و'] : [],
      things: [],
      basis: 'pronoun',
      rule: 'owned',
      anaphor,
    },
  ],
})

function describedAt(reader: Reader, i: number, at: number, bare: string, cut: number): Found | undefined {
  const definite = bare.startsWith('ال') && bare.length > 4
  const head = heads().get(definite ? bare.slice(2) : bare)
  if (!head || (definite && at > i)) return undefined
  // «47 نائباً من حزب العمال»
  const group = at > i ? readAt(reader, at) : undefined
  if (group?.drafts[0]?.rule === 'group')
    return { end: group.end, drafts: [{ ...group.drafts[0], start: i, cut }, ...group.drafts.slice(1)] }
  const end = phraseEnd(reader, at, definite)
  // «مصدر قلق» is none who acts.
  if (end === at + 1 && !definite && wordAt(reader, i) !== '' && !isClosed(reader, end)) return undefined
  // «التكتل» alone is the one spoken of.
  const anaphor = end === at + 1 && definite ? ({ to: 'class', head: bare.slice(2) } as const) : undefined
  const name = nominative(nameText(reader, i, end, cut))
  return {
    end,
    drafts: [
      {
        start: i,
        end,
        cut,
        proclitics: cut > 0 ? ['و'] : [],
        things: [],
        basis: 'description',
        rule: 'described',
        ...(anaphor && { anaphor }),
        passing: passingThing(head.type, name, reader.doc.text),
      },
    ],
  }
}

/** A subject opens its sentence, or stands behind إن، لكن, a verb or a clause's first word. */
function isSubjectPlace(reader: Reader, i: number): boolean {
  const before = reader.doc.tokens[i - 1]
  if (!before || reader.ends[i - 1] !== reader.ends[i]) return true
  // «أن "أبناء العشيرة مستعدون …»، «أن 50 مستشاراً أميركياً سيصلون»
  if (isOpener(before.text) || before.kind === 'number') return isSubjectPlace(reader, i - 1)
  if (before.kind === 'mark') return false
  if (isPreposition(before.form)) return isAttributed(reader, i - 1)
  return (
    OPENS_CLAUSE.test(before.text) ||
    isOfClass('own-will', before.form) ||
    (reader.facts[i - 1]?.verb !== undefined && !actionNoun(before.form) && !before.text.startsWith('ال'))
  )
}

/** «بحسب مصدر في مكتب المحافظ»، «نقلت الوكالة عن مسؤولين»: who is quoted acts. */
function isAttributed({ doc: { tokens }, facts }: Reader, at: number): boolean {
  if (/^[وف]?(?:بحسب|حسب|وفق)$/u.test(tokens[at]!.text)) return true
  if (!/^(?:عن|الي|من)$/u.test(tokens[at]!.text)) return false
  for (let i = at - 1; i >= Math.max(0, at - RELAYED); i--)
    if (facts[i]?.verb === 'report')
      return RELAYS[tokens[at]!.text as keyof typeof RELAYS].test(tokens[i]!.text)
  return tokens[at - 1]?.text === 'نقلا'
}
const RELAYED = 8
const RELAYS = { عن: /نقل/u, الي: /نسب/u, من: /علم/u }

const OPENS_CLAUSE = /^[وف]?(?:[بل]?ان|لكن|فيما|بينما|اما|حيث|نحن)$/u

/** Definite words behind a definite noun or a construct, indefinite adjectives behind an indefinite one. */
function phraseEnd(reader: Reader, at: number, definite: boolean): number {
  const limit = Math.min(reader.ends[at]!, at + 1 + MOST)
  let end = at + 1
  const place = plainPhrasesAt(reader, end).find(({ values }) =>
    values.some((entry) => entry.use === 'thing' && entry.thing.place && !entry.needsCue),
  )
  if (!definite && place) return place.end
  // «لجنة شؤون اللاعبين»
  if (!definite && isConstruct(reader, end)) end++
  else if (!definite && isConstruct(reader, end + 1) && isBareNoun(reader, end)) end += 2
  // «قبائل مراد»
  if (isOfClass('kin', wordAt(reader, at)) && isPlainWord(reader, end)) end++
  const genitive = definite || /^ال../u.test(wordAt(reader, end)) || wordAt(reader, end) === 'احد'
  for (; end < limit; end++) {
    const facts = reader.facts[end]
    if (!facts || facts.verb === 'report' || isPreposition(facts.word) || isDateWord(facts.word)) break
    if (facts.word === 'اليوم' || facts.word === 'امس') break
    const isDefinite = /^ال.../u.test(facts.word)
    if (
      genitive
        ? !isDefinite && facts.word !== 'احد'
        : isDefinite || !isAdjective(reader, facts.word, wordAt(reader, at))
    )
      break
    if (genitive && reader.facts[end]!.verb !== undefined) break
    if (RELATIVE.test(facts.word)) break
  }
  return end
}

const isPlainWord = (reader: Reader, i: number): boolean => {
  const facts = reader.facts[i]
  return (
    facts !== undefined &&
    facts.common !== 'stop' &&
    facts.verb !== 'report' &&
    !isPreposition(facts.word) &&
    facts.word.length > 2 &&
    !isDateWord(facts.word) &&
    !RELATIVE.test(facts.word)
  )
}

/** A bare noun whose genitive follows. */
const isConstruct = (reader: Reader, i: number): boolean =>
  isBareNoun(reader, i) &&
  /^ال.../u.test(wordAt(reader, i + 1)) &&
  !isDateWord(wordAt(reader, i + 1)) &&
  !RELATIVE.test(wordAt(reader, i + 1))

const isBareNoun = (reader: Reader, i: number): boolean => {
  const facts = reader.facts[i]
  return (
    facts !== undefined &&
    facts.verb === undefined &&
    facts.word.length > 2 &&
    !OPENS_CLAUSE.test(facts.word) &&
    !POINTS.test(facts.word) &&
    !/^(?:ال|[بلكو]..)/u.test(facts.word) &&
    !isPreposition(facts.word) &&
    !isDateWord(facts.word)
  )
}

const POINTS = /^(?:هذا|هذه|هؤلاء|ذلك|تلك|كل|بعض|جميع|عام|نحو|سوف)$/u
const RELATIVE = /^(?:الذي|التي|الذين|اللذين|اللتين|اللذان|اللتان)$/u

const isDateWord = (word: string): boolean => isOfClass('opens-date', word) || isOfClass('day', word)

/**
 * By its ending: a relation («نقابية»، «خليجياً»), a feminine behind one («نقابات مستقلة»), or an adjective that tells of
 * groups («ضابطاً رفيعاً»).
 */
const isAdjective = ({ lexicon }: Reader, word: string, head: string): boolean =>
  /(?:ي|يه|يا|يون|يين|يان)$/u.test(word) ||
  (/(?:ات|ه)$/u.test(head) && /...ه$/u.test(word) && !actionNoun(word)) ||
  lexicon.groupAdjectives.has(word) ||
  lexicon.groupAdjectives.has(word.replace(/ا$/u, ''))

/** Behind it stands what belongs to no noun phrase: a mark, a preposition, a verb, a relative. */
function isClosed(reader: Reader, end: number): boolean {
  if (end >= reader.ends[end - 1]!) return true
  const facts = reader.facts[end]
  if (!facts) return true
  return (
    (isPreposition(facts.word) && facts.word !== 'عن') ||
    /^بال../u.test(facts.word) ||
    /^ان$/u.test(facts.word) ||
    (facts.verb !== undefined && !facts.word.startsWith('ال') && !actionNoun(facts.word))
  )
}

/** «مسلحين» is called «مسلحون», «ضابطاً رفيعاً» «ضابط رفيع»; what is genitive behind a noun stays. */
function nominative(name: string): string {
  const [head = '', ...rest] = name.split(' ')
  if (/[^ا]ا$/u.test(head)) return [head, ...rest].map((word) => word.replace(/(?<=...)ا$/u, '')).join(' ')
  if (!/...ين$/u.test(head)) return name
  return [head, ...rest].map((word) => word.replace(/(?<=...)ين$/u, 'ون')).join(' ')
}
