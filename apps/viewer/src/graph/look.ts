/** How a node and an edge look in a scene: what sigma's reducers return. */
import { RELATIONS } from '@mithaq/model'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { dateName } from '../i18n/dates.ts'
import { nameIn } from '../i18n/language.ts'
import type { Language } from '../state/view-state.ts'
import type { CommitmentGraph, EdgeAttributes, NodeAttributes } from './commitment-graph.ts'
import { mix } from './palette.ts'
import type { Palette } from './palette.ts'
import type { Scene } from './scene.ts'
import { neighbourhood, visiblePart } from './visible-part.ts'
import type { VisiblePart } from './visible-part.ts'

export interface Look {
  palette: Palette
  lang: Language
  part: VisiblePart
  /** What is lit now: the focus' neighbours, else those of the node pointed at. */
  lit: ReadonlySet<string> | null
  focus: string | null
  pointed: string | null
  /** Selected together. */
  picked: ReadonlySet<string>
  /** Where the reader put them. */
  pinned: ReadonlySet<string>
  /** So many edges that each is a line of one pixel. */
  crowded: boolean
  /** So many edges that the whole is moved as a picture, and a node by its shadow. */
  busy: boolean
  /** Relations are named along the edges of the focus when it is a commitment. */
  nameEdges: boolean
  /** The way between two ends is lit. */
  path: boolean
}

/** Up to here software rendering draws wide lines at more than 30 frames a second. */
const MANY_EDGES = 5_000
/** Up to here it draws every frame of a movement in time. */
const EDGES_MOVED = 300
/** So many neighbours can all be named; of more, those that find room. */
const FORCED_LABELS = 30
const FAINT = 0.84

/** Work out, once a scene, what every node and edge of it then asks. */
export function lookOf(graph: CommitmentGraph, scene: Scene, palette: Palette): Look {
  const known = (id: string | null): string | null => (id !== null && graph.hasNode(id) ? id : null)
  const part = visiblePart(graph, scene)
  const crowded = graph.size > MANY_EDGES
  const focus = known(scene.focus)
  const pointed = known(scene.pointed)
  return {
    palette,
    part,
    focus,
    pointed,
    picked: new Set(scene.picked),
    pinned: new Set(scene.pins.map(({ id }) => id)),
    lang: scene.lang,
    lit: litWhilePointed(graph, { part, crowded }, pointed),
    path: scene.path && scene.picked.length > 1,
    crowded,
    busy: part.edges.size > EDGES_MOVED,
    nameEdges: focus !== null && graph.getNodeAttribute(focus, 'kind') === 'Commitment',
  }
}

/** The same scene with another node pointed at. In a crowd nothing else changes: that would be drawn anew each time. */
export function lookWhilePointed(graph: CommitmentGraph, look: Look, pointed: string | null): Look {
  const known = pointed !== null && graph.hasNode(pointed) ? pointed : null
  return { ...look, pointed: known, lit: litWhilePointed(graph, look, known) }
}

const litWhilePointed = (
  graph: CommitmentGraph,
  { part, crowded }: Pick<Look, 'part' | 'crowded'>,
  pointed: string | null,
): ReadonlySet<string> | null =>
  part.lit ?? (pointed === null || crowded ? null : neighbourhood(graph, pointed))

export function nodeLook(look: Look, id: string, node: NodeAttributes): Partial<NodeDisplayData> {
  const { palette, part, lit, focus, pointed } = look
  const shown = part.nodes.has(id) || id === pointed
  const faint = lit !== null && !lit.has(id) && id !== pointed
  const colour = palette.kinds[node.kind]
  return {
    ...node,
    type: 'shape',
    hidden: !shown,
    color: faint ? mix(colour, palette.paper, FAINT) : colour,
    size: id === focus ? node.size * 1.35 : node.size,
    // The card of the node pointed at has its name.
    label: faint || id === pointed ? null : (dateName(look.lang, id) ?? nameIn(look.lang, node)),
    forceLabel: look.picked.has(id) || (!faint && lit !== null && lit.size <= FORCED_LABELS),
    highlighted: id === pointed,
    zIndex: faint ? 0 : id === focus ? 3 : lit === null ? 1 : 2,
  }
}

export function edgeLook(
  look: Look,
  edge: string,
  { relation, curvature }: EdgeAttributes,
  source: string,
  target: string,
): Partial<EdgeDisplayData> & { curvature: number } {
  const { palette, part, lit, focus, pointed } = look
  const centre = focus ?? pointed
  const onPath = look.path && lit !== null && lit.has(source) && lit.has(target)
  const ofCentre = onPath || (lit !== null && (source === centre || target === centre))
  return {
    type: look.crowded ? 'hairline' : curvature === 0 ? 'line' : 'curved',
    curvature,
    hidden: !part.edges.has(edge),
    color: ofCentre ? palette.muted : lit === null ? palette.line : mix(palette.line, palette.paper, 0.6),
    size: ofCentre ? 1.6 : 1,
    label: ofCentre && (onPath || look.nameEdges) ? RELATIONS[relation][look.lang] : null,
    forceLabel: ofCentre && (onPath || look.nameEdges),
    zIndex: ofCentre ? 1 : 0,
  }
}
