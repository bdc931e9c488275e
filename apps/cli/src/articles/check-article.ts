import { CliError } from '../errors.ts'

/** Of a text's letters, how many must be Arabic: news in Arabic quotes names and addresses in Latin. */
const LEAST_ARABIC = 0.3
const MARKUP = /^\s*<(?:!doctype|html|head|body|\?xml|rss|div|article|p)\b/iu
const JSON_LIST = /^\s*\[\s*\{/u

/**
 * Refuse what cannot be an Arabic article, saying what it seems to be instead.
 *
 * @throws {CliError} `empty`, `not-text`, `not-arabic`
 */
export function checkArticle(text: string): void {
  if (text.trim() === '') throw new CliError('empty', 'empty: an article needs text')
  if (MARKUP.test(text)) {
    throw new CliError('not-text', 'markup, not text; if a field of JSON holds it, say so: --map html=FIELD')
  }
  if (JSON_LIST.test(text)) {
    throw new CliError('not-text', "a JSON list: give one object a line instead, e.g. jq -c '.[]'")
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (arabic === 0 || arabic < letters * LEAST_ARABIC) {
    throw new CliError(
      'not-arabic',
      `not Arabic: ${arabic} of its ${letters} letters are; Mithaq reads news written in Arabic`,
    )
  }
}
