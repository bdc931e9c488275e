import { IngestError } from '@mithaq/ingest'
import { CliError } from '../errors.ts'
import { note } from '../output/note.ts'
import type { Source } from './source.ts'

/** Counts what had to be left out. */
export class Skipped {
  count = 0

  report(where: string, error: Error): void {
    this.count++
    note(`${where}: ${error.message}`)
  }

  /** At the end of the work: @throws {CliError} `records-skipped` when anything was left out. */
  settle(): void {
    if (this.count === 0) return
    throw new CliError(
      'records-skipped',
      this.count === 1 ? '1 article left out' : `${this.count} articles left out`,
    )
  }
}

/**
 * Parse sources one by one; those that cannot be read are reported with their place and left out. So
 * is one that a defect of ours trips over: it must not take a million others with it.
 */
export async function* skipBroken<T>(
  sources: AsyncIterable<Source>,
  parse: (source: Source) => T,
  skipped: Skipped,
): AsyncGenerator<T> {
  for await (const source of sources) {
    let value: T
    try {
      value = parse(source)
    } catch (error) {
      skipped.report(
        source.where,
        error instanceof CliError || error instanceof IngestError ? error : defect(error),
      )
      continue
    }
    yield value
  }
}

const defect = (cause: unknown): CliError =>
  new CliError('defect', `a defect of Mithaq, please report it with the article: ${String(cause)}`, { cause })
