/** The tagger with the model that ships. */
import { readModel } from '#data'
import { lazily } from '../read-lexicon.ts'
import { createTagger } from './tagger.ts'

/** Read when first asked for, once a process. */
export const loadTagger = lazily(() => createTagger(readModel()))
