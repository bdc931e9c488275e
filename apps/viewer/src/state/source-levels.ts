import type { CommitmentView } from '@mithaq/model'

export type Source = CommitmentView['statedBy'][number]

/**
 * Those who make one statement together are one link of the chain: «العراق وتركيا» in a joint
 * communiqué, but «أسوشيتد برس ← مسؤولون أميركيون».
 */
export function sourceLevels(sources: readonly Source[]): Source[][] {
  const levels: Source[][] = []
  for (const source of sources) {
    const last = levels.at(-1)
    if (source.statement !== undefined && last?.[0]?.statement === source.statement) last.push(source)
    else levels.push([source])
  }
  return levels
}
