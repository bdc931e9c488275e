/** A name by itself, outside any sentence: what it stands for, by the same readers as in an article. */
import type { Entity } from '@mithaq/model'
import { resolveDrafts } from '../resolve/resolve-drafts.ts'
import type { Resolved } from '../resolve/state.ts'
import { entityOf } from '../resolve/to-entities.ts'
import { readText } from '../text/read-text.ts'
import { findDrafts } from './find-drafts.ts'
import { readerOf } from './reader.ts'
import { passingThing } from './thing.ts'

/** Longer words name nobody. In letters. */
const LONGEST = 200
/** Of fewer of the words it is somebody else within the name: «العراق» of «اجتماع مغلق في العراق». */
const LEAST = 0.5

/**
 * Who or where some words of an article are, taken by themselves: for readers other than the rules, who point at
 * words and must not make anybody up.
 *
 * @param text the article's, since «المسلحون» are others in every one
 * @returns undefined where the words are no name or description that the rules read, or have not that role
 * @example entityNamed('العراق', 'actor', text)?.id // 'actor:Q796'
 */
export function entityNamed(words: string, kind: Entity['kind'], text: string): Entity | undefined {
  if (words.length > LONGEST) return undefined
  const reader = readerOf(readText({ text: words }))
  const most = resolveDrafts(reader, findDrafts(reader)).reduce<Resolved | undefined>(
    (best, one) => (best && covered(best) >= covered(one) ? best : one),
    undefined,
  )
  const thing = most?.thing
  const face = thing?.[kind]
  if (!face || covered(most!) < reader.doc.tokens.length * LEAST) return undefined
  if (!thing.passing || face.kind !== 'actor') return entityOf(face)
  return entityOf(passingThing(face.type as 'Group', face.name.ar, text).actor!)
}

/** Tokens of the name with its title: «وزير الخارجية التركي هاكان فيدان». */
const covered = ({ draft: { opens, start, closes, end } }: Resolved): number =>
  (closes ?? end) - (opens ?? start)
