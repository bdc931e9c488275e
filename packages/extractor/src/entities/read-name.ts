/** How far a person's name reaches: known units, particles, and what only its place shows to be a name. */
import {
  demonymAt,
  inContext,
  isBoundary,
  opensLongTitle,
  plainPhrasesAt,
  type Reader,
  touches,
  wordAt,
} from './reader.ts'
import { formsOf } from '../text/verbs.ts'
import type { WordFacts } from './word-facts.ts'

const PARTICLES = new Set(
  'بن ابن بنت ابو ابي ابا ام ال عبد ولد دي دو دا فان فون ماك كون لو سي ديل دل بو'.split(' '),
)
/** Second parts of compound names. */
const COMPOUNDING = new Set(['الله', 'الدين', 'الاسلام'])

export type Trust = 'office' | 'address' | 'none'

/** A name longer than this is none. */
const MOST = 7

/** True for words that begin as finite verbs and loan infinitives do, «يتفقد»، «استقبال», and end as they may: no «سوكارنو». */
const looksVerbal = (word: string): boolean =>
  /^م.+(?:ين|ون|ا|ه)$/u.test(word) ||
  (word.length > 3 && (/^[يتس]/u.test(word) || word.startsWith('است')) && !/.{5,}و$/u.test(word))

type Class = 'unit' | 'particle' | 'common' | 'stop' | 'unknown' | 'mark'

function classOf(reader: Reader, i: number): Class {
  const facts = reader.facts[i]
  if (facts === undefined) return 'mark'
  const { word, unit, common, demonyms } = facts
  // «صنعاً»: a name takes no tanwin.
  if (common === undefined && hasTanwin(reader, i)) return 'common'
  const isName = isAli(reader, i) || isAlina(reader, i)
  if (common === 'stop' && !isName) return 'stop'
  if (word.length === 1 && reader.doc.tokens[i + 1]?.text !== '.') return 'stop'
  if (PARTICLES.has(word)) return 'particle'
  if (common !== undefined && !isName) return 'common'
  if (demonyms.length > 0 && !word.startsWith('ال')) return 'common'
  // «نصر الله دعا»: behind a name a verb of saying says what he said, if few are called so.
  if (unit !== undefined && !(isRare(unit) && reader.facts[i - 1]?.unit && hasSaid(word))) return 'unit'
  return facts.verb === undefined && !/^و..../u.test(word) ? 'unknown' : 'stop'
}

const hasSaid = (word: string): boolean =>
  formsOf(word).some(({ tense, verb }) => tense === 'past' && verb.role === 'report')

/** Frequent given names have a capital. */
const isRare = (unit: string): boolean => unit === unit.toLowerCase()

/** «علي» folds into «على»: the ya tells the name, and a name after it, since some write على with ya too. */
function isAli({ doc, facts }: Reader, i: number): boolean {
  const next = facts[i + 1]
  const named = next?.unit !== undefined && next.common === undefined
  if (facts[i]?.word !== 'علي') return false
  // «خالد على ، محامى»: Egypt's ya has no dots, and a preposition ends no clause.
  const closes = facts[i - 1]?.unit !== undefined && doc.tokens[i + 1]?.kind === 'mark'
  return closes || (named && doc.text[doc.tokens[i]!.end - 1] === 'ي')
}

/** «ألينا» folds into «إلينا»: the hamza tells the name. */
const isAlina = ({ doc, facts }: Reader, i: number): boolean =>
  facts[i]?.word === 'الينا' && doc.text[doc.tokens[i]!.start] === 'أ'

function hasTanwin({ doc }: Reader, i: number): boolean {
  const { start, end } = doc.tokens[i]!
  return doc.text.slice(start, end).includes('\u064b')
}

/**
 * Where the name that starts at token `i` ends; `i` when none does.
 *
 * @param trust how surely the words before announce a name: an office takes any word that may be one, a form of
 *   address («الشيخ») needs a known name first, and nothing before needs two
 */
