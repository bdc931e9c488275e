import { isoDate, valuesOf } from '@mithaq/model'
import type { CommitmentView, EnumValue } from '@mithaq/model'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { StoreFlags } from '../store/read-settings.ts'
import { examples } from './help.ts'
import { day, formatOption, withStoreOptions } from './options.ts'

const FORMATS = ['table', 'json', 'csv'] as const

interface Flags extends StoreFlags {
  asOf?: string
  actor?: string
  status?: EnumValue<'status'>
  dueBefore?: string
  format: (typeof FORMATS)[number]
}

export function registerCommitments(program: Command): void {
  const command = program
    .command('commitments')
    .summary('list who committed to what, by when, according to whom')
    .description('List the commitments in the graph with their status as of a day.')
    .option('--as-of <day>', 'the day on which the status holds (default: today)', day)
    .option('--actor <name>', 'of this actor: an id, or a name in Arabic or English')
    .addOption(new Option('--status <status>', 'in this status').choices(valuesOf('status')))
    .option('--due-before <day>', 'due before this day', day)
    .addOption(formatOption(FORMATS))
    .addHelpText(
      'after',
      examples([
        [
          'What fell due and was not met, seen from a day',
          'mithaq commitments --status overdue --as-of 2025-10-02',
        ],
        ['What Iraq is bound to do this year', 'mithaq commitments --actor العراق --due-before 2026-01-01'],
      ]),
    )
  withStoreOptions(command).action(async (flags: Flags) => {
    const [{ withStore }, { commitmentViews }, { write }, { note }] = await Promise.all([
      import('../store/with-store.ts'),
      import('@mithaq/loader'),
      import('../output/stdout.ts'),
      import('../output/note.ts'),
    ])
    const { asOf = today(), actor, status, dueBefore } = flags
    if (flags.asOf === undefined) note(`Status as of today, ${asOf}; --as-of takes another day.`)
    const views = await withStore(flags, 'read', (store) =>
      commitmentViews(store, { asOf, actor, status, dueBefore }),
    )
    await write(await format(views, flags.format))
    if (views.length === 0 && flags.format === 'table') note('No commitment like that.')
  })
}

async function format(views: readonly CommitmentView[], to: Flags['format']): Promise<string> {
  const { jsonList } = await import('../output/json.ts')
  if (to === 'json') return jsonList(views)
  const { csvForStdout, tableForStdout } = await import('../output/show-table.ts')
  const { fullCells, fullColumns, rowOfView, shortCells, shortColumns } = await import('../output/ledger.ts')
  const [columns, cells, print] =
    to === 'csv' ? [fullColumns, fullCells, csvForStdout] : [shortColumns, shortCells, tableForStdout]
  if (to === 'table' && views.length === 0) return ''
  return print(
    ['status', ...columns],
    views.map((view) => [view.status, ...cells(rowOfView(view))]),
  )
}

/** The one clock of the command line. */
function today(): string {
  const now = new Date()
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
