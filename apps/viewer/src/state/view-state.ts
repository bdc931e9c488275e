/** What the reader is looking at: all of it lives in the address, so that a link shows the same view. */
import { NODE_LABELS, isoDate } from '@mithaq/model'
import type { NodeLabel } from '@mithaq/model'
import { FACETS, GROUPINGS, NO_CHOICE, SORTINGS } from '@mithaq/views'
import type { Choice, Grouping, Language, Sorting } from '@mithaq/views'

export type { Language } from '@mithaq/views'
export type Theme = 'auto' | 'light' | 'dark'
export const INDEXES = ['commitments', 'actors', 'places', 'articles'] as const
type Index = (typeof INDEXES)[number]
export const HOPS = [1, 2, 3] as const
type Hops = (typeof HOPS)[number]
export const EXTENTS = [1, 2, 4, 8] as const
type Extent = (typeof EXTENTS)[number]

/** Parameters of a question by name, as they were typed. */
type Params = Readonly<Record<string, string>>

/** A node that stays where it was put, in whole units of the drawing. */
export interface Pin {
  id: string
  x: number
  y: number
}

/** What the middle of the page shows the commitments as. */
export const STAGES = ['graph', 'table', 'timeline', 'questions'] as const
type Stage = (typeof STAGES)[number]

export interface ViewState {
  lang: Language
  theme: Theme
  /** The list shown at the side. */
  index: Index
  stage: Stage
  /** What the ledger is narrowed to. */
  choice: Choice
  sorting: Sorting
  descending: boolean
  grouping: Grouping
  /** The commitment that is open. */
  commitment: string | null
  /** The statement whose words are shown in place of the commitment's. */
  said: string | null
  /** The node whose surroundings are shown and whose commitments the ledger lists. */
  focus: string | null
  query: string
  hidden: readonly NodeLabel[]
  /** Also draw what an article only mentions. */
  mentions: boolean
  /** How far around the focus is lit. */
  hops: Hops
  /** Nodes selected together. */
  picked: readonly string[]
  /** Light the way between the two ends of the selection. */
  path: boolean
  /** Nodes taken out of the drawing one by one. */
  removed: readonly string[]
  /** Nodes whose whole surroundings were fetched from the store. */
  expanded: readonly string[]
  /** Where the reader dragged nodes to. */
  pins: readonly Pin[]
  /** The question being asked of the store, in Cypher. */
  cypher: string
  /** What its parameters are set to, where these are not the examples that a named question comes with. */
  params: Params
  /** How much of a large graph is drawn, in multiples of the first view. */
  extent: Extent
  /** The day as of which statuses are told; null is today. */
  asOf: string | null
}

/** Statements and articles tie everything to everything; they join when asked for. */
export const FIRST_VIEW: ViewState = {
  lang: 'ar',
  theme: 'auto',
  index: 'commitments',
  stage: 'graph',
  choice: NO_CHOICE,
  sorting: 'due',
  descending: false,
  grouping: 'year',
  commitment: null,
  said: null,
  focus: null,
  query: '',
  hidden: ['Statement', 'Article'],
  mentions: false,
  hops: 1,
  picked: [],
  path: false,
  removed: [],
  expanded: [],
  pins: [],
  cypher: '',
  params: {},
  extent: 1,
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
    stage: oneOf(params.get('stage'), STAGES, FIRST_VIEW.stage),
    choice: parseChoice(params),
    sorting: oneOf(params.get('sort'), SORTINGS, FIRST_VIEW.sorting),
    descending: params.get('order') === 'desc',
    grouping: oneOf(params.get('group'), GROUPINGS, FIRST_VIEW.grouping),
    commitment: params.get('commitment'),
    said: params.get('said'),
    focus: params.get('focus'),
    query: params.get('q') ?? '',
    hidden:
      hidden === null ? FIRST_VIEW.hidden : NODE_LABELS.filter((label) => hidden.split(',').includes(label)),
    mentions: params.get('mentions') === '1',
    hops: HOPS.find((hops) => String(hops) === params.get('hops')) ?? FIRST_VIEW.hops,
    picked: listOf(params, 'pick'),
    path: params.get('path') === '1',
    removed: listOf(params, 'without'),
    expanded: listOf(params, 'around'),
    pins: pinsOf(params),
    cypher: params.get('cypher') ?? '',
    params: paramsOf(params),
    extent: EXTENTS.find((extent) => String(extent) === params.get('extent')) ?? FIRST_VIEW.extent,
    asOf: dayOf(asOf),
  }
}

