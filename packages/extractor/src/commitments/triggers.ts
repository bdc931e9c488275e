/** The words that make a commitment, from `lexicon/triggers.tsv`: verbs in all their forms, nouns, adjectives, phrases. */
import { type Commitment, fold } from '@mithaq/model'
import { lazily, readLexicon, type Row, valuesIn } from '../read-lexicon.ts'
import { remember } from '../remember.ts'
import { encliticReadings, nounReadings, type Pronoun } from '../text/clitics.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { finiteReadings, type FiniteVerb } from '../text/morphology.ts'
import { isComma, type Token, type TokenRange } from '../text/tokens.ts'
import type { Person, Verb, VerbForm } from '../text/verbs.ts'

interface TriggerSense {
  /** As the lexicon has it. */
  word: string
  kind: Commitment['kind']
  polarity: Commitment['polarity']
  certainty: Commitment['certainty']
  /** What the action follows: `ان`, `obj`, or a preposition. */
  frames: readonly string[]
}

export interface TriggerRow extends TriggerSense {
  pos: 'verb' | 'noun' | 'adjective' | 'phrase'
  tenses: readonly string[]
  example: string
  yields: string
}

type Column = 'word' | 'pos' | 'tenses' | 'kind' | 'polarity' | 'certainty' | 'frames' | 'example' | 'yields'

/** The whole table: the triggers, and the examples that the tests run. */
export const triggerRows = lazily(() => readLexicon<Column>('triggers.tsv').map(toTrigger))

function toTrigger(row: Row<Column>): TriggerRow {
  const { word, kind, polarity, certainty, example, yields } = row
  return {
    word,
    pos: row.pos as TriggerRow['pos'],
    tenses: valuesIn(row.tenses),
    kind: kind as TriggerRow['kind'],
    polarity: polarity as TriggerRow['polarity'],
    certainty: certainty as TriggerRow['certainty'],
    frames: valuesIn(row.frames).map(fold),
    example,
    yields,
  }
}

interface Phrase {
  row: TriggerRow
  /** The words behind the verb, folded: `علي عاتق`. */
  tail: readonly string[]
}

interface NounRow {
  row: TriggerRow
  /** The words that must stand before it, folded: `في` of «في طور». */
  lead: readonly string[]
  /** A pronoun must hang at its end: «في طريقها إلى», and not «في الطريق إلى». */
  owned: boolean
}

function nounRow(row: TriggerRow, words: readonly string[]): { last: string; noun: NounRow } {
  const lead = words.slice(0, -1)
  const owned = lead.length > 0 && words.at(-1)!.endsWith('ها')
  const last = owned ? words.at(-1)!.slice(0, -2) : words.at(-1)!
  return { last, noun: { row, lead, owned } }
}

const byWord = lazily(() => {
  const tables = {
    verb: new Map<string, TriggerRow>(),
    /** By their last word: «في طور» binds by طور, where «في» stands before it. */
    noun: new Map<string, NounRow[]>(),
    adjective: new Map<string, { row: TriggerRow; form: VerbForm }>(),
    /** By the lemma of their verb, the longest first. */
    phrase: new Map<string, Phrase[]>(),
  }
  for (const row of triggerRows()) {
    const word = fold(row.word)
    if (row.pos === 'phrase') {
      const [verb = '', ...tail] = word.split(' ')
      const phrases = [...(tables.phrase.get(verb) ?? []), { row, tail }]
      tables.phrase.set(
        verb,
        phrases.sort((a, b) => b.tail.length - a.tail.length),
      )
    } else if (row.pos === 'adjective')
      for (const [form, person] of adjectiveForms(word))
        tables.adjective.set(form, { row, form: { verb: quality(row.word), tense: 'participle', person } })
    else if (row.pos === 'noun') {
      const { last, noun } = nounRow(row, word.split(' '))
      const rows = [...(tables.noun.get(last) ?? []), noun]
      tables.noun.set(
        last,
        rows.sort((a, b) => b.lead.length - a.lead.length),
      )
    } else tables.verb.set(word, row)
  }
  return tables
})

/** An adjective binds as a participle does, of a verb that brings nothing about. */
const quality = (lemma: string): Verb => ({
  lemma,
  key: fold(lemma),
  nouns: [],
  role: 'state',
  event: '',
  gloss: '',
})

/** جاهز جاهزة جاهزان جاهزون. */
const adjectiveForms = (word: string): [form: string, person: Person][] => [
  [word, '3ms'],
  [`${word}ا`, '3ms'],
  [`${word}ه`, '3fs'],
  [`${word}ان`, '3d'],
  [`${word}تان`, '3d'],
  [`${word}ون`, '3mp'],
  [`${word}ين`, '3mp'],
]

