/** Governments: «الحكومة العراقية»، «حكومة لبنان»، «إدارة الرئيس الأميركي جو بايدن»، «إدارة ترامب». */
import type { Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { demonymAt, nameText, type Reader, wordAt } from './reader.ts'
import { definite } from './read-ministry.ts'
import { actorFace, passingThing, thingOf, type Thing } from './thing.ts'
import type { Opening } from './word-facts.ts'

type Head = Extract<Entry, { use: 'government' }>
/** «الحكومة الاتحادية»: governments told apart by their kind. */
const OWN_KIND = new Set(['الاتحاديه', 'المركزيه', 'الفيدراليه', 'الموقته', 'الانتقاليه', 'الشرعيه'])
type ReadAt = (reader: Reader, i: number) => Found | undefined

export function readGovernment(
  reader: Reader,
  i: number,
  opening: Opening,
  end: number,
  head: Head,
  readAt: ReadAt,
): Found | undefined {
  const base = { start: i, cut: opening.cut, proclitics: opening.proclitics }
  if (head.definite) {
    const nation = demonymAt(reader, end)
    if (nation?.isos.length === 1)
      return {
        end: nation.end,
        drafts: [
          {
            ...base,
            end: nation.end,
            things: [governmentOf(reader, head.head, nation.isos[0]!)],
            basis: 'name',
            rule: 'government',
          },
        ],
      }
    if (head.head !== 'حكومة') return undefined
    if (OWN_KIND.has(wordAt(reader, end))) {
      const own = thingOf({
        actor: actorFace('Government', nameText(reader, i, end + 1, opening.cut)),
        heads: ['حكومه'],
      })
      return {
        end: end + 1,
        drafts: [{ ...base, end: end + 1, things: [own], basis: 'name', rule: 'government-kind' }],
      }
    }
    return {
      end,
      drafts: [
        {
          ...base,
          end,
          things: [],
          basis: 'description',
          rule: 'government-noun',
          anaphor: { to: 'government' },
          passing: passingThing('Government', 'الحكومة', reader.doc.text),
        },
      ],
    }
  }
  const found = reader.facts[end] && readAt(reader, end)
  const draft = found?.drafts[0]
  const thing = draft?.things[0]
  if (!found || !draft || !thing || draft.weak || draft.cut > 0) return undefined
  if (thing.actor?.type === 'Person' && thing.actor.named) {
    const name = `${head.head} ${familyName(thing.actor.name.ar)}`
    const country = thing.country ?? draft.office?.country
    const own = thingOf({
      actor: actorFace('Government', name),
      ...(country && { country }),
      heads: ['حكومه'],
    })
    return {
      end: found.end,
      drafts: [
        { ...base, end: found.end, things: [own], basis: 'name', rule: 'government-of-person' },
        ...found.drafts,
      ],
    }
  }
  if (
    !thing.country ||
    !thing.actor ||
    (thing.actor.type !== 'Country' && !thing.isCountry) ||
    head.head === 'إدارة'
  )
    return undefined
  return {
    end: found.end,
    drafts: [
      {
        ...base,
        end: found.end,
        things: [governmentOf(reader, head.head, thing.country)],
        basis: 'name',
        rule: 'government-of-country',
      },
    ],
  }
}

/** «الحكومة العراقية», however the text calls it. */
export function governmentOf(reader: Reader, head: string, iso: string): Thing {
  const { demonyms, countries } = reader.lexicon
  const form = head === 'نظام' ? 'm' : 'f'
  const adjective = demonyms.written.get(`${iso} ${form}`)
  const name = adjective
    ? `${definite(head)} ${definite(adjective)}`
    : `${head} ${countries.get(iso)?.actor?.name.ar ?? iso}`
  const english = countries.get(iso)?.actor?.name.en
  const facts = head === 'حكومة' && english ? { en: `Government of ${english}` } : {}
  return thingOf({ actor: actorFace('Government', name, facts), country: iso, heads: ['حكومه'] })
}

/** «بايدن» of «جو بايدن», «بن سلمان» of «محمد بن سلمان». */
export function familyName(name: string): string {
  const words = name.split(' ')
  const last = words.at(-1) ?? name
  const before = words.at(-2)
  return before !== undefined && words.length > 2 && /^(?:بن|آل|أبو|أبي|عبد|فون|دي|فان)$/u.test(before)
    ? `${before} ${last}`
    : last
}