/** One array for every address without any, so that nothing seems to change. */
function listOf(params: URLSearchParams, name: string): readonly string[] {
  const all = params.getAll(name)
  return all.length === 0 ? NOTHING : all
}

const NOTHING: readonly string[] = FIRST_VIEW.picked

/** `12,-40,actor:Q796`: the id comes last, since it may hold a comma. */
function pinsOf(params: URLSearchParams): readonly Pin[] {
  const pins = params.getAll('pin').flatMap((text): Pin[] => {
    const [, x, y, id] = /^(-?\d{1,7}),(-?\d{1,7}),(.+)$/su.exec(text) ?? []
    return id === undefined ? [] : [{ id, x: Number(x), y: Number(y) }]
  })
  return pins.length === 0 ? FIRST_VIEW.pins : pins
}

/** `param.actor=العراق`. */
function paramsOf(params: URLSearchParams): Params {
  const named = [...params].flatMap(([key, value]) =>
    key.startsWith(PARAM) ? [[key.slice(PARAM.length), value] as const] : [],
  )
  return named.length === 0 ? FIRST_VIEW.params : Object.fromEntries(named)
}

const PARAM = 'param.'

const dayOf = (text: string | null): string | null => (text !== null && DAY.test(text) ? text : null)

/** A facet may be named several times: ids may hold any letter, so that none can part them. */
function parseChoice(params: URLSearchParams): Choice {
  const values = Object.fromEntries(FACETS.map((facet) => [facet, params.getAll(`by.${facet}`)]))
  const choice = { ...values, from: dayOf(params.get('from')), until: dayOf(params.get('until')) } as Choice
  const chosen =
    FACETS.some((facet) => choice[facet].length > 0) || choice.from !== null || choice.until !== null
  return chosen ? choice : NO_CHOICE
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
  write('stage', view.stage, FIRST_VIEW.stage)
  for (const facet of FACETS) for (const value of view.choice[facet]) params.append(`by.${facet}`, value)
  write('from', view.choice.from, null)
  write('until', view.choice.until, null)
  write('sort', view.sorting, FIRST_VIEW.sorting)
  write('order', view.descending ? 'desc' : '', '')
  write('group', view.grouping, FIRST_VIEW.grouping)
  write('focus', view.focus, null)
  write('commitment', view.commitment, null)
  write('said', view.said, null)
  write('q', view.query, '')
  write('hide', listed(view.hidden), listed(FIRST_VIEW.hidden))
  write('mentions', view.mentions ? '1' : '', '')
  write('hops', String(view.hops), String(FIRST_VIEW.hops))
  for (const id of view.picked) params.append('pick', id)
  write('path', view.path ? '1' : '', '')
  for (const id of view.removed) params.append('without', id)
  for (const id of view.expanded) params.append('around', id)
  for (const { id, x, y } of view.pins) params.append('pin', `${x},${y},${id}`)
  write('cypher', view.cypher, '')
  for (const [name, value] of Object.entries(view.params)) params.set(`${PARAM}${name}`, value)
  write('extent', String(view.extent), String(FIRST_VIEW.extent))
  write('asOf', view.asOf, null)
  const text = params.toString()
  return text === '' ? '' : `#${text}`
}

const listed = (labels: readonly NodeLabel[]): string =>
  NODE_LABELS.filter((label) => labels.includes(label)).join(',')