export function nameEnd(reader: Reader, i: number, trust: Trust): number {
  const { ends, doc } = reader
  const limit = Math.min(ends[i] ?? i, i + MOST)
  // «فاتح دجنبر»
  if (reader.dated[i] === 1 && reader.dated[i + 1] === 1) return i
  let end = i
  let units = 0
  while (end < limit) {
    const kind = classOf(reader, end)
    if (kind === 'mark') {
      // «جان-إيف»، «ج. د. فانس»
      const { text } = doc.tokens[end]!
      const joins =
        end > i &&
        end + 1 < limit &&
        touches(reader, end) &&
        (text === '-' ? touches(reader, end + 1) : text === '.' && doc.tokens[end - 1]!.text.length === 1)
      if (!joins) break
      end++
      continue
    }
    // «فضل الله»، «محيي الدين»
    if (end > i && COMPOUNDING.has(reader.facts[end]!.word)) {
      end++
      continue
    }
    if (kind === 'stop' || (units > 0 && endsName(reader, end, units))) break
    if (kind === 'particle') {
      const next = classOf(reader, end + 1)
      if (end + 1 >= limit || next === 'stop' || next === 'mark') break
      end += 2
      units++
      continue
    }
    if (!continues(reader, i, end, kind, units, trust)) break
    end++
    units++
  }
  return trust !== 'none' || units > 1 ? end : i
}

/** What follows a name and is none of it: a state, an office («أمين حزب»), a land («علي نافع دارفور»), a hearer. */
function endsName(reader: Reader, i: number, units: number): boolean {
  const facts = reader.facts[i]!
  if (facts.state || opensLongTitle(reader, i)) return true
  // «عمر البرلمان»
  if (hasArticle(reader, i) && isBody(facts)) return true
  // «مسؤول رفيع للصحافيين»: whom he told.
  if (facts.unit === undefined && facts.word.startsWith('لل')) return true
  if (units < 2) return false
  const things = plainPhrasesAt(reader, i).flatMap(({ values }) => values)
  if (things.some(({ use }) => use === 'title')) {
    const next = reader.facts[i + 1]
    return next !== undefined && next.unit === undefined && next.openings.length > 0
  }
  return (
    facts.unit === undefined &&
    things.some((entry) => entry.use === 'thing' && !entry.needsCue && entry.thing.place !== undefined)
  )
}

const isBody = ({ openings }: WordFacts): boolean =>
  openings.some(({ node, cut }) => cut === 0 && node.values?.some(({ use }) => use === 'organisation'))

/** «بعرقلة»، «موجود»: a noun under a preposition, a participle. */
const looksNominal = (word: string): boolean => /^[بلك].{3,}ه$|^م..و.$/u.test(word)

function continues(
  reader: Reader,
  first: number,
  i: number,
  kind: Class,
  units: number,
  trust: Trust,
): boolean {
  const trusted = trust !== 'none'
  const facts = reader.facts[i]!
  const definite = hasArticle(reader, i)
  const bounded = isBoundary(reader, i + 1, first)
  if (kind === 'unit') return units > 0 || trusted || !definite
  // «، القاضي ميخا لندنشتراوس، »: set off by commas the title vouches for two words.
  if (units === 0 && trust === 'address') return kind === 'unknown' && isSetOff(reader, i)
  // «عادل الجبير»: an everyday word may be a given name when a surname follows.
  if (kind === 'common') {
    if (units === 0)
      return (
        trusted &&
        facts.unit !== undefined &&
        (['unit', 'particle'].includes(classOf(reader, i + 1)) ||
          (trust === 'office' &&
            !definite &&
            namesMore(reader, i + 1, first) &&
            (isFamily(reader, i + 1) || isAddress(reader, i - 1))))
      )
    if (units !== 1) return false
    // «كريستوفر روس»
    if (facts.unit === undefined)
      return trusted && bounded && !definite && demonymAt(reader, i)?.demonym.form === 'mp'
    return definite
      ? facts.demonyms.length > 0 || bounded || trusted
      : trusted && (bounded || namesMore(reader, i + 1, first))
  }
  // «بوتين الشركات التي …»
  if (definite && facts.word.endsWith('ات')) return false
  if (!trusted)
    return (
      units === 1 &&
      bounded &&
      !looksVerbal(facts.word) &&
      facts.word.length > 3 &&
      !/(?:ها|هم|هما|نا)$/u.test(facts.word)
    )
  // «العقيد الصوارمي خالد»
  if (units === 0 && definite)
    return (
      trust === 'office' &&
      !inContext(reader, 'modifier', facts.word) &&
      classOf(reader, i + 1) === 'unit' &&
      !hasArticle(reader, i + 1)
    )
  // «استقبلت الأمين العام بالصفير»، «الكاتب العام للفيدرالية»
  if (units === 0 && (/^لل.{3,}$/u.test(facts.word) || (bounded && /^[بك]ال.{3,}$/u.test(facts.word))))
    return false
  if (units === 0)
    return (
      facts.word.length > 2 && !(looksVerbal(facts.word) && !bounded && classOf(reader, i + 1) !== 'unit')
    )
  if (definite || looksVerbal(facts.word) || units > 1)
    return bounded && !(units > 1 && looksNominal(facts.word))
  return true
}

