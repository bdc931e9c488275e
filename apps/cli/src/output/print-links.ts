import type { Link } from '@mithaq/model'
import { csvRows } from './csv.ts'
import { jsonLine } from './json.ts'
import { tableForStdout } from './show-table.ts'

export const LINK_FORMATS = ['jsonl', 'table', 'csv'] as const
export type LinkFormat = (typeof LINK_FORMATS)[number]

const COLUMNS = ['relation', 'reason', 'newer', 'older', 'rule', 'from', 'to', 'newerArticle', 'olderArticle']
/** What a terminal has room for. */
const SHORT = 4

/** Links as text, for programs, people or spreadsheets. */
export function formatLinks(links: readonly Link[], format: LinkFormat): string {
  if (format === 'jsonl') return links.map((link) => `${jsonLine(link)}\n`).join('')
  const rows = links.map(({ relation, reason, rule, from, to, evidence: [newer, older] }) => [
    relation,
    reason,
    newer.quote,
    older.quote,
    rule,
    from,
    to,
    newer.article,
    older.article,
  ])
  if (format === 'csv') return csvRows([COLUMNS, ...rows])
  return links.length === 0
    ? ''
    : tableForStdout(
        COLUMNS.slice(0, SHORT),
        rows.map((row) => row.slice(0, SHORT)),
      )
}
