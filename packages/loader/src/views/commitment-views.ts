import {
  compareText,
  type CommitmentView,
  type EnumValue,
  foldKey,
  type Later,
  isOwed,
  statusAfter,
} from '@mithaq/model'
import type { GraphStore } from '../store.ts'
import { ask, known } from './ask.ts'
import { readLater, readRoles, type Roles } from './read-roles.ts'
import { readSources, type Source } from './read-sources.ts'

export interface CommitmentFilter {
  /** The day on which the status holds. */
  asOf: string
  /** One that commits: its id, or any of its names in Arabic or English, however spelled. */
  actor?: string | undefined
  status?: EnumValue<'status'> | undefined
  /** Due on a day before this one. */
  dueBefore?: string | undefined
  article?: string | undefined
  /** These alone. */
  ids?: readonly string[] | undefined
}

type Properties = Pick<
  CommitmentView,
  'id' | 'kind' | 'polarity' | 'certainty' | 'action' | 'quote' | 'start' | 'end'
>

interface CommitmentAnswer extends Properties {
  eventClass: CommitmentView['eventClass'] | null
  actionEn: string | null
  origin: CommitmentView['origin'] | null
  condition: string | null
  quantity: number | null
  unit: string | null
  approximate: boolean | null
  article: string
  title: string | null
  publisher: string | null
  published: string | null
}

interface Around extends Roles {
  later: Later[]
}

/**
 * The ledger: commitments with their roles, dates and sources, the first due first and those without a date last.
 *
 * @example await commitmentViews(store, { asOf: '2025-10-02', actor: 'الولايات المتحدة', status: 'overdue' })
 */
export async function commitmentViews(
  store: GraphStore,
  filter: CommitmentFilter,
): Promise<CommitmentView[]> {
  const rows = await readCommitments(store, filter)
  const ids = rows.map(({ id }) => id)
  const roles = await readRoles(store, ids)
  const later = await readLater(store, ids)
  const sources = await readSources(store, ids)
  return rows
    .map((row) => {
      const around = { ...roles.get(row.id)!, later: later.get(row.id) ?? [] }
      return commitmentView(row, around, sources.get(row.id) ?? [], filter.asOf)
    })
    .filter(({ status }) => filter.status === undefined || status === filter.status)
    .sort((a, b) => compareText(dueKey(a), dueKey(b)) || compareText(a.id, b.id))
}

async function readCommitments(
  store: GraphStore,
  { actor, dueBefore, article, ids }: CommitmentFilter,
): Promise<CommitmentAnswer[]> {
  const cypher = [
    ...(ids === undefined ? [] : ['UNWIND $ids AS id MATCH (c:Commitment {id: id})']),
    `MATCH (c${ids === undefined ? ':Commitment' : ''})-[:IN]->(a:Article)`,
    ...(article === undefined ? [] : ['WHERE a.id = $article']),
    ...(actor === undefined
      ? []
      : ['MATCH (x:Actor)-[:COMMITS_TO]->(c) WHERE x.id = $actor OR $actorKey IN x._search']),
    ...(dueBefore === undefined ? [] : ['MATCH (c)-[:DUE]->(d:Date) WHERE d.end < date($dueBefore)']),
    `RETURN DISTINCT c.id AS id, c.kind AS kind, c.polarity AS polarity, c.certainty AS certainty,
       c.eventClass AS eventClass, c.action AS action, c.actionEn AS actionEn, c.origin AS origin,
       c.condition AS condition,
       c.quantity AS quantity, c.unit AS unit, c.approximate AS approximate,
       c.quote AS quote, c.start AS start, c.end AS end,
       a.id AS article, a.title AS title, a.publisher AS publisher, a.published AS published`,
  ].join('\n')
  const params = known({
    article,
    actor,
    dueBefore,
    ids,
    actorKey: actor === undefined ? undefined : foldKey(actor),
  })
  return ask<CommitmentAnswer>(store, cypher, params)
}

function commitmentView(
  row: CommitmentAnswer,
  roles: Around,
  statedBy: Source[],
  asOf: string,
): CommitmentView {
  const { article, title, publisher, published, quantity, unit, approximate, ...properties } = row
  const { committers, creditors, concerns, places, begins, due } = roles
  return {
    ...known(properties),
    status: statusAsOf(row, roles, asOf),
    ...(quantity !== null && {
      quantity: { value: quantity, unit: unit ?? '', approximate: approximate ?? false },
    }),
    committers,
    creditors,
    concerns,
    places,
    begins,
    due,
    statedBy,
    article: { ...known({ id: article, title, publisher }), published },
  }
}

/** What later articles say of it comes before what the calendar says. */
const statusAsOf = (
  row: Pick<CommitmentView, 'polarity' | 'kind'>,
  { begins, due, later }: Around,
  asOf: string,
): CommitmentView['status'] =>
  statusAfter(later, { begins: begins?.start ?? null, due, owed: isOwed(row) }, asOf)

const dueKey = ({ due }: CommitmentView): string => due?.end ?? due?.start ?? '9999-99-99'
