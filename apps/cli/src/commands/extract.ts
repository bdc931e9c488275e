import type { Command } from 'commander'
import type { ExtractFlags } from '../actions/run-extract.ts'
import { examples, prose } from './help.ts'
import { withLlmOptions } from '../llm/llm-options.ts'
import { INPUT_HELP, withInputOptions } from './input-options.ts'
import { formatOption, pathsOrStdin } from './options.ts'

const FORMATS = ['jsonl', 'json', 'csv', 'table'] as const satisfies ExtractFlags['format'][]

export function registerExtract(program: Command): void {
  const command = program
    .command('extract')
    .summary('read Arabic articles and print what they commit to')
    .description(
      prose(`Read Arabic articles and print their graph, one JSON record a line.

${INPUT_HELP}

Records come out in the order they went in; one that cannot be read is reported with its place, left out, and
makes the exit code 1. Plain text comes back untouched in article.text, which all offsets refer to (UTF-16
units; a byte order mark at the start of a file is no part of its text); of pages and documents it is what was
read out of them, a paragraph a line.

With --llm a language model is asked about each article as well. It may only propose: what does not quote the
article word for word, or names nobody in it, is left out and counted; what the rules read stays. Its answers
are kept, so that the same run again gives the same bytes and costs nothing.`),
    )
    .argument('[paths...]', 'files, folders, or - for standard input')
    .option('--same-as <file>', 'lines that join or split entities; see lexicon/names/README.md')
    .option('--copies', 'tell in article.copyOf which report is an earlier one, carried again')
    .option('--watch', 'go on with what comes into the folders or changes there, until Ctrl-C')
    .addOption(formatOption(FORMATS))
    .addHelpText(
      'after',
      `
Formats:
  jsonl  one record a line
  json   a list of records
  csv    one commitment a row, for spreadsheets
  table  the commitments, for reading
${examples([
  ['The commitments of one article', 'mithaq extract article.txt --published 2024-09-27 --format table'],
  ['A filter in a pipe, one record in, one out', 'mithaq extract - < articles.jsonl > graphs.jsonl'],
  ['A whole folder into a spreadsheet', 'mithaq extract news/ --format csv > commitments.csv'],
  ['Asking a model at Ollama as well', 'mithaq extract news/ --llm qwen3:8b > graphs.jsonl'],
  ['Foreign JSON', 'mithaq extract dump.jsonl --map text=body,published=meta.date'],
])}`,
    )
  withLlmOptions(withInputOptions(command)).action(
    async (paths: string[], flags: ExtractFlags, command: Command) => {
      const { runExtract } = await import('../actions/run-extract.ts')
      await runExtract(pathsOrStdin(paths, command), flags)
    },
  )
}
