/** Records written by hand, short: spans are found by their words, ids and triples made as the extractor makes them. */
import {
  type ArticleGraph,
  articleId,
  type Commitment,
  commitmentId,
  dateId,
  edtfToInterval,
  type Entity,
  entityId,
  type Interval,
  intervalToEdtf,
  type Relation,
  SCHEMA_VERSION,
  sha256Hex,
  type Span,
  type Statement,
  statementId,
  type Triple,
} from '@mithaq/model'

export interface EntityDraft {
  kind: 'actor' | 'place'
  type: string
  name: string
  en?: string
  wikidata?: string
  geonames?: string
  iso?: string
  named?: boolean
  location?: { latitude: number; longitude: number }
  /** Its words in the text; the name when not given. */
  as?: string[]
}

export interface CommitmentDraft {
  evidence: string
  action: string
  actionEn?: string
  by: string[]
  kind?: Commitment['kind']
  polarity?: Commitment['polarity']
  certainty?: Commitment['certainty']
  eventClass?: Commitment['eventClass']
  origin?: Commitment['origin']
  to?: string[]
  concerns?: string[]
  places?: { id: string; role: 'at' | 'from' | 'toward' }[]
  /** EDTF. */
  begins?: string
  due?: string
  condition?: string
  quantity?: Commitment['quantity']
  /** The statement that says it, by its name in the draft. */
  in?: string
}

export interface RecordDraft {
  text: string
  id?: string
  title?: string
  publisher?: string
  url?: string
  published?: string
  entities: Record<string, EntityDraft>
  /** Words in the text and their EDTF. */
  dates?: Record<string, string>
  statements?: Record<
    string,
    { by: string[]; cue: string; content: string; mode?: Statement['mode']; quotedIn?: string }
  >
  commitments?: CommitmentDraft[]
  /** Between entities by their names in the draft, or commitments by their place: `#0`. */
  ties?: [subject: string, predicate: Relation, object: string, words: string][]
}

export function buildRecord(draft: RecordDraft): ArticleGraph {
  const { text } = draft
  const article = draft.id === undefined ? articleId(text) : `article:${draft.id}`
  const span = (words: string): Span => {
    const start = text.indexOf(words)
    if (start === -1) throw new Error(`«${words}» is not in the text`)
    return { start, end: start + words.length, quote: words }
  }
  const entities = Object.entries(draft.entities).map(
    ([key, entity]) => [key, entityOf(entity, span)] as const,
  )
  const ids = new Map(entities.map(([key, { id }]) => [key, id]))
  const id = (key: string): string => ids.get(key) ?? key
  const triples: Triple[] = []
  const add = (subject: string, predicate: Relation, object: string, evidence: Span[], rule: string): void =>
    void triples.push({ subject, predicate, object, evidence, rule, basis: 'stated' })
  const statements = statementsOf(draft, article, span, id)
  const commitments = (draft.commitments ?? []).map((commitment) =>
    commitmentOf(commitment, article, span, id),
  )
  for (const [i, commitment] of commitments.entries()) ids.set(`#${i}`, commitment.id)
  const dates = Object.entries(draft.dates ?? {}).map(([words, edtf]) =>
    Object.assign(span(words), {
      id: dateId(edtf),
      interval: edtfToInterval(edtf)!,
      edtf,
      type: 'date' as const,
      basis: 'absolute' as const,
      bound: 'at' as const,
      rule: 'day',
    }),
  )

  for (const [, { id, mentions }] of entities)
    add(
      article,
      'MENTIONS',
      id,
      mentions.map(({ start, end, quote }) => ({ start, end, quote })),
      'name',
    )
  for (const { id, start, end, quote } of dates) add(article, 'MENTIONS', id, [{ start, end, quote }], 'day')
  for (const { id, sources, cue, quotedIn } of statements.values()) {
    add(id, 'IN', article, [cue], 'statement')
    for (const source of sources) add(source, 'STATED', id, [cue], 'cue-verb')
    if (quotedIn !== undefined) add(quotedIn, 'QUOTES', id, [cue], 'chain')
  }
  commitments.forEach((commitment, i) => {
    addCommitment(commitment, article, add)
    const by = draft.commitments![i]!.in
    if (by !== undefined) add(statements.get(by)!.id, 'ASSERTS', commitment.id, [commitment.evidence], 'test')
  })
  for (const [subject, predicate, object, words] of draft.ties ?? [])
    add(id(subject), predicate, id(object), [span(words)], 'tie')

  return {
    schema: SCHEMA_VERSION,
    article: {
      id: article,
      ...(draft.title !== undefined && { title: draft.title }),
      ...(draft.publisher !== undefined && { publisher: draft.publisher }),
      ...(draft.url !== undefined && { url: draft.url }),
      published: draft.published === undefined ? null : { date: draft.published, basis: 'given' },
      text,
      sha256: sha256Hex(text),
      sections: [{ kind: 'body', start: 0, end: text.length }],
      sentences: [[0, text.length]],
    },
    entities: entities.map(([, entity]) => entity),
    dates,
    statements: [...statements.values()],
    commitments,
    triples,
    diagnostics: [],
  }
}

