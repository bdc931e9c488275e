/** The document as it passes through the pipeline: annotations stand off from an untouched text. */
import type { Article, ArticleInput, DateMention, Diagnostic, Section, Span } from '@mithaq/model'
import type { Quote } from './text/quotes.ts'
import type { Token, TokenRange } from './text/tokens.ts'

export interface Doc {
  readonly input: ArticleInput
  readonly text: string
  readonly tokens: readonly Token[]
  readonly paragraphs: readonly TokenRange[]
  /** Sentences of the whole text, furniture included. */
  readonly sentences: readonly TokenRange[]
  /** Those of the report itself, an inline dateline cut off. */
  readonly bodySentences: readonly TokenRange[]
  /** The ends, by their starts, of the datelines that stand within a line, behind a headline that a page joined to them. */
  readonly datelines: ReadonlyMap<number, number>
  readonly quotes: readonly Quote[]
  /** The quotation whose words begin at a token. */
  readonly quoteStarts: ReadonlyMap<number, Quote>
  readonly sections: readonly Section[]
  readonly published: Article['published']
  readonly dates: readonly DateMention[]
  /** Last tokens of the date expressions. */
  readonly dateEnds: ReadonlySet<number>
  readonly diagnostics: readonly Diagnostic[]
}

/** The span of a range of tokens in the untouched text. */
export function spanOf(doc: Pick<Doc, 'text' | 'tokens'>, { start, end }: TokenRange): Span {
  return spanBetween(doc, doc.tokens[start]!.start, doc.tokens[end - 1]!.end)
}

/** The span between two offsets of the untouched text. */
export function spanBetween(doc: Pick<Doc, 'text'>, start: number, end: number): Span {
  return { start, end, quote: doc.text.slice(start, end) }
}
