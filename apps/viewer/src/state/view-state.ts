/** What the reader is looking at: all of it lives in the address, so that a link shows the same view. */
import { NODE_LABELS, isoDate } from '@mithaq/model'
import type { NodeLabel } from '@mithaq/model'

export type Language = 'ar' | 'en'
export type Theme = 'auto' | 'light' | 'dark'
export const INDEXES = ['commitments', 'actors', 'places', 'articles'] as const
type Index = (typeof INDEXES)[number]

export interface ViewState {
  lang: Language
  theme: Theme
  /** The list shown at the side. */
  index: Index
  /** The commitment that is open. */
  commitment: string | null
  /** The node whose surroundings are shown and whose commitments the ledger lists. */
  focus: string | null
  query: string
  hidden: readonly NodeLabel[]
  /** Also draw what an article only mentions. */
  mentions: boolean
  /** The day as of which statuses are told; null is today. */
  asOf: string | null
}

/** Statements and articles tie everything to everything; they join when asked for. */
export const FIRST_VIEW: ViewState = {
  lang: 'ar',
  theme: 'auto',
  index: 'commitments',
  commitment: null,
  focus: null,
  query: '',
  hidden: ['Statement', 'Article'],
  mentions: false,
  asOf: null,
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** The day of the reader's own calendar. */
export function today(): string {
  const now = new Date()
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

const oneOf = <T extends string>(value: string | null, allowed: readonly T[], otherwise: T): T =>
  allowed.find((one) => one === value) ?? otherwise

/** Read a view from an address' hash; whatever is unknown or malformed falls back to the first view. */
export function parseView(hash: string): ViewState {
  const params = new URLSearchParams(hash.replace(/^#/u, ''))
  const hidden = params.get('hide')
  const asOf = params.get('asOf')
  return {
    lang: oneOf(params.get('lang'), ['ar', 'en'], FIRST_VIEW.lang),
    theme: oneOf(params.get('theme'), ['auto', 'light', 'dark'], FIRST_VIEW.theme),
    index: oneOf(params.get('index'), INDEXES, FIRST_VIEW.index),
    commitment: params.get('commitment'),
    focus: params.get('focus'),
    query: params.get('q') ?? '',
    hidden:
      hidden === null ? FIRST_VIEW.hidden : NODE_LABELS.filter((label) => hidden.split(',').includes(label)),
    mentions: params.get('mentions') === '1',
    asOf: asOf !== null && DAY.test(asOf) ? asOf : null,
  }
}

/**
 * Write a view as a hash, leaving out what is as in the first view.
 *
 * @example formatView({ ...FIRST_VIEW, lang: 'en' }) // '#lang=en'
 */
export function formatView(view: ViewState): string {
  const params = new URLSearchParams()
  const write = (name: string, value: string | null, first: string | null): void => {
    if (value !== null && value !== first) params.set(name, value)
  }
  write('lang', view.lang, FIRST_VIEW.lang)
  write('theme', view.theme, FIRST_VIEW.theme)
  write('index', view.index, FIRST_VIEW.index)
  write('focus', view.focus, null)
  write('commitment', view.commitment, null)
  write('q', view.query, '')
  write('hide', listed(view.hidden), listed(FIRST_VIEW.hidden))
  write('mentions', view.mentions ? '1' : '', '')
  write('asOf', view.asOf, null)
  const text = params.toString()
  return text === '' ? '' : `#${text}`
}

const listed = (labels: readonly NodeLabel[]): string =>
  NODE_LABELS.filter((label) => labels.includes(label)).join(',')
