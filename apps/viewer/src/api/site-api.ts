/** The same answers from files, for a graph published as a site of its own: `mithaq export --html`. */
import type { ArticleSummary, ArticleView, CommitmentView, GraphView, TieView } from '@mithaq/model'
import { ViewerError } from '../errors.ts'
import { asOfDay, overviewOf, partsOf } from '@mithaq/views'
import type { Api } from './api.ts'
import { getJson } from './get-json.ts'
import { among, egoOf } from './part-of-graph.ts'

/** @param data the address of the site's data, ending in `/` */
export function createSiteApi(data: URL): Api {
  const files = new Map<string, Promise<unknown>>()
  const file = <T>(name: string): Promise<T> => {
    const known = files.get(name) ?? getJson<unknown>(new URL(name, data))
    files.set(name, known)
    // A file that could not be had is asked for again.
    known.catch(() => files.delete(name))
    return known as Promise<T>
  }
  const graph = (): Promise<GraphView> => file('graph.json')
  const commitments = (): Promise<CommitmentView[]> => file('commitments.json')
  const ties = (): Promise<TieView[]> => file('ties.json')
  const articles = (): Promise<ArticleSummary[]> => file('articles.json')
  return {
    async graph(nodes) {
      const whole = await graph()
      if (whole.nodes.length <= nodes) return whole
      return { ...among(whole, overviewOf((await commitments()).map(partsOf), nodes)), truncated: true }
    },
    size: async () => ({
      nodes: (await graph()).nodes.length,
      commitments: (await commitments()).length,
    }),
    ego: async (id, hops) => egoOf(await graph(), id, hops),
    articles,
    async article(id) {
      const index = (await articles()).findIndex((one) => one.id === id)
      if (index === -1) throw new ViewerError('not-found', `no article ${id} in this site`)
      return file<ArticleView>(`articles/${index}.json`)
    },
    commitments: async (asOf) => asOfDay(await commitments(), await ties(), asOf),
    ledger: () => Promise.reject(new ViewerError('refused', 'a published copy has all of its ledger')),
    ties,
    questions: () => Promise.resolve([]),
    cypher: () => Promise.reject(new ViewerError('refused', 'a published copy has no store to ask')),
  }
}
