import { LOCALES, actionIn, nameIn } from '../names.ts'
import type { Language } from '../names.ts'
import type { LedgerOrder } from './rows.ts'

/** The order of the ledger as a reader of the language expects it. */
export const orderIn = (
  lang: Language,
  order: Pick<LedgerOrder, 'sorting' | 'descending' | 'grouping'>,
): LedgerOrder => ({
  ...order,
  compare: new Intl.Collator(LOCALES[lang]).compare,
  nameOf: (thing) => nameIn(lang, thing),
  actionOf: (one) => actionIn(lang, one),
})
