import { stringify } from 'csv-stringify/sync'

/**
 * Rows as RFC 4180 has them: CRLF, quotes doubled, UTF-8 without a mark. Text that a spreadsheet
 * would run as a formula gets an apostrophe before it (articles are not to be trusted); who needs it
 * to the letter takes JSON.
 */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : cell))),
    // The library quotes its own delimiter alone, not a lone line feed.
    {
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/u,
      escape_formulas: true,
      cast: { boolean: String },
    },
  )

export type Cell = string | number | boolean | null | undefined
