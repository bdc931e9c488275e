import { commitmentViews } from '@mithaq/loader'
import { isoDate } from '@mithaq/model'
import type { CommitmentView, EnumValue } from '@mithaq/model'
import type { TableFormat } from '../output/format-table.ts'
import { jsonList } from '../output/json.ts'
import type { Cell } from '../output/csv.ts'
import { fullCells, fullColumns, rowOfView, shortTable } from '../output/ledger.ts'
import { note } from '../output/note.ts'
import { csvForStdout, tableForStdout } from '../output/show-table.ts'
import { write } from '../output/stdout.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

export interface CommitmentsFlags extends StoreFlags {
  asOf?: string
  actor?: string
  status?: EnumValue<'status'>
  dueBefore?: string
  format: TableFormat
}

/** Print the commitments in the store with their status as of a day. */
export async function runCommitments(flags: CommitmentsFlags): Promise<void> {
  const { asOf = today(), actor, status, dueBefore } = flags
  if (flags.asOf === undefined) note(`Status as of today, ${asOf}; --as-of takes another day.`)
  const views = await withStore(flags, 'read', (store) =>
    commitmentViews(store, { asOf, actor, status, dueBefore }),
  )
  await write(formats[flags.format](views))
  if (views.length === 0 && flags.format === 'table') note('No commitment like that.')
}

const formats: Record<TableFormat, (views: readonly CommitmentView[]) => string> = {
  json: jsonList,
  csv: (views) =>
    csvForStdout(
      ['status', ...fullColumns],
      views.map((view) => [view.status, ...fullCells(rowOfView(view))]),
    ),
  table: (views) => {
    const { columns, cells } = shortTable(views.map(rowOfView))
    return views.length === 0
      ? ''
      : tableForStdout(
          ['status', ...columns],
          cells.map((row, i) => [views[i]!.status as Cell].concat(row)),
        )
  },
}

/** The one clock of the command line. */
function today(): string {
  const now = new Date()
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
