/** Long lists are drawn a piece at a time: the rest comes as the reader nears its end. */
import { useEffect, useRef, useState } from 'preact/hooks'

const PIECE = 100

/**
 * How many rows to draw now, and what to put after the last of them. A new `list` starts over.
 *
 * @param grow fetches rows beyond `total`, where there are more
 * @param piece rows drawn at a time
 */
export function useGrowing(
  list: unknown,
  total: number,
  grow: (() => void) | null = null,
  piece: number = PIECE,
) {
  const [grown, setGrown] = useState({ list, count: piece })
  const end = useRef<HTMLDivElement>(null)
  const count = grown.list === list ? grown.count : piece
  useEffect(() => {
    if (end.current === null || (count >= total && grow === null)) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        if (count < total) setGrown({ list, count: count + piece })
        else grow?.()
      },
      { rootMargin: '1200px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [list, count, total, grow, piece])
  return { count, end }
}
