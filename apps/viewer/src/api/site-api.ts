/** The same answers from files, for a graph published as a site of its own: `mithaq export --html`. */
import type { ArticleSummary, ArticleView, CommitmentView, GraphView, TieView } from '@mithaq/model'
import { ViewerError } from '../errors.ts'
import { asOfDay } from '../state/as-of.ts'
import type { Api } from './api.ts'
import { getJson } from './get-json.ts'
import { egoOf, mostConnected } from './part-of-graph.ts'

/** @param data the address of the site's data, ending in `/` */
export function createSiteApi(data: URL, firstView: number): Api {
  const files = new Map<string, Promise<unknown>>()
  const file = <T>(name: string): Promise<T> => {
    const known = files.get(name) ?? getJson<unknown>(new URL(name, data))
    files.set(name, known)
    // A file that could not be had is asked for again.
    known.catch(() => files.delete(name))
    return known as Promise<T>
  }
  const graph = (): Promise<GraphView> => file('graph.json')
  const ties = (): Promise<TieView[]> => file('ties.json')
  const articles = (): Promise<ArticleSummary[]> => file('articles.json')
  return {
    graph: async () => mostConnected(await graph(), firstView),
    ego: async (id, hops) => egoOf(await graph(), id, hops),
    articles,
    async article(id) {
      const index = (await articles()).findIndex((one) => one.id === id)
      if (index === -1) throw new ViewerError('not-found', `no article ${id} in this site`)
      return file<ArticleView>(`articles/${index}.json`)
    },
    commitments: async (asOf) =>
      asOfDay(await file<CommitmentView[]>('commitments.json'), await ties(), asOf),
    ties,
    questions: () => Promise.resolve([]),
    cypher: () => Promise.reject(new ViewerError('refused', 'a published copy has no store to ask')),
  }
}
