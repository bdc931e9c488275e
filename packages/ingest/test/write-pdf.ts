import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
// oxlint-disable-next-line import/no-named-as-default -- its types name no other
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)
const ARABIC =
  require.resolve('@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff')
const LATIN =
  require.resolve('@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-400-normal.woff')

/** A piece of a line, in Arabic or in Latin type; a line is its pieces in reading order. */
type Piece = string

const SIZE = 14
/** With any named, a piece is shaped as a whole, its words turned round. */
const FEATURES: PDFKit.Mixins.OpenTypeFeatures[] = ['rtla']
const MARGIN = 50

/** Pages of lines set by hand from the right edge; an empty line leaves a gap. A number is the line's indent. */
export async function writePdf(
  pages: readonly (readonly (readonly Piece[])[])[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A5', margin: 0, autoFirstPage: false, ...options })
  pdf.registerFont('arabic', ARABIC)
  pdf.registerFont('latin', LATIN)
  const whole = buffer(pdf)
  for (const lines of pages) {
    pdf.addPage()
    let y = MARGIN
    for (const pieces of lines) {
      let right = pdf.page.width - MARGIN
      for (const piece of pieces) {
        pdf.font(/\p{Script=Arabic}/u.test(piece) ? 'arabic' : 'latin').fontSize(SIZE)
        right -= pdf.widthOfString(piece, { features: FEATURES })
        pdf.text(piece, right, y, { lineBreak: false, features: FEATURES })
      }
      y += 22
    }
  }
  pdf.end()
  return whole
}
