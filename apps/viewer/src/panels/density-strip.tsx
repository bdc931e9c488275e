import { valuesOf } from '@mithaq/model'
import { useRef, useState } from 'preact/hooks'
import { formatRange } from '../i18n/dates.ts'
import { fill, formatNumber, plural } from '../i18n/language.ts'
import type { Bin, Choice } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'

const HEIGHT = 44
const STATUSES = valuesOf('status')

interface Props {
  /** The day marked in the strip. */
  now: string
  /** Bring a month, `2025-09`, into view. */
  jump: (month: string) => void
}

/**
 * How many fall due when: a bar a month, a quarter or a year, its statuses piled up. A click goes there, a
 * drag narrows the ledger to the period; by keyboard the filter's two dates do the same.
 */
export function DensityStrip({ now, jump }: Props) {
  const { lang, m } = useLanguage()
  const choice = useApp(({ view }) => view.choice)
  const { look } = useActions()
  const { bins } = useLedger().counts.density()
  const strip = useRef<SVGSVGElement>(null)
  const [dragged, setDragged] = useState<readonly [number, number] | null>(null)
  const [first, last] = [bins[0], bins.at(-1)]
  if (first === undefined || last === undefined) return null
  const most = Math.max(...bins.map(({ total }) => total))

  const binAt = ({ clientX }: PointerEvent): number => {
    const { left, right, width } = strip.current!.getBoundingClientRect()
    const along = lang === 'ar' ? right - clientX : clientX - left
    return Math.min(Math.max(Math.floor((along / width) * bins.length), 0), bins.length - 1)
  }
  const release = (event: PointerEvent): void => {
    if (dragged === null) return
    const [from, until] = [Math.min(dragged[0], binAt(event)), Math.max(dragged[0], binAt(event))]
    setDragged(null)
    if (from === until) jump(bins[from]!.start.slice(0, 7))
    else look({ choice: { ...choice, from: bins[from]!.start, until: bins[until]!.end } })
  }
  const name = (bin: Bin): string => formatRange(lang, bin)
  const nowAt = bins.findIndex(({ end }) => end >= now)
  return (
    <figure class="density">
      <svg
        ref={strip}
        class="density-strip"
        viewBox={`0 0 ${bins.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={fill(m.density, { first: name(first), last: name(last) })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged([binAt(event), binAt(event)])
        }}
        onPointerMove={(event) => dragged !== null && setDragged([dragged[0], binAt(event)])}
        onPointerUp={release}
        onPointerCancel={() => setDragged(null)}
      >
        {bins.map((bin, index) => (
          <g key={bin.start}>
            <title>
              {fill(m.densityBin, { period: name(bin), count: plural(lang, m.commitmentCount, bin.total) })}
            </title>
            <rect class="density-room" x={index} y={0} width={1} height={HEIGHT} />
            {pileOf(bin, most).map(({ status, y, height }) => (
              <rect key={status} data-status={status} x={index + 0.1} y={y} width={0.8} height={height} />
            ))}
          </g>
        ))}
        {nowAt >= 0 && <rect class="density-now" x={nowAt + 0.45} y={0} width={0.1} height={HEIGHT} />}
        {dragged !== null && (
          <rect
            class="density-drag"
            x={Math.min(...dragged)}
            y={0}
            width={Math.abs(dragged[1] - dragged[0]) + 1}
            height={HEIGHT}
          />
        )}
      </svg>
      <figcaption class="density-ends">
        <span>{name(first)}</span>
        {choice.from !== null || choice.until !== null ? (
          <button type="button" class="text-button" onClick={() => look({ choice: withoutDays(choice) })}>
            {m.clearFilters}
          </button>
        ) : (
          <span class="muted">{fill(m.densityMost, { n: formatNumber(lang, most) })}</span>
        )}
        <span>{name(last)}</span>
      </figcaption>
    </figure>
  )
}

const withoutDays = (choice: Choice): Choice => ({ ...choice, from: null, until: null })

/** The bar of a bin from the bottom up, in pixels of the strip. */
function pileOf({ counts }: Bin, most: number) {
  let top = HEIGHT
  return STATUSES.flatMap((status) => {
    const height = ((counts[status] ?? 0) / most) * (HEIGHT - 2)
    top -= height
    return height === 0 ? [] : [{ status, y: top, height }]
  })
}
