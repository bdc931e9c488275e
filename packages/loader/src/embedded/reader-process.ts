/** The process that reads the embedded database, whose file is its one argument; see `open-reader.ts`. */
import { StoreError } from '../errors.ts'
import { openDatabase } from './open-database.ts'
import type { Asked, Told } from './reading.ts'

/** The one that asks keeps the time, and ends this process when it is over. */
const NO_LIMIT = 2 ** 31 - 1

const database = openDatabase(process.argv[2]!, { readOnly: true })

process.on('message', (asked: Asked) => {
  void answer(asked).then((told) => process.send?.(told))
})
// With the one that asks goes the one that answers, whatever a question still holds.
process.once('disconnect', () => process.exit())

async function answer({ number, cypher, params, maxRows }: Asked): Promise<Told> {
  try {
    return { number, table: await database.read(cypher, params, { maxRows, timeoutMs: NO_LIMIT }) }
  } catch (error) {
    const { message } = error as Error
    return { number, error: { code: error instanceof StoreError ? error.code : 'database', message } }
  }
}
