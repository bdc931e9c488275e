/** Articles made up for measuring: as many nodes and relations as asked for, the same at every run. */
import { SCHEMA_VERSION, articleId, commitmentId, dateId, isoDate, sha256Hex } from '@mithaq/model'
import type { ArticleGraph } from '@mithaq/model'

type Entity = ArticleGraph['entities'][number]

const COMMITMENTS = 8

/** About `nodes` nodes and two and a half times as many relations, in articles of eight commitments. */
export function* madeRecords(nodes: number): Generator<ArticleGraph> {
  // An article, its commitments and statements, and its share of actors, places and dates.
  const articles = Math.max(1, Math.round(nodes / (1 + 2 * COMMITMENTS + 5)))
  for (let i = 0; i < articles; i++) yield madeRecord(i, articles)
}

function madeRecord(i: number, articles: number): ArticleGraph {
  const sentences = Array.from(
    { length: COMMITMENTS },
    (_, k) => `تعهد الطرف ${i} بتنفيذ البند ${k} في موعده.`,
  )
  const text = sentences.join(' ')
  const id = articleId(text)
  const span = (quote: string) => {
    const start = text.indexOf(quote)
    return { start, end: start + quote.length, quote }
  }
  const evidence = sentences.map(span)
  // A few actors are in most articles, most are in few: as in the news.
  const common = {
    sameAs: [],
    named: true,
    mentions: [{ ...evidence[0]!, rule: 'made', basis: 'name' as const }],
  }
  const actor = (n: number): Entity => ({
    id: `actor:made-${n}`,
    kind: 'actor',
    type: 'Organization',
    name: { ar: `الطرف ${n}`, en: `Party ${n}` },
    ...common,
  })
  const place = (n: number): Entity => ({
    id: `place:made-${n}`,
    kind: 'place',
    type: 'City',
    name: { ar: `المدينة ${n}`, en: `City ${n}` },
    ...common,
  })
  const actors = [actor(i % 20), actor(20 + i), actor(20 + articles + i)]
  const places = [place(i % 50), place(50 + i)]
  const interval = {
    from: isoDate(2020 + (i % 12), 1 + (i % 11), 1),
    until: isoDate(2020 + (i % 12), 2 + (i % 11), 1),
  }
  const due = dateId(interval.from.slice(0, 7))
  const commitments = evidence.map((at, k): ArticleGraph['commitments'][number] => {
    const committers = [actors[k % 3]!.id]
    return {
      id: commitmentId(id, committers, at.quote, at.start, at.end),
      evidence: at,
      trigger: span('تعهد'),
      kind: (['pledge', 'plan', 'refusal', 'agreement'] as const)[k % 4]!,
      polarity: k % 4 === 2 ? 'negative' : 'positive',
      certainty: 'certain',
      action: { ar: `تنفيذ البند ${k} من اتفاق ${i}` },
      committers,
      creditors: [actors[(k + 1) % 3]!.id],
      concerns: [],
      places: [{ id: places[k % 2]!.id, role: 'at' }],
      begins: null,
      due: interval,
      condition: null,
      statedBy: [actors[0]!.id],
      rule: 'made',
    }
  })
  const statements = evidence.map((content, k): ArticleGraph['statements'][number] => ({
    id: `statement:made-${i}-${k}`,
    sources: [actors[0]!.id],
    cue: span('تعهد'),
    content,
    mode: 'indirect',
  }))
  const triple = (
    subject: string,
    predicate: ArticleGraph['triples'][number]['predicate'],
    object: string,
    k = 0,
  ): ArticleGraph['triples'][number] => ({
    subject,
    predicate,
    object,
    evidence: [evidence[k]!],
    rule: 'made',
    basis: 'stated',
  })
  return {
    schema: SCHEMA_VERSION,
    article: {
      id,
      title: `مقال ${i}`,
      published: { date: isoDate(2019 + (i % 6), 1 + (i % 12), 1 + (i % 28)), basis: 'given' },
      text,
      sha256: sha256Hex(text),
      sections: [{ kind: 'body', start: 0, end: text.length }],
      sentences: evidence.map(({ start, end }) => [start, end]),
    },
    entities: [...actors, ...places],
    dates: [],
    statements,
    commitments,
    triples: commitments.flatMap(({ id: commitment, committers, creditors, places: at }, k) => [
      triple(committers[0]!, 'COMMITS_TO', commitment, k),
      triple(commitment, 'OWED_TO', creditors[0]!, k),
      triple(commitment, 'AT', at[0]!.id, k),
      triple(commitment, 'DUE', due, k),
      triple(commitment, 'IN', id, k),
      triple(actors[0]!.id, 'STATED', statements[k]!.id, k),
      triple(statements[k]!.id, 'ASSERTS', commitment, k),
      triple(statements[k]!.id, 'IN', id, k),
    ]),
    diagnostics: [],
  }
}
