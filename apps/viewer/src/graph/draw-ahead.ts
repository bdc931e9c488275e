/**
 * The edges of a busy drawing, drawn out of sight before the rest is drawn and all is shown. Without a graphics card a browser
 * waits for a canvas that it shows to be drawn, and the page waits with it; for what is not shown nobody waits. They are
 * drawn strip by strip, so that whoever asks what is under the mouse waits for one strip at most.
 */
import { Program } from 'sigma/rendering'
import type { CameraState, RenderParams } from 'sigma/types'
import { getMatrixImpact, matrixFromCamera } from 'sigma/utils'
import type { CommitmentSigma } from './create-renderer.ts'

/** What a strip should take, in milliseconds: between these the next is as high. */
const QUICK_MS = 20
const SLOW_MS = 60
/** Rows of pixels in the first strip, in the lowest and in the highest. */
const FIRST_ROWS = 64
const LEAST_ROWS = 32
const MOST_ROWS = 4_096
/** How often it is asked whether a strip has been drawn. */
const ASK_MS = 4

/** Parts of sigma that are not of its types. */
interface Inner {
  /** Programs made of others among them, of which we use none. */
  edgePrograms: Record<string, Program | object>
  webGLContexts: { edges: WebGLRenderingContext | WebGL2RenderingContext }
  needToProcess: boolean
  renderFrame: number | null
  /** What the numbers drawn for the mouse stand for. */
  itemIDsIndex: object
  process(): void
  getRenderParams(): RenderParams
  render(): CommitmentSigma
}

/** @param busy whether there are so many edges that it is worth while */
export function drawAhead(sigma: CommitmentSigma, busy: () => boolean): void {
  const inner = sigma as unknown as Inner
  const { edges: gl } = inner.webGLContexts
  const render = inner.render.bind(sigma)
  // Only here can a page ask whether something has been drawn, without waiting for it.
  if (!(gl instanceof WebGL2RenderingContext)) return

  const hidden = createHiddenLayer(gl)
  const camera = sigma.getCamera()
  let rows = FIRST_ROWS
  let asking: ReturnType<typeof setTimeout> | undefined
  let again = false
  // Where nothing is shown yet, nothing is to be waited for.
  let shown = false
  let numbers: object | null = null

  const stop = (): void => {
    clearTimeout(asking)
    asking = undefined
  }
  // What is shown until then keeps its numbers.
  const process = (): void => {
    if (!inner.needToProcess) return
    const before = inner.itemIDsIndex
    inner.process()
    inner.needToProcess = false
    numbers = inner.itemIDsIndex
    inner.itemIDsIndex = before
  }
  sigma.on('beforeRender', () => {
    inner.itemIDsIndex = numbers ?? inner.itemIDsIndex
    numbers = null
  })
  const begin = (): void => {
    again = false
    process()
    const params = paramsOf(sigma, inner)
    hidden.clear(params)
    drawFrom(0, camera.getState(), params)
  }
  const drawFrom = (top: number, from: CameraState, params: RenderParams): void => {
    const begun = performance.now()
    const isDrawn = hidden.drawStrip(top, rows, Object.values(inner.edgePrograms), params)
    const next = (): void => {
      asking = undefined
      // Once it rests, it is all drawn from where the camera is then.
      if (gl.isContextLost() || !sameCamera(from, camera.getState())) return
      if (!isDrawn()) {
        asking = setTimeout(next, ASK_MS)
        return
      }
      const bottom = top + rows
      const took = performance.now() - begun
      if (took < QUICK_MS) rows = Math.min(rows * 2, MOST_ROWS)
      else if (took > SLOW_MS) rows = Math.max(rows / 2, LEAST_ROWS)
      if (bottom < hidden.height()) drawFrom(bottom, from, params)
      else show()
    }
    asking = setTimeout(next, ASK_MS)
  }
  const show = (): void => {
    process()
    const { edgePrograms } = inner
    inner.edgePrograms = {}
    render()
    inner.edgePrograms = edgePrograms
    hidden.show()
    if (again) begin()
  }
  inner.render = () => {
    if (!shown || !busy()) {
      stop()
      shown = sigma.getGraph().order > 0
      return render()
    }
    if (inner.renderFrame !== null) cancelAnimationFrame(inner.renderFrame)
    inner.renderFrame = null
    if (asking === undefined) begin()
    else again = true
    return sigma
  }
  sigma.on('kill', stop)
}

/** What sigma would draw with now: it works this out, and takes the size of its container, only as it draws. */
function paramsOf(sigma: CommitmentSigma, inner: Inner): RenderParams {
  const { offsetWidth, offsetHeight } = sigma.getContainer()
  const size = { width: Math.max(offsetWidth, 1), height: Math.max(offsetHeight, 1) }
  const state = sigma.getCamera().getState()
  const matrix = matrixFromCamera(state, size, sigma.getGraphDimensions(), sigma.getStagePadding())
  const correctionRatio = getMatrixImpact(matrix, state, size)
  return { ...inner.getRenderParams(), ...size, matrix, correctionRatio }
}

/** A picture of the size of the canvas that is not shown. */
function createHiddenLayer(gl: WebGL2RenderingContext) {
  const frameBuffer = gl.createFramebuffer()
  let texture: WebGLTexture | null = null
  let [width, height] = [0, 0]

  const resize = (): void => {
    gl.deleteTexture(texture)
    texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  }
  return {
    height: () => height,
    clear({ pixelRatio, ...size }: RenderParams): void {
      const [wide, high] = [Math.floor(size.width * pixelRatio), Math.floor(size.height * pixelRatio)]
      gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer)
      if (wide !== width || high !== height) {
        ;[width, height] = [wide, high]
        resize()
      }
      gl.clear(gl.COLOR_BUFFER_BIT)
    },
    /** @returns tells whether it has been drawn */
    drawStrip(top: number, rows: number, programs: object[], params: RenderParams): () => boolean {
      gl.enable(gl.SCISSOR_TEST)
      gl.scissor(0, top, width, rows)
      for (const program of programs) {
        if (!(program instanceof Program)) continue
        program.normalProgram.frameBuffer = frameBuffer
        program.render(params)
        program.normalProgram.frameBuffer = null
      }
      gl.disable(gl.SCISSOR_TEST)
      const drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
      gl.flush()
      return () => drawn === null || gl.getSyncParameter(drawn, gl.SYNC_STATUS) === gl.SIGNALED
    },
    show(): void {
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, frameBuffer)
      gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null)
      gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST)
      gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    },
  }
}

export const sameCamera = (a: CameraState, b: CameraState): boolean =>
  a.x === b.x && a.y === b.y && a.ratio === b.ratio && a.angle === b.angle
