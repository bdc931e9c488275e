import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { isDay } from '@mithaq/model/interval'
import type { TableFormat } from '../output/format-table.ts'

/** A calendar day that exists. */
export function day(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('Wanted: a day that exists, as YYYY-MM-DD.')
}

export function port(text: string): number {
  if (/^\d{1,5}$/u.test(text) && Number(text) < 65_536) return Number(text)
  throw new InvalidArgumentError('Wanted: a port from 0 to 65535; 0 takes any free one.')
}

export function positive(text: string): number {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text)
  throw new InvalidArgumentError('Wanted: a whole number above 0.')
}

/** A place in a text. */
export function offset(text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text)
  throw new InvalidArgumentError('Wanted: a whole number from 0, as records have it in start and end.')
}

/** The flags by which a command finds its store; see `readSettings`. */
export const withStoreOptions = (command: Command): Command =>
  command
    .option('--to <uri>', 'a Neo4j, e.g. neo4j://localhost:7687 (else NEO4J_URI, else the embedded store)')
    .option(
      '--user <name>',
      'user of the Neo4j (else NEO4J_USERNAME); the password comes from NEO4J_PASSWORD',
    )
    .option('--database <name>', 'database of the Neo4j (else NEO4J_DATABASE)')
    .addOption(new Option('--store <dir>', 'folder of the embedded store (else .mithaq)').conflicts('to'))

/** Formats of an answer that is a table. */
export const TABLE_FORMATS = ['table', 'json', 'csv'] as const satisfies TableFormat[]

/** `--format`, one of a few. */
export const formatOption = <F extends string>(formats: readonly [F, ...F[]]): Option =>
  new Option('--format <format>', 'how to print the answer').choices(formats).default(formats[0])

/** The paths a command reads: those given, or standard input where something is piped into it. */
export function pathsOrStdin(paths: readonly string[], command: Command): readonly string[] {
  if (paths.length > 0) return paths
  if (!process.stdin.isTTY) return ['-']
  return command.error('error: nothing to read: give files, folders, or - for standard input', {
    exitCode: 2,
  })
}
