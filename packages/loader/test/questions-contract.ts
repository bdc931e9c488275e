/**
 * What the questions of `cypher/` must answer on every store: for their own parameters and the articles of these
 * tests, exactly what `cypher/answers/` shows. `vitest -u` writes the answers anew.
 */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type GraphStore, loadQuestions } from '../src/index.ts'

const ANSWERS = fileURLToPath(new URL('../../../cypher/answers/', import.meta.url))

/** @param filled a store with all of the articles and `followUp` */
export function describeQuestions(filled: () => Promise<GraphStore>): void {
  describe('the questions of cypher/', () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await filled()
    })

    it.each(loadQuestions().map(({ name, cypher, params }) => ({ name, cypher, params })))(
      '@$name has its answer',
      async ({ name, cypher, params }) => {
        const { columns, rows } = await store.query(cypher, params)
        expect(rows).not.toEqual([])
        const lines = [columns, ...rows].map((row) => row.map(cell).join(','))
        await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${ANSWERS}${name}.csv`)
      },
    )
  })
}

function cell(value: unknown): string {
  const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
