/** What one word of a text may be: a finite verb, a verb of the future, a verbal noun. */
import { lazily, readLexicon } from '../read-lexicon.ts'
import { fold } from '@mithaq/model'
import { remember } from '../remember.ts'
import { encliticReadings, nounReadings, type Pronoun, verbReadings } from './clitics.ts'
import type { Token } from './tokens.ts'
import { formsOf, type Verb, type VerbForm, verbsOfNoun } from './verbs.ts'

export interface FiniteVerb extends VerbForm {
  /** Letters of the folded word before the verb itself. */
  cut: number
  /** A conjunction is glued on: «وأضاف». */
  conjunction: boolean
  /** The object pronoun at its end: «أبلغته». */
  object?: Pronoun
}

/** «تواصل» may be a finite verb, «مواصلة» and «مستعد» none. */
export const isFiniteVerb = ({ kind, form }: Pick<Token, 'kind' | 'form'>): boolean =>
  kind === 'word' && finiteReadings(form).some(({ tense }) => tense !== 'participle')

/** The readings of a folded word as a finite verb of the lexicon, clitics taken off. */
export const finiteReadings = remember((word): readonly FiniteVerb[] => {
  const found: FiniteVerb[] = []
  for (const { proclitics, stem, cut } of verbReadings(word)) {
    if (proclitics.includes('س') || proclitics.includes('ل')) continue
    const conjunction = proclitics.length > 0
    for (const form of formsOf(stem)) found.push({ ...form, cut, conjunction })
    for (const { stem: bare, pronoun } of encliticReadings(stem))
      // «نفاه»: before a pronoun نفى is written with alef.
      for (const form of [...formsOf(bare), ...(/..ا$/u.test(bare) ? formsOf(`${bare.slice(0, -1)}ي`) : [])])
        if (form.tense !== 'participle' && pronoun !== '1s' && !pronoun.startsWith('2'))
          found.push({ ...form, cut, conjunction, object: pronoun })
  }
  return found
})

/** «جواباً»، «اجتماعاً»: an indefinite noun in the accusative, as far as letters tell; no «ليبيا», no «هنا». */
export const bearsTanwin = (word: string): boolean => /^(?!ال)..+[^اىيوهن]ا$/u.test(word)

/**
 * Those of the present, the likeliest first: «يتوجه» has no object before it is «he crowns him», and of دخل and أدخل,
 * which look alike there, it is of the simple verb.
 */
export const presentForms = remember((word): readonly FiniteVerb[] =>
  finiteReadings(word)
    .filter(({ tense }) => tense === 'present')
    .sort(
      (a, b) =>
        Number(a.object !== undefined) - Number(b.object !== undefined) ||
        a.verb.lemma.length - b.verb.lemma.length,
    ),
)

const notFuture = lazily(() => new Set(readLexicon<'word'>('not-future.tsv').map(({ word }) => fold(word))))

export interface FutureVerb {
  /** The verb when the lexicon knows it. */
  verb?: Verb
  /** What a light verb may be besides: «ستجري» is of جرى, and of أجرى. */
  heavy?: Verb
  person: VerbForm['person']
  /** Folded, without clitics: `تغادر`. */
  stem: string
  cut: number
  conjunction: boolean
}

/**
 * The reading of a folded word as a future with glued sin («ستغادر»), known verb or not. Nouns that
 * begin alike (سياسة، ستة، سيطرة) are told apart by `lexicon/not-future.tsv` and by their shape.
 */
export const futureReading = remember((word): FutureVerb | undefined => {
  // «ساعده» is he helped him, before it could be I will prepare.
  if (finiteReadings(word).some(({ tense }) => tense === 'past')) return undefined
  for (const { proclitics, stem, cut } of verbReadings(word)) {
    if (!proclitics.includes('س')) continue
    const conjunction = proclitics.length > 1
    const known = presentReading(stem)
    if (known) return { ...known, cut, conjunction }
    const whole = word.slice(cut - 1)
    const looksVerbal =
      'يت'.includes(stem[0]!) && stem.length >= 4 && !/[هء]$/u.test(stem) && !stem.endsWith('ات')
    if (looksVerbal && !isNotFuture(whole)) return { person: personOf(stem), stem, cut, conjunction }
  }
  return undefined
})

