/** The tagger with the model that ships; in a browser, give the bytes to `createTagger`. */
import { readFileSync } from 'node:fs'
import { lazily } from '../read-lexicon.ts'
import { createTagger } from './tagger.ts'

const MODEL = new URL('../../models/names.bin', import.meta.url)

/** Read when first asked for, once a process. */
export const loadTagger = lazily(() => createTagger(readFileSync(MODEL)))
