import robotsParser from 'robots-parser'

/** What a site asks of those who read it by machine (RFC 9309). */
export interface Robots {
  allows(url: string): boolean
  /** Between two requests; 0 where it does not say. */
  delayMs: number
}

export const allowsAll: Robots = { allows: () => true, delayMs: 0 }
export const refusesAll: Robots = { allows: () => false, delayMs: 0 }

/** @param name how the reader calls itself */
export function parseRobots(address: string, text: string, name: string): Robots {
  const parse = robotsParser as unknown as typeof robotsParser.default
  const robots = parse(address, text)
  return {
    // Of other hosts it says nothing; the parser answers undefined.
    allows: (url) => robots.isAllowed(url, name) ?? true,
    delayMs: (robots.getCrawlDelay(name) ?? 0) * 1000,
  }
}
