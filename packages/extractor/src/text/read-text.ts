/** The first stage: an article's text as tokens, sentences, quotations and sections. */
import type { ArticleInput, Section } from '@mithaq/model'
import type { Doc } from '../doc.ts'
import { findQuotes } from './quotes.ts'
import { findSections, inlineDatelineEnd, joinedDateline } from './sections.ts'
import { findParagraphs, findSentences } from './sentences.ts'
import { tokenAt, tokenize, type TokenRange } from './tokens.ts'

export function readText(input: ArticleInput): Doc {
  const { text } = input
  const tokens = tokenize(text)
  const paragraphs = findParagraphs(text, tokens)
  const datelines = new Map<number, number>()
  for (const paragraph of paragraphs) {
    const joined = joinedDateline(text, tokens, paragraph)
    if (joined) datelines.set(joined.start, joined.end)
  }
  const sentences = findSentences(tokens, paragraphs, datelines)
  const sections = findSections(text, tokens, paragraphs)
  const quotes = findQuotes(
    tokens,
    paragraphs.map(({ end }) => end),
  )
  const body = sections
    .filter(({ kind }) => kind === 'body' || kind === 'title')
    .map(({ kind, start, end }) => ({ kind, start: tokenAt(tokens, start), end: tokenAt(tokens, end) }))
  return {
    input,
    text,
    tokens,
    paragraphs,
    sentences,
    bodySentences: reportOf(sentences, body, text, tokens, datelines),
    datelines,
    quotes,
    quoteStarts: new Map(quotes.map((quote) => [quote.start, quote])),
    sections,
    published: input.published === undefined ? null : { date: input.published, basis: 'given' },
    dates: [],
    dateEnds: new Set(),
    diagnostics: [],
  }
}

/** The sentences of title and body; the first of the body loses the dateline that runs into it, as does one that a headline is joined to. */
function reportOf(
  sentences: readonly TokenRange[],
  body: readonly (TokenRange & Pick<Section, 'kind'>)[],
  text: string,
  tokens: Doc['tokens'],
  datelines: Doc['datelines'],
): TokenRange[] {
  const report: TokenRange[] = []
  let section = 0
  let isFirst = true
  for (const sentence of sentences) {
    while (section < body.length && body[section]!.end <= sentence.start) section++
    if (section >= body.length || sentence.start < body[section]!.start) continue
    // «سلام: لن أدعو إلى جلسة»: in a title it is who says so.
    const opens = isFirst && body[section]!.kind === 'body'
    const cut = datelines.get(sentence.start) ?? (opens ? inlineDatelineEnd(text, tokens, sentence) : null)
    if (body[section]!.kind === 'body') isFirst = false
    report.push(cut === null || cut >= sentence.end ? sentence : { start: cut, end: sentence.end })
  }
  return report
}