/** «الدكتور هلال الساير»: behind a form of address stands a name, whatever else it may mean. */
const isAddress = (reader: Reader, i: number): boolean =>
  plainPhrasesAt(reader, i).some(
    ({ end, values }) =>
      end === i + 1 &&
      values.some((entry) => entry.use === 'title' && ['honour', 'rank'].includes(entry.office)),
  )

const isSetOff = ({ doc: { tokens } }: Reader, i: number): boolean =>
  tokens[i - 2]?.text === '،' && tokens[i + 2]?.text === '،'

/** «محمد سالم باسندوة»: a last word that may be a name, and nothing more of it behind. */
function namesMore(reader: Reader, i: number, first: number): boolean {
  const kind = classOf(reader, i)
  const facts = reader.facts[i]
  return (
    facts !== undefined &&
    (kind === 'unit' || (kind === 'unknown' && !looksVerbal(facts.word))) &&
    isBoundary(reader, i + 1, first)
  )
}

/** «الجبير», but not «ألب» or «إلياس», whose alef is the name's own. */
function hasArticle({ doc, facts }: Reader, i: number): boolean {
  return facts[i]!.word.startsWith('ال') && !'أإآ'.includes(doc.text[doc.tokens[i]!.start]!)
}

/** «البراهمي»: shaped as family names are, and no nationality. */
const isNisba = ({ word, demonyms, verb }: WordFacts): boolean =>
  /^ال.{3,}ي$/u.test(word) && demonyms.length === 0 && verb === undefined

const isFamily = (reader: Reader, i: number): boolean => !hasArticle(reader, i) || isNisba(reader.facts[i]!)

/** «نوبير الأموي»: a word that nothing knows, and a family name behind it. */
export function isNameLike(reader: Reader, i: number): boolean {
  const [facts, next] = [reader.facts[i], reader.facts[i + 1]]
  if (!facts || !next || classOf(reader, i) !== 'unknown') return false
  const plain =
    !hasArticle(reader, i) && facts.word.length > 3 && !looksVerbal(facts.word) && facts.openings.length === 0
  return (
    plain &&
    !facts.word.endsWith('ه') &&
    next.common === undefined &&
    isNisba(next) &&
    isBoundary(reader, i + 2, i)
  )
}

/** A bare name must open with a known given name; where it ends, `i` when it is none. */
export function bareNameEnd(reader: Reader, i: number): number {
  const facts = reader.facts[i]
  if (facts === undefined) return i
  // «عبد الإله»
  const servant = facts.word === 'عبد' && wordAt(reader, i + 1).startsWith('ال')
  const opens = servant ? 'G' : (facts.unit ?? facts.cliticUnit?.unit)
  if (opens !== 'G' && opens !== 'B') return i
  if (
    facts.unit !== undefined &&
    (facts.common !== undefined || facts.verb !== undefined || facts.demonyms.length > 0) &&
    !isAli(reader, i)
  )
    return i
  const next = wordAt(reader, i + 1)
  if (next === '') return i
  if (servant)
    return wordAt(reader, i + 2).startsWith('ال') || reader.facts[i + 2]?.unit
      ? nameEnd(reader, i, 'office')
      : i
  if (facts.unit !== undefined) return nameEnd(reader, i, 'none')
  // Under a proclitic only a surname of the lexicon may follow.
  const after = reader.facts[i + 1]
  if (after === undefined || after.common !== undefined) return i
  if (after.unit === undefined) return isNisba(after) && facts.cliticUnit?.proclitics[0] === 'و' ? i + 2 : i
  const end = nameEnd(reader, i + 1, 'address')
  return end > i + 1 ? end : i
}
