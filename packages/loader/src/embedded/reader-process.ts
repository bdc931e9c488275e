/** The process that reads the embedded database: its arguments are the file and a scratch folder; see `open-reader.ts`. */
import { rmSync } from 'node:fs'
import { StoreError } from '../errors.ts'
import { type EmbeddedDatabase, openDatabase } from './open-database.ts'
import type { Asked, Told } from './reading.ts'

/** The one that asks keeps the time, and ends this process when it is over. */
const NO_LIMIT = 2 ** 31 - 1

const [file, scratch] = process.argv.slice(2) as [string, string]

// By the first on Unix and by the second on Windows the database knows where temporary files go.
process.env['TMPDIR'] = process.env['TMP'] = scratch
/** Opened when first asked: this process is started before the file is ready. */
let database: EmbeddedDatabase | undefined

process.on('message', (asked: Asked) => {
  void answer(asked).then((told) => process.send?.(told))
})
// With the one that asks goes the one that answers, whatever a question still holds, and its scratch folder.
process.once('disconnect', () => {
  rmSync(scratch, { recursive: true, force: true })
  process.exit()
})

async function answer({ number, cypher, params, maxRows }: Asked): Promise<Told> {
  try {
    database ??= openDatabase(file, { readOnly: true })
    return { number, table: await database.read(cypher, params, { maxRows, timeoutMs: NO_LIMIT }) }
  } catch (error) {
    const { message } = error as Error
    return { number, error: { code: error instanceof StoreError ? error.code : 'database', message } }
  }
}