function isNotFuture(word: string): boolean {
  // With a pronoun on it a ta marbuta is written ت: سيادتها.
  return (
    notFuture().has(word) ||
    encliticReadings(word).some(({ stem }) => notFuture().has(stem) || stem.endsWith('ه'))
  )
}

/** The future of spoken Arabic, of a verb that the lexicon has: «هنرجع»، «حيدفعوا». Nouns begin so too: ask in quotations only. */
export const spokenFuture = remember((word): FutureVerb | undefined => {
  const [, conjunction = '', stem = ''] = /^([وف]?)[هح]([يتن].{2,})$/u.exec(word) ?? []
  const known = presentReading(stem)
  if (!known || actionNoun(word) || finiteReadings(word).length > 0) return undefined
  return { ...known, cut: conjunction.length + 1, conjunction: conjunction !== '' }
})

/** A present form of the lexicon, an object pronoun allowed: what stands after سوف، لن، أن. */
export const presentReading = remember(
  (stem): Pick<FutureVerb, 'verb' | 'heavy' | 'person' | 'stem'> | undefined => {
    for (const bare of [stem, ...encliticReadings(stem).map((reading) => reading.stem)]) {
      // دخل and أدخل look alike in the present: the simple verb is likelier, but «تُعاد» is of أعاد.
      const forms = formsOf(bare)
        .filter(({ tense }) => tense === 'present')
        .sort((a, b) => (a.verb.lemma.length - b.verb.lemma.length) * (a.passive ? -1 : 1))
      const best =
        forms.find(({ verb }) => verb.role === 'light') ??
        // «يلقي خطاباً» is of ألقى, not of لقي.
        forms.find(({ verb }) => verb.role === 'action') ??
        forms.find(({ verb }) => verb.role !== 'report') ??
        forms[0]
      if (best) {
        const heavy =
          best.verb.role === 'light' ? forms.find(({ verb }) => verb.role === 'action') : undefined
        return { verb: best.verb, person: best.person, stem: bare, ...(heavy && { heavy: heavy.verb }) }
      }
    }
    return undefined
  },
)

/** Person of a present form by its letters, for verbs the lexicon lacks. */
export function personOf(stem: string): VerbForm['person'] {
  if (stem.startsWith('ن')) return '1p'
  if (stem.startsWith('ي')) return /(?:ون|وا)$/u.test(stem) ? '3mp' : stem.endsWith('ان') ? '3d' : '3ms'
  return '3fs'
}

export interface NounReading {
  verbs: readonly Verb[]
  /** The noun without clitics and article: `انسحاب`. */
  stem: string
  proclitics: readonly string[]
  cut: number
  definite: boolean
  pronoun?: Pronoun
}

/**
 * The reading of a folded word as a verbal noun: «لانسحاب»، «والتعاون»، «التزامها».
 *
 * @example actionNoun('لانسحاب')?.verbs[0]?.gloss // 'withdraw'
 */
export const actionNoun = remember((word): NounReading | undefined => {
  for (const { proclitics, stem, cut } of nounReadings(word)) {
    const definite = stem.startsWith('ال') && stem.length > 4
    for (const bare of definite
      ? [stem.slice(2), stem]
      : [stem, ...(stem.endsWith('ا') ? [stem.slice(0, -1)] : [])]) {
      const verbs = verbsOfNoun(bare)
      if (verbs.length > 0) return { verbs, stem: bare, proclitics, cut, definite: definite && bare !== stem }
    }
    for (const { stem: bare, pronoun } of encliticReadings(stem)) {
      const verbs = verbsOfNoun(bare)
      if (verbs.length > 0) return { verbs, stem: bare, proclitics, cut, definite: true, pronoun }
    }
  }
  return undefined
})

/** The patterns of derived verbal nouns: إفعال، تفعيل، استفعال، انفعال، افتعال، مفاعلة. */
const SHAPES =
  /^(?:ا[^\s]{2}ا[^\s]|ت[^\s]{1,2}ي[^\s]|است[^\s]{2}ا[^\s]|ان[^\s]{2}ا[^\s]|ا[^\s]ت[^\s]ا[^\s]|م[^\s]ا[^\s]{2}ه)$/u

/**
 * Whether an indefinite word has the form of a verbal noun, for those that the lexicon lacks. Other nouns
 * share the patterns («تاريخ»، «مساحة»), so that only a word that expects an action should ask.
 */
export const hasActionShape = (word: string): boolean => SHAPES.test(word)
