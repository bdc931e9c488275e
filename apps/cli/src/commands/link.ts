import type { Command } from 'commander'
import type { LinkFlags } from '../actions/run-link.ts'
import { LINK_FORMATS } from '../output/print-links.ts'
import { examples, prose } from './help.ts'
import { withInputOptions } from './input-options.ts'
import { formatOption, pathsOrStdin } from './options.ts'

export function registerLink(program: Command): void {
  const command = program
    .command('link')
    .summary('find what restates, amends, contradicts or fulfils what')
    .description(
      prose(`Find links between the commitments of different articles, or of different sources of one article: RESTATES,
AMENDS (another date, place or number), CONTRADICTS (the opposite, or sources that differ) and FULFILS (reported as
done), each with the words of both sides and the reason, the newer first.

Takes the records that \`mithaq extract\` prints, and articles themselves, which are extracted on the way. The
order of the articles does not matter. \`mithaq load\` draws the same links in the graph.`),
    )
    .argument('[paths...]', 'files, folders, or - for standard input')
    .addOption(formatOption(LINK_FORMATS))
    .addHelpText(
      'after',
      examples([
        ['What became of what was promised', 'mithaq link news/ --format table'],
        ['From records', 'mithaq extract - < articles.jsonl | mithaq link - > links.jsonl'],
      ]),
    )
  withInputOptions(command).action(async (paths: string[], flags: LinkFlags, command: Command) => {
    const { runLink } = await import('../actions/run-link.ts')
    await runLink(pathsOrStdin(paths, command), flags)
  })
}
