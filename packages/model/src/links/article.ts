/** What the linker compares of an article: read from a record, or from a graph. */
import type { ArticleGraph, Commitment, Deed } from '../schema.ts'

export type LinkedCommitment = Pick<
  Commitment,
  | 'id'
  | 'kind'
  | 'polarity'
  | 'eventClass'
  | 'action'
  | 'evidence'
  | 'committers'
  | 'creditors'
  | 'places'
  | 'begins'
  | 'due'
  | 'quantity'
  | 'statedBy'
>

export interface LinkedArticle {
  id: string
  /** The day it appeared; null when nobody knows. */
  published: string | null
  commitments: readonly LinkedCommitment[]
  deeds: readonly Deed[]
  /** What is part of or lies within what: `[part, whole]`. */
  wholes: readonly (readonly [string, string])[]
}

/** The light form of a record: a stream of these is all that linking holds in memory. */
export function linkedArticle({ article, commitments, deeds, triples }: ArticleGraph): LinkedArticle {
  return {
    id: article.id,
    published: article.published?.date ?? null,
    commitments,
    deeds: deeds ?? [],
    wholes: triples
      .filter(({ predicate }) => predicate === 'PART_OF' || predicate === 'WITHIN')
      .map(({ subject, object }) => [subject, object] as const),
  }
}
