import type { CommitmentView } from '@mithaq/model'
import { firstRows } from '@mithaq/views'
import { useEffect } from 'preact/hooks'
import { formatRange } from '../i18n/dates.ts'
import { actionIn, formatNumber, nameIn, termOf } from '../i18n/language.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { groupName } from './group-name.ts'
import { useGrowing } from './growing.ts'
import { withRowIds } from './ledger-table.tsx'
import { NameList } from './name-list.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'

/** The list of commitments: everything the canvas does for them, by keyboard. */
export function Ledger() {
  const { lang, m } = useLanguage()
  const { counts, groups, grow, listed, names } = useLedger()
  const open = useApp(({ view }) => view.commitment)
  const grouping = useApp(({ view }) => view.grouping)
  const { count, end } = useGrowing(groups, listed.length, grow)
  const entry = listed.find(({ id }) => id === open) ?? groups[0]?.commitments[0]
  const { list, row } = useArrowKeys(entry?.id)
  // A commitment may be opened by a link or in the canvas: its row comes into view.
  useEffect(() => {
    list.ref.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div class="ledger" {...list}>
      {withRowIds(firstRows(groups, count)).map(({ key, rows }) => {
        const name = groupName(grouping, key, { lang, m, names })
        return (
          <section key={key} aria-label={name || m.ledgerLabel}>
            {name !== '' && (
              <h3 class="ledger-year" aria-hidden="true">
                <bdi>{name}</bdi>
                {grouping !== 'year' && (
                  <span class="group-count">{formatNumber(lang, counts.group(key))}</span>
                )}
              </h3>
            )}
            <ol role="list">
              {rows.map(({ rowId, one }) => (
                <li key={rowId}>
                  <LedgerRow commitment={one} open={one.id === open} row={row(rowId)} />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
      <div ref={end} />
    </div>
  )
}

interface RowProps {
  commitment: CommitmentView
  open: boolean
  row: ReturnType<ReturnType<typeof useArrowKeys>['row']>
}

export function LedgerRow({ commitment, open, row }: RowProps) {
  const { lang, m } = useLanguage()
  const { choose, point } = useActions()
  const { id, committers, kind, status, due } = commitment
  return (
    <button
      type="button"
      class="row"
      aria-current={open ? 'true' : undefined}
      {...row}
      onClick={() => choose(id)}
      onPointerEnter={() => point(id)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(id)}
      onBlur={() => point(null)}
    >
      <span class="row-who">
        {committers.length === 0 ? (
          m.unknownCommitter
        ) : (
          <NameList lang={lang} names={committers}>
            {(name) => nameIn(lang, name)}
          </NameList>
        )}
      </span>
      <bdi class="row-what">{actionIn(lang, commitment)}</bdi>
      <span class="row-meta">
        <span>{termOf(lang, 'kind', kind)}</span>
        {due !== null && <span>{formatRange(lang, due)}</span>}
        <span class="status" data-status={status}>
          {termOf(lang, 'status', status)}
        </span>
      </span>
    </button>
  )
}
