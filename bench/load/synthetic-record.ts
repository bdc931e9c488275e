/** Articles shaped like those of the extractor: five commitments, three statements, seven names that many share. */
import {
  type ArticleGraph,
  articleId,
  commitmentId,
  dateId,
  entityId,
  SCHEMA_VERSION,
  sha256Hex,
  type Span,
  statementId,
  type Triple,
} from '../../packages/model/src/index.ts'

const COMMITMENTS = 5
const STATEMENTS = 3
const ACTORS = 5
const PLACES = 2

const typeOf = (kind: 'actor' | 'place') =>
  kind === 'actor' ? { kind, type: 'Organization' as const } : { kind, type: 'City' as const }

export function syntheticRecord(i: number): ArticleGraph {
  const text = `المقال ${i}: ${'تعهدت الحكومة بإنجاز المشروع قبل نهاية سبتمبر 2025. '.repeat(12)}`
  const article = articleId(text)
  const span = (at: number): Span => ({ start: at, end: at + 20, quote: text.slice(at, at + 20) })
  const entity = (kind: 'actor' | 'place', n: number) => {
    // A few that all speak of, and some that few do.
    const name = `${kind === 'actor' ? 'فاعل' : 'مكان'} ${n < 3 ? n : 3 + ((i * 7 + n * 131) % (1_000 + Math.floor(i / 4)))}`
    return { kind, name, id: entityId(kind, kind === 'actor' ? 'Organization' : 'City', name) }
  }
  const drawn = [
    ...Array.from({ length: ACTORS }, (_, n) => entity('actor', n)),
    ...Array.from({ length: PLACES }, (_, n) => entity('place', n)),
  ]
  const entities = [...new Map(drawn.map((one) => [one.id, one])).values()]
  const actors = entities.filter(({ kind }) => kind === 'actor')
  const places = entities.filter(({ kind }) => kind === 'place')
  const month = `2026-${String((i % 12) + 1).padStart(2, '0')}`
  const due = {
    from: `${month}-01`,
    until: i % 12 === 11 ? '2027-01-01' : `2026-${String((i % 12) + 2).padStart(2, '0')}-01`,
  }
  const triples: Triple[] = []
  const add = (subject: string, predicate: Triple['predicate'], object: string, at: number): void =>
    void triples.push({ subject, predicate, object, evidence: [span(at)], rule: 'bench', basis: 'stated' })

  for (const { id } of entities) add(article, 'MENTIONS', id, 10)
  add(article, 'MENTIONS', dateId(month), 30)
  const statements = Array.from({ length: STATEMENTS }, (_, k) => {
    const id = statementId(article, k * 60, k * 60 + 20)
    add(id, 'IN', article, k * 60)
    add(actors[k]!.id, 'STATED', id, k * 60)
    return {
      id,
      sources: [actors[k]!.id],
      cue: span(k * 60),
      content: span(k * 60),
      mode: 'indirect' as const,
    }
  })
  const commitments = Array.from({ length: COMMITMENTS }, (_, k) => {
    const by = [actors[k % 4]!.id]
    const id = commitmentId(article, by, `إنجاز المشروع ${k}`, k * 50, k * 50 + 20)
    add(id, 'IN', article, k * 50)
    add(by[0]!, 'COMMITS_TO', id, k * 50)
    // Not every commitment has a creditor, a place, a date and a source.
    if (k === 0) add(id, 'OWED_TO', actors[4]!.id, k * 50)
    if (k < 2) add(id, 'AT', places[k]!.id, k * 50)
    if (k < 2) add(id, 'DUE', dateId(month), k * 50)
    if (k < STATEMENTS) add(statements[k]!.id, 'ASSERTS', id, k * 50)
    return {
      id,
      evidence: span(k * 50),
      trigger: span(k * 50),
      kind: 'pledge' as const,
      polarity: 'positive' as const,
      certainty: 'certain' as const,
      eventClass: 'COOPERATE' as const,
      action: { ar: `إنجاز المشروع ${k}`, en: `completing project ${k}` },
      committers: by,
      creditors: k === 0 ? [actors[4]!.id] : [],
      concerns: [],
      places: k < 2 ? [{ id: places[k]!.id, role: 'at' as const }] : [],
      begins: null,
      due: k < 2 ? due : null,
      condition: null,
      statedBy: [],
      rule: 'bench',
    }
  })
  return {
    schema: SCHEMA_VERSION,
    article: {
      id: article,
      title: `مقال ${i}`,
      published: { date: '2025-03-01', basis: 'given' },
      text,
      sha256: sha256Hex(text),
      sections: [],
      sentences: [],
    },
    entities: entities.map(({ kind, id, name }) =>
      Object.assign(typeOf(kind), {
        id,
        name: { ar: name },
        sameAs: [],
        named: true,
        mentions: [{ ...span(10), rule: 'bench', basis: 'name' as const }],
      }),
    ),
    dates: [
      {
        ...span(30),
        id: dateId(month),
        interval: due,
        edtf: month,
        type: 'date',
        basis: 'absolute',
        bound: 'at',
        rule: 'bench',
      },
    ],
    statements,
    commitments,
    triples,
    diagnostics: [],
  }
}
