/** Long lists are drawn a piece at a time: the rest comes as the reader nears its end. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LedgerGroup } from '../state/ledger.ts'

const PIECE = 200

/** How many rows to draw now, and what to put after the last of them. A new `list` starts over. */
export function useGrowing(list: unknown, total: number) {
  const [grown, setGrown] = useState({ list, count: PIECE })
  const end = useRef<HTMLDivElement>(null)
  const count = grown.list === list ? grown.count : PIECE
  useEffect(() => {
    if (end.current === null || count >= total) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setGrown({ list, count: count + PIECE })
      },
      { rootMargin: '1200px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [list, count, total])
  return { count, end }
}

/** The first `count` rows of all groups. */
export function firstRows(groups: readonly LedgerGroup[], count: number): LedgerGroup[] {
  const cut: LedgerGroup[] = []
  let left = count
  for (const { key, commitments } of groups) {
    if (left <= 0) break
    cut.push({ key, commitments: commitments.slice(0, left) })
    left -= commitments.length
  }
  return cut
}
