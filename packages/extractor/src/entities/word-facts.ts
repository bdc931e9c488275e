/** What the lexicons know of one word, looked up once for every distinct word. */
import { remember } from '../remember.ts'
import { encliticReadings, nounReadings, verbReadings } from '../text/clitics.ts'
import { formsOf, verbsOfNoun } from '../text/verbs.ts'
import { isOfClass } from '../word-classes.ts'
import type { Demonym } from './demonyms.ts'
import { type Entry, namesLexicon } from './names-lexicon.ts'
import { respell } from './spelling.ts'
import type { TrieNode } from './trie.ts'

/** A phrase of the lexicon may open with this word, once `cut` letters are taken off. */
export interface Opening {
  node: TrieNode<Entry>
  cut: number
  proclitics: readonly string[]
}

export interface WordFacts {
  /** The word as names are compared. */
  word: string
  openings: readonly Opening[]
  demonyms: readonly Demonym[]
  /** `g` given, `s` family, `b` both, a capital when frequent; undefined when no known name. */
  unit: string | undefined
  common: string | undefined
  /** As name under a proclitic: «لمحمد». */
  cliticUnit: { cut: number; proclitics: readonly string[]; unit: string } | undefined
  /** «الجانبان»، «للبلدين»: two that were named before; «الرجل»، «الأخير»: the last; «بلاده»: the state of who was. */
  pointer:
    | { to: 'pair' | 'homeland' | 'last-person' | 'honoured'; cut: number; proclitics: readonly string[] }
    | undefined
  /** The word alone names a state or its capital. */
  state: boolean
  /** Nothing can open here, unless the word before announces a name. */
  inert: boolean
  verb: 'report' | 'act' | undefined
  /** A verb whose object is where one goes: «زار»، «تغادر». */
  motion: boolean
  /** A verb form that agrees with two: «توصلتا». */
  dual: boolean
  /** A number in words: «ثلاثة». */
  counts: boolean
}

/** «الخارجية» of «الخارجية الأميركية»: a ministry by its portfolio. */
const SHORT = /(?:ال|لل)(?:خارجيه|داخليه|دفاع|ماليه|صحه|عدل|خزانه|تربيه|نفط)$/u
const MOTION = new Set(['زار', 'غادر', 'وصل', 'دخل'])
const NONE: readonly never[] = []
/** Of a word token. */
export const wordFacts = remember(makeFacts)

function makeFacts(folded: string): WordFacts {
  const lexicon = namesLexicon()
  const word = respell(folded)
  const openings: Opening[] = []
  let cliticUnit: WordFacts['cliticUnit']
  let pointer: WordFacts['pointer']
  const pairs = lexicon.contexts.get('pair')
  const persons = lexicon.contexts.get('last-person')
  const homelands = lexicon.contexts.get('homeland')
  for (const { proclitics, stem, cut } of word.length > 40 ? [] : nounReadings(word)) {
    // «بحجة» is a pretext, and seldom in Hajjah.
    const split = cut > 0 && (stem.length < 3 || lexicon.common.has(word))
    const node = split ? undefined : lexicon.phrases.opening(stem)
    if (node !== undefined) openings.push({ node, cut, proclitics })
    if (pairs?.has(stem)) pointer ??= { to: 'pair', cut, proclitics }
    if (persons?.has(stem)) pointer ??= { to: 'last-person', cut, proclitics }
    if (isOfClass('honorific', stem)) pointer ??= { to: 'honoured', cut, proclitics }
    if (homelands?.has(stem)) pointer ??= { to: 'homeland', cut, proclitics }
    const unit = cut > 0 && !isPlainWord(stem) ? lexicon.nameUnits.get(stem) : undefined
    if (unit !== undefined && stem.length > 2) cliticUnit ??= { cut, proclitics, unit }
  }
  const forms = word.length > 20 ? [] : verbReadings(folded).flatMap(({ stem }) => formsOf(stem))
  const finite = forms.filter(({ tense }) => tense !== 'participle')
  const verb = finite.some((form) => form.verb.role === 'report')
    ? 'report'
    : finite.length > 0
      ? 'act'
      : undefined
  const demonyms = lexicon.demonyms.byWord.get(word) ?? NONE
  const unit = lexicon.nameUnits.get(word) ?? (word.startsWith('عبدال') ? 'G' : undefined)
  return {
    word,
    openings: openings.length > 0 ? openings : NONE,
    demonyms,
    unit,
    pointer,
    state: openings.some(({ node, cut }) => cut === 0 && namesState(node)),
    inert:
      openings.length === 0 && !unit && !cliticUnit && !pointer && demonyms.length === 0 && !SHORT.test(word),
    common: commonness(word),
    cliticUnit,
    verb,
    motion: finite.some((form) => MOTION.has(form.verb.lemma)),
    dual: finite.some(({ person }) => person === '3d'),
    counts: isOfClass('counts', word),
  }
}

const namesState = ({ values }: TrieNode<Entry>): boolean =>
  values?.some(
    (entry) => entry.use === 'thing' && !entry.needsCue && entry.thing.actor?.type === 'Country',
  ) ?? false

/** Whether a word is an everyday one, as it stands or under its clitics: «بالمشاركة»، «أنها»، «قوله». */
function commonness(word: string): string | undefined {
  const { common, nameUnits } = namesLexicon()
  const itself = common.get(word)
  if (itself !== undefined) return itself
  if (word.length > 20) return undefined
  if (verbsOfNoun(word).length > 0) return 'word'
  if (nameUnits.has(word)) return undefined
  // «متضامنا مع»: how he says it.
  if (word.endsWith('ا') && formsOf(word).some(({ tense }) => tense === 'participle')) return 'word'
  // «الهدف», «برنامجاً»
  const bare = /^ال../u.test(word) ? word.slice(2) : word.endsWith('ا') ? word.slice(0, -1) : ''
  if (common.has(bare)) return 'word'
  // «هادي العودة عن قراره»، «النعيمي صحافيين»
  if (/^ال..../u.test(word) && verbsOfNoun(bare).length > 0) return 'word'
  const singular = /^(?:ال)?(.{3,})(?:ين|ون)$/u.exec(word)?.[1]
  if (singular !== undefined && common.has(singular)) return 'word'
  for (const { stem, cut } of nounReadings(word)) {
    if (stem.length < 2) continue
    const known = cut > 0 ? (common.get(stem) ?? (isEveryday(stem) ? 'word' : undefined)) : undefined
    if (known !== undefined) return known
    for (const { stem: bare } of encliticReadings(stem)) {
      const host = common.get(bare)
      if (host !== undefined || verbsOfNoun(bare).length > 0) return host ?? 'word'
    }
  }
  return undefined
}

/** A definite noun under a preposition, or a verbal noun. */
const isEveryday = (stem: string): boolean =>
  verbsOfNoun(stem).length > 0 ||
  (stem.startsWith('ال') && namesLexicon().common.has(stem.slice(2))) ||
  (stem.startsWith('ال') && verbsOfNoun(stem.slice(2)).length > 0)

const isPlainWord = (stem: string): boolean =>
  namesLexicon().common.has(stem) || formsOf(stem).length > 0 || verbsOfNoun(stem).length > 0
