/** A picture as SVG that carries its own font, so that Arabic looks the same wherever it is opened. */
import arabicFont from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2?url'
import latinFont from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-500-normal.woff2?url'
import { SHAPE_PATHS } from '../graph/node-shapes.ts'
import { textDirection } from '../graph/text-direction.ts'
import { escapeXml } from './escape-xml.ts'
import type { Picture } from './picture.ts'

const FAMILY = 'IBM Plex Sans Arabic'

export async function drawSvg(picture: Picture): Promise<string> {
  const { width, height, palette } = picture
  const faces = await Promise.all([arabicFont, latinFont].map(fontFace))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${faces.join('')}text{font-family:'${FAMILY}',sans-serif;font-weight:500;text-anchor:middle;paint-order:stroke;stroke:${palette.paper};stroke-width:3.5px;stroke-linejoin:round}</style>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    ...picture.edges.map(
      ({ from, middle, to, colour, width: thick }) =>
        `<path d="M${at(from)}Q${at(middle)} ${at(to)}" fill="none" stroke="${colour}" stroke-width="${thick}"/>`,
    ),
    ...picture.nodes.map(
      ({ x, y, radius, shape, colour }) =>
        `<path d="${SHAPE_PATHS[shape]}" transform="translate(${at({ x, y })}) scale(${round(radius)})" fill="${colour}" fill-rule="evenodd"/>`,
    ),
    ...picture.edgeLabels.map(({ text, x, y, angle, colour }) =>
      textElement(
        text,
        x,
        y + 4,
        11.5,
        colour,
        ` transform="rotate(${round((angle * 180) / Math.PI)} ${at({ x, y })})"`,
      ),
    ),
    ...picture.labels.map(({ text, box: [left, top, right, bottom], colour }) =>
      textElement(text, (left + right) / 2, (top + bottom) / 2 + 4.4, 13, colour, ''),
    ),
    '</svg>',
  ].join('\n')
}

const textElement = (text: string, x: number, y: number, size: number, fill: string, more: string): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" direction="${textDirection(text)}"${more}>${escapeXml(text)}</text>`

const round = (n: number): number => Math.round(n * 100) / 100
const at = ({ x, y }: { x: number; y: number }): string => `${round(x)},${round(y)}`

async function fontFace(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `@font-face{font-family:'${FAMILY}';font-weight:500;src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}`
}
