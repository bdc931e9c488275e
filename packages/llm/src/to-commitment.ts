/** An accepted proposal as the record has commitments, with its triples. */
import {
  type ArticleGraph,
  type Commitment,
  commitmentId,
  dateId,
  intervalToEdtf,
  type Span,
  type Statement,
  type Triple,
} from '@mithaq/model'
import type { Accepted } from './accept.ts'
import type { Part } from './entity-finder.ts'

/** What a commitment that the model alone read goes by; `model` is told in the diagnostics. */
export const RULE = 'llm'

const idsOf = (parts: readonly Part[]): string[] => parts.map(({ entity }) => entity.id)

/** Said by whom the rules heard there; else by whom the model names. */
export function toCommitment(accepted: Accepted, { article, statements }: ArticleGraph): Commitment {
  const { evidence, trigger, action, kind, polarity, certainty, condition } = accepted
  const committers = idsOf(accepted.committers)
  const heard = chainOf(tellerOf(accepted, statements), statements)
  return {
    id: commitmentId(article.id, committers, action.quote, evidence.start, evidence.end),
    evidence,
    trigger,
    kind,
    polarity,
    certainty,
    action: { ar: action.quote },
    committers,
    creditors: idsOf(accepted.creditors),
    concerns: [],
    places: accepted.places.map(({ entity, role }) => ({ id: entity.id, role })),
    begins: accepted.begins?.interval ?? null,
    due: accepted.due?.interval ?? null,
    condition,
    statedBy: heard.length > 0 ? heard : idsOf(accepted.sources),
    rule: RULE,
    origin: 'llm',
  }
}

/** The statement that its trigger is the cue of («تعهدت قطر …»), else the innermost that it is said in. */
function tellerOf({ trigger }: Accepted, statements: readonly Statement[]): Statement | undefined {
  const own = statements.find(({ cue }) => trigger.start <= cue.start && cue.end <= trigger.end)
  const around = statements.filter(
    ({ content }) => content.start <= trigger.start && trigger.end <= content.end,
  )
  return own ?? around.reduce<Statement | undefined>((a, b) => (a && reach(a) <= reach(b) ? a : b), undefined)
}

const reach = ({ content }: Statement): number => content.end - content.start

/** Outermost first, each once; a statement passed on in a circle ends. */
function chainOf(teller: Statement | undefined, statements: readonly Statement[]): string[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const chain: Statement[] = []
  for (let one = teller; one && !chain.includes(one); one = byId.get(one.quotedIn ?? '')) chain.unshift(one)
  return [...new Set(chain.flatMap(({ sources }) => sources))]
}

const ROLES = { at: 'AT', from: 'FROM', toward: 'TOWARD' } as const

/** What a commitment and those it names first add to the triples, each with the words behind it. */
export function triplesOf(accepted: Accepted, { id }: Commitment, graph: ArticleGraph): Triple[] {
  const article = graph.article.id
  const { evidence, committers, creditors, places, sources, begins, due } = accepted
  const teller = tellerOf(accepted, graph.statements)
  const dates = [...(begins ? [['BEGINS', begins] as const] : []), ...(due ? [['DUE', due] as const] : [])]
  return [
    stated(id, 'IN', article, evidence),
    ...committers.map(({ entity }) => stated(entity.id, 'COMMITS_TO', id, evidence)),
    ...creditors.map(({ entity, words }) => stated(id, 'OWED_TO', entity.id, words)),
    ...places.map(({ entity, role, words }) => stated(id, ROLES[role], entity.id, words)),
    ...dates.map(([relation, { interval, mention }]) =>
      stated(id, relation, dateId(intervalToEdtf(interval)), mention),
    ),
    ...(teller ? [stated(teller.id, 'ASSERTS', id, evidence)] : []),
    ...[...committers, ...creditors, ...places, ...sources]
      .filter(({ isNew }) => isNew)
      .map(({ entity, words }) => stated(article, 'MENTIONS', entity.id, words)),
    ...dates
      .filter(([, { mention }]) => !graph.dates.some((known) => isSame(known, mention)))
      .map(([, { mention }]) => stated(article, 'MENTIONS', mention.id, mention)),
  ]
}

const stated = (subject: string, predicate: Triple['predicate'], object: string, words: Span): Triple => ({
  subject,
  predicate,
  object,
  evidence: [{ start: words.start, end: words.end, quote: words.quote }],
  rule: RULE,
  basis: 'stated',
})

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
