/** The words of a piece of a page, a paragraph a line. */
import type { PageNode } from './dom.ts'

/** What ends a line before and behind itself; everything else flows within one. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
)

/** What is no prose: captions tell of a picture, buttons of the page. */
const SILENT = new Set(
  'AUDIO BUTTON CANVAS FIGCAPTION HEAD IFRAME INPUT MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(
    ' ',
  ),
)

const TEXT = 3
const ELEMENT = 1

/**
 * Text as a browser would show it: white space of the source collapses, blocks and `<br>` break lines, cells of
 * a table are parted by a tab. Letters, no-break spaces and direction marks come back as they are. Walks without
 * recursion, so that no depth of nesting breaks it.
 *
 * @example plainText of `<p>تعهدت <b>قطر</b></p><p>وقالت</p>` // 'تعهدت قطر\nوقالت'
 */
export function plainText(root: PageNode): string {
  const lines: string[] = []
  let cells: string[] = []
  let line = ''
  const end = (): void => {
    const text = [...cells, line]
      .map(collapse)
      .filter((cell) => cell !== '')
      .join('\t')
    if (text !== '') lines.push(text)
    cells = []
    line = ''
  }
  let node: PageNode | null = root
  while (node !== null) {
    const name = node.nodeName.toUpperCase()
    const isBlock = BLOCKS.has(name)
    if (isBlock || name === 'BR') end()
    if (node.nodeType === TEXT) line += node.nodeValue ?? ''
    if (name === 'TD' || name === 'TH') {
      cells.push(line)
      line = ''
    }
    const goesIn = node.nodeType !== ELEMENT || !SILENT.has(name)
    if (goesIn && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (isBlock) end()
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && BLOCKS.has(node.nodeName.toUpperCase())) end()
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  end()
  return lines.join('\n')
}

/** As style sheets do it: no-break spaces stay. */
const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/gu, ' ').replace(/^ | $/gu, '')
