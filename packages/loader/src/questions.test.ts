import { readFileSync } from 'node:fs'
import { NODE_LABELS, NODES, RELATION_TYPES } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { loadQuestions, parseQuestion } from './questions.ts'
import { checkReadOnly } from './read-only.ts'

describe('a question', () => {
  it('is its header and its query', () => {
    expect(
      parseQuestion(
        'of',
        '// title: ما الذي\n// titleEn: What\n// param actor = العراق\n// param n = 3\n// param on = true\nMATCH (n)\n// why\nRETURN n\n',
      ),
    ).toEqual({
      name: 'of',
      title: 'ما الذي',
      titleEn: 'What',
      params: { actor: 'العراق', n: 3, on: true },
      cypher: 'MATCH (n)\n// why\nRETURN n',
    })
  })

  it.each([
    ['MATCH (n) RETURN n'],
    ['// title: ا\n// titleEn: a\n'],
    ['// title: ا\nMATCH (n) RETURN n'],
    [''],
  ])('without a header or a query is an error: %j', (source) => {
    expect(() => parseQuestion('x', source)).toThrow(/x\.cypher needs/u)
  })
})

describe('the questions of cypher/', () => {
  const questions = loadQuestions()

  it('are described in the README with their titles, below a drawing of every relation', () => {
    const readme = readFileSync(new URL('../../../cypher/README.md', import.meta.url), 'utf8')
    for (const { name, title, titleEn } of questions)
      expect(readme).toContain(`**\`@${name}\`** · ${title} · *${titleEn}* [Answer](answers/${name}.csv)`)
    for (const relation of RELATION_TYPES) expect(readme).toMatch(new RegExp(`[" ]${relation}[" ]`, 'u'))
  })

  it('are twenty at least', () => {
    expect(questions.length).toBeGreaterThanOrEqual(20)
  })

  it('are drawn in the Neo4j Browser by a style that captions every label with one of its properties', () => {
    const style = readFileSync(new URL('../../../cypher/style.grass', import.meta.url), 'utf8')
    for (const label of NODE_LABELS) {
      const [, property] =
        new RegExp(`node\\.${label} \\{[^}]*caption: "\\{(\\w+)\\}"`, 'u').exec(style) ?? []
      expect(Object.keys(NODES[label].properties)).toContain(property)
    }
  })

  it.each(questions.map(({ name, cypher, params }) => ({ name, cypher, params })))(
    '$name reads only, is in an order and names every parameter',
    ({ cypher, params }) => {
      expect(() => checkReadOnly(cypher)).not.toThrow()
      expect(cypher).toMatch(/\bORDER BY\b/u)
      const used = new Set([...cypher.matchAll(/\$(\w+)/gu)].map(([, name]) => name))
      expect(used).toEqual(new Set(Object.keys(params)))
    },
  )
})
