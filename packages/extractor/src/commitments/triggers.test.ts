import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'
import { triggerRows } from './triggers.ts'

const rows = triggerRows()

describe('every pattern yields what its line says', () => {
  it.each(rows.map((row) => [row.example, row.yields, row] as const))('%s', (example, yields, row) => {
    const { commitments, entities } = extract({ text: `${example}.`, published: '2025-03-10' })
    const nameOf = new Map(entities.map(({ id, name }) => [id, name.ar]))
    const read = commitments.map(
      ({ committers, action }) => `${committers.map((id) => nameOf.get(id)).join(' + ')} → ${action.ar}`,
    )
    expect(read).toEqual([yields])
    expect(commitments[0]).toMatchObject({
      kind: row.kind,
      polarity: row.polarity,
      certainty: row.certainty,
    })
  })

  it('is at least seven hundred words and phrases, each with its example', () => {
    expect(rows.length).toBeGreaterThanOrEqual(700)
    expect(rows.filter(({ example, yields }) => example === '' || yields === '')).toEqual([])
  })

  it('has examples for each kind', () => {
    expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
  })
})
