/** What a command prints: columns from left to right, with the Arabic in them in its own order. */
import type { MarkdownRenderer } from 'vitepress'

/**
 * What is quoted; else from an Arabic letter on over what is no letter of another script to the last Arabic one,
 * two spaces parting columns.
 */
const ARABIC =
  /(?<=«)[^«»\n]*\p{Script=Arabic}[^«»\n]*(?=»)|\p{Script=Arabic}(?:(?:(?! {2})[^\p{L}\n|·→=;«»])*[\p{Script=Arabic}\p{M}])*/gu

/** Fences of `text` as a terminal would show them; of `text wrap` long lines are broken, and hang. */
export function showPrinted(markdown: MarkdownRenderer): void {
  const { fence } = markdown.renderer.rules
  const { escapeHtml } = markdown.utils
  markdown.renderer.rules.fence = (tokens, at, ...rest) => {
    const { info, content } = tokens[at]!
    const [kind, wrap] = info.trim().split(' ')
    if (kind !== 'text') return fence!(tokens, at, ...rest)
    const lines = content.trimEnd().split('\n')
    const shown = wrap === 'wrap' ? lines.map(hanging).join('') : lines.map(isolated).join('\n')
    const style = wrap === 'wrap' ? 'printed wrap' : 'printed'
    return `<div class="${style}"><pre v-pre dir="ltr" tabindex="0"><code>${shown}</code></pre></div>\n`
  }

  function isolated(line: string): string {
    let shown = ''
    let last = 0
    for (const { 0: words, index } of line.matchAll(ARABIC)) {
      shown += `${escapeHtml(line.slice(last, index))}<bdi>${escapeHtml(words)}</bdi>`
      last = index + words.length
    }
    return shown + escapeHtml(line.slice(last))
  }

  /** A line that keeps its indent where it is broken. */
  function hanging(line: string): string {
    const indent = /^ */u.exec(line)![0].length
    return `<span class="hanging" style="--indent:${indent}ch">${isolated(line.slice(indent)) || '&nbsp;'}</span>`
  }
}
