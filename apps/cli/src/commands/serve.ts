import type { Command } from 'commander'
import type { ViewerFlags } from '../serve/run-viewer.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { examples, prose } from './help.ts'
import { port, withStoreOptions } from './options.ts'

export function registerServe(program: Command): void {
  const command = program
    .command('serve')
    .summary('open the graph in the browser')
    .description(
      prose(`Serve the viewer and the HTTP API over a graph, for this machine alone. Reads only. The address goes to
stdout; the API describes itself at /api/openapi.json.`),
    )
    .option('--port <port>', 'where to listen (default: 4848, or any when that is taken)', port)
    .option('--host <address>', 'listen there too, and answer to this name; it lets others read the graph')
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
  withStoreOptions(command).action(async (flags: ViewerFlags & StoreFlags) => {
    const [{ withStore }, { runViewer }] = await Promise.all([
      import('../store/with-store.ts'),
      import('../serve/run-viewer.ts'),
    ])
    await withStore(flags, 'read', (store) => runViewer(store, flags))
  })
}
