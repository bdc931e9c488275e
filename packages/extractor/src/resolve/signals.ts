/** Which country the talk is of, word by word: for names that several share, and bodies named without theirs. */
import type { Doc } from '../doc.ts'
import type { Draft } from '../entities/draft.ts'
import type { Reader } from '../entities/reader.ts'
import { rememberOf } from '../remember.ts'
import { innermost } from '../text/tokens.ts'

export interface Signals {
  /** Token indices, ascending, with the country each word speaks of. */
  readonly at: readonly { token: number; iso: string }[]
  readonly counts: ReadonlyMap<string, number>
  /** The country of the dateline, or the one most spoken of. */
  readonly focus: string | undefined
}

export function countrySignals(reader: Reader, drafts: readonly Draft[]): Signals {
  const at: { token: number; iso: string }[] = []
  for (let token = 0; token < reader.facts.length; token++) {
    const facts = reader.facts[token]
    const demonym = facts?.demonyms[0]
    if (demonym && facts.demonyms.every(({ iso }) => iso === demonym.iso))
      at.push({ token, iso: demonym.iso })
  }
  for (const { things, start, weak } of drafts) {
    const [thing, ...others] = things
    const iso = thing?.country
    if (iso && !weak && others.every((other) => other.country === iso)) at.push({ token: start, iso })
  }
  at.sort((a, b) => a.token - b.token)
  const counts = new Map<string, number>()
  for (const { iso } of at) counts.set(iso, (counts.get(iso) ?? 0) + 1)
  return { at, counts, focus: datelineCountry(reader, drafts) ?? mostSpokenOf(counts) }
}

function datelineCountry({ doc }: Reader, drafts: readonly Draft[]): string | undefined {
  const dateline = doc.sections.find(({ kind }) => kind === 'dateline')
  if (!dateline) return undefined
  const inside = drafts.find(
    ({ start, things }) =>
      doc.tokens[start]!.start < dateline.end &&
      doc.tokens[start]!.start >= dateline.start &&
      things[0]?.place,
  )
  return inside?.things[0]?.country
}

function mostSpokenOf(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  for (const [iso, count] of counts) if (best === undefined || count > counts.get(best)!) best = iso
  return best
}

/** The country spoken of nearest before a token in its sentence, else after it, else in the sentence before, else the focus. */
export function countryNear(
  { doc, ends }: Reader,
  { at, focus }: Signals,
  token: number,
): string | undefined {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle]!.token < token) low = middle + 1
    else high = middle
  }
  const before = at[low - 1]
  const after = at[low]
  if (before && ends[before.token] === ends[token]) return before.iso
  if (after && ends[after.token] === ends[token]) return after.iso
  const paragraphs = paragraphsOf(doc)
  return before && paragraphs[before.token] === paragraphs[token] ? before.iso : (focus ?? before?.iso)
}

/** By token the paragraph that it stands in. */
const paragraphsOf = rememberOf(({ tokens, paragraphs }: Doc) =>
  innermost(
    tokens,
    paragraphs.map((paragraph) => [paragraph, paragraph] as const),
  ),
)
