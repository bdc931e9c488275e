import { Option } from 'commander'
import type { Command } from 'commander'
import type { ExplainFlags } from '../actions/run-explain.ts'
import { examples, prose } from './help.ts'
import { withInputOptions } from './input-options.ts'
import { formatOption, offset, positive } from './options.ts'

const FORMATS = ['text', 'json'] as const satisfies ExplainFlags['format'][]

export function registerExplain(program: Command): void {
  const command = program
    .command('explain')
    .summary('tell how a sentence becomes triples, step by step')
    .description(
      prose(`Tell how the sentence at an offset of an article becomes triples, step by step: its words and what they may be,
the dates and names in it and how each was resolved, who says it, which words undertake, by which rule and which
line of the lexicon, who is bound and why, and each role with its words. Words that undertake and came to
nothing are told too, with the reason.

Offsets are those of the records that \`mithaq extract\` prints: UTF-16 units of article.text. Without --at the
article's sentences are listed, each with the offset at which it begins.`),
    )
    .argument('<file>', 'an article, in any form that `mithaq extract` reads; - for standard input')
    .option('--at <offset>', 'an offset within the sentence', offset)
    .addOption(
      new Option('--article <number>', 'which article of a file that holds several').argParser(positive),
    )
    .addOption(formatOption(FORMATS))
    .addHelpText(
      'after',
      examples([
        ['The sentences of an article', 'mithaq explain article.txt'],
        ['One of them', 'mithaq explain article.txt --at 412 --published 2024-09-27'],
        ['For a program', 'mithaq explain article.txt --at 412 --format json'],
      ]),
    )
  withInputOptions(command).action(async (file: string, flags: ExplainFlags) => {
    const { runExplain } = await import('../actions/run-explain.ts')
    await runExplain(file, flags)
  })
}
