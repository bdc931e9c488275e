/**
 * The other side: what one would write by hand for these articles alone. The same graph as readers of ours see it,
 * without the loader's bookkeeping, checks or memory of who said what; the rows are ready, with nodes apart from
 * relations and each group by its kind, before the clock starts.
 */
import neo4j from 'neo4j-driver'
import { isInternal } from '../../packages/loader/src/bookkeeping.ts'
import { groupBy } from '../../packages/loader/src/group-by.ts'
import { encode } from '../../packages/loader/src/neo4j/values.ts'
import {
  joinProfiles,
  type Profile,
  profileProperties,
  searchKeys,
} from '../../packages/loader/src/profile.ts'
import { type Properties, type RelationRow, rowsOf } from '../../packages/loader/src/rows.ts'
import { nodeProperties, patternOf, relationProperties } from '../../packages/loader/src/write-rows.ts'
import { address, records, timed } from './measure.ts'

const ROWS = 1_000

interface Statement {
  cypher: string
  rows: object[]
}

/** Of the loader's own properties only those that the full-text search is over. */
const shown = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !isInternal(name) || name === '_search'))

async function statements(): Promise<Statement[]> {
  const nodes = new Map<string, { labels: string; row: object }>()
  const profiles = new Map<string, Profile>()
  const relations = new Map<string, RelationRow>()
  for await (const record of records()) {
    const rows = rowsOf(record, '')
    for (const { id, label, properties } of [...rows.owned, ...rows.dates])
      nodes.set(id, {
        labels: label,
        row: { id, properties: nodeProperties(encode, label, shown(properties)) },
      })
    for (const [id, profile] of rows.profiles) {
      const known = profiles.get(id)
      profiles.set(id, known ? joinProfiles([known, profile]) : profile)
    }
    for (const row of rows.relations) relations.set(`${row.from.id} ${row.type} ${row.to.id}`, row)
  }
  for (const [id, profile] of profiles) {
    const { label, type } = profile
    const properties = {
      ...nodeProperties(encode, label, profileProperties(id, profile)),
      _search: searchKeys(profile),
    }
    nodes.set(id, { labels: `${label}:${type}`, row: { id, properties } })
  }
  return [
    ...[...groupBy(nodes.values(), ({ labels }) => labels)].map(([labels, group]) => ({
      cypher: `MERGE (n:${labels.split(':')[0]} {id: row.id}) SET n = row.properties, n:${labels}`,
      rows: group.map(({ row }) => row),
    })),
    ...[...groupBy(relations.values(), patternOf).values()].map((group) => {
      const { type, from, to } = group[0]!
      return {
        cypher: `MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to})
                 CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
        rows: group.map((row) => ({
          from: row.from.id,
          to: row.to.id,
          properties: relationProperties(encode, type, shown(row.properties)),
        })),
      }
    }),
  ]
}

const all = await statements()
const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password))
await timed('hand-written UNWIND', async () => {
  const session = driver.session()
  for (const { cypher, rows } of all)
    for (let from = 0; from < rows.length; from += ROWS) {
      const part = rows.slice(from, from + ROWS)
      await session.executeWrite((tx) => tx.run(`UNWIND $rows AS row ${cypher}`, { rows: part }))
    }
  await session.close()
})
await driver.close()
process.disconnect()
