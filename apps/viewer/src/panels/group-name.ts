/** What a group of the ledger, or a value of a facet, is called. */
import type { ArticleSummary, CommitmentView } from '@mithaq/model'
import { nameIn, termOf } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ar.ts'
import type { Facet, Grouping } from '@mithaq/views'
import type { Language } from '../state/view-state.ts'

/** Names of everything that commitments name, by id. */
export function namesById(lang: Language, commitments: readonly CommitmentView[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { committers, creditors, concerns, places, statedBy } of commitments)
    for (const thing of [committers, creditors, concerns, places, statedBy].flat())
      if (!names.has(thing.id)) names.set(thing.id, nameIn(lang, thing))
  return names
}

interface Naming {
  lang: Language
  m: Messages
  names: ReadonlyMap<string, string>
}

export function groupName(grouping: Grouping, key: string | null, { lang, m, names }: Naming): string {
  switch (grouping) {
    case 'none':
      return ''
    case 'year':
      return key ?? m.noDue
    case 'actor':
      return key === null ? m.unknownCommitter : (names.get(key) ?? key)
    case 'place':
      return key === null ? m.noPlace : (names.get(key) ?? key)
    default:
      return key === null ? '' : capital(termOf(lang, grouping, key as never))
  }
}

/** Standing alone, an English term begins with a capital; Arabic has none. */
const capital = (term: string): string => term.charAt(0).toUpperCase() + term.slice(1)

export function facetName(
  facet: Facet,
  value: string,
  { lang, m, names, articles }: Naming & { articles: readonly ArticleSummary[] },
): string {
  switch (facet) {
    case 'actor':
    case 'place':
      return names.get(value) ?? value
    case 'article':
      return articles.find(({ id }) => id === value)?.title ?? m.untitled
    case 'source':
      return m.sourceKind[value as keyof Messages['sourceKind']]
    default:
      return capital(termOf(lang, facet, value as never))
  }
}
