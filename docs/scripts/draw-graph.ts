/** Small drawings of the graph as SVG, coloured by the site's own style sheet so that they have a dark side too. */
import { type NodeLabel, type Relation, RELATIONS } from '@mithaq/model/vocabulary'

export interface DrawnNode {
  id: string
  kind: NodeLabel
  /** Its middle. */
  x: number
  y: number
  label: string
  /** A second, smaller line. */
  second?: string
}

export interface Tie {
  from: string
  to: string
  relations: readonly Relation[]
  /** How far the line leans aside, to the left of its way; 0 is straight. */
  bend?: number
  /** Of a node to itself: above or below it. */
  loop?: 'above' | 'below'
}

interface Point {
  x: number
  y: number
}

interface Drawing {
  /** What a screen reader says of it. */
  title: string
  width: number
  height: number
  nodes: readonly DrawnNode[]
  ties: readonly Tie[]
  /** For a page that is read from the right. */
  mirrored: boolean
}

/** @throws where a tie is drawn that the vocabulary does not have */
export function drawGraph({ title, width, height, ties, mirrored, ...drawing }: Drawing): string {
  const nodes = mirrored
    ? drawing.nodes.map((node) => Object.assign({}, node, { x: width - node.x }))
    : drawing.nodes
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const lines = ties.map((tie) =>
    drawTie({ ...tie, bend: (mirrored ? -1 : 1) * (tie.bend ?? 0) }, byId.get(tie.from)!, byId.get(tie.to)!),
  )
  return [
    `<figure class="drawing"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}" direction="ltr">`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="arrow" d="M0 0 10 5 0 10Z"/></marker></defs>',
    ...lines.map(({ path }) => path),
    ...nodes.map(drawNode),
    ...lines.map(({ text }) => text),
    '</svg></figure>',
  ].join('\n')
}

const HEIGHT = 44
const heightOf = ({ second }: DrawnNode): number => (second === undefined ? HEIGHT : HEIGHT + 16)
/** Letters are some eight units wide in this font. */
const widthOf = ({ label, second = '' }: DrawnNode): number =>
  Math.max(96, 28 + 8.4 * label.length, 28 + 7 * second.length)

function drawNode(node: DrawnNode): string {
  const { x, y, kind, label, second } = node
  const [w, h] = [widthOf(node), heightOf(node)]
  const line = second === undefined ? 5 : -4
  return [
    `<g class="${kind}"><rect class="box" x="${x - w / 2}" y="${y - h / 2}" width="${w}" height="${h}" rx="${kind === 'Commitment' ? 4 : 22}"/>`,
    textAt({ x, y: y + line }, label, 'label'),
    second === undefined ? '' : textAt({ x, y: y + 17 }, second, 'second'),
    '</g>',
  ].join('')
}

const textAt = ({ x, y }: Point, text: string, style: string): string =>
  `<text class="${style}" x="${round(x)}" y="${round(y)}" text-anchor="middle"${/\p{Script=Arabic}/u.test(text) ? ' direction="rtl"' : ''}>${escape(text)}</text>`

function drawTie(tie: Tie, from: DrawnNode, to: DrawnNode): { path: string; text: string } {
  // Throws where a relation is drawn that the vocabulary does not have between these two.
  for (const relation of tie.relations) checkEnds(relation, from.kind, to.kind)
  const label = tie.relations.join(' · ')
  if (tie.loop) return drawLoop(label, from, tie.loop)
  const { bend = 0 } = tie
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [nx, ny] = [(to.y - from.y) / length, -(to.x - from.x) / length]
  const middle = { x: (from.x + to.x) / 2 + 2 * bend * nx, y: (from.y + to.y) / 2 + 2 * bend * ny }
  const [start, end] = [edgeOf(from, middle), edgeOf(to, middle)]
  // A point halfway along the curve.
  const half = { x: (start.x + 2 * middle.x + end.x) / 4, y: (start.y + 2 * middle.y + end.y) / 4 + 4 }
  return {
    path: `<path class="edge" marker-end="url(#arrow)" d="M${at(start)} Q${at(middle)} ${at(end)}"/>`,
    text: textAt(half, label, 'relation'),
  }
}

function drawLoop(
  label: string,
  { x, y, ...node }: DrawnNode,
  side: 'above' | 'below',
): { path: string; text: string } {
  const sign = side === 'above' ? -1 : 1
  const edge = y + (sign * heightOf({ x, y, ...node })) / 2
  const far = edge + sign * 38
  return {
    path: `<path class="edge" marker-end="url(#arrow)" d="M${at({ x: x - 22, y: edge })} C${at({ x: x - 44, y: far })} ${at({ x: x + 44, y: far })} ${at({ x: x + 22, y: edge })}"/>`,
    text: textAt({ x, y: edge + sign * 36 + (side === 'above' ? 0 : 8) }, label, 'relation'),
  }
}

/** Where a line from a node's middle towards a point leaves its box. */
function edgeOf(node: DrawnNode, { x, y }: Point): Point {
  const [dx, dy] = [x - node.x, y - node.y]
  const reach = Math.min(
    (widthOf(node) / 2 + 2) / Math.max(Math.abs(dx), 0.001),
    (heightOf(node) / 2 + 2) / Math.max(Math.abs(dy), 0.001),
  )
  return { x: node.x + dx * reach, y: node.y + dy * reach }
}

function checkEnds(relation: Relation, from: NodeLabel, to: NodeLabel): void {
  const { from: starts, to: ends }: { from: readonly string[]; to: readonly string[] } = RELATIONS[relation]
  if (!starts.includes(from) || !ends.includes(to))
    throw new Error(`the vocabulary has no ${relation} from ${from} to ${to}: the drawing is out of date`)
}

const round = (value: number): number => Math.round(value * 10) / 10
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
