/** Who and where: the names, descriptions and pointers of a text, each tied to what it stands for. */
import type { Doc } from '../doc.ts'
import { relate } from '../resolve/relate.ts'
import { resolveDrafts } from '../resolve/resolve-drafts.ts'
import { toEntities } from '../resolve/to-entities.ts'
import { findDrafts } from './find-drafts.ts'
import type { Entities } from './mention.ts'
import { readerOf } from './reader.ts'

/**
 * The entities of a document, with their mentions and how they hang together. Pure and linear in
 * the text; the lexicon is read on the first call.
 *
 * @example «أعلنت الولايات المتحدة والعراق إنهاء المهمة في سوريا» yields the actors الولايات المتحدة and
 * العراق and the place سوريا
 */
export function findEntities(doc: Doc): Entities {
  const reader = readerOf(doc)
  const resolved = resolveDrafts(reader, findDrafts(reader))
  return { ...toEntities(reader, resolved), ...relate(reader, resolved) }
}
