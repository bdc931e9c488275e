import type { Command } from 'commander'
import type { ServeFlags } from '../actions/run-serve.ts'
import { examples, prose } from './help.ts'
import { port, withStoreOptions } from './options.ts'

export function registerServe(program: Command): void {
  const command = program
    .command('serve')
    .summary('open the graph in the browser')
    .description(
      prose(`Serve the viewer and the HTTP API over a graph, for this machine alone. Reads only. The address goes to
stdout; the API describes itself at /api/openapi.json, /healthz tells whether the store answers, /metrics is for
Prometheus. With MITHAQ_TOKEN, or MITHAQ_TOKEN_FILE, readers must know that token: people open /?token=… once.`),
    )
    .option('--port <port>', 'where to listen (default: 4848, or any when that is taken)', port)
    .option(
      '--host <address>',
      'listen there instead, and answer to that name: others may then read the graph',
    )
    .option('--answer-to <names...>', 'names that browsers reach it by, e.g. news.example or localhost:8080')
    .option('--log', 'tell each request on stderr, one JSON object a line')
    .option('--no-open', 'do not open a browser')
    .addHelpText(
      'after',
      examples([
        ['What is in .mithaq/', 'mithaq serve'],
        [
          'A Neo4j, at a port of your choice',
          'NEO4J_PASSWORD=… mithaq serve --to neo4j://localhost:7687 --port 8080',
        ],
      ]),
    )
  withStoreOptions(command).action(async (flags: ServeFlags) => {
    const { runServe } = await import('../actions/run-serve.ts')
    await runServe(flags)
  })
}