/**
 * `tail`: the words of a phrase behind its verb, where its action may begin; `alone`: what the verb is without them, for
 * where it begins before them: «وافقت على الهدنة من حيث المبدأ».
 */
export type Trigger = TriggerSense &
  (
    | { type: 'verb'; verb: FiniteVerb; tail?: TokenRange; alone?: Trigger }
    | { type: 'noun'; cut: number; pronoun?: Pronoun }
  )

/** What a verb binds to by itself, by its key. */
export const verbTrigger = (key: string): TriggerRow | undefined => byWord().verb.get(key)

/** The trigger that a token may be, a verb before a noun: «رفض الرئيس» and «رفض إسرائيل» bind alike. */
export function triggerAt(tokens: readonly Token[], at: number): Trigger | undefined {
  const token = tokens[at]!
  if (token.kind !== 'word') return undefined
  const senses = sensesOf(token.form)
  if (senses === undefined) return undefined
  // «مذكرة تفاهم» before «تفاهم»
  const led = senses.nouns.find(({ lead }) => lead.length > 0 && standsBefore(tokens, at, lead))
  if (led) return led.trigger
  for (const { verb, row, phrases } of mayBeVerb(tokens, at) ? senses.verbs : []) {
    // «وعدهم بعرض …» may be their promise.
    if (verb.object && row?.kind !== 'obligation' && !isSubjectBehind(tokens[at + 1])) continue
    const phrase = phraseBehind(tokens, at, verb, phrases)
    const alone: Trigger | undefined = row && { ...row, type: 'verb', verb }
    if (phrase) return alone ? { ...phrase, alone } : phrase
    if (alone) return alone
  }
  return senses.other ?? senses.nouns.find(({ lead }) => lead.length === 0)?.trigger
}

const isSubjectBehind = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !/^[وف]?(?:ب|ان$|علي$|ل)/u.test(token.text)

/** «في»، «وفي» before «طور»; «جدولاً» before «زمنياً». */
const standsBefore = (tokens: readonly Token[], at: number, lead: readonly string[]): boolean =>
  lead.every((word, k) => {
    const text = tokens[at - lead.length + k]?.text
    return text === word || text === `${word}ا` || (k === 0 && (text === `و${word}` || text === `ف${word}`))
  })

interface VerbSense {
  verb: FiniteVerb
  /** What it binds to by itself. */
  row: TriggerRow | undefined
  phrases: readonly Phrase[]
}

interface NounSense {
  trigger: Trigger
  lead: readonly string[]
}

interface Senses {
  verbs: readonly VerbSense[]
  /** The adjective. */
  other: Trigger | undefined
  /** Those that want the most words before them first. */
  nouns: readonly NounSense[]
}

/** What a word may bind by; of most words nothing. */
const sensesOf = remember((word): Senses | undefined => {
  const nouns = nounTriggers(word)
  const noun = nouns.find(({ lead }) => lead.length === 0)?.trigger
  const verbs = finiteReadings(word)
    .map((verb, _, readings): VerbSense => {
      // «أبي» is no «he refused», «استغنى» no «I do without».
      const isOther =
        (verb.tense === 'past' && isOfClass('not-past', word)) ||
        (verb.person === '1s' && readings.some((other) => other.tense === 'past' && other.verb === verb.verb))
      const inTense = ({ tenses }: TriggerRow): boolean => tenses.includes(verb.tense) && !isOther
      const row = byWord().verb.get(verb.verb.key)
      const phrases = verb.object ? [] : (byWord().phrase.get(verb.verb.key) ?? [])
      // «عزماً» is the noun, and no verb of two.
      const isNoun = verb.person === '3d' && verb.tense === 'past' && noun !== undefined
      // «ألزمها بإنهاء عملها»: the one charged is a pronoun.
      const charges = row?.kind === 'obligation' && verb.object?.startsWith('3')
      // «وعدهم الوزير بعرض مطالبهم»: the pronoun is who is promised.
      const promises =
        isOfClass('promises-him', verb.verb.lemma) &&
        verb.object?.startsWith('3') &&
        verb.person.startsWith('3')
      const binds = row && inTense(row) && !isNoun && (!verb.object || charges || promises)
      return { verb, row: binds ? row : undefined, phrases: phrases.filter((phrase) => inTense(phrase.row)) }
    })
    .filter(({ row, phrases }) => row !== undefined || phrases.length > 0)
  const other = adjectiveTrigger(word)
  return verbs.length > 0 || other || nouns.length > 0 ? { verbs, other, nouns } : undefined
})

