/** A mention before it is known which entity it is of: what the readers of patterns hand on. */
import type { Mention } from './mention.ts'
import type { ActorType, Thing } from './thing.ts'

/** What a definite description points back to. */
export type Anaphor =
  /** Of that country where one is told: «الشركة الأميركية». */
  | { to: 'class'; head: string; country?: string }
  | { to: 'person'; office: string; country?: string }
  | { to: 'government' }
  | { to: 'group'; name: string }
  | { to: 'pair' }
  | { to: 'homeland' }
  | { to: 'capital' }
  | { to: 'last-person' }
  /** «جلالته»: by the word of respect before his name. */
  | { to: 'honoured'; by: string }
  | { to: 'owned'; head: string; noun: string; type: ActorType; ofBody?: boolean }

export interface Draft {
  /** Token indices, end exclusive. */
  start: number
  end: number
  /** Folded letters of the first token that are no part of the name, and what they are. */
  cut: number
  proclitics: readonly string[]
  /** What the words may stand for, likeliest first; empty for an anaphor alone. */
  things: readonly Thing[]
  basis: Mention['basis']
  rule: string
  /** Counts only when the thing is surely named elsewhere in the article. */
  weak?: boolean
  /** The class noun beside a known name, by which the text may call it again: «شركة أرامكو». */
  called?: string
  role?: 'actor' | 'place'
  /** A person's office as the title before the name gave it. */
  office?: { class: string; country?: string | undefined }
  /** A ministry named without its country. */
  ministry?: string
  anaphor?: Anaphor
  /** Whom an anaphor means where it points back to nobody: «المسلحون»، «النقابة». */
  passing?: Thing
  /** Where the words before a name, its title, begin: what precedes them decides its role. */
  opens?: number
  /** Where an office that follows the name ends: «فلان، ممثل المفوضية». */
  closes?: number
}

/** What a reader found: how far it read, and the drafts, outermost first. */
export interface Found {
  end: number
  drafts: Draft[]
}
