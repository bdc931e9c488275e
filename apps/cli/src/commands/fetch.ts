import type { Command } from 'commander'
import type { FetchFlags } from '../actions/run-fetch.ts'
import { examples, prose } from './help.ts'
import { pathsOrStdin, positive } from './options.ts'

export function registerFetch(program: Command): void {
  program
    .command('fetch')
    .summary('fetch articles from the web, for extract or load')
    .description(
      prose(`Fetch pages, feeds (RSS, Atom), PDF and Word documents and print the articles in them as JSONL, which
\`mithaq extract\` and \`mithaq load\` read. This is the only command that goes to the web, but for \`extract --llm\`, which asks the model that you name.

It asks each site's robots.txt first and keeps to it, asks a site for one thing at a time with a pause in
between, and gives up after a time, a size or five redirects. Addresses of this machine and this network are
refused. With --state it remembers between runs what it had: unchanged pages and feeds cost a word with the
server, and of a feed only new items come out.`),
    )
    .argument('[urls...]', 'addresses, or - for a list of them on standard input, one a line')
    .option('--follow', "fetch the page behind each of a feed's items, which has more than the feed")
    .option('--state <file>', 'where to remember what was fetched')
    .option('--allow-private', 'also addresses of this machine and this network')
    .option('--timeout <seconds>', 'for one answer', positive, 30)
    .option('--max-size <MiB>', 'of one answer', positive, 16)
    .option(
      '--delay <seconds>',
      'between two requests to one site; its robots.txt may ask for more',
      positive,
      1,
    )
    .addHelpText(
      'after',
      examples([
        ['One page into a table', 'mithaq fetch https://news.example/a | mithaq extract - --format table'],
        [
          'What is new, as often as you like',
          'mithaq fetch https://news.example/rss --follow --state news.json | mithaq load -',
        ],
      ]),
    )
    .action(async (urls: string[], flags: FetchFlags, command: Command) => {
      const { runFetch } = await import('../actions/run-fetch.ts')
      await runFetch(pathsOrStdin(urls, command), flags)
    })
}