/** The subject may part a verb from the words that make it a phrase: «عقدت الحكومة العراقية العزم». In tokens. */
const GAP = 9
/** «أعلن الوزير أن بلاده على استعداد»: what is said is no part of it. */
const ENDS_PHRASE = /^(?:[.،؛:؟!…]|ب?ان(?:ه|ها|هم|نا)?)$/u

function phraseBehind(
  tokens: readonly Token[],
  at: number,
  verb: FiniteVerb,
  phrases: readonly Phrase[],
): Extract<Trigger, { type: 'verb' }> | undefined {
  let nearest: Extract<Trigger, { type: 'verb' }> | undefined
  for (const { row, tail } of phrases) {
    // «استقر الرأي على …» before «استقر على …»: of equals the nearer.
    if (nearest?.tail && tail.length < nearest.tail.end - nearest.tail.start) break
    // «تم الاتفاق», and not «تم توقيع الاتفاق».
    const reach = isOfClass('impersonal', row.word) ? 1 : GAP
    for (let i = at + 1, limit = at + reach; i <= limit && i < tokens.length; i++) {
      const aside = asideEnd(tokens, i)
      if (aside !== undefined) {
        limit += aside - i
        i = aside
      }
      if (ENDS_PHRASE.test(tokens[i]!.text) && aside === undefined) break
      if (!standsAt(tokens, i, tail)) continue
      if (nearest?.tail === undefined || i < nearest.tail.start)
        nearest = { ...row, type: 'verb', verb, tail: { start: i, end: i + tail.length } }
      break
    }
  }
  return nearest
}

/** The words in order, in any of their forms. */
function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (!isFormOf(tokens[at + k]?.text ?? '', words[k]!)) return false
  return true
}

/** «أعطى الوزير، أمس، موافقته»: the comma that closes a few words set off. */
function asideEnd(tokens: readonly Token[], i: number): number | undefined {
  if (!isComma(tokens[i])) return undefined
  for (let k = i + 2; k <= i + ASIDE && k < tokens.length; k++) if (isComma(tokens[k])) return k
  return undefined
}
const ASIDE = 6

/** «قراراً»، «عاتقه»، «رغبتها» are forms of قرار، عاتق and رغبة. */
const isFormOf = (text: string, word: string): boolean =>
  text === word ||
  (text.startsWith(word) && SUFFIX.test(text.slice(word.length))) ||
  (word.endsWith('ه') && text.startsWith(`${word.slice(0, -1)}ت`) && SUFFIX.test(text.slice(word.length)))
const SUFFIX = /^(?:ا|ه|ها|هم|هما|نا)$/u

function adjectiveTrigger(word: string): Trigger | undefined {
  for (const cut of /^[وف]/u.test(word) ? [0, 1] : [0]) {
    const found = byWord().adjective.get(word.slice(cut))
    if (found) return { ...found.row, type: 'verb', verb: { ...found.form, cut, conjunction: cut > 0 } }
  }
  return undefined
}

/** Without its article («الاتفاق», but «التزام» has none) or its accusative alef. */
const nounForms = (stem: string): string[] => [
  stem,
  ...(stem.startsWith('ال') ? [stem.slice(2)] : []),
  ...(stem.endsWith('ا') ? [stem.slice(0, -1)] : []),
]

/** «قبل» is before, and no verb follows a preposition: «من أجل». */
const mayBeVerb = (tokens: readonly Token[], at: number): boolean =>
  !isPreposition(tokens[at]!.form) && !isPreposition(tokens[at - 1]?.form ?? '')

function nounTriggers(word: string): NounSense[] {
  const found: NounSense[] = []
  for (const { stem, cut, proclitics } of nounReadings(word)) {
    // «بنية» is a structure before it is «with the intent», «فنية» technical.
    if (proclitics.includes('ك') || /^[بف]نيه$/u.test(word)) continue
    const forms = nounForms(stem)
    const bare = forms.map((form) => byWord().noun.get(form)).find((rows) => rows !== undefined)
    for (const { row, lead, owned } of bare ?? [])
      if (!owned && (lead.length === 0 || cut === 0))
        found.push({ lead, trigger: { ...row, type: 'noun', cut } })
    for (const { stem: held, pronoun } of bare ? [] : encliticReadings(stem))
      for (const { row, lead, owned } of byWord().noun.get(held) ?? [])
        // «الحكومة في طريقها إلى رفع …»: whose way it is the clause says.
        if (lead.length === 0 || (owned && cut === 0))
          found.push({ lead, trigger: { ...row, type: 'noun', cut, ...(!owned && { pronoun }) } })
  }
  return found.sort((a, b) => b.lead.length - a.lead.length)
}
