/**
 * The verbs of the news, inflected: a folded word back to its verb, tense and person. Third persons
 * and "we" only, which is what reports are written in. Sound, hollow and defective verbs follow one
 * rule each, so that a new verb is one line of `lexicon/verbs.tsv`.
 */
import { fold } from '@mithaq/model'
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'

/** report says; action brings about; aspect is a phase of an action; light carries a noun; state brings nothing about. */
type VerbRole = 'report' | 'action' | 'aspect' | 'light' | 'state'

export interface Verb {
  /** Past, third person masculine singular, as written: `أعلن`. */
  lemma: string
  /** The lemma folded, by which lexicons are asked: `اعلن`. */
  key: string
  /** Verbal nouns as written: `إعلان`. */
  nouns: readonly string[]
  role: VerbRole
  /** PLOVER class of the action, '' where it depends on the object. */
  event: string
  gloss: string
}

export type Person = '3ms' | '3fs' | '3mp' | '3fp' | '3d' | '1s' | '1p'

export interface VerbForm {
  verb: Verb
  tense: 'past' | 'present' | 'participle'
  person: Person
  /** Written otherwise than the active: «أُرجئت»، «أُحيل». */
  passive?: true
}

interface Inflected {
  forms: Map<string, VerbForm[]>
  nouns: Map<string, Verb[]>
}

const inflected = lazily((): Inflected => {
  const forms = new Map<string, VerbForm[]>()
  const nouns = new Map<string, Verb[]>()
  const passive = new Map<string, VerbForm[]>()
  for (const row of readLexicon<'past' | 'present' | 'nouns' | 'role' | 'event' | 'gloss'>('verbs.tsv')) {
    const { role, event, gloss } = row
    // `-قيم`: a past that in news is another word, «قيم» values; present and nouns count.
    const lemma = row.past.replace(/^-/u, '')
    const isPast = lemma === row.past
    const key = fold(lemma)
    const verb: Verb = { lemma, key, nouns: valuesIn(row.nouns), role: role as VerbRole, event, gloss }
    for (const noun of verb.nouns) add(nouns, fold(noun), verb)
    for (const [word, person] of isPast ? past(key) : []) add(forms, word, { verb, tense: 'past', person })
    for (const [word, person] of present(fold(row.present)))
      add(forms, word, { verb, tense: 'present', person })
    for (const [word, person] of passives(key, fold(row.present)).flatMap(present))
      add(passive, word, { verb, tense: 'present', person, passive: true })
    for (const [word, person] of pastPassives(lemma, key).flatMap(past))
      if (!forms.get(word)?.some(({ tense }) => tense === 'past'))
        addFirst(forms, word, { verb, tense: 'past', person, passive: true })
    for (const [word, person] of isPast ? participles(key, fold(row.present)) : [])
      add(forms, word, { verb, tense: 'participle', person })
  }
  // «يوقف» is of أوقف before it is the passive of وقف.
  for (const [word, readings] of passive) if (!forms.has(word)) forms.set(word, readings)
  return { forms, nouns }
})

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** «أُحيل» is seldom «I refer». */
function addFirst<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [value, ...(map.get(key) ?? [])])
}

type Inflection = [word: string, person: Person]

/** أعلن أعلنت أعلنا أعلنتا أعلنوا أعلنّ; دعا دعت دعوا; بقي بقيت بقوا. */
function past(stem: string): Inflection[] {
  const weak = /[اي]$/u.test(stem) && stem.length > 2
  const short = weak ? stem.slice(0, -1) : stem
  const forms: Inflection[] = [
    [stem, '3ms'],
    [`${stem}ت`, '3fs'],
    [`${stem}ا`, '3d'],
    [`${stem}تا`, '3d'],
    [`${stem}وا`, '3mp'],
    [`${stem}نا`, '1p'],
  ]
  // A final alef may be a hamza's seat (بدأ بدأت بدأوا) or weak (دعا دعت دعوا): both are read.
  if (weak)
    forms.push(
      [`${short}ت`, '3fs'],
      [`${short}تا`, '3d'],
      [`${short}يا`, '3d'],
      [`${short}وا`, '3mp'],
      [`${short}ينا`, '1p'],
    )
  // قال but قلنا
  if (stem.length === 3 && stem[1] === 'ا') forms.push([`${stem[0]}${stem[2]}نا`, '1p'])
  else if (stem.length > 3 && stem.at(-2) === 'ا') forms.push([`${stem.slice(0, -2)}${stem.at(-1)}نا`, '1p'])
  return forms
}

