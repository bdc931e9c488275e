import type { CommitmentView, TieView } from '@mithaq/model'
import { formatDay, formatRange } from '../i18n/dates.ts'
import { actionIn, formatNumber, listFormat, nameIn, termOf } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ar.ts'
import { valueOf } from '../state/app-state.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import type { Language } from '../state/view-state.ts'

/** What this commitment does to others and they to it, side by side with what differs. */
export function Ties({ commitment }: { commitment: CommitmentView }) {
  const { m } = useLanguage()
  const { all } = useLedger()
  const ties = useApp((state) => valueOf(state.ties)) ?? []
  const found = ties.flatMap((tie) => {
    const other = all.find(({ id }) => id === otherOf(tie, commitment.id))
    return other === undefined ? [] : [{ tie, other }]
  })
  if (found.length === 0) return null
  return (
    <section class="ties" aria-label={m.tiesLabel}>
      {found.map(({ tie, other }) => (
        <Comparison key={`${tie.from} ${tie.relation} ${tie.to}`} one={commitment} other={other} tie={tie} />
      ))}
    </section>
  )
}

const otherOf = ({ from, to }: TieView, id: string): string | null =>
  from === id ? to : to === id ? from : null

function Comparison({ one, other, tie }: { one: CommitmentView; other: CommitmentView; tie: TieView }) {
  const { lang, m } = useLanguage()
  const { choose } = useActions()
  const rows = comparedFields(one, other, lang, m)
  return (
    <table class="comparison" data-relation={tie.relation}>
      <caption>{m.tie[tie.relation][tie.from === one.id ? 'to' : 'from']}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{m.thisOne}</th>
          <th scope="col">
            <button type="button" class="name" onClick={() => choose(other.id)}>
              {m.otherOne}
            </button>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, mine, theirs }) => (
          <tr key={label} data-differs={mine !== theirs}>
            <th scope="row">
              {label}
              {mine !== theirs && <span class="visually-hidden">{` (${m.differs})`}</span>}
            </th>
            <td dir="auto">{mine}</td>
            <td dir="auto">{theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The facts that either of them has, each in words, so that what reads alike is alike. */
function comparedFields(one: CommitmentView, other: CommitmentView, lang: Language, m: Messages) {
  const join = (names: readonly { name: string; nameEn?: string | undefined }[]): string =>
    listFormat(lang).format(names.map((name) => nameIn(lang, name)).sort())
  const fields: [label: string, of: (each: CommitmentView) => string][] = [
    [m.column.action, (each) => actionIn(lang, each)],
    [m.role.committers, (each) => join(each.committers)],
    [m.role.creditors, (each) => join(each.creditors)],
    [m.column.place, (each) => join(each.places)],
    [m.role.begins, ({ begins }) => (begins === null ? '' : formatRange(lang, begins))],
    [m.role.due, ({ due }) => (due === null ? '' : formatRange(lang, due))],
    [m.role.condition, ({ condition }) => condition ?? ''],
    [
      m.role.quantity,
      ({ quantity }) =>
        quantity === undefined ? '' : `${formatNumber(lang, quantity.value)} ${quantity.unit}`,
    ],
    [m.column.kind, ({ kind }) => termOf(lang, 'kind', kind)],
    [m.role.certainty, ({ certainty }) => termOf(lang, 'certainty', certainty)],
    [m.role.polarity, ({ polarity }) => termOf(lang, 'polarity', polarity)],
    [
      m.column.published,
      ({ article }) => (article.published === null ? '' : formatDay(lang, article.published)),
    ],
  ]
  return fields
    .map(([label, of]) => ({ label, mine: of(one), theirs: of(other) }))
    .filter(({ mine, theirs }) => mine !== '' || theirs !== '')
}
