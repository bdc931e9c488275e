/** The nodes that articles share: put together from what each article says, and taken apart again. */
import { MOST_WHOLES, NODES } from '@mithaq/model'
import { MARK_UNLINKED } from './bookkeeping.ts'
import type { Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import {
  joinProfiles,
  packProfile,
  type Profile,
  profileProperties,
  searchKeys,
  type Tie,
  tieKey,
  unpackProfile,
} from './profile.ts'
import { deleteNodes } from './retract.ts'
import type { End, RelationRow } from './rows.ts'
import type { Encode } from './write-batch.ts'
import { mergeRelations, nodeProperties, patternOf, unwind } from './write-rows.ts'

interface Entity {
  id: string
  profile: Profile
}

/** Add what new articles say to what is there; entities that learn nothing are not written. */
export async function writeEntities(
  tx: Transaction,
  encode: Encode,
  said: readonly (readonly [id: string, profile: Profile])[],
): Promise<void> {
  const byId = groupBy(said, ([id]) => id)
  const stored = await storedProfiles(
    tx,
    [...byId].map(([id, [first]]) => ({ id, label: first![1].label })),
  )
  const entities = [...byId].map(([id, parts]): Entity => {
    const known = stored.get(id)
    const profiles = [...(known ? [known] : []), ...parts.map(([, profile]) => profile)]
    return { id, profile: joinProfiles(profiles as [Profile, ...Profile[]]) }
  })
  replaceEntities(tx, encode, entities, stored)
}

/**
 * After a retraction: entities that no article mentions any more go, the others keep what is still said of
 * them, and dates that nothing refers to go.
 */
export async function settleEntities(
  tx: Transaction,
  encode: Encode,
  touched: readonly End[],
): Promise<void> {
  const unique = [...new Map(touched.map((end) => [end.id, end])).values()]
  const [dates, entities] = [
    unique.filter(({ label }) => label === 'Date'),
    unique.filter(({ label }) => label !== 'Date'),
  ]
  unwind(
    tx,
    'MATCH (n:Date {id: row.id}) WHERE NOT (n)--() DELETE n',
    dates.map(({ id }) => ({ id })),
  )
  const supported = await supportedProfiles(tx, entities)
  deleteNodes(
    tx,
    entities.filter(({ id }) => !supported.has(id)),
  )
  const kept = [...supported].map(([id, profile]): Entity => ({ id, profile }))
  const stored = await storedProfiles(
    tx,
    entities.filter(({ id }) => supported.has(id)),
  )
  replaceEntities(tx, encode, kept, stored)
}

function replaceEntities(
  tx: Transaction,
  encode: Encode,
  entities: readonly Entity[],
  stored: ReadonlyMap<string, Profile>,
): void {
  const changed = entities.filter(
    ({ id, profile }) => JSON.stringify(profile) !== JSON.stringify(stored.get(id)),
  )
  const typeBefore = ({ id }: Entity): string | undefined => stored.get(id)?.type
  for (const group of groupBy(
    changed,
    (entity) => `${entity.profile.label} ${entity.profile.type} ${typeBefore(entity)}`,
  ).values())
    writeEntityNodes(tx, encode, group, typeBefore(group[0]!))
  replaceTies(tx, encode, changed, stored)
}

/** @param typeBefore that all of them have in the graph, undefined where they are new to it */
function writeEntityNodes(
  tx: Transaction,
  encode: Encode,
  entities: readonly Entity[],
  typeBefore: string | undefined,
): void {
  const { label, type } = entities[0]!.profile
  const subtypes: readonly string[] = NODES[label].subtypes
  // The schema has checked the types; this makes sure of them where they would become Cypher.
  const known = (subtype: string): string => subtypes[subtypes.indexOf(subtype)]!
  const old = typeBefore !== undefined && typeBefore !== type ? ` REMOVE n:${known(typeBefore)}` : ''
  unwind(
    tx,
    `MERGE (n:${label} {id: row.id}) SET n = row.properties${old} SET n:${known(type)}`,
    entities.map(({ id, profile }) => ({
      id,
      properties: {
        ...nodeProperties(encode, label, profileProperties(id, profile)),
        _profile: packProfile(profile),
        _search: searchKeys(profile),
      },
    })),
  )
}

function replaceTies(
  tx: Transaction,
  encode: Encode,
  entities: readonly Entity[],
  stored: ReadonlyMap<string, Profile>,
): void {
  const gone: RelationRow[] = []
  const here: RelationRow[] = []
  for (const { id, profile } of entities) {
    const before = stored.get(id)?.ties ?? []
    const known = new Set(profile.ties.map(tieKey))
    gone.push(...before.filter((tie) => !known.has(tieKey(tie))).map((tie) => tieRow(id, profile, tie)))
    const same = new Set(before.map((tie) => JSON.stringify(tie)))
    here.push(
      ...profile.ties.filter((tie) => !same.has(JSON.stringify(tie))).map((tie) => tieRow(id, profile, tie)),
    )
  }
  for (const group of groupBy(gone, patternOf).values()) {
    const { type, from, to } = group[0]!
    unwind(
      tx,
      `MATCH (:${from.label} {id: row.from})-[r:\`${type}\`]->(:${to.label} {id: row.to}) DELETE r`,
      group.map(({ from, to }) => ({ from: from.id, to: to.id })),
    )
  }
  mergeRelations(tx, encode, here)
  const added = entities.flatMap(({ id, profile }) => {
    const before = new Set((stored.get(id)?.ties ?? []).map(tieKey))
    return profile.ties.filter((tie) => !before.has(tieKey(tie))).map((tie) => tieRow(id, profile, tie))
  })
  markBeneath(tx, [...added, ...gone])
}

/** Who belongs to whom bears on the links of all that speak of the part, or of a part of it. */
function markBeneath(tx: Transaction, ties: readonly RelationRow[]): void {
  for (const group of groupBy(ties, ({ type }) => type).values()) {
    const { type, from } = group[0]!
    if (type !== 'PART_OF' && type !== 'WITHIN') continue
    unwind(
      tx,
      `MATCH (:${from.label} {id: row.id})<-[:${type}*0..${MOST_WHOLES}]-(:${from.label})<-[:MENTIONS]-(article:Article)
       ${MARK_UNLINKED}`,
      [...new Set(group.map(({ from }) => from.id))].map((id) => ({ id })),
    )
  }
}

function tieRow(
  id: string,
  { label }: Profile,
  { predicate, object, evidence, rule, basis }: Tie,
): RelationRow {
  return {
    type: predicate,
    from: { id, label },
    to: { id: object, label: object.startsWith('place:') ? 'Place' : 'Actor' },
    properties: { evidence, rule, basis },
  }
}

/** The profiles that the nodes were last written from. */
async function storedProfiles(tx: Transaction, ends: readonly End[]): Promise<Map<string, Profile>> {
  const profiles = new Map<string, Profile>()
  for (const [label, group] of groupBy(ends, ({ label }) => label)) {
    const { rows } = await tx.run(
      `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id, n._profile AS profile`,
      { ids: group.map(({ id }) => id) },
    )
    for (const { id, profile } of rows as { id: string; profile: string }[])
      profiles.set(id, unpackProfile(label as Profile['label'], profile))
  }
  return profiles
}

/** What the articles that mention them say now. */
async function supportedProfiles(tx: Transaction, ends: readonly End[]): Promise<Map<string, Profile>> {
  const profiles = new Map<string, Profile>()
  for (const [label, group] of groupBy(ends, ({ label }) => label)) {
    const { rows } = await tx.run(
      `UNWIND $ids AS id MATCH (n:${label} {id: id})<-[m:MENTIONS]-(:Article)
       RETURN id, collect(DISTINCT m._profile) AS said`,
      { ids: group.map(({ id }) => id) },
    )
    for (const { id, said } of rows as { id: string; said: [string, ...string[]] }[])
      profiles.set(
        id,
        joinProfiles(
          said.map((part) => unpackProfile(label as Profile['label'], part)) as [Profile, ...Profile[]],
        ),
      )
  }
  return profiles
}
