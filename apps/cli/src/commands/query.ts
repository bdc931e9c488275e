import type { Command } from 'commander'
import type { QueryFlags } from '../actions/run-query.ts'
import { examples, prose } from './help.ts'
import { formatOption, positive, TABLE_FORMATS, withStoreOptions } from './options.ts'

export function registerQuery(program: Command): void {
  const command = program
    .command('query')
    .summary('ask the graph in Cypher, or by a named question')
    .description(
      prose(`Ask the graph a question: Cypher as it is, or @NAME for one of the named questions. Only reads.

A parameter's value is taken as JSON where it is JSON (10, true, "10"), else as the text it is; a named
question takes it by the kind of its own default.`),
    )
    .argument('[question]', 'Cypher, or @NAME; @ alone lists the named questions')
    .option(
      '--param <name=value>',
      'a parameter; may be given again',
      (pair, all: string[]) => [...all, pair],
      [],
    )
    .option('--list', 'list the named questions')
    .addOption(formatOption(TABLE_FORMATS))
    .option('--limit <rows>', 'most rows', positive, 1_000)
    .option('--timeout <seconds>', 'most time', positive, 60)
    .addHelpText(
      'after',
      examples([
        ['The named questions with their parameters', 'mithaq query @'],
        [
          'Who is bound most',
          "mithaq query 'MATCH (a:Actor)-[:COMMITS_TO]->(c) RETURN a.name, count(c) AS n ORDER BY n DESC'",
        ],
        ['A parameter', "mithaq query 'MATCH (a:Actor {name: $name}) RETURN a.id' --param name=العراق"],
      ]),
    )
  withStoreOptions(command).action(
    async (asked: string | undefined, flags: QueryFlags & { list?: true }, command: Command) => {
      const { listQuestions, runQuery } = await import('../actions/run-query.ts')
      if (flags.list || asked === '@') return listQuestions(flags)
      if (asked !== undefined) return runQuery(asked, flags)
      return command.error('error: no question: give Cypher, @NAME, or @ for a list', { exitCode: 2 })
    },
  )
}
