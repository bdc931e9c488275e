/** A state by its side of the table or its people: «الجانب التركي», «العراقيون». */
import type { Found } from './draft.ts'
import { groupThing } from './group-name.ts'
import { demonymAt, type Reader } from './reader.ts'
import { definite } from './read-ministry.ts'
import type { Opening } from './word-facts.ts'

/** «الجانب التركي»: the state itself. */
export function sideOf(
  reader: Reader,
  i: number,
  { cut, proclitics }: Opening,
  end: number,
  isos: readonly string[],
): Found | undefined {
  const nation = demonymAt(reader, end)
  const state = isos.length === 1 ? reader.lexicon.countries.get(isos[0]!) : undefined
  if (!state || !nation?.demonym.definite) return undefined
  return {
    end: nation.end,
    drafts: [
      {
        start: i,
        end: nation.end,
        cut,
        proclitics,
        things: [state],
        role: 'actor',
        basis: 'description',
        rule: 'side',
      },
    ],
  }
}

/** «العراقيون» alone: the people of a state. */
export function readPeople(reader: Reader, i: number): Found | undefined {
  const nation = demonymAt(reader, i)
  if (!nation || nation.isos.length > 1 || nation.demonym.form !== 'mp' || !nation.demonym.definite)
    return undefined
  const before = reader.facts[i - 1]
  if (before && before.common !== 'stop' && before.verb === undefined) return undefined
  const [iso = ''] = nation.isos
  const adjective = reader.lexicon.demonyms.written.get(`${iso} mp`) ?? ''
  const thing = groupThing('شعب', definite(adjective), iso, undefined)
  return {
    end: nation.end,
    drafts: [
      {
        start: i,
        end: nation.end,
        cut: 0,
        proclitics: [],
        things: [thing],
        basis: 'description',
        rule: 'people',
      },
    ],
  }
}
