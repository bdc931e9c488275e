/**
 * The one imperative object of the viewer: a graph, its renderer and its layout. Panels tell it
 * what to show; it tells them what was pointed at and chosen. It draws nothing that the lists do
 * not also say, so that losing it loses no fact.
 */
import type { GraphView } from '@mithaq/model'
import type { CameraState } from 'sigma/types'
import type { Picture } from '../export/picture.ts'
import type { CanvasState } from '../state/app-state.ts'
import type { Pin } from '../state/view-state.ts'
import { cameraOn, extentOf } from './camera.ts'
import { addToGraph, createCommitmentGraph, viewOf } from './commitment-graph.ts'
import { createRenderer } from './create-renderer.ts'
import type { CommitmentSigma } from './create-renderer.ts'
import type { Box } from './label-geometry.ts'
import { pictureOf } from './picture-of.ts'
import { clearGhost, drawGhost } from './drag-ghost.ts'
import { ForceLayout } from './force-layout.ts'
import { LabelLayer } from './label-layer.ts'
import type { LabelStyle } from './label-layer.ts'
import { lookOf, lookWhilePointed } from './look.ts'
import type { Look } from './look.ts'
import { placeNewcomers } from './place-newcomers.ts'
import { readPalette } from './palette.ts'
import type { Palette } from './palette.ts'
import type { Scene } from './scene.ts'
import { watchDrags } from './watch-drags.ts'

