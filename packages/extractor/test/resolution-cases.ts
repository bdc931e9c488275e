/** The table of resolution cases: what the words between ‹ and › of a sentence stand for. */
import { readFileSync } from 'node:fs'
import { extract } from '../src/extract.ts'

export interface ResolutionCase {
  /** metonym, country, coref, variant, acronym, group, name or office. */
  topic: string
  /** One article, or two parted by ‖ with one mark each. */
  text: string
  /** `actor الأردن`; several joined by ` + `; `same` or `apart` for two articles; `-` for nobody. */
  expected: string
  published: string
}

/** The cases of `resolution.tsv`. */
export function resolutionCases(): ResolutionCase[] {
  const lines = readFileSync(new URL('resolution.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return lines.map((line) => {
    const [topic = '', text = '', expected = '', published = ''] = line.split('\t')
    return { topic, text, expected, published }
  })
}

/** What the extractor makes of a case, in the words of `expected`. */
export function outcomeOf({ text, published }: ResolutionCase): string {
  const articles = text.split('‖').map((article) => meant(article.trim(), published))
  if (articles.length === 1) return articles[0]!.map(({ kind, name }) => `${kind} ${name}`).join(' + ') || '-'
  const [one = [], other = []] = articles.map((found) => found.map(({ id }) => id))
  return one.length > 0 && one.join(' ') === other.join(' ')
    ? 'same'
    : one.length > 0 && other.length > 0
      ? 'apart'
      : 'none'
}

function meant(marked: string, published: string): { id: string; kind: string; name: string }[] {
  const start = marked.indexOf('‹')
  const end = marked.indexOf('›') - 1
  const { entities } = extract({ text: marked.replace(/[‹›]/gu, ''), ...(published && { published }) })
  return entities
    .filter(({ mentions }) => mentions.some((mention) => mention.start === start && mention.end === end))
    .map(({ id, kind, name }) => ({ id, kind, name: name.ar }))
}
