/** Everything that can leave the viewer as a file; loaded when it is first asked for. */
import type { CommitmentView } from '@mithaq/model'
import type { GraphCanvas } from '../graph/graph-canvas.ts'
import { messagesIn } from '../i18n/language.ts'
import type { Language } from '../state/view-state.ts'
import { drawGexf } from './draw-gexf.ts'
import { drawPng } from './draw-png.ts'
import { drawSvg } from './draw-svg.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { saveFile } from './save-file.ts'

export type Format = 'png' | 'svg' | 'gexf' | 'json' | 'csv'

interface Shown {
  canvas: GraphCanvas | null
  ledger: readonly CommitmentView[]
  lang: Language
}

export async function exportAs(format: Format, { canvas, ledger, lang }: Shown): Promise<void> {
  const save = (content: string | Blob, type: string): void => saveFile(`mithaq.${format}`, content, type)
  if (format === 'csv') return save(ledgerCsv(ledger, lang, messagesIn(lang)), 'text/csv')
  if (canvas === null) return
  if (format === 'json') return save(`${JSON.stringify(canvas.part(), null, 2)}\n`, 'application/json')
  if (format === 'gexf') return save(drawGexf(canvas.part(), canvas.palette), 'application/gexf+xml')
  const picture = canvas.picture()
  if (picture === null) return
  if (format === 'svg') save(await drawSvg(picture), 'image/svg+xml')
  else save(await drawPng(picture), 'image/png')
}