export interface CanvasEvents {
  chosen(id: string): void
  pointed(id: string | null): void
  /** Clicked with Shift or Ctrl held: joins the selection, or leaves it. */
  picked(id: string): void
  /** Everything in a box drawn with Shift; nothing, by a click beside everything. */
  boxed(ids: readonly string[]): void
  /** Dragged, and to stay there. */
  pinned(pin: Pin): void
  state(state: CanvasState): void
  /** So many nodes are shown now. */
  drawn(nodes: number): void
}

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export class GraphCanvas {
  readonly #container: HTMLElement
  readonly #events: CanvasEvents
  readonly #graph = createCommitmentGraph()
  readonly #layout: ForceLayout
  readonly #labels: LabelLayer
  /** Nodes that have their place in the drawing. */
  readonly #placed = new Set<string>()
  #palette: Palette
  #scene: Scene
  #look: Look
  #sigma: CommitmentSigma | null = null
  #lost = false
  /** Nodes that the mouse has been over since it came: sigma draws the card of each by itself. */
  readonly #hovered = new Set<string>()
  /** The node that is drawn as the one pointed at. */
  #marked: string | null = null
  #listeners = new AbortController()

  /** Fonts must be loaded by now: a canvas does not redraw itself when one arrives. */
  constructor(container: HTMLElement, scene: Scene, events: CanvasEvents) {
    this.#container = container
    this.#events = events
    this.#palette = readPalette(container)
    this.#labels = new LabelLayer(labelStyle(this.#palette))
    this.#scene = scene
    this.#look = lookOf(this.#graph, scene, this.#palette)
    const layoutEvents = {
      moved: () => {
        this.#applyPins()
        this.#reframe()
      },
      settled: () => this.#settle(),
    }
    this.#layout = new ForceLayout(this.#graph, layoutEvents, { still: reducedMotion() })
    this.redraw()
  }

  /** Add a part of the store, and arrange it unless the server has. */
  add(view: GraphView): void {
    if (addToGraph(this.#graph, view) === 0) return
    // The places of another drawing of the same store are no use in this one.
    const first = this.#placed.size === 0
    const arranged = view.nodes.filter(({ x, y }) => first && x !== undefined && y !== undefined)
    for (const { id } of arranged) this.#placed.add(id)
    this.#reframe()
    if (arranged.length < view.nodes.length) this.#arrange()
  }

  /** Show a scene; the camera follows a new focus. */
  show(scene: Scene): void {
    const before = this.#scene
    this.#scene = scene
    if (this.#showLittle(before)) return
    this.#lookAnew()
    if (scene.pins !== before.pins) this.#applyPins()
    if (ARRANGING.some((part) => scene[part] !== before[part])) this.#arrange()
    else placeNewcomers(this.#graph, this.#look.part.nodes, this.#placed)
    this.#sigma?.refresh({ skipIndexation: true })
    if (scene.focus !== before.focus || scene.path !== before.path || scene.hops !== before.hops) this.fit()
  }

  /** What changes at every move of the mouse touches a few nodes, and only these are looked at again. */
  #showLittle(before: Scene): boolean {
    const scene = this.#scene
    const parts = Object.keys(scene) as (keyof Scene)[]
    const changed = parts.filter((part) => scene[part] !== before[part])
    if (changed.length !== 1) return false
    if (changed[0] === 'pins') {
      this.#look = { ...this.#look, pinned: new Set(scene.pins.map(({ id }) => id)) }
      this.#applyPins()
      this.#sigma?.scheduleRender()
      return true
    }
    if (changed[0] !== 'pointed' || !this.#look.crowded) return false
    this.#look = lookWhilePointed(this.#graph, this.#look, scene.pointed)
    const { pointed } = this.#look
    const marked = pointed !== null && this.#hovered.has(pointed) ? null : pointed
    const nodes = [this.#marked, marked].filter((id) => id !== null)
    if (marked !== this.#marked)
      this.#sigma?.refresh({ partialGraph: { nodes }, skipIndexation: true, schedule: true })
    this.#marked = marked
    return true
  }

  /** Read the theme's colours again. */
  retheme(): void {
    this.#palette = readPalette(this.#container)
    this.#labels.style = labelStyle(this.#palette)
    this.show(this.#scene)
  }

  /** Bring what is lit into view, or everything when nothing is. */
  fit(): void {
    if (this.#sigma === null) return
    const { lit, nodes } = this.#look.part
    const camera = cameraOn(this.#sigma, lit ?? nodes)
    if (camera !== null) this.#moveCamera(camera)
  }

  /** @param factor above 1 comes closer */
  zoom(factor: number): void {
    const state = this.#sigma?.getCamera().getState()
    if (state !== undefined) this.#moveCamera({ ...state, ratio: state.ratio / factor })
  }

  get palette(): Palette {
    return this.#palette
  }

  /** What is selected, else what is shown, with where it lies. */
  part(): GraphView {
    const { picked } = this.#scene
    const ids = picked.length > 0 ? new Set(picked) : this.#look.part.nodes
    const nodes = [...ids].filter((id) => this.#graph.hasNode(id))
    return viewOf(this.#graph, new Set(nodes))
  }

  /** The canvas as shapes and words; null where nothing is drawn. */
  picture(): Picture | null {
    return this.#sigma && pictureOf(this.#sigma, this.#graph, this.#look, this.#labels)
  }

  stopLayout(): void {
    this.#layout.stop()
    this.#report('ready')
  }

  resumeLayout(): void {
    this.#layout.resume()
    this.#report('arranging')
  }

  /** Build the renderer, at the start and after its context was lost; without WebGL it says so. */
  redraw(): void {
    const camera = this.#sigma?.getCamera().getState()
    this.#dropRenderer()
    this.#lost = false
    try {
      this.#sigma = createRenderer(this.#container, this.#graph, this.#labels, () => this.#look)
    } catch {
      // Without WebGL sigma meets a TypeError of its own, which is no use to a reader.
      this.#container.replaceChildren()
      this.#report('unavailable')
      return
    }
    this.#watchPointer(this.#sigma)
    this.#watchContexts()
    this.#reframe()
    if (camera !== undefined) this.#sigma.getCamera().setState(camera)
    this.#report('ready')
    this.#arrange()
  }

  kill(): void {
    this.#layout.kill()
    this.#dropRenderer()
  }

  #watchPointer(sigma: CommitmentSigma): void {
    const wasDrag = watchDrags(sigma, this.#container, {
      moved: (id, at) => {
        // Moving it in the graph would have sigma look at all nodes again, and draw all edges.
        if (this.#look.busy) drawGhost(sigma, this.#graph, this.#look, id, at)
        else this.#graph.mergeNodeAttributes(id, sigma.viewportToGraph(at))
      },
      dropped: (id, at) => {
        clearGhost(sigma)
        const { x, y } = sigma.viewportToGraph(at)
        this.#events.pinned({ id, x: Math.round(x), y: Math.round(y) })
      },
      boxed: (box) => this.#events.boxed([...this.#nodesIn(sigma, box)]),
    })
    sigma.on('clickNode', ({ node, event }) => {
      if (wasDrag()) return
      if (withOthers(event.original)) this.#events.picked(node)
      else this.#events.chosen(node)
    })
    sigma.on('clickStage', ({ event }) => {
      if (!wasDrag() && this.#scene.picked.length > 0 && !withOthers(event.original)) this.#events.boxed([])
    })
    sigma.on('enterNode', ({ node }) => {
      this.#container.dataset['over'] = 'node'
      this.#hovered.add(node)
      this.#events.pointed(node)
    })
    sigma.on('leaveNode', () => {
      delete this.#container.dataset['over']
      this.#events.pointed(null)
    })
    sigma.on('leaveStage', () => this.#hovered.clear())
  }

  *#nodesIn(sigma: CommitmentSigma, [left, top, right, bottom]: Box): Generator<string> {
    for (const id of this.#look.part.nodes) {
      const node = sigma.getNodeDisplayData(id)
      if (node === undefined || node.hidden) continue
      const { x, y } = sigma.framedGraphToViewport(node)
      if (x >= left && x <= right && y >= top && y <= bottom) yield id
    }
  }

  #applyPins(): void {
    for (const { id, x, y } of this.#scene.pins)
      if (this.#graph.hasNode(id)) this.#graph.mergeNodeAttributes(id, { x, y })
  }

  #watchContexts(): void {
    const { signal } = this.#listeners
    const lost = (event: Event): void => {
      // Without this the browser never gives the context back.
      event.preventDefault()
      this.#lost = true
      this.#report('lost')
    }
    for (const canvas of this.#container.querySelectorAll('canvas')) {
      canvas.addEventListener('webglcontextlost', lost, { signal })
      canvas.addEventListener('webglcontextrestored', () => this.redraw(), { signal })
    }
  }

  #dropRenderer(): void {
    this.#listeners.abort()
    this.#listeners = new AbortController()
    this.#sigma?.kill()
    this.#sigma = null
  }

  /** Lay out what is shown when some of it has no place yet; what has one moves little. */
  #arrange(): void {
    const shown = [...this.#look.part.nodes]
    const fresh = shown.filter((id) => !this.#placed.has(id))
    if (fresh.length === 0 || this.#sigma === null) return
    const first = this.#placed.size === 0
    placeNewcomers(this.#graph, shown, this.#placed)
    for (const id of shown) this.#placed.add(id)
    this.#report('arranging')
    const { clientWidth, clientHeight } = this.#container
    this.#layout.start(shown, {
      iterations: roundsFor(shown.length, first),
      aspect: first ? clientWidth / clientHeight : null,
      pinned: first ? new Set() : this.#look.pinned,
    })
  }

  /** All of it is drawn afterwards. */
  #lookAnew(): void {
    this.#look = lookOf(this.#graph, this.#scene, this.#palette)
    this.#marked = this.#look.pointed
    this.#events.drawn(this.#look.part.nodes.size)
  }

  /** The frame is that of what is shown, so that hidden outliers take no room. */
  #reframe(): void {
    this.#lookAnew()
    const extent = extentOf(this.#graph, this.#look.part.nodes)
    if (extent !== null) this.#sigma?.setCustomBBox(extent)
    this.#sigma?.refresh()
  }

  #settle(): void {
    this.fit()
    this.#report('ready')
  }

  /** A layout may come to its end after the context was lost: that is still lost. */
  #report(state: CanvasState): void {
    this.#events.state(this.#lost ? 'lost' : state)
  }

  #moveCamera(state: CameraState): void {
    const camera = this.#sigma?.getCamera()
    if (camera === undefined) return
    if (reducedMotion()) camera.setState(state)
    else void camera.animate(state, { duration: 450, easing: 'cubicInOut' })
  }
}

/** When one of these changes, newcomers are given their places by the layout, not beside a neighbour. */
const ARRANGING = ['hidden', 'mentions', 'only', 'expanded', 'removed'] as const satisfies (keyof Scene)[]

/** Held while clicking, these add to a selection. */
const withOthers = (event: MouseEvent | TouchEvent): boolean =>
  event.shiftKey || event.ctrlKey || event.metaKey

/** A few rounds find newcomers their place; they are not to move everything else. */
const roundsFor = (nodes: number, first: boolean): number => (first ? (nodes < 2_000 ? 600 : 150) : 50)

const LABEL_SIZE = 13

const labelStyle = ({ font, paper }: Palette): LabelStyle => ({
  font: `500 ${LABEL_SIZE}px ${font}`,
  edgeFont: `500 11.5px ${font}`,
  size: LABEL_SIZE,
  width: 170,
  halo: paper,
})
