/** What a relative clause is about: «التقرير | الذي سيبحثه المجلس غداً» is a debate of the report. */
import type { EntityDoc } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import { isFiniteVerb } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isMeeting, nounPhrase } from './meetings.ts'

const RELATIVE = /^(?:الذي|التي|اللذين|اللتين|اللذان|اللتان)$/u
const DEFINITE = /^ال.../u
/** «بالقمة»: a phrase begins with it. */
const GLUED = /^[وف]?(?:بال|كال|لل|وال)../u
/** In tokens. */
const PHRASE = 4
const MEETING = 7

/** The noun, with its adjectives and its genitive, that the object pronoun of a verb stands for. */
export function antecedentOf(doc: EntityDoc, verb: number): TokenRange | undefined {
  const { tokens, entities } = doc
  const end = /^(?:لن|سوف)$/u.test(tokens[verb - 1]?.text ?? '') ? verb - 2 : verb - 1
  if (!RELATIVE.test(tokens[end]?.text ?? '')) return meetingBefore(doc, verb)
  let start = end
  while (start > 0 && end - start < PHRASE && DEFINITE.test(tokens[start - 1]!.text)) start--
  const head = tokens[start - 1]
  if (head?.kind !== 'word') return start < end ? { start, end } : undefined
  // «مشاريع القرارات التي»
  const isConstruct =
    start < end && !isPreposition(head.form) && !isFiniteVerb(head) && !entities.startingAt.has(start - 1)
  if (isConstruct || GLUED.test(head.text)) start--
  return start < end ? { start, end } : undefined
}

/** «مؤتمر دولي بشأن لبنان تستضيفه إيطاليا»: an indefinite noun has no relative pronoun. */
function meetingBefore(doc: EntityDoc, verb: number): TokenRange | undefined {
  for (let i = verb - 1; i >= Math.max(0, verb - MEETING) && doc.tokens[i]!.kind === 'word'; i--)
    if (isMeeting(doc.tokens[i]!)) return nounPhrase(doc, i, verb)
  return undefined
}
