/** The places of an action, by the role that the words before them give. */
import { isOfClass } from '../word-classes.ts'
import { type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { isPreposition, type PlaceRole, placeRole } from '../text/governs.ts'
import { actionNoun } from '../text/morphology.ts'
import type { Verb } from '../text/verbs.ts'
import type { TokenRange } from '../text/tokens.ts'

export interface PlacedRole {
  mention: Mention
  id: string
  role: PlaceRole
}

/**
 * «من الأنبار إلى أربيل»: from and toward. A place that only says where another lies («قاعدة حرير في أربيل»)
 * is left to WITHIN.
 */
export function placesIn(doc: EntityDoc, range: TokenRange, verbs: readonly Verb[]): PlacedRole[] {
  const found: PlacedRole[] = []
  let previous: Mention | undefined
  for (const mention of mentionsIn(doc, range)) {
    const id = mention.entity.startsWith('place:') ? mention.entity : null
    const locates =
      previous !== undefined && isApposed(doc, previous, mention) && governing(doc, mention) !== null
    if (id !== null && !(locates && !isMotion(doc, mention))) {
      const role = governing(doc, mention) ?? objectRole(doc, mention, verbs)
      if (!found.some((other) => other.id === id && other.role === role)) found.push({ mention, id, role })
    }
    previous = id === null ? undefined : mention
  }
  return found
}

/** Only prepositions stand between them: «قاعدة عين الأسد في غرب العراق». */
const isApposed = (doc: EntityDoc, before: Mention, after: Mention): boolean =>
  after.tokens.start - before.tokens.end <= 2 &&
  doc.tokens.slice(before.tokens.end, after.tokens.start).every(({ text }) => isPreposition(text))

/** The role by the preposition before or glued on; null for a bare object. */
function governing(doc: EntityDoc, { tokens, proclitics }: Mention): PlaceRole | null {
  const glued = proclitics.at(-1)
  if (glued === 'ب') return 'at'
  if (glued === 'ل') return 'toward'
  return placeRole(doc.tokens[tokens.start - 1]?.form ?? '')
}

const isMotion = (doc: EntityDoc, mention: Mention): boolean => {
  const role = governing(doc, mention)
  return role === 'from' || role === 'toward'
}

function objectRole(doc: EntityDoc, { tokens }: Mention, verbs: readonly Verb[]): PlaceRole {
  const governor = actionNoun(doc.tokens[tokens.start - 1]?.form ?? '')?.verbs ?? verbs
  if (governor.some(({ lemma }) => isOfClass('leaves', lemma))) return 'from'
  return governor.some(({ lemma }) => isOfClass('reaches', lemma)) ? 'toward' : 'at'
}
