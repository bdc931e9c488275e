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

const createIndex = (entries: readonly Entry[]): MiniSearch<Entry> => {
  const index = new MiniSearch<Entry>({
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
  index.addAll(entries)
  return index
}

export function createSearchIndex(
  nodes: readonly NodeView[],
  commitments: readonly CommitmentView[],
): SearchIndex {
  const names = nodes.filter(({ label }) => label === 'Actor' || label === 'Place')
  const byId = new Map(names.map((node) => [node.id, node]))
  const nameIndex = createIndex(
    names.map(({ id, name, nameEn }) => ({ id, text: `${name} ${nameEn ?? ''}` })),
  )
  const commitmentIndex = createIndex(commitments.map((one) => ({ id: one.id, text: textOf(one) })))
  return {
    search: (query) => ({
      names: nameIndex.search(query).flatMap(({ id }) => byId.get(id as string) ?? []),
      commitments: new Set(commitmentIndex.search(query).map(({ id }) => id as string)),
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
