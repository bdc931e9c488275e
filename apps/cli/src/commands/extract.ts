import type { Command } from 'commander'
import type { ExtractFlags } from '../actions/run-extract.ts'
import { examples, prose } from './help.ts'
import { day, formatOption, pathsOrStdin } from './options.ts'

const FORMATS = ['jsonl', 'json', 'csv', 'table'] as const satisfies ExtractFlags['format'][]

export function registerExtract(program: Command): void {
  program
    .command('extract')
    .summary('read Arabic articles and print what they commit to')
    .description(
      prose(`Read Arabic articles and print their graph, one JSON record a line.

A .txt file is one article; NAME.json beside NAME.txt may give its title, published, publisher and url.
A .jsonl file has one article a line: { "text": …, "title"?, "published"?, "publisher"?, "url"?, "id"? }.
A folder stands for all such files in it. "-", or nothing with something piped in, is standard input:
JSONL when it begins with {, else one article. Records come out in the order they went in; one that
cannot be read is reported with its line, left out, and makes the exit code 1.

Text is UTF-8 and comes back untouched in article.text, which all offsets refer to (UTF-16 units; a
byte order mark at the start of a file is no part of its text).`),
    )
    .argument('[paths...]', 'files, folders, or - for standard input')
    .option('--published <day>', 'day of publication for articles that come without one', day)
    .option('--same-as <file>', 'lines that join or split entities; see lexicon/names/README.md')
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
])}`,
    )
    .action(async (paths: string[], flags: ExtractFlags, command: Command) => {
      const { runExtract } = await import('../actions/run-extract.ts')
      await runExtract(pathsOrStdin(paths, command), flags)
    })
}
