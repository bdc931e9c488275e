/** When quoted words mean, by the rules' own dates: the model says which words, never which day. */
import { boundedInterval, parseDates } from '@mithaq/extractor/dates'
import { type ArticleGraph, type DateMention, type Interval, iou, shared, type Span } from '@mithaq/model'

/** A date with the words that tell it. */
export interface Bound {
  interval: Interval
  mention: DateMention
}

export class DateFinder {
  readonly #dates: readonly DateMention[]
  readonly #reference: string | null

  constructor({ article, dates }: ArticleGraph) {
    this.#dates = dates
    this.#reference = article.published?.date ?? null
  }

  /**
   * From when or by when some words say: what the rules read there, else in the words by themselves. Null where they
   * tell no day.
   */
  at(words: Span, edge: 'begins' | 'due'): Bound | null {
    const mention = nearest(this.#dates, words) ?? nearest(this.#read(words), words)
    if (!mention) return null
    const interval = bounds(mention, edge)
    return (edge === 'begins' ? interval.from : interval.until) === null ? null : { interval, mention }
  }

  #read({ start, quote }: Span): DateMention[] {
    const own = parseDates(quote, { reference: this.#reference })
    for (const mention of own) {
      mention.start += start
      mention.end += start
    }
    return own
  }
}

/** As the rules have it: «قبل …» ends before, «بعد …» begins after, all else is the date itself. */
function bounds(mention: DateMention, edge: 'begins' | 'due'): Interval {
  return mention.bound === (edge === 'due' ? 'before' : 'after') ? boundedInterval(mention) : mention.interval
}

function nearest(dates: readonly DateMention[], words: Span): DateMention | undefined {
  const told = dates.filter(
    (date) => shared(date, words) > 0 && (date.interval.from !== null || date.interval.until !== null),
  )
  return told.reduce<DateMention | undefined>(
    (best, date) => (best && iou(best, words) >= iou(date, words) ? best : date),
    undefined,
  )
}
