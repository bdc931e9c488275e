import { useEffect, useRef, useState } from 'preact/hooks'
import { GraphCanvas } from '../graph/graph-canvas.ts'
import { loadFonts } from '../graph/load-fonts.ts'
import type { Scene } from '../graph/scene.ts'
import { fill, formatNumber } from '../i18n/language.ts'
import { valueOf } from '../state/app-state.ts'
import type { AppState } from '../state/app-state.ts'
import { centreOf } from '../state/keep-loaded.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { EXTENTS } from '../state/view-state.ts'
import { IconButton } from './icon.tsx'
import { Legend } from './legend.tsx'
import { NodeTools } from './node-tools.tsx'
import { FailedNotice, LoadingNotice, Notice } from './notice.tsx'

/** The drawing, with its legend and its buttons. */
export function GraphPane(props: { hidden: boolean; made: (canvas: GraphCanvas | null) => void }) {
  const { m } = useLanguage()
  const graph = useApp((state) => state.graph)
  const state = useApp(({ canvas }) => canvas)
  const { host, canvas } = useCanvas()
  useEffect(() => props.made(canvas), [canvas])
  return (
    <section class="graph-pane" aria-label={m.graphLabel} hidden={props.hidden}>
      {/* The canvas is always left to right: labels take their direction one by one. */}
      <div class="canvas" dir="ltr" ref={host} data-state={state} aria-hidden="true" />
      {graph.state === 'loading' && <LoadingNotice />}
      {graph.state === 'failed' && <FailedNotice code={graph.code} />}
      {state !== 'unavailable' && <NodeTools />}
      <CanvasNotice redraw={() => canvas?.redraw()} />
      <p class="visually-hidden" role="status">
        {state === 'arranging' && m.arranging}
      </p>
      {state !== 'unavailable' && canvas !== null && <CanvasButtons canvas={canvas} />}
      <footer class="graph-foot">
        <Legend />
        <DrawnShare />
      </footer>
    </section>
  )
}

/** How much of a large store is drawn, and the way to more; nothing where all is. */
function DrawnShare() {
  const { lang, m } = useLanguage()
  const graph = useApp((state) => valueOf(state.graph))
  const size = useApp((state) => valueOf(state.size))
  const extent = useApp(({ view }) => view.extent)
  const { look } = useActions()
  if (graph?.truncated !== true || size === null) return null
  const drawn = graph.nodes.filter(({ label }) => label === 'Commitment').length
  const next = EXTENTS[EXTENTS.indexOf(extent) + 1]
  return (
    <p class="drawn-share">
      <span role="status">
        {fill(m.share, {
          drawn: formatNumber(lang, drawn),
          all: formatNumber(lang, size.commitments),
        })}
      </span>
      {next !== undefined && (
        <button type="button" class="text-button" onClick={() => look({ extent: next })}>
          {m.drawMore}
        </button>
      )}
    </p>
  )
}

/** The canvas lives as long as the pane, and is told of every change of the view. */
function useCanvas() {
  const host = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null)
  const { choose, point, pick, pickAll, pin, canvas: report, drawn } = useActions()
  const graph = useApp((state) => valueOf(state.graph))
  const scene = useScene()
  const theme = useApp(({ view }) => view.theme)

  useEffect(() => {
    let made: GraphCanvas | null = null
    let gone = false
    void loadFonts(document.fonts).then(() => {
      if (gone || host.current === null) return
      made = new GraphCanvas(host.current, scene, {
        chosen: choose,
        pointed: point,
        state: report,
        drawn,
        picked: pick,
        boxed: pickAll,
        pinned: pin,
      })
      setCanvas(made)
    })
    return () => {
      gone = true
      made?.kill()
    }
  }, [])
  useEffect(() => {
    if (graph !== null) canvas?.add(graph)
  }, [canvas, graph])
  useEffect(() => canvas?.show(scene), [canvas, graph, scene])
  useEffect(() => {
    canvas?.retheme()
    const system = matchMedia('(prefers-color-scheme: dark)')
    const retheme = (): void => canvas?.retheme()
    system.addEventListener('change', retheme)
    return () => system.removeEventListener('change', retheme)
  }, [canvas, theme])
  return { host, canvas }
}

/** The scene is one object as long as nothing in it changes. */
function useScene(): Scene {
  const { drawn } = useLedger()
  const last = useRef<Scene | null>(null)
  return useApp((state) => {
    const scene = sceneOf(state, drawn)
    const same =
      last.current !== null &&
      Object.entries(scene).every(([key, value]) => last.current?.[key as keyof Scene] === value)
    if (!same) last.current = scene
    return last.current ?? scene
  })
}

function sceneOf(state: AppState, only: Scene['only']): Scene {
  const { hidden, mentions, lang, removed, expanded, picked, path, hops, pins } = state.view
  const kept = { removed, expanded, picked, path, hops, pins }
  return { hidden, mentions, lang, only, ...kept, focus: centreOf(state), pointed: state.pointed }
}

function CanvasNotice({ redraw }: { redraw: () => void }) {
  const { m } = useLanguage()
  const state = useApp(({ canvas }) => canvas)
  const bare = useApp(({ graph, drawn }) => drawn === 0 && (valueOf(graph)?.nodes.length ?? 0) > 0)
  if (state === 'unavailable') {
    return (
      <Notice title={m.noWebglTitle}>
        <p>{m.noWebglBody}</p>
      </Notice>
    )
  }
  if (state === 'ready' && bare) {
    return (
      <Notice title={m.nothingToSee}>
        <p>{m.nothingToSeeBody}</p>
      </Notice>
    )
  }
  if (state !== 'lost') return null
  return (
    <Notice title={m.lostTitle}>
      <p>{m.lostBody}</p>
      <button type="button" class="button" onClick={redraw}>
        {m.redraw}
      </button>
    </Notice>
  )
}

function CanvasButtons({ canvas }: { canvas: GraphCanvas }) {
  const { m } = useLanguage()
  const state = useApp((app) => app.canvas)
  const [stopped, setStopped] = useState(false)
  const stop = (): void => {
    setStopped(true)
    canvas.stopLayout()
  }
  const resume = (): void => {
    setStopped(false)
    canvas.resumeLayout()
  }
  return (
    <div class="canvas-buttons">
      <IconButton icon="plus" label={m.zoomIn} onClick={() => canvas.zoom(1.5)} />
      <IconButton icon="minus" label={m.zoomOut} onClick={() => canvas.zoom(1 / 1.5)} />
      <IconButton icon="fit" label={m.fit} onClick={() => canvas.fit()} />
      {state === 'arranging' && <IconButton icon="pause" label={m.stopLayout} onClick={stop} />}
      {state === 'ready' && stopped && <IconButton icon="play" label={m.resumeLayout} onClick={resume} />}
    </div>
  )
}
