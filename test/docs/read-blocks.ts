import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)

/** A fenced `sh` block of a page. */
export interface Block {
  /** The line at which it begins. */
  line: number
  script: string
  /** The `text` block right under it: what it prints; `…` stands for anything. Null where none is shown. */
  prints: string | null
}

export interface Page {
  /** From the top of the repository. */
  path: string
  blocks: Block[]
}

/** The pages that people read, those that the code writes left out. */
export function readPages(): Page[] {
  const docs = readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !/node_modules|generated|reference\/api/u.test(path))
    .map((path) => `docs/${path}`)
    .sort()
  return ['README.md', ...docs].map((path) => ({
    path,
    blocks: readBlocks(readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8')),
  }))
}

/** @example readBlocks('```sh\nls\n```\n\n```text\na\n```') // [{ line: 1, script: 'ls', prints: 'a' }] */
export function readBlocks(markdown: string): Block[] {
  const fences = [...markdown.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```[ \t]*$/gmu)]
  return fences.flatMap((fence, i) => {
    if (fence[1] !== 'sh') return []
    const next = fences[i + 1]
    const between = next && markdown.slice(fence.index + fence[0].length, next.index)
    const prints = next?.[1] === 'text' && between?.trim() === '' ? next[2]!.trimEnd() : null
    const line = markdown.slice(0, fence.index).split('\n').length
    return [{ line, script: fence[2]!.trimEnd(), prints }]
  })
}

/** What a page shows of what was printed: the page's own words where they fit, else what was printed. */
export const asShown = (printed: string, shown: string | null): string | null =>
  shown === null || isShown(printed, shown) ? shown : tidy(printed)

/** Whether what was printed is what a page shows: `…` stands for anything, alone on a line for any lines. */
export function isShown(printed: string, shown: string): boolean {
  const pattern = shown
    .split('\n')
    .map((line) => (line.trim() === '…' ? '[\\s\\S]*?' : line.trimEnd().split('…').map(literal).join('.*')))
    .join('\\n')
  return new RegExp(`^${pattern}$`, 'u').test(tidy(printed))
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/** Ends of lines as a page has them. */
const tidy = (text: string): string =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
