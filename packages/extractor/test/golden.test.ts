/**
 * Whole articles, held to what came out of them before: `examples/records/` in full, and the seed, whose
 * text is not the project's to ship, by offsets and names. After a change that is meant, run
 * `pnpm test:unit -u` and read the difference as an Arabic reader would.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ArticleGraph, ArticleInput } from '@mithaq/model'
import { expect, it } from 'vitest'
import { extract } from '../src/index.ts'

const EXAMPLES = new URL('../../../examples/', import.meta.url)
const SEED = new URL('../../../../shared/seed/article.txt', import.meta.url)

const names = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length))

function readExample(name: string): ArticleInput {
  const facts = JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8')) as Omit<
    ArticleInput,
    'text'
  >
  return { ...facts, text: readFileSync(new URL(`${name}.txt`, EXAMPLES), 'utf8') }
}

it.each(names)('%s', async (name) => {
  const graph = extract(readExample(name))
  await expect(`${JSON.stringify(graph, null, 1)}\n`).toMatchFileSnapshot(
    new URL(`records/${name}.json`, EXAMPLES).pathname,
  )
})

it('gives the same bytes in any order', () => {
  const some = names.filter((_, i) => i % 3 === 0)
  const forward = some.map((name) => JSON.stringify(extract(readExample(name))))
  const backward = [...some].reverse().map((name) => JSON.stringify(extract(readExample(name))))
  expect(backward.reverse()).toEqual(forward)
})

const seedIsHere = existsSync(SEED)
if (!seedIsHere && process.env['MITHAQ_REQUIRE_ALL'])
  throw new Error(`the seed article is not at ${SEED.pathname}`)

it('the seed article', async ({ skip }) => {
  skip(!seedIsHere, 'the seed article is not beside this checkout')
  const text = readFileSync(SEED, 'utf8')
  const graph = extract({ text, published: '2024-09-27' })
  await expect(outline(graph)).toMatchFileSnapshot('./golden/seed.txt')
  // Without a date the article itself tells it.
  expect(extract({ text }).article.published).toEqual({ date: '2024-09-27', basis: 'inferred' })
})

/** A record in lines, by offsets and names, without its sentences. */
function outline({ article, entities, dates, statements, commitments }: ArticleGraph): string {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name.ar]))
  const who = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id)).join(' + ')
  return [
    `published ${article.published?.date} ${article.published?.basis}`,
    ...article.sections.map(({ kind, start, end }) => `section ${start}-${end} ${kind}`),
    ...entities.map(
      ({ id, type, named, name, mentions }) =>
        `entity ${id.startsWith('actor') ? 'actor' : 'place'} ${type}${named ? '' : ' unnamed'} «${name.ar}» ${mentions.map(({ start, end, basis }) => `${start}-${end} ${basis}`).join(', ')}`,
    ),
    ...dates.map(({ start, end, edtf, type, bound }) => `date ${start}-${end} ${edtf} ${type} ${bound}`),
    ...statements.map(
      ({ cue, content, mode, sources }) =>
        `statement ${cue.start}-${cue.end} ${content.start}-${content.end} ${mode} by ${who(sources)}`,
    ),
    ...commitments.map((c) =>
      [
        `commitment ${c.evidence.start}-${c.evidence.end} ${c.kind} ${c.polarity} ${c.certainty} ${c.eventClass ?? '-'}`,
        `who ${who(c.committers)}`,
        `to ${who(c.creditors) || '-'}`,
        `begins ${days(c.begins)}`,
        `due ${days(c.due)}`,
        `where ${c.places.map(({ id, role }) => `${role} ${nameOf.get(id)}`).join(', ') || '-'}`,
        `if ${c.condition ? `${c.condition.start}-${c.condition.end}` : '-'}`,
        `said by ${who(c.statedBy) || '-'}`,
      ].join(' | '),
    ),
    '',
  ].join('\n')
}

const days = (interval: { from: string | null; until: string | null } | null): string =>
  interval ? `[${interval.from ?? '..'}, ${interval.until ?? '..'})` : '-'
