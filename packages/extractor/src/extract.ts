/**
 * The pipeline in one function: text → names, dates → statements → commitments → triples. Read this first.
 */
import {
  type Article,
  articleId,
  type ArticleGraph,
  type ArticleInput,
  type Deed,
  SCHEMA_VERSION,
  sha256Hex,
} from '@mithaq/model'
import type { CommitmentDoc } from './commitments/commitment-note.ts'
import { findCommitments } from './commitments/find-commitments.ts'
import type { Watch } from './commitments/watch.ts'
import { findDeeds } from './deeds/find-deeds.ts'
import { findEntities } from './entities/find-entities.ts'
import { indexEntities } from './entities/mention-index.ts'
import { readDates } from './read-dates.ts'
import { readText } from './text/read-text.ts'
import { findStatements } from './statements/find-statements.ts'
import { buildStatements, buildTriples, statementIds } from './triples/build-triples.ts'

/**
 * The commitments of one Arabic article, with all that was read on the way to them.
 *
 * Pure: no clock, no network. Relative dates resolve against `published`; where that is missing it is
 * inferred from what the article says of itself, or left open, and a diagnostic says so. Any string is
 * taken; what is not Arabic news yields an empty graph.
 *
 * @example extract({ text: 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.', published: '2025-03-01' }).commitments[0]?.action.ar
 * // 'تقديم مساعدات إلى لبنان'
 */
export function extract(input: ArticleInput): ArticleGraph {
  return recordOf(readArticle(input))
}

/** All that the stages made of an article, before it is written as a record. */
export interface ArticleReading {
  id: string
  doc: CommitmentDoc
  deeds: readonly Deed[]
}

/** The stages, one after the other. @param watch is told what becomes of each candidate for a commitment */
export function readArticle(input: ArticleInput, watch?: Watch): ArticleReading {
  const id = idOf(input)
  const dated = readDates(readText(input))
  const entities = findEntities(dated)
  const stated = findStatements({ ...dated, entities: indexEntities(entities) })
  const read = findCommitments(stated, id, watch)
  const deeds = findDeeds(read)
  return { id, doc: withoutIdle(read, deeds), deeds }
}

/** What was read, as the record that leaves the extractor. */
export function recordOf({ id, doc, deeds }: ArticleReading): ArticleGraph {
  const statements = statementIds(doc, id)
  return {
    schema: SCHEMA_VERSION,
    article: articleOf(doc, id),
    entities: [...doc.entities.entities, ...doc.entities.implied],
    dates: [...doc.dates],
    statements: buildStatements(doc, statements),
    commitments: doc.commitments.map(({ record }) => record),
    ...(deeds.length > 0 && { deeds: [...deeds] }),
    triples: buildTriples(doc, id, statements),
    diagnostics: [...doc.diagnostics],
  }
}

/** The id that was given, safe in a path; of the text where none was. Halves of letters, which no URI holds, are replaced. */
function idOf({ id = '', text }: ArticleInput): string {
  const given = id.replace(/^article:/u, '').replace(/\p{Cs}/gu, '\ufffd')
  return given === '' ? articleId(text) : `article:${encodeURIComponent(given)}`
}

/** Those spoken of in passing are kept where they undertake, do or say something, or are owed it. */
function withoutIdle(doc: CommitmentDoc, deeds: readonly Deed[]): CommitmentDoc {
  const busy = new Set([
    ...doc.statements.flatMap(({ sources, voice = [] }) => [...sources, ...voice]),
    ...deeds.flatMap(({ actors }) => actors),
    ...doc.commitments.flatMap(({ record }) => [
      ...record.committers,
      ...record.creditors,
      ...record.concerns,
      ...record.statedBy,
    ]),
  ])
  const isKept = (id: string): boolean => !doc.entities.passing.has(id) || busy.has(id)
  const entities = {
    ...doc.entities,
    entities: doc.entities.entities.filter((entity) => isKept(entity.id)),
    relations: doc.entities.relations.filter(({ subject, object }) => isKept(subject) && isKept(object)),
  }
  return { ...doc, entities }
}

function articleOf(doc: ReturnType<typeof readDates>, id: string): Article {
  const { input, tokens } = doc
  return {
    id,
    ...(input.title !== undefined && { title: input.title }),
    ...(input.publisher !== undefined && { publisher: input.publisher }),
    ...(input.url !== undefined && { url: input.url }),
    published: doc.published,
    text: input.text,
    sha256: sha256Hex(input.text),
    sections: [...doc.sections],
    sentences: doc.sentences.map(({ start, end }): [number, number] => [
      tokens[start]!.start,
      tokens[end - 1]!.end,
    ]),
  }
}