type SpanOf = (words: string) => Span
type IdOf = (key: string) => string

function entityOf(draft: EntityDraft, span: SpanOf): Entity {
  const { kind, type, name, en, wikidata, geonames, iso, location, named = true } = draft
  return {
    id: entityId(kind, type, name, { wikidata, geonames, iso }),
    kind,
    type,
    name: { ar: name, ...(en !== undefined && { en }) },
    sameAs: [
      ...(wikidata === undefined ? [] : [`https://www.wikidata.org/entity/${wikidata}`]),
      ...(geonames === undefined ? [] : [`https://sws.geonames.org/${geonames}/`]),
    ],
    named,
    ...(iso !== undefined && { iso }),
    ...(location && { location }),
    mentions: (draft.as ?? [name]).map((words) =>
      Object.assign(span(words), { rule: 'name', basis: named ? 'name' : 'description' }),
    ),
  } as Entity
}

function statementsOf(draft: RecordDraft, article: string, span: SpanOf, id: IdOf): Map<string, Statement> {
  const made = new Map<string, Statement>()
  for (const [key, { by, cue, content, mode, quotedIn }] of Object.entries(draft.statements ?? {})) {
    const { start, end } = span(content)
    made.set(key, {
      id: statementId(article, start, end),
      sources: by.map(id),
      cue: span(cue),
      content: span(content),
      mode: mode ?? 'indirect',
      ...(quotedIn !== undefined && { quotedIn: made.get(quotedIn)!.id }),
    })
  }
  return made
}

function commitmentOf(draft: CommitmentDraft, article: string, span: SpanOf, id: IdOf): Commitment {
  const evidence = span(draft.evidence)
  const committers = draft.by.map(id)
  return {
    id: commitmentId(article, committers, draft.action, evidence.start, evidence.end),
    evidence,
    trigger: evidence,
    kind: draft.kind ?? 'pledge',
    polarity: draft.polarity ?? 'positive',
    certainty: draft.certainty ?? 'certain',
    ...(draft.eventClass && { eventClass: draft.eventClass }),
    ...(draft.origin && { origin: draft.origin }),
    action: { ar: draft.action, ...(draft.actionEn !== undefined && { en: draft.actionEn }) },
    committers,
    creditors: (draft.to ?? []).map(id),
    concerns: (draft.concerns ?? []).map(id),
    places: (draft.places ?? []).map(({ id: key, role }) => ({ id: id(key), role })),
    begins: intervalOf(draft.begins),
    due: intervalOf(draft.due),
    condition: draft.condition === undefined ? null : span(draft.condition),
    ...(draft.quantity && { quantity: draft.quantity }),
    statedBy: [],
    rule: 'test',
  }
}

const intervalOf = (edtf: string | undefined): Interval | null =>
  edtf === undefined ? null : edtfToInterval(edtf)

function addCommitment(
  { id, evidence, committers, creditors, concerns, places, begins, due }: Commitment,
  article: string,
  add: (subject: string, predicate: Relation, object: string, evidence: Span[], rule: string) => void,
): void {
  add(id, 'IN', article, [evidence], 'test')
  for (const actor of committers) add(actor, 'COMMITS_TO', id, [evidence], 'test')
  for (const actor of creditors) add(id, 'OWED_TO', actor, [evidence], 'test')
  for (const actor of concerns) add(id, 'CONCERNS', actor, [evidence], 'test')
  for (const place of places)
    add(
      id,
      place.role === 'at' ? 'AT' : place.role === 'from' ? 'FROM' : 'TOWARD',
      place.id,
      [evidence],
      'test',
    )
  if (begins) add(id, 'BEGINS', dateId(intervalToEdtf(begins)), [evidence], 'test')
  if (due) add(id, 'DUE', dateId(intervalToEdtf(due)), [evidence], 'test')
}