/** يعلن تعلن يعلنون يعلنان نعلن أعلن; يدعو يدعون; and without nun after أن and لن. */
function present(third: string): Inflection[] {
  if (third === '') return []
  const stem = third.slice(1)
  const weak = /[ويا]$/u.test(stem)
  const short = weak ? stem.slice(0, -1) : stem
  return [
    [`ي${stem}`, '3ms'],
    [`ت${stem}`, '3fs'],
    [`ن${stem}`, '1p'],
    [`ا${stem}`, '1s'],
    ...['ون', 'وا'].map((ending): Inflection => [`ي${short}${ending}`, '3mp']),
    ...['ان', 'ا'].flatMap((ending): Inflection[] => [
      [`ي${stem}${ending}`, '3d'],
      [`ت${stem}${ending}`, '3d'],
    ]),
  ]
}

/** The passives that are written otherwise: يُقام of يقيم, يُحال of يحيل, يُوضع of يضع. */
function passives(pastStem: string, third: string): string[] {
  if (pastStem.at(-2) === 'ا' && /[وي].$/u.test(third)) return [`${third.slice(0, -2)}ا${third.at(-1)}`]
  return /^و..$/u.test(pastStem) && third.length === 3 ? [`يو${third.slice(1)}`] : []
}

/** أُرجئ of أرجأ, أُحيل of أحال, استُعيد of استعاد; of three letters («قيل»، «عيد») they are other words. */
function pastPassives(lemma: string, key: string): string[] {
  // «تجري» is no passive of تجرأ.
  if (key.length < 4 || !key.startsWith('ا')) return []
  if (lemma.endsWith('أ')) return [`${key.slice(0, -1)}ي`]
  return key.at(-2) === 'ا' ? [`${key.slice(0, -2)}ي${key.at(-1)}`] : []
}

/** مؤكداً مؤكدة مؤكدين; of three letters قائلاً لافتاً داعياً; ماض and ماضية. */
function participles(pastStem: string, third: string): Inflection[] {
  const bases = [`م${third.slice(1)}`]
  if (pastStem.length === 3) {
    const [first, middle, last] = pastStem
    bases.push(`${first}ا${middle === 'ا' ? 'ي' : middle}${last === 'ا' ? 'ي' : last}`)
  }
  const short = bases
    .filter((base) => base.endsWith('ي'))
    .map((base): Inflection => [base.slice(0, -1), '3ms'])
  const forms = bases.flatMap((base): Inflection[] => {
    const stem = base.endsWith('ي') ? base.slice(0, -1) : base
    return [
      [base, '3ms'],
      [`${base}ا`, '3ms'],
      [`${base}ه`, '3fs'],
      [`${stem}ين`, '3mp'],
      [`${stem}ون`, '3mp'],
      [`${base}تين`, '3d'],
      [`${base}تان`, '3d'],
      [`${base}ان`, '3d'],
    ]
  })
  return [...forms, ...short]
}

/**
 * What a folded word may be as a verb, without clitics.
 *
 * @example formsOf('اعلنتا') // [{ verb: أعلن, tense: 'past', person: '3d' }]
 */
export const formsOf = (word: string): readonly VerbForm[] => inflected().forms.get(word) ?? []

/** The verbs that a folded word, without its article, is the verbal noun of. */
export const verbsOfNoun = (word: string): readonly Verb[] => inflected().nouns.get(word) ?? []
