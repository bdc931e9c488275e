import type { CommitmentView } from '@mithaq/model'
import { useEffect } from 'preact/hooks'
import { formatDay, formatRange } from '../i18n/dates.ts'
import { actionIn, formatNumber, nameIn, termOf } from '../i18n/language.ts'
import { firstRows, sourceKind } from '@mithaq/views'
import type { LedgerGroup, Sorting } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { groupName } from './group-name.ts'
import { useGrowing } from './growing.ts'
import { Icon } from './icon.tsx'
import { NameList } from './name-list.tsx'
import { NothingMatches } from './nothing-matches.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'

const COLUMNS = ['actor', 'action', 'place', 'due', 'kind', 'status', 'source', 'published'] as const
type Column = (typeof COLUMNS)[number]

/** A browser lays out all rows of a table, seen or not. */
const ROWS_AT_A_TIME = 50

/** The ledger as a table: each head sorts, each row opens its commitment, groups are bodies of their own. */
export function LedgerTable() {
  const { lang, m } = useLanguage()
  const { counts, groups, grow, listed, names } = useLedger()
  const open = useApp(({ view }) => view.commitment)
  const grouping = useApp(({ view }) => view.grouping)
  const { count, end } = useGrowing(groups, listed.length, grow, ROWS_AT_A_TIME)
  const entry = groups.some(({ commitments }) => commitments.some(({ id }) => id === open))
    ? (open ?? undefined)
    : groups[0]?.commitments[0]?.id
  const { list, row } = useArrowKeys(entry)
  useEffect(() => {
    list.ref.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  if (listed.length === 0) return <NothingMatches />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div class="table-scroll" role="region" aria-label={m.ledgerLabel} tabIndex={0} {...list}>
      <table class="ledger-table">
        <caption class="visually-hidden">{`${m.ledgerLabel}. ${m.tableHint}`}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <ColumnHead key={column} column={column} />
            ))}
          </tr>
        </thead>
        {withRowIds(firstRows(groups, count)).map(({ key, rows }) => (
          <tbody key={key}>
            {grouping !== 'none' && (
              <tr class="table-group">
                <th colSpan={COLUMNS.length} scope="rowgroup">
                  <bdi>{groupName(grouping, key, { lang, m, names })}</bdi>
                  <span class="group-count">{formatNumber(lang, counts.group(key))}</span>
                </th>
              </tr>
            )}
            {rows.map(({ rowId, one }) => (
              <Row key={rowId} one={one} open={one.id === open} row={row(rowId)} />
            ))}
          </tbody>
        ))}
      </table>
      <div ref={end} />
    </div>
  )
}

/** A joint undertaking stands in several groups: its rows are told apart, the first by its plain id. */
export function withRowIds(groups: readonly LedgerGroup[]) {
  const seen = new Map<string, number>()
  return groups.map(({ key, commitments }) => ({
    key,
    rows: commitments.map((one) => {
      const times = seen.get(one.id) ?? 0
      seen.set(one.id, times + 1)
      return { rowId: times === 0 ? one.id : `${one.id} ${times}`, one }
    }),
  }))
}

function ColumnHead({ column }: { column: Column }) {
  const { m } = useLanguage()
  const sorting = useApp(({ view }) => view.sorting)
  const descending = useApp(({ view }) => view.descending)
  const { look } = useActions()
  if (column === 'source')
    return (
      <th scope="col" data-column={column}>
        {m.column[column]}
      </th>
    )
  const sorted = sorting === (column satisfies Sorting)
  return (
    <th
      scope="col"
      data-column={column}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="column-head"
        onClick={() => look({ sorting: column, descending: sorted && !descending })}
      >
        {m.column[column]}
        {sorted && <Icon name={descending ? 'down' : 'up'} />}
      </button>
    </th>
  )
}

function Row({
  one,
  open,
  row,
}: {
  one: CommitmentView
  open: boolean
  row: ReturnType<ReturnType<typeof useArrowKeys>['row']>
}) {
  const { lang, m } = useLanguage()
  const { choose, point } = useActions()
  const { id, committers, places, due, kind, status, article } = one
  return (
    <tr
      aria-current={open ? 'true' : undefined}
      onClick={() => choose(id)}
      onPointerEnter={() => point(id)}
      onPointerLeave={() => point(null)}
    >
      <td data-column="actor">
        {committers.length === 0 ? (
          <span class="muted">{m.unknownCommitter}</span>
        ) : (
          <NameList lang={lang} names={committers}>
            {(name) => nameIn(lang, name)}
          </NameList>
        )}
      </td>
      <th scope="row" data-column="action">
        <button
          type="button"
          class="row-open"
          {...row}
          dir="auto"
          onFocus={() => point(id)}
          onBlur={() => point(null)}
        >
          {actionIn(lang, one)}
        </button>
      </th>
      <td data-column="place">
        <NameList lang={lang} names={places}>
          {(name) => nameIn(lang, name)}
        </NameList>
      </td>
      <td data-column="due">{due !== null && formatRange(lang, due)}</td>
      <td data-column="kind">{termOf(lang, 'kind', kind)}</td>
      <td data-column="status">
        <span class="status" data-status={status}>
          {termOf(lang, 'status', status)}
        </span>
      </td>
      <td data-column="source">
        <SourceCell one={one} />
      </td>
      <td data-column="published">{article.published !== null && formatDay(lang, article.published)}</td>
    </tr>
  )
}

/** Who says it, innermost; the chain is in the reading pane. */
function SourceCell({ one }: { one: CommitmentView }) {
  const { lang, m } = useLanguage()
  const last = one.statedBy.at(-1)
  if (last === undefined) return <span class="muted">{m.articleItself}</span>
  return (
    <>
      <bdi>{nameIn(lang, last)}</bdi>
      {sourceKind(one) === 'unnamed' && <span class="cell-note">{m.unnamedSource}</span>}
    </>
  )
}
