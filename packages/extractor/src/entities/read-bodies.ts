/** Two bodies that one class noun in the dual announces: «حركتا فتح وحماس»، «شركتي «بريتيش بتروليوم» و«ستات أويل»». */
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { bodiesCalled, quotedName } from './read-organisation.ts'
import { isCloser, nameText, phrasesFrom, type Reader } from './reader.ts'
import { actorFace, headOf, thingOf } from './thing.ts'
import type { Opening } from './word-facts.ts'

type Head = Extract<Entry, { use: 'bodies' }>

/** @param end token behind the class noun */
export function readBodies(
  reader: Reader,
  i: number,
  { cut, proclitics }: Opening,
  end: number,
  head: Head,
): Found | undefined {
  const first = bodyAt(reader, end, head, '')
  const second = first && bodyAt(reader, first.end, head, 'و')
  if (!second) return undefined
  return { end: second.end, drafts: [{ ...first, start: i, cut, proclitics }, second] }
}

/** A known name, or one between marks, behind `conjunction`. */
function bodyAt(reader: Reader, at: number, head: Head, conjunction: '' | 'و'): Draft | undefined {
  const { tokens } = reader.doc
  const proclitics = conjunction === '' ? [] : [conjunction]
  const base = { proclitics, basis: 'name', rule: 'pair-of-bodies', called: headOf(head.head) } as const
  const apart = conjunction !== '' && tokens[at]?.text === conjunction
  const quoted = quotedName(reader, apart ? at + 1 : at)
  if (quoted && apart === (conjunction !== '')) {
    const name = nameText(reader, quoted.start, quoted.end)
    const known = phrasesAt(reader, quoted.start, 0).find((hit) => hit.end >= quoted.end)
    const things = known ? bodiesCalled(known.values, head) : []
    const thing = thingOf({ actor: actorFace(head.type, name), heads: [headOf(head.head)] })
    const end = isCloser(tokens[quoted.end]?.text) ? quoted.end + 1 : quoted.end
    return { ...base, start: at, end, cut: apart ? 1 : 0, things: things.length > 0 ? things : [thing] }
  }
  for (const { end, values } of phrasesAt(reader, at, conjunction.length)) {
    const things = bodiesCalled(values, head)
    if (things.length > 0) return { ...base, start: at, end, cut: conjunction.length, things }
  }
  return undefined
}

function phrasesAt(reader: Reader, at: number, cut: number): ReturnType<typeof phrasesFrom<Entry>> {
  const opening = reader.facts[at]?.openings.find((one) => one.cut === cut)
  return opening ? phrasesFrom(reader, opening.node, at) : []
}
