/** The lane: an article that the rules have read, read by a language model as well. */
import type { ArticleGraph, Diagnostic } from '@mithaq/model'
import { accept, type Accepted, groundsOf } from './accept.ts'
import type { Difference } from './differences.ts'
import { LlmError } from './errors.ts'
import { merge } from './merge.ts'
import { PROMPT_VERSION, type Question, questionOf } from './prompt.ts'
import { readAnswer } from './proposal.ts'
import { type Reason, REASONS, type Rejection, rejection } from './rejection.ts'
import { WINDOW, windowsOf } from './windows.ts'

/** What a model said to one question. */
export interface Answer {
  text: string
  /** It was at its longest before it was at its end. */
  isCutOff: boolean
  /** Of the question and of the answer, as the endpoint counts them. */
  tokens: number
  /** Nobody had to be asked. */
  isCached: boolean
}

/** Whoever can be asked. `ask` fails with an `LlmError` alone. */
export interface Model {
  readonly name: string
  ask(question: Question): Promise<Answer>
}

export interface LaneOptions {
  /** Letters of an article in one question. Default 3,000. */
  window?: number | undefined
}

export interface LaneReport {
  questions: number
  cached: number
  tokens: number
  /** What the model proposed, whatever became of it. */
  proposed: number
  /** Of these: the rules have it too, it is new. */
  agreed: number
  added: number
  rejected: Rejection[]
  differences: Difference[]
  /** Parts of the article that the rules alone have read. */
  failures: LlmError[]
}

/**
 * Ask a model about an article and merge what it proposes: only what quotes the article and names somebody in it is
 * taken, what the rules read stays as it is, and each commitment tells its `origin`. Same graph and same answers, same
 * graph out. Where the model cannot be asked, the rules' reading is given as it is and `failures` says why.
 *
 * @throws {LlmError} that is fatal: the next article would fail alike
 * @example (await readWithModel(extract({ text: 'تعهدت قطر …' }), model)).graph.commitments[0]?.origin // 'both'
 */
export async function readWithModel(
  graph: ArticleGraph,
  model: Model,
  { window = WINDOW }: LaneOptions = {},
): Promise<{ graph: ArticleGraph; report: LaneReport }> {
  const parts = windowsOf(graph.article, window)
  const grounds = groundsOf(graph, parts)
  const asked = await Promise.allSettled(
    parts.map(({ start, end }) => model.ask(questionOf(graph.article.text.slice(start, end)))),
  )
  const answers = asked.flatMap((one, i) =>
    one.status === 'fulfilled' ? [{ ...one.value, ground: grounds[i]! }] : [],
  )
  const failures = asked.flatMap((one) => (one.status === 'rejected' ? [asLlmError(one.reason)] : []))
  const rejected: Rejection[] = []
  const accepted: Accepted[] = []
  let proposed = 0
  for (const { text, isCutOff, ground } of answers) {
    const { proposals, malformed, isBroken } = readAnswer(text)
    if (isBroken || isCutOff) rejected.push(rejection(isCutOff ? 'cut-off' : 'malformed', 'answer', text))
    for (let i = 0; i < malformed; i++) rejected.push(rejection('malformed', 'commitment', ''))
    proposed += proposals.length + malformed
    for (const proposal of proposals) {
      const stands = accept(proposal, ground, rejected)
      if (stands) accepted.push(stands)
    }
  }
  if (answers.length === 0) return { graph: told(graph, failed(failures)), report: reportOf({ failures }) }
  const merged = merge(graph, accepted, rejected)
  const report = reportOf({
    questions: answers.length,
    cached: answers.filter(({ isCached }) => isCached).length,
    tokens: answers.reduce((sum, { tokens, isCached }) => sum + (isCached ? 0 : tokens), 0),
    proposed,
    agreed: merged.agreed,
    added: merged.added,
    rejected,
    differences: merged.differences,
    failures,
  })
  return { graph: told(merged.graph, diagnosticsOf(report, model.name, graph)), report }
}

const reportOf = (facts: Partial<LaneReport>): LaneReport => ({
  questions: 0,
  cached: 0,
  tokens: 0,
  proposed: 0,
  agreed: 0,
  added: 0,
  rejected: [],
  differences: [],
  failures: [],
  ...facts,
})

function asLlmError(error: unknown): LlmError {
  if (error instanceof LlmError && !error.isFatal) return error
  throw error
}

const told = (graph: ArticleGraph, diagnostics: readonly Diagnostic[]): ArticleGraph => ({
  ...graph,
  diagnostics: [...graph.diagnostics, ...diagnostics],
})

const failed = (failures: readonly LlmError[]): Diagnostic[] =>
  failures.map(({ code, message }) => ({ code: 'llm-failed', message: `${code}: ${message}` }))

/** What the record tells of the lane. The model's own words are not in it: only the article's are. */
function diagnosticsOf(
  { proposed, agreed, added, rejected, differences, failures }: LaneReport,
  model: string,
  graph: ArticleGraph,
): Diagnostic[] {
  const evidence = new Map(graph.commitments.map(({ id, evidence }) => [id, evidence]))
  return [
    {
      code: 'llm-read',
      message: `read also by ${model} (prompt ${PROMPT_VERSION}): ${proposed} proposed, ${agreed} as the rules have it, ${added} new`,
    },
    ...countReasons(rejected).map(([reason, count]) => ({
      code: 'llm-left-out',
      message: `${count} left out: ${REASONS[reason]}`,
    })),
    ...differences.map(({ commitment, field, rules, model }) => ({
      code: 'llm-differs',
      message: `${field}: the rules have ${rules}, the model ${model}`,
      span: evidence.get(commitment)!,
    })),
    ...failed(failures),
  ]
}

/** How often for which reason, in the order of the reasons. */
export function countReasons(rejected: readonly Rejection[]): [Reason, number][] {
  return (Object.keys(REASONS) as Reason[])
    .map((reason): [Reason, number] => [reason, rejected.filter((one) => one.reason === reason).length])
    .filter(([, count]) => count > 0)
}
