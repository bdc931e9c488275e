/** What things are called in a reader's language. */
export type Language = 'ar' | 'en'

/** Western digits in both languages, as the articles themselves print them. */
export const LOCALES = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>

/** A thing's name in the reader's language, in Arabic where there is no other. */
export const nameIn = (lang: Language, thing: { name: string; nameEn?: string | undefined }): string =>
  (lang === 'en' && thing.nameEn) || thing.name

/** What is committed to, in the reader's language where it is known, as a sentence starts. */
export function actionIn(
  lang: Language,
  { action, actionEn }: { action: string; actionEn?: string | undefined },
): string {
  const text = (lang === 'en' && actionEn) || action
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
}
