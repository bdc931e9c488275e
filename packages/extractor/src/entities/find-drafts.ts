/** One pass over the words: every name, description and pointer back, before it is known whose. */
import type { Draft, Found } from './draft.ts'
import { datelineRanges, readDateline } from './read-dateline.ts'
import { readAt } from './read-at.ts'
import { readDescribed } from './read-described.ts'
import { isCloser, isOpener, plainPhrasesAt, type Reader } from './reader.ts'
import { readTagged } from './read-tagged.ts'
import { thingEntries } from './read-thing.ts'

/** Drafts in text order, outer before inner; what lies in the furniture of the page is left out. */
export function findDrafts(reader: Reader): Draft[] {
  const { doc, facts } = reader
  const drafts: Draft[] = []
  const furniture = doc.sections.filter(({ kind }) => kind === 'boilerplate')
  const datelines = new Map(datelineRanges(reader).map((range) => [range.start, range]))
  let section = 0
  for (let i = 0; i < facts.length;) {
    const dateline = datelines.get(i)
    const reported = dateline ? readDateline(reader, dateline) : []
    if (reported.length > 0) {
      drafts.push(...reported)
      i = reported.at(-1)!.end
      continue
    }
    const { start } = doc.tokens[i]!
    while (section < furniture.length && furniture[section]!.end <= start) section++
    const inFurniture = section < furniture.length && furniture[section]!.start <= start
    const found = inFurniture
      ? undefined
      : (withApposition(reader, withBrackets(reader, readAt(reader, i))) ?? readDescribed(reader, i))
    if (found) drafts.push(...found.drafts)
    i = Math.max(found?.end ?? 0, i + 1)
  }
  drafts.push(...readTagged(reader, drafts, furniture))
  return drafts.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** «مراد أيدين، المدير العام لشؤون المياه»: an office that follows a name tells of the same person. */
function withApposition(reader: Reader, found: Found | undefined): Found | undefined {
  if (!found) return undefined
  const [person] = found.drafts
  if (!person || person.weak || person.end !== found.end || person.things[0]?.actor?.type !== 'Person')
    return found
  if (!person.things[0].actor.named) return found
  const comma = reader.doc.tokens[found.end]?.text === '،'
  const from = comma ? found.end + 1 : found.end
  if (from >= reader.ends[person.start]! || !opensTitle(reader, from)) return found
  const office = readAt(reader, from)
  const [first, ...inner] = office?.drafts ?? []
  if (!office || first?.rule !== 'office' || !first.office || first.cut > 0) return found
  return {
    end: office.end,
    drafts: [
      { ...person, office: officeOf(person) ?? first.office, closes: office.end },
      ...found.drafts.slice(1),
      ...inner,
    ],
  }
}

/** Forms of address say less than the office that follows. */
const ADDRESS = new Set(['honour', 'king', 'cleric', 'rank', 'relation', 'job'])

const officeOf = ({ office }: Draft): Draft['office'] =>
  office && !ADDRESS.has(office.class) ? office : undefined

const opensTitle = (reader: Reader, i: number): boolean =>
  plainPhrasesAt(reader, i).some(({ values }) => values.some(({ use }) => use === 'title'))

/** «منظمة الدول المصدرة للبترول (أوبك)»: the short form in brackets belongs to the mention, and may say better whose it is. */
function withBrackets(reader: Reader, found: Found | undefined): Found | undefined {
  if (!found) return undefined
  const body = found.drafts[0]
  const thing = body?.things[0]
  if (!body || body.weak || body.end !== found.end || !thing?.actor || !BODIES.has(thing.actor.type))
    return found
  const { tokens } = reader.doc
  const open = found.end
  if (!isOpener(tokens[open]?.text)) return found
  let end = open + 1
  while (end < open + 5 && tokens[end]?.kind === 'word') end++
  if (end === open + 1 || !isCloser(tokens[end]?.text)) return found
  const known = plainPhrasesAt(reader, open + 1).find((hit) => hit.end === end)
  const things = known
    ? thingEntries(known.values)
        .map((entry) => entry.thing)
        .filter(({ actor }) => actor && BODIES.has(actor.type))
    : []
  // «صندوق المقاصة "مقامرة بالاستقرار"»: what is said of it. Quotation marks hold words of everyday, brackets do not.
  const everyday = reader.facts.slice(open + 1, end).some((facts) => facts?.common !== undefined)
  if (!known && everyday && tokens[open]!.text !== '(') return found
  const authorised = Object.keys(thing.actor.authority).length > 0 || thing.rank < 9
  if (things.length > 0 && authorised && !things.includes(thing)) return found
  return {
    end: end + 1,
    drafts: [
      { ...body, end: end + 1, things: things.length > 0 ? things : body.things, rule: 'class-quoted-name' },
      ...found.drafts.slice(1),
    ],
  }
}

const BODIES = new Set(['Organization', 'Media', 'ArmedGroup', 'Government'])
