/** Words, numbers, plurals and names in the reader's language. */
import { ENUMS, NODES } from '@mithaq/model'
import type { EnumName, NodeLabel, Term } from '@mithaq/model'
import { LOCALES } from '@mithaq/views'
import type { Language } from '@mithaq/views'
import { arabic } from './messages.ar.ts'
import type { Messages } from './messages.ar.ts'
import { english } from './messages.en.ts'

export { actionIn, nameIn } from '@mithaq/views'

type PluralForms = Messages['commitmentCount']

/** Made once for each language: making a format takes a hundred times as long as using it. */
export function eachLanguage<T>(make: (locale: string) => T): (lang: Language) => T {
  const made = new Map<Language, T>()
  return (lang) => {
    const known = made.get(lang) ?? make(LOCALES[lang])
    made.set(lang, known)
    return known
  }
}

const pluralRules = eachLanguage((locale) => new Intl.PluralRules(locale))
const numberFormat = eachLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }))
/** «العراق وتركيا والأردن». */
export const listFormat = eachLanguage((locale) => new Intl.ListFormat(locale))

export const messagesIn = (lang: Language): Messages => (lang === 'ar' ? arabic : english)

export const directionOf = (lang: Language): 'rtl' | 'ltr' => (lang === 'ar' ? 'rtl' : 'ltr')

/** @example fill('حتى {day}', { day: 'سبتمبر 2026' }) // 'حتى سبتمبر 2026' */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)

/** @example plural('ar', arabic.commitmentCount, 11) // '11 التزامًا' */
export const plural = (lang: Language, forms: PluralForms, n: number): string =>
  fill(forms[pluralRules(lang).select(n)], { n: formatNumber(lang, n) })

export const formatNumber = (lang: Language, n: number): string => numberFormat(lang).format(n)

/** The vocabulary's own name for a value, e.g. `pledge` → «تعهد». */
export function termOf<E extends EnumName>(lang: Language, name: E, value: keyof (typeof ENUMS)[E]): string {
  return (ENUMS[name][value] as Term)[lang]
}

/** A node kind with its second label, e.g. «فاعل · دولة»; the country as a place is «مكان · بلد». */
export function kindName(lang: Language, label: NodeLabel, type: string | undefined): string {
  const types: Readonly<Record<string, Term>> = label === 'Place' ? ENUMS.placeType : ENUMS.actorType
  const term = type === undefined ? undefined : types[type]
  return term === undefined ? NODES[label][lang] : `${NODES[label][lang]} · ${term[lang]}`
}
