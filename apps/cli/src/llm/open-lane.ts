import { countReasons, type LaneReport, LlmError, REASONS, readWithModel } from '@mithaq/llm'
import { openModel } from '@mithaq/llm/model'
import type { ArticleGraph } from '@mithaq/model'
import { pMapIterable } from 'p-map'
import { CliError, UsageError } from '../errors.ts'
import { note } from '../output/note.ts'
import { readSecrets } from '../store/read-secrets.ts'
import { loadDotEnv } from '../store/read-settings.ts'
import type { LlmFlags } from './llm-options.ts'

const OLLAMA = 'http://localhost:11434/v1'
const CACHE = '.mithaq/llm'

export interface Lane {
  /** The graphs in their order, each read by the model as well. */
  read(graphs: AsyncIterable<ArticleGraph>): AsyncIterable<ArticleGraph>
  /** Says what came of it. @throws {CliError} `llm-failed` where the rules alone have read something */
  settle(): void
}

/** Asks a model about one article after the other, several at a time. */
export function openLane(flags: LlmFlags & { llm: string }): Lane {
  loadDotEnv()
  const concurrency = flags.llmConcurrency ?? 2
  const model = modelOf(flags, concurrency)
  const reports: LaneReport[] = []
  const readOne = async (graph: ArticleGraph): Promise<ArticleGraph> => {
    const read = await readWithModel(graph, model, { window: flags.llmWindow })
    reports.push(read.report)
    const [failure] = read.report.failures
    if (failure) note(`${graph.article.title ?? graph.article.id}: by the rules alone: ${failure.message}`)
    return read.graph
  }
  return {
    read: (graphs) => pMapIterable(graphs, readOne, { concurrency, backpressure: 2 * concurrency }),
    settle: () => {
      note(`${model.name}: ${summaryOf(reports, model.budget.calls)}`)
      const failed = reports.filter(({ failures }) => failures.length > 0).length
      if (failed === 0) return
      const articles = failed === 1 ? '1 article' : `${failed} articles`
      throw new CliError('llm-failed', `${articles} read by the rules alone, in whole or in part`)
    },
  }
}

function modelOf(flags: LlmFlags & { llm: string }, concurrency: number): ReturnType<typeof openModel> {
  try {
    return openModel({
      baseURL: flags.llmUrl ?? (process.env['MITHAQ_LLM_URL'] || OLLAMA),
      model: flags.llm,
      apiKey: readSecrets(process.env).llmKey,
      cache: flags.llmCache ?? CACHE,
      isLoose: flags.llmJson,
      concurrency,
      ...(flags.llmTimeout !== undefined && { timeoutMs: flags.llmTimeout * 1_000 }),
      ...(flags.llmMaxAnswer !== undefined && { maxAnswer: flags.llmMaxAnswer }),
      ...(flags.llmMaxCalls !== undefined && { maxCalls: flags.llmMaxCalls }),
      ...(flags.llmMaxTokens !== undefined && { maxTokens: flags.llmMaxTokens }),
    })
  } catch (error) {
    throw error instanceof LlmError ? new UsageError(error.message) : error
  }
}

const sum = (reports: readonly LaneReport[], of: (report: LaneReport) => number): number =>
  reports.reduce((total, report) => total + of(report), 0)

/** What a run came to, in a line. */
function summaryOf(reports: readonly LaneReport[], calls: number): string {
  const rejected = reports.flatMap((report) => report.rejected)
  const reasons = countReasons(rejected).map(([reason, count]) => `${count} ${REASONS[reason]}`)
  return [
    `${sum(reports, ({ proposed }) => proposed)} proposed`,
    `${sum(reports, ({ agreed }) => agreed)} as the rules have it`,
    `${sum(reports, ({ added }) => added)} new`,
    `${sum(reports, ({ differences }) => differences.length)} differences`,
    ...(reasons.length > 0 ? [`left out: ${reasons.join(', ')}`] : []),
    `${calls} calls, ${sum(reports, ({ tokens }) => tokens)} tokens, ${sum(reports, ({ cached }) => cached)} answers kept from before`,
  ].join('; ')
}
