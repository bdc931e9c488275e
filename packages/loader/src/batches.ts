/** Records in groups that make one transaction each. */
import type { ArticleGraph } from '@mithaq/model'
import { checkRecord } from './check-record.ts'
import { RecordError } from './errors.ts'
import type { LoadOptions } from './store.ts'
import { type Incoming, incomingOf } from './write-batch.ts'

/** Rows in a transaction, roughly: enough to fill its statements, few enough to be held in memory. */
const ROWS = 6_000

/**
 * Checks records and groups them; memory is that of one batch, however long the stream.
 *
 * @throws RecordError for a record that does not hold, once those before it have been handed on, unless
 *   `onBadRecord` takes it
 */
export async function* batchesOf(
  records: Iterable<ArticleGraph> | AsyncIterable<ArticleGraph>,
  { onBadRecord, batchRows = ROWS }: Pick<LoadOptions, 'onBadRecord' | 'batchRows'> = {},
): AsyncGenerator<Incoming[]> {
  let batch: Incoming[] = []
  let rows = 0
  let count = 0
  for await (const input of records) {
    count += 1
    const record = takeRecord(input, count)
    if (record instanceof RecordError) {
      if (onBadRecord) onBadRecord(record)
      else {
        if (batch.length > 0) yield batch
        throw record
      }
      continue
    }
    batch.push(incomingOf(record))
    rows +=
      1 +
      record.entities.length +
      record.statements.length +
      record.commitments.length +
      record.triples.length
    if (rows < batchRows) continue
    yield batch
    batch = []
    rows = 0
  }
  if (batch.length > 0) yield batch
}

/** The same values, each asked for while the one before it is worked with. */
export async function* ahead<T>(values: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = (): Promise<IteratorResult<T>> => {
    const next = values.next()
    // What fails is told when its turn comes.
    next.catch(() => undefined)
    return next
  }
  try {
    for (let next = ask(); ;) {
      const result = await next
      if (result.done === true) return
      next = ask()
      yield result.value
    }
  } finally {
    // Not waited for: what is being read may be a terminal.
    values.return(undefined).catch(() => undefined)
  }
}

function takeRecord(input: unknown, count: number): ArticleGraph | RecordError {
  try {
    return checkRecord(input, `number ${count}`)
  } catch (error) {
    if (error instanceof RecordError) return error
    throw error
  }
}
