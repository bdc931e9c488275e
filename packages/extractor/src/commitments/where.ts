/** The places of an action, by the role that the words before them give. */
import { type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { type PlaceRole, placeRole } from '../text/governs.ts'
import type { Verb } from '../text/verbs.ts'
import type { TokenRange } from '../text/tokens.ts'

export interface PlacedRole {
  mention: Mention
  id: string
  role: PlaceRole
}

/** Verbs whose object is the place they leave or reach. */
const LEAVES = new Set(['غادر', 'أخلى', 'ترك'])
const REACHES = new Set(['زار', 'دخل', 'بلغ', 'وصل'])

/**
 * «من الأنبار إلى أربيل»: from and toward. A place that only says where another lies («قاعدة حرير في أربيل»)
 * is left to WITHIN.
 */
export function placesIn(doc: EntityDoc, range: TokenRange, verbs: readonly Verb[]): PlacedRole[] {
  const found: PlacedRole[] = []
  let previous: Mention | undefined
  for (const mention of mentionsIn(doc, range)) {
    const id = mention.entity.startsWith('place:') ? mention.entity : null
    const locates = previous !== undefined && gap(previous, mention) <= 1 && governing(doc, mention) !== null
    if (id !== null && !(locates && !isMotion(doc, mention))) {
      const role = governing(doc, mention) ?? objectRole(doc, range, verbs)
      if (!found.some((other) => other.id === id && other.role === role)) found.push({ mention, id, role })
    }
    previous = id === null ? undefined : mention
  }
  return found
}

const gap = (before: Mention, after: Mention): number => after.tokens.start - before.tokens.end

/** The role by the preposition before or glued on; null for a bare object. */
function governing(doc: EntityDoc, { tokens, proclitics }: Mention): PlaceRole | null {
  const glued = proclitics.at(-1)
  if (glued === 'ب') return 'at'
  if (glued === 'ل') return 'toward'
  return placeRole(doc.tokens[tokens.start - 1]?.text ?? '')
}

const isMotion = (doc: EntityDoc, mention: Mention): boolean => {
  const role = governing(doc, mention)
  return role === 'from' || role === 'toward'
}

function objectRole(doc: EntityDoc, { start }: TokenRange, verbs: readonly Verb[]): PlaceRole {
  const near = doc.tokens.slice(start, start + 6).map(({ text }) => text)
  if (verbs.some(({ lemma }) => LEAVES.has(lemma)) || near.some((word) => /^[وب]?مغادره$/u.test(word)))
    return 'from'
  return verbs.some(({ lemma }) => REACHES.has(lemma)) ? 'toward' : 'at'
}
