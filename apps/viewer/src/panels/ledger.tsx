import type { CommitmentView } from '@mithaq/model'
import { useEffect } from 'preact/hooks'
import { formatRange } from '../i18n/dates.ts'
import { actionIn, nameIn, termOf } from '../i18n/language.ts'
import type { LedgerGroup } from '../state/ledger.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { NameList } from './name-list.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'

/** The list of commitments: everything the canvas does for them, by keyboard. */
export function Ledger({ groups }: { groups: readonly LedgerGroup[] }) {
  const { m } = useLanguage()
  const open = useApp(({ view }) => view.commitment)
  const all = groups.flatMap(({ commitments }) => commitments)
  const entry = all.find(({ id }) => id === open) ?? all[0]
  const { list, row } = useArrowKeys(entry?.id)
  // A commitment may be opened by a link or in the canvas: its row comes into view.
  useEffect(() => {
    list.ref.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div class="ledger" {...list}>
      {groups.map(({ year, commitments }) => (
        <section key={year} aria-label={year ?? m.noDue}>
          <h3 class="ledger-year" aria-hidden="true">
            {year ?? m.noDue}
          </h3>
          <ol role="list">
            {commitments.map((commitment) => (
              <li key={commitment.id}>
                <LedgerRow commitment={commitment} open={commitment.id === open} row={row(commitment.id)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

interface RowProps {
  commitment: CommitmentView
  open: boolean
  row: ReturnType<ReturnType<typeof useArrowKeys>['row']>
}

function LedgerRow({ commitment, open, row }: RowProps) {
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
