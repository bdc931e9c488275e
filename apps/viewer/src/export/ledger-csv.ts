/** The ledger as a spreadsheet: one commitment a row, in the reader's language. */
import type { CommitmentView } from '@mithaq/model'
import { actionIn, listFormat, nameIn, termOf } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ar.ts'
import type { Language } from '../state/view-state.ts'

/** Days stay ISO, so that a spreadsheet sorts them; the byte order mark makes Excel read UTF-8. */
export function ledgerCsv(commitments: readonly CommitmentView[], lang: Language, m: Messages): string {
  const names = (all: readonly { name: string; nameEn?: string | undefined }[]): string =>
    listFormat(lang).format(all.map((one) => nameIn(lang, one)))
  const columns: [head: string, cell: (one: CommitmentView) => string][] = [
    [m.column.actor, ({ committers }) => names(committers)],
    [m.column.action, (one) => actionIn(lang, one)],
    [m.role.creditors, ({ creditors }) => names(creditors)],
    [m.column.place, ({ places }) => names(places)],
    [`${m.column.due} ${m.dueFrom}`, ({ due }) => due?.start ?? ''],
    [`${m.column.due} ${m.dueUntil}`, ({ due }) => due?.end ?? ''],
    [m.role.condition, ({ condition }) => condition ?? ''],
    [m.column.kind, ({ kind }) => termOf(lang, 'kind', kind)],
    [m.role.certainty, ({ certainty }) => termOf(lang, 'certainty', certainty)],
    [m.role.polarity, ({ polarity }) => termOf(lang, 'polarity', polarity)],
    [m.column.status, ({ status }) => termOf(lang, 'status', status)],
    [
      m.column.source,
      ({ statedBy }) => statedBy.map((one) => nameIn(lang, one)).join(lang === 'ar' ? ' ← ' : ' → '),
    ],
    [m.facet.article, ({ article }) => article.title ?? ''],
    [m.column.published, ({ article }) => article.published ?? ''],
    [m.evidence, ({ quote }) => quote],
    ['id', ({ id }) => id],
  ]
  const lines = [
    columns.map(([head]) => csvCell(head)),
    ...commitments.map((one) => columns.map(([, cell]) => csvCell(cell(one)))),
  ]
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would take for a formula is kept as text by a tab in front. */
function csvCell(text: string): string {
  const safe = /^[=+\-@]/u.test(text) ? `\t${text}` : text
  return /[",\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
