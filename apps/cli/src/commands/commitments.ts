import { valuesOf } from '@mithaq/model/vocabulary'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { CommitmentsFlags } from '../actions/run-commitments.ts'
import { examples } from './help.ts'
import { day, formatOption, TABLE_FORMATS, withStoreOptions } from './options.ts'

export function registerCommitments(program: Command): void {
  const command = program
    .command('commitments')
    .summary('list who committed to what, by when, according to whom')
    .description('List the commitments in the graph with their status as of a day.')
    .option('--as-of <day>', 'the day on which the status holds (default: today)', day)
    .option('--actor <name>', 'of this actor: an id, or a name in Arabic or English')
    .addOption(new Option('--status <status>', 'in this status').choices(valuesOf('status')))
    .option('--due-before <day>', 'due before this day', day)
    .addOption(formatOption(TABLE_FORMATS))
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
  withStoreOptions(command).action(async (flags: CommitmentsFlags) => {
    const { runCommitments } = await import('../actions/run-commitments.ts')
    await runCommitments(flags)
  })
}
