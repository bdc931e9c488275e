import type { GraphView } from '@mithaq/model'

const at = (i: number) => ({ angle: i * 2.399963, radius: 40 * Math.sqrt(i) })

/** A graph with hubs, laid out on a disc: how it lies changes nothing for the renderer. */
export function drawnGraph(nodes: number, edges: number): GraphView {
  const labels = ['Commitment', 'Actor', 'Place', 'Date'] as const
  const relation = 'COMMITS_TO'
  return {
    truncated: false,
    nodes: Array.from({ length: nodes }, (_, i) => ({
      id: `${labels[i % 4]!.toLowerCase()}:${i}`,
      label: labels[i % 4]!,
      name: `الطرف ${i}`,
      x: at(i).radius * Math.cos(at(i).angle),
      y: at(i).radius * Math.sin(at(i).angle),
    })),
    edges: Array.from({ length: edges }, (_, i) => {
      const [a, b] = [(i * 4) % nodes, (((i * 7919) % nodes) & ~3) + 1]
      const [source, target] = [`commitment:${a}`, `actor:${b}`]
      return { id: `${i}`, source, target, relation }
    }),
  }
}
