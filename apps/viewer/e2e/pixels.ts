/** Looking at what was drawn, pixel by pixel. */
/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page takes nothing from this file */
import type { Locator, Page } from 'playwright-core'

export interface Paint {
  /** Pixels of the colour, give or take the smoothing of edges. */
  pixels: number
  /** The middle of its first patch, in the page's coordinates. */
  patch: { x: number; y: number } | null
}

/** What a screenshot of `target` shows of a colour. */
export async function paintOf(target: Locator, hex: string): Promise<Paint> {
  const png = (await target.screenshot()).toString('base64')
  return target.evaluate(
    async (element, [data, colour]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const { width, height } = image
      const context = new OffscreenCanvas(width, height).getContext('2d')!
      context.drawImage(image, 0, 0)
      const rgba = context.getImageData(0, 0, width, height).data
      const wanted = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
      const is = (x: number, y: number): boolean =>
        wanted.every((part, k) => Math.abs(part - (rgba[4 * (y * width + x) + k] ?? -99)) < 12)
      let pixels = 0
      let patch: { x: number; y: number } | null = null
      const { left, top } = element.getBoundingClientRect()
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          if (!is(x, y)) continue
          pixels++
          if (patch === null && [-5, 5].every((d) => is(x + d, y) && is(x, y + d))) {
            patch = { x: left + x / devicePixelRatio, y: top + y / devicePixelRatio }
          }
        }
      }
      return { pixels, patch }
    },
    [png, hex] as const,
  )
}

/** How well a word matches what a 2D canvas shows, from 0 to 1, at the place where it matches best. */
export interface WordMatch {
  /** The word as a font joins it. */
  joined: number
  /** The same letters, kept apart by zero-width non-joiners. */
  apart: number
}

/** Where to look for a word: a canvas of the page, or a picture as a data URL; and how it is drawn there. */
export interface Drawn {
  canvas?: string
  picture?: string
  /** Pixels for each of the style sheet's. */
  scale: number
  font: string
}

export const ON_LABELS: Drawn = {
  canvas: 'canvas.sigma-labels',
  scale: 2,
  font: '500 13px "IBM Plex Sans Arabic"',
}

/** Look for a word anywhere in what is drawn, in the font that it is drawn in. */
export function findWord(page: Page, word: string, drawn: Drawn = ON_LABELS): Promise<WordMatch> {
  return page.evaluate(
    async ([text, { canvas, picture, scale, font }]) => {
      const labels =
        canvas === undefined ? new OffscreenCanvas(1, 1) : document.querySelector<HTMLCanvasElement>(canvas)!
      if (picture !== undefined && labels instanceof OffscreenCanvas) {
        const image = new Image()
        image.src = picture
        await image.decode()
        labels.width = image.naturalWidth * (picture.startsWith('data:image/svg') ? scale : 1)
        labels.height = image.naturalHeight * (picture.startsWith('data:image/svg') ? scale : 1)
        labels.getContext('2d')!.drawImage(image, 0, 0, labels.width, labels.height)
      }

      const inkOf = (
        context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
        width: number,
        height: number,
      ) => {
        const { data } = context.getImageData(0, 0, width, height)
        const ink = new Uint8Array(width * height)
        for (let i = 0; i < ink.length; i++) {
          const dark = data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]! < 330
          ink[i] = data[4 * i + 3]! > 150 && dark ? 1 : 0
        }
        return ink
      }
      const page = inkOf(labels.getContext('2d') as CanvasRenderingContext2D, labels.width, labels.height)

      const stencilOf = (letters: string) => {
        const [width, height] = [Math.ceil(letters.length * 16 * scale), Math.ceil(26 * scale)]
        const context = new OffscreenCanvas(width, height).getContext('2d')!
        context.scale(scale, scale)
        context.font = font
        context.direction = 'rtl'
        context.textAlign = 'left'
        context.fillText(letters, 4, 17)
        const ink = inkOf(context, width, height)
        const dots: [number, number][] = []
        for (let i = 0; i < ink.length; i++) if (ink[i] === 1) dots.push([i % width, Math.floor(i / width)])
        const left = Math.min(...dots.map(([x]) => x))
        const top = Math.min(...dots.map(([, y]) => y))
        return dots.map(([x, y]) => [x - left, y - top] as const)
      }

      const best = (letters: string): number => {
        const dots = stencilOf(letters)
        const wide = Math.max(...dots.map(([x]) => x)) + 1
        const high = Math.max(...dots.map(([, y]) => y)) + 1
        // Most places have none of these three, and need no closer look.
        const anchors = [0.2, 0.5, 0.8].map((share) => dots[Math.floor(dots.length * share)]!)
        const some = dots.filter((_, i) => i % Math.ceil(dots.length / 40) === 0)
        const hits = (list: readonly (readonly [number, number])[], x: number, y: number): number => {
          let count = 0
          for (const [dx, dy] of list) count += page[(y + dy) * labels.width + x + dx]!
          return count
        }
        let found = 0
        for (let y = 0; y + high < labels.height; y++) {
          for (let x = 0; x + wide < labels.width; x++) {
            if (hits(anchors, x, y) === 0 || hits(some, x, y) < some.length * 0.5) continue
            let ink = 0
            for (let dy = 0; dy < high; dy++) {
              for (let dx = 0; dx < wide; dx++) ink += page[(y + dy) * labels.width + x + dx]!
            }
            const shared = hits(dots, x, y)
            // What is drawn there and not meant, or meant and not drawn, counts against it.
            found = Math.max(found, shared / (dots.length + ink - shared))
          }
        }
        return found
      }
      return { joined: best(text), apart: best(Array.from(text).join('\u200c')) }
    },
    [word, drawn] as const,
  )
}
