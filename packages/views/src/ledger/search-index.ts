/** Search as you type over names and actions, in both languages, blind to how a word is spelt. */
import { fold } from '@mithaq/model'
import type { CommitmentView, NodeView } from '@mithaq/model'
import MiniSearch from 'minisearch'

export interface SearchHits {
  /** Actors and places, best first. */
  names: NodeView[]
  commitments: ReadonlySet<string>
}

export interface SearchIndex {
  /** @example index.search('احمد').names // finds «أحمد» */
  search(query: string): SearchHits
}

interface Entry {
  id: string
  text: string
}

const SHORTEST_STEM = 3

/** A word without its article and the letters written onto it: «بالعراق»، «والعراق»، «العراق» → «عراق». */
export function searchStem(term: string): string {
  const stem = term.replace(/^(?:[وفبك]?ال|و?لل)/u, '')
  return stem.length >= SHORTEST_STEM ? stem : term
}

const tokenize = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u)

const emptyIndex = (): MiniSearch<Entry> =>
  new MiniSearch<Entry>({
    fields: ['text'],
    tokenize,
    processTerm: (term) => (term === '' ? null : [...new Set([term, searchStem(term)])]),
    searchOptions: {
      processTerm: (term) => (term === '' ? null : searchStem(term)),
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  })

const isNamed = ({ label }: NodeView): boolean => label === 'Actor' || label === 'Place'
const entriesOf = (nodes: readonly NodeView[]): Entry[] =>
  nodes.filter(isNamed).map(({ id, name, nameEn }) => ({ id, text: `${name} ${nameEn ?? ''}` }))
const actionsOf = (commitments: readonly CommitmentView[]): Entry[] =>
  commitments.map((one) => ({ id: one.id, text: textOf(one) }))

export function createSearchIndex(
  nodes: readonly NodeView[],
  commitments: readonly CommitmentView[],
): SearchIndex {
  const [names, actions] = [emptyIndex(), emptyIndex()]
  names.addAll(entriesOf(nodes))
  actions.addAll(actionsOf(commitments))
  return searchIn(names, actions, nodes)
}

/** The same for a server: a piece at a time, so that it answers others meanwhile. */
export async function prepareSearchIndex(
  nodes: readonly NodeView[],
  commitments: readonly CommitmentView[],
): Promise<SearchIndex> {
  const [names, actions] = [emptyIndex(), emptyIndex()]
  await names.addAllAsync(entriesOf(nodes), { chunkSize: PIECE })
  await actions.addAllAsync(actionsOf(commitments), { chunkSize: PIECE })
  return searchIn(names, actions, nodes)
}

const PIECE = 100

function searchIn(
  names: MiniSearch<Entry>,
  actions: MiniSearch<Entry>,
  nodes: readonly NodeView[],
): SearchIndex {
  const byId = new Map(nodes.filter(isNamed).map((node) => [node.id, node]))
  return {
    search: (query) => ({
      names: names.search(query).flatMap(({ id }) => byId.get(id as string) ?? []),
      commitments: new Set(actions.search(query).map(({ id }) => id as string)),
    }),
  }
}

function textOf({
  action,
  actionEn,
  quote,
  committers,
  creditors,
  concerns,
  places,
  statedBy,
}: CommitmentView): string {
  const people = [...committers, ...creditors, ...concerns, ...places, ...statedBy]
  return [action, actionEn ?? '', quote, ...people.flatMap(({ name, nameEn }) => [name, nameEn ?? ''])].join(
    ' ',
  )
}
