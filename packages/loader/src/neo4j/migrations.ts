/** What turns a graph of an older version into one of the next, by the version it starts from. */
import type { Session } from 'neo4j-driver'
import type { Deed } from '@mithaq/model'
import { actionKeys, linkKeys } from '../rows.ts'

/** Safe to run again after it was cut off. */
type Migration = (session: Session) => Promise<void>

export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  1: makeActionsSearchable,
  2: makeLinkable,
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

interface Unit {
  id: string
  action: string
  unit: string | null
}

/** 2 → 3: commitments and deeds carry what the linker finds them by, and all articles are to be linked. */
async function makeLinkable(session: Session): Promise<void> {
  for (;;) {
    const { records } = await session.run(
      `MATCH (c:Commitment) WHERE c._words IS NULL RETURN c.id AS id, c.action AS action, c.unit AS unit LIMIT ${ROWS}`,
    )
    if (records.length === 0) break
    const rows = records
      .map((record) => record.toObject() as unknown as Unit)
      .map(({ id, action, unit }) => ({
        id,
        keys: linkKeys([
          {
            action: { ar: action },
            places: [],
            ...(unit !== null && { quantity: { value: 0, unit, approximate: false } }),
          },
        ]),
      }))
    await session.executeWrite((tx) =>
      tx.run('UNWIND $rows AS row MATCH (c:Commitment {id: row.id}) SET c += row.keys', { rows }),
    )
  }
  for (;;) {
    const { records } = await session.run(
      `MATCH (a:Article) WHERE a._unlinked IS NULL RETURN a.id AS id, a._deeds AS deeds LIMIT ${ROWS}`,
    )
    if (records.length === 0) return
    const rows = records
      .map((record) => record.toObject() as unknown as { id: string; deeds: string | null })
      .map(({ id, deeds }) => ({
        id,
        keys: { ...(deeds !== null && linkKeys(JSON.parse(deeds) as Deed[])), _unlinked: true },
      }))
    await session.executeWrite((tx) =>
      tx.run('UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a += row.keys', { rows }),
    )
  }
}
