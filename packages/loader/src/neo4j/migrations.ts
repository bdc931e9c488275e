/** What turns a graph of an older version into one of the next, by the version it starts from. */
import type { Session } from 'neo4j-driver'
import { MARK_UNLINKED } from '../bookkeeping.ts'
import { actionKeys } from '../rows.ts'

/** Safe to run again after it was cut off. */
type Migration = (session: Session) => Promise<void>

export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  1: makeActionsSearchable,
  2: markAll,
  3: markAll,
}

const ROWS = 1_000

interface Action {
  id: string
  action: string
  actionEn: string | null
}

/** 1 → 2: commitments carry the folds of their actions, for the full-text index. */
async function makeActionsSearchable(session: Session): Promise<void> {
  for (;;) {
    const { records } = await session.run(
      `MATCH (c:Commitment) WHERE c._search IS NULL
       RETURN c.id AS id, c.action AS action, c.actionEn AS actionEn LIMIT ${ROWS}`,
    )
    if (records.length === 0) return
    const rows = records
      .map((record) => record.toObject() as unknown as Action)
      .map(({ id, action, actionEn }) => ({ id, search: actionKeys(action, actionEn) }))
    await session.executeWrite((tx) =>
      tx.run('UNWIND $rows AS row MATCH (c:Commitment {id: row.id}) SET c._search = row.search', { rows }),
    )
  }
}

/**
 * To 4: all articles are to be linked, which gives them and their commitments what the linker finds them by; what it
 * found them by before goes.
 */
async function markAll(session: Session): Promise<void> {
  for (const [found, change] of [
    ['(article:Article) WHERE NOT coalesce(article._unlinked, true) IS :: STRING', MARK_UNLINKED],
    ['(n:Article|Commitment) WHERE n._words IS NOT NULL', 'REMOVE n._topic, n._words'],
  ])
    await session.run(`MATCH ${found} CALL (*) { ${change} } IN TRANSACTIONS OF ${ROWS} ROWS`)
}
