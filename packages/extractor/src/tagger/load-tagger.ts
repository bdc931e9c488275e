/** The tagger with the model that ships. */
import { readModel } from '#data'
import { createTagger, type Tagger } from './tagger.ts'

let inUse: Tagger | undefined

/** The tagger of the extractor: its model is read when first asked for, once a process. */
export const loadTagger = (): Tagger => (inUse ??= createTagger(readModel()))

/** From now on the extractor reads by another model: to measure, one that has not been trained on what it reads. */
export function useTagger(tagger: Tagger): void {
  inUse = tagger
}
