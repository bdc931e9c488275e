import type { CommitmentView } from '@mithaq/model'
import { useEffect, useRef } from 'preact/hooks'
import type { Format } from '../export/export-as.ts'
import type { GraphCanvas } from '../graph/graph-canvas.ts'
import { questionOf } from '../state/keep-ledger.ts'
import { useApp, useContextApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { Icon } from './icon.tsx'

const FORMATS: readonly Format[] = ['csv', 'png', 'svg', 'gexf', 'json']
const PICTURES: ReadonlySet<Format> = new Set<Format>(['png', 'svg'])

/** What is shown, as a file: the ledger as a table, the drawing as a picture, its nodes as data. */
export function ExportMenu({ canvas }: { canvas: GraphCanvas | null }) {
  const { lang, m } = useLanguage()
  const { counts, grow, listed } = useLedger()
  const { api, store } = useContextApp()
  const state = useApp((app) => app.canvas)
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = ({ target }: Event): void => {
      if (menu.current?.open && !(target instanceof Node && menu.current.contains(target)))
        menu.current.open = false
    }
    addEventListener('pointerdown', close)
    return () => removeEventListener('pointerdown', close)
  }, [])
  const wholeLedger = async (): Promise<readonly CommitmentView[]> => {
    if (grow === null) return listed
    const { groups } = await api.ledger({ ...questionOf(store.get()), limit: counts.listed })
    return [...new Map(groups.flatMap(({ commitments }) => commitments).map((one) => [one.id, one])).values()]
  }
  const save = async (format: Format): Promise<void> => {
    if (menu.current) menu.current.open = false
    const { exportAs } = await import('../export/export-as.ts')
    await exportAs(format, { canvas, ledger: await wholeLedger(), lang })
  }
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        event.stopPropagation()
        menu.current.open = false
        menu.current.querySelector('summary')?.focus()
      }}
    >
      <summary class="button quiet">
        <Icon name="save" />
        {m.exportMenu}
      </summary>
      <ul role="list">
        {FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              disabled={PICTURES.has(format) && (state === 'unavailable' || state === 'lost')}
              onClick={() => void save(format)}
            >
              <bdi class="menu-format">{format.toUpperCase()}</bdi>
              <span>{m.exportAs[format]}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
