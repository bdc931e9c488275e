/** What the sidebar lists: the pages of a folder, so that a new page needs no line anywhere else. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DOCS = fileURLToPath(new URL('..', import.meta.url))

/** Pages by their `order` in the front matter, then by name; each called by its `nav`, else by its first heading. */
export function pagesIn(folder: string): { text: string; link: string }[] {
  return readdirSync(`${DOCS}${folder}`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = readFileSync(`${DOCS}${folder}/${name}`, 'utf8')
      const order = Number(/^order: (\d+)$/mu.exec(text)?.[1] ?? 99)
      const title = /^nav: (.+)$/mu.exec(text)?.[1] ?? /^# (.+)$/mu.exec(text)?.[1] ?? name
      const page = name === 'index.md' ? '' : name.replace(/\.md$/u, '')
      return { order, name, text: title, link: `/${folder}/${page}` }
    })
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
    .map(({ text, link }) => ({ text, link }))
}
