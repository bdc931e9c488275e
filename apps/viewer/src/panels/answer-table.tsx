import type { Table } from '@mithaq/model'
import { cellText, nodesOf } from '../state/question.ts'
import { useActions, useLanguage } from '../state/use-app.ts'

/** Would break at its hyphens. */
const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** Rows drawn of a long answer. */
const MOST_ROWS = 300

/** The rows of an answer; whatever names a node leads to it. */
export function AnswerTable({ table }: { table: Table }) {
  const { m } = useLanguage()
  const { choose, look } = useActions()
  const follow = (id: string): void => {
    choose(id)
    if (!id.startsWith('commitment:')) look({ stage: 'graph' })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div class="table-scroll" role="region" aria-label={m.answer} tabIndex={0}>
      <table class="ledger-table answer-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                <bdi dir="ltr">{column}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, MOST_ROWS).map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>
                  <Cell cell={cell} follow={follow} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, follow }: { cell: unknown; follow: (id: string) => void }) {
  const text = cellText(cell)
  const [id] = Array.isArray(cell) ? [] : nodesOf({ columns: [''], rows: [[cell]], truncated: false })
  if (id === undefined) return <bdi class={DAY.test(text) ? 'day' : undefined}>{text}</bdi>
  return (
    <button type="button" class="name" onClick={() => follow(id)}>
      <bdi>{text}</bdi>
    </button>
  )
}
