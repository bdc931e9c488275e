/**
 * A drawing of many edges is moved as the picture it is while the camera moves, and drawn anew once the camera rests:
 * moving a picture costs the same whatever is on it.
 */
import type { CameraState, Coordinates } from 'sigma/types'
import type { CommitmentSigma } from './create-renderer.ts'
import { sameCamera } from './draw-ahead.ts'

/** The camera rests when it has not moved for so long. */
const REST_MS = 120
/** The layer that listens to the mouse, and stays where it is. */
const LISTENING = 'mouse'

/** What sigma asks for what is under the mouse; not part of its types. */
interface Picking {
  getNodeAtPosition(at: Coordinates): string | null
}

/** @param busy whether drawing every frame of a movement would be too slow, asked as the camera moves */
export function moveAsPicture(sigma: CommitmentSigma, busy: () => boolean): void {
  const draw = sigma.scheduleRender.bind(sigma)
  const toFramed = sigma.viewportToFramedGraph.bind(sigma)
  const toViewport = sigma.framedGraphToViewport.bind(sigma)
  const camera = sigma.getCamera()
  let drawn = camera.getState()
  let moved = false
  let rest: ReturnType<typeof setTimeout> | undefined
  let frame: number | undefined

  const layers = Object.entries(sigma.getCanvases()).flatMap(([name, canvas]) =>
    name === LISTENING ? [] : [canvas],
  )
  const lay = (transform: string): void => {
    for (const { style } of layers) style.transform = transform
  }
  const move = (): void => {
    frame = undefined
    if (!moved) return
    const now = camera.getState()
    const { x, y } = toViewport(toFramed({ x: 0, y: 0 }, { cameraState: drawn }), { cameraState: now })
    lay(`translate(${x}px, ${y}px) scale(${drawn.ratio / now.ratio})`)
  }
  const drawIfMoved = (): void => {
    clearTimeout(rest)
    if (moved) draw()
  }
  sigma.on('afterRender', () => {
    drawn = camera.getState()
    moved = false
    lay('')
  })
  sigma.on('kill', () => {
    clearTimeout(rest)
    moved = false
  })
  sigma.scheduleRender = () => {
    if (!busy() || sameCamera(drawn, camera.getState())) return draw()
    moved = true
    clearTimeout(rest)
    rest = setTimeout(drawIfMoved, REST_MS)
    frame ??= requestAnimationFrame(move)
    return sigma
  }
  // Sigma itself reckons by the camera that it last drew for.
  const asNow = <O extends { cameraState?: CameraState }>(override: O): O =>
    moved && override.cameraState === undefined ? { ...override, cameraState: camera.getState() } : override
  sigma.viewportToFramedGraph = (at, override = {}) => toFramed(at, asNow(override))
  sigma.framedGraphToViewport = (at, override = {}) => toViewport(at, asNow(override))
  // What is dragged, node or picture, stays under the mouse; asking what is there would wait for the renderer.
  const picking = sigma as unknown as Picking
  let pressed = false
  // Sigma was here first, so that the press itself still asks.
  sigma.getMouseCaptor().on('mousedown', () => (pressed = true))
  sigma.getMouseCaptor().on('mouseup', () => (pressed = false))
  const nodeAt = picking.getNodeAtPosition.bind(sigma)
  let over: string | null = null
  picking.getNodeAtPosition = (at) => (moved || pressed ? over : (over = nodeAt(at)))
}
