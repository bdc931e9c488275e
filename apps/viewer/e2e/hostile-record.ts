/** An article whose every name tries something: markup, bidi overrides, ten thousand letters. */
import { SCHEMA_VERSION, articleId, commitmentId, sha256Hex } from '@mithaq/model'
import type { ArticleGraph } from '@mithaq/model'

export const HOSTILE_NAMES = {
  markup: '<img src=x onerror="document.title=\'injected\'">',
  script: '</script><script>document.title="injected"</script>',
  override: '\u202eالعراق\u202d reversed \u2066',
  long: 'وزارة'.repeat(2_000),
}

export function hostileRecord(): ArticleGraph {
  const names = Object.values(HOSTILE_NAMES)
  const text = `قال ${names.join(' و')} إنهم سيغادرون ${HOSTILE_NAMES.markup}.`
  const id = articleId(text)
  const span = (quote: string) => {
    const start = text.indexOf(quote)
    return { start, end: start + quote.length, quote }
  }
  const evidence = span(`سيغادرون ${HOSTILE_NAMES.markup}`)
  const entities: ArticleGraph['entities'] = names.map((name, index) => ({
    id: `actor:hostile-${index}`,
    kind: 'actor',
    type: 'Organization',
    name: { ar: name, en: name },
    sameAs: [],
    named: true,
    mentions: [{ ...span(name), rule: 'test', basis: 'name' }],
  }))
  const committers = entities.map((entity) => entity.id)
  const commitment = commitmentId(id, committers, evidence.quote, evidence.start, evidence.end)
  return {
    schema: SCHEMA_VERSION,
    article: {
      id,
      title: HOSTILE_NAMES.script,
      publisher: HOSTILE_NAMES.override,
      url: 'javascript:document.title="injected"',
      published: { date: '2025-01-01', basis: 'given' },
      text,
      sha256: sha256Hex(text),
      sections: [{ kind: 'body', start: 0, end: text.length }],
      sentences: [[0, text.length]],
    },
    entities,
    dates: [],
    statements: [],
    commitments: [
      {
        id: commitment,
        evidence,
        trigger: span('سيغادرون'),
        kind: 'plan',
        polarity: 'positive',
        certainty: 'certain',
        action: { ar: HOSTILE_NAMES.markup, en: HOSTILE_NAMES.script },
        committers,
        creditors: [],
        concerns: [],
        places: [],
        begins: null,
        due: null,
        condition: null,
        statedBy: [],
        rule: 'test',
      },
    ],
    triples: committers.map((subject) => ({
      subject,
      predicate: 'COMMITS_TO',
      object: commitment,
      evidence: [evidence],
      rule: 'test',
      basis: 'stated',
    })),
    diagnostics: [],
  }
}
