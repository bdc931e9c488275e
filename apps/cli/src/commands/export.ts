import { Option } from 'commander'
import type { Command } from 'commander'
import type { ExportFlags } from '../actions/run-export.ts'
import { examples, prose } from './help.ts'
import { withStoreOptions } from './options.ts'

const FORMATS = [
  'ttl',
  'jsonld',
  'gexf',
  'graphml',
  'ftm',
  'csv',
  'neo4j-admin',
] as const satisfies ExportFlags['format'][]

/** One of the two is given. */
type Given = Omit<ExportFlags, 'format'> & { format?: ExportFlags['format']; html?: string }

export function registerExport(program: Command): void {
  const command = program
    .command('export')
    .summary('write the graph for other programs')
    .description(
      prose(`Write the whole graph for other programs: to standard output, or to the file or folder that --out names.
csv and neo4j-admin are one file for each kind of node and relation, and need a folder.`),
    )
    .addOption(new Option('--format <format>', 'for whom').choices(FORMATS))
    .option('--out <path>', 'a file; a folder for csv and neo4j-admin')
    .addOption(
      new Option('--html <dir>', 'the viewer and the graph as a site that needs no server').conflicts([
        'format',
        'out',
      ]),
    )
    .addHelpText(
      'after',
      `
Formats:
  ttl          RDF as Turtle: PROV-O, schema.org, OWL-Time, Web Annotation
  jsonld       the same as JSON-LD; needs memory for all of it
  gexf         for Gephi; needs memory for all of it
  graphml      for Cytoscape, networkx, igraph
  ftm          FollowTheMoney entities, a line each, for Aleph and OpenSanctions
  csv          for spreadsheets and data frames
  neo4j-admin  for neo4j-admin database import full; prints the command
${examples([
  ['As RDF', 'mithaq export --format ttl > graph.ttl'],
  ['A site for any file server', 'mithaq export --html site/'],
  ['Into an empty Neo4j at once', 'mithaq export --format neo4j-admin --out import/'],
])}`,
    )
  withStoreOptions(command).action(async (given: Given, command: Command) => {
    const { html, format, ...rest } = given
    if (html !== undefined) {
      const { exportHtml } = await import('../actions/export-html.ts')
      return exportHtml(html, rest)
    }
    if (format === undefined)
      return command.error('error: say --format, for whom; or --html, where a site goes', { exitCode: 2 })
    const flags = { ...rest, format }
    if (flags.out === undefined && (flags.format === 'csv' || flags.format === 'neo4j-admin'))
      command.error(`error: --format ${flags.format} writes several files: name a folder with --out`, {
        exitCode: 2,
      })
    const { runExport } = await import('../actions/run-export.ts')
    return runExport(flags)
  })
}
