/** To whom, and whom else it touches. */
import type { Commitment, Span } from '@mithaq/model'
import { spanBetween } from '../doc.ts'
import type { Mention } from '../entities/mention.ts'
import { mentionsIn } from '../entities/mention-index.ts'
import type { StatementDoc } from '../statements/statement.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Verb } from '../text/verbs.ts'
import type { Action, Candidate } from './candidate.ts'

export interface Whom {
  creditors: string[]
  concerns: string[]
  /** The mention by which each was read. */
  others: Record<string, Span>
}

/**
 * Actors of the action other than those bound: creditors behind لـ، تجاه and مع, the rest concerned.
 *
 * @param condition to whom something is owed there is no creditor of this: «شرط أن تسدد نيامي مستحقات الشركة»
 */
export function whomOf(
  doc: StatementDoc,
  { action, evidence, committers }: Candidate,
  bound: readonly string[],
  event: Commitment['eventClass'],
  condition: TokenRange | null,
): Whom {
  const creditors: string[] = []
  const concerns: string[] = []
  const others: Record<string, Span> = {}
  for (const mention of mentionsIn(doc, {
    start: Math.min(evidence.start, action.words.start),
    end: action.words.end,
  })) {
    const id = mention.entity.startsWith('actor:') ? mention.entity : null
    if (id === null || id in others || bound.includes(id) || committers.includes(id)) continue
    others[id] = spanBetween(doc, mention.start, mention.end)
    const isInCondition =
      condition !== null && mention.tokens.start >= condition.start && mention.tokens.end <= condition.end
    const list = !isInCondition && isOwed(doc, mention, action, event) ? creditors : concerns
    list.push(id)
  }
  return { creditors, concerns, others }
}

/** Classes whose object is whom the action is for. */
const HELPS: ReadonlySet<string> = new Set(['AID', 'SUPPORT'])
/** «دعم الجيش اللبناني»، «حماية مستشاري التحالف»: the object stands near its noun. In tokens. */
const OBJECT = 3

/** «دعم»، «منح» */
const isHelp = ({ event, lemma }: Verb): boolean => event === 'SUPPORT' || isOfClass('gives-to', lemma)

/** «لـ» gives to whom, unless it only owns the noun before it («المهمة العسكرية للتحالف»). */
function isOwed(
  doc: StatementDoc,
  { tokens, proclitics }: Mention,
  action: Action,
  event: Commitment['eventClass'],
): boolean {
  const before = doc.tokens[tokens.start - 1]?.text ?? ''
  // «حدودها مع الصومال»
  if (before === 'مع' && /^(?:ال)?حدود/u.test(doc.tokens[tokens.start - 2]?.text ?? '')) return false
  if (/^(?:تجاه|لصالح|لفائده|لمصلحه|لدي|مع|ازاء|الي)$/u.test(before)) return true
  const helps = event !== undefined && HELPS.has(event)
  // «رئيس للوزراء»
  if (isOfClass('office', before.replace(/ا$/u, ''))) return false
  // «صرف رواتب البيشمركة»، «تسديد مستحقات الشركات»: whose due it is.
  if (proclitics.length === 0 && isOfClass('due', before)) return true
  // «مستمرة في دعم المعارضة»، «قوة لتدريب الجيش»
  const helped = actionNoun(doc.tokens[tokens.start - 1]?.form ?? '')
  if (proclitics.length === 0 && helped?.pronoun === undefined && helped?.verbs.some(isHelp)) return true
  if (proclitics.at(-1) === 'ل') return helps || !before.startsWith('ال')
  // «منح المغرب قرضاً»، «تزويد المملكة بالغاز»: whom it is given to stands before what.
  const supports = action.verbs.some(isHelp)
  const distance = tokens.start - action.words.start
  return supports && proclitics.length === 0 && !isPreposition(before) && distance > 0 && distance <= OBJECT
}
