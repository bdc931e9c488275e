/** Fitting names into a width, at word borders, whatever their length. */
export type Measure = (text: string) => number

/** Longer names than this are cut before anything is measured. */
const LONGEST = 400

/**
 * The words that fit into `width` pixels, an ellipsis after them when some are left out. A single
 * word that is too long is cut inside.
 *
 * @example fitLine((t) => t.length, 'قاعدة حرير الجوية', 12) // 'قاعدة حرير…'
 */
export function fitLine(measure: Measure, text: string, width: number): string {
  return wrapLines(measure, text, width, 1)[0] ?? ''
}

/** As {@link fitLine}, over at most `most` lines. */
export function wrapLines(measure: Measure, text: string, width: number, most: number): string[] {
  const cut = text.length > LONGEST
  const words = text.slice(0, LONGEST).split(' ')
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (lines.length + 1 === most) {
      lines.push(ellipsis(measure, line === '' ? word : line, width))
      return lines
    }
    if (line !== '') lines.push(line)
    line = measure(word) <= width ? word : ellipsis(measure, word, width)
  }
  if (line !== '') lines.push(cut ? ellipsis(measure, line, width) : line)
  return lines
}

function ellipsis(measure: Measure, text: string, width: number): string {
  // By code points, so that no cut leaves half of one.
  let letters = Array.from(text)
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) {
    const space = letters.lastIndexOf(' ')
    letters = letters.slice(
      0,
      space > 0 ? space : Math.min(letters.length - 1, Math.ceil(letters.length * 0.9)),
    )
  }
  // A gloss may have come with dots of its own.
  return `${letters.join('').replace(/[\s….]+$/u, '')}…`
}
