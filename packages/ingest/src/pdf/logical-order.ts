/** From letters as they stand on the line, left to right, to letters as they are read. */

/** Words of Latin with what stands between them, and numbers with their points, strokes and signs. */
const LEFT_TO_RIGHT =
  /\p{Script=Latin}(?:[^\p{Script=Arabic}\p{Script=Hebrew}]*[\p{Script=Latin}\p{Nd}])?|[\p{Nd}](?:[\p{Nd}.,:/٫٬-]*[\p{Nd}])?[%٪]?/gu

const MIRRORED = new Map(
  Array.from('()[]{}<>«»‹›').map((mark, i, all) => [mark, all[i % 2 === 0 ? i + 1 : i - 1]!]),
)
const OPENING = new Set('([{«‹')
const CLOSING = new Set(')]}»›')

/**
 * A line of Arabic in reading order. Units (a letter with its marks, or a ligature) are turned round, Latin words
 * and numbers within them are not.
 *
 * @param units from left to right, each spelling what it stands for
 * @example toReadingOrder(['.', '2', '0', '2', '5', ' ', 'م', 'ا', 'ع']) // 'عام 2025.'
 */
export function toReadingOrder(units: readonly string[]): string {
  const visual = units.join('')
  if (!/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(visual)) return visual
  const starts: number[] = []
  let length = 0
  for (const unit of units) {
    starts.push(length)
    length += unit.length
  }
  const pieces: string[] = []
  const runs = [...visual.matchAll(LEFT_TO_RIGHT)].map(
    ({ index, 0: run }) => [index, index + run.length] as const,
  )
  let run = 0
  for (let i = 0; i < units.length; i++) {
    const [from, until] = runs[run] ?? [Infinity, Infinity]
    if (starts[i]! < from) {
      pieces.push(units[i]!)
      continue
    }
    pieces.push(visual.slice(from, until))
    while (i + 1 < units.length && starts[i + 1]! < until) i++
    run++
  }
  const asDrawn = pieces.reverse()
  const mirrored = asDrawn.map((piece) => MIRRORED.get(piece) ?? piece)
  // Most fonts draw the mirror image; some documents name the mark that was meant. What pairs up tells.
  return (pairs(mirrored) >= pairs(asDrawn) ? mirrored : asDrawn).join('')
}

function pairs(pieces: readonly string[]): number {
  let open = 0
  let score = 0
  for (const piece of pieces) {
    if (OPENING.has(piece)) open++
    if (!CLOSING.has(piece)) continue
    score += open > 0 ? 1 : -1
    open = Math.max(0, open - 1)
  }
  return score
}
