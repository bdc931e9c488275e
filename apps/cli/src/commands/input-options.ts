import type { Command } from 'commander'
import { day } from './options.ts'

/** The flags by which a command reads articles; see `readSources`. */
export const withInputOptions = (command: Command): Command =>
  command
    .option('--published <day>', 'day of publication for articles that come without one', day)
    .option('--map <fields>', 'the fields of foreign JSON: text=body,published=meta.date; html=… for markup')
    .option('--encoding <name>', 'the encoding of text, where the guess is wrong, e.g. windows-1256')

/** What the commands that read articles say of their input. */
export const INPUT_HELP = `Read are plain text (.txt), pages saved from news sites (.html, .mhtml), feeds (RSS, Atom), PDF, Word (.docx)
and JSON, one article a line (.jsonl) or a list of them: { "text": …, "title"?, "published"?, "publisher"?,
"url"?, "id"? }, or other fields with --map. NAME.json beside a file may give its title, published, publisher
and url. A folder stands for all such files in it. "-", or nothing with something piped in, is standard input.
What a document is and in which encoding, its bytes tell.`
