/** Ministries: «وزارة الدفاع التركية», «الخارجية الأميركية», and one named without its country. */
import { nounReadings } from '../text/clitics.ts'
import type { Draft, Found } from './draft.ts'
import { wordsOf } from './names-lexicon.ts'
import { portfolioEnd } from './read-field.ts'
import { demonymAt, isCloser, isOpener, nameText, type Reader, wordAt } from './reader.ts'
import { thingEntries } from './read-thing.ts'
import { actorFace, type Thing, thingOf } from './thing.ts'

type Base = Pick<Draft, 'start' | 'cut' | 'proclitics'>

export function readMinistry(reader: Reader, base: Base, end: number): Found | undefined {
  const last = portfolioEnd(reader, end)
  if (last === end) return undefined
  const name = nameText(reader, base.start, last, base.cut)
  const nation = demonymAt(reader, last)
  const draft = { ...base, basis: 'name' as const, rule: 'ministry' }
  if (!nation) {
    // «وزارة المالية الاتحادية»
    const whole = /^ال(?:اتحادي|انتقالي|فيدرالي)/u.test(wordAt(reader, last)) ? last + 1 : last
    return { end: whole, drafts: [{ ...draft, end: whole, things: [], ministry: name }] }
  }
  return {
    end: nation.end,
    drafts: [{ ...draft, end: nation.end, things: [ministryOf(reader, name, nation.isos[0])] }],
  }
}

/** The ministry of a country: the lexicon's where it knows it. «وزارة الدفاع الأميركية». */
export function ministryOf(reader: Reader, name: string, iso: string | undefined): Thing {
  const adjective = iso && reader.lexicon.demonyms.written.get(`${iso} f`)
  if (!adjective) return thingOf({ actor: actorFace('Government', name), heads: ['وزاره'] })
  const full = `${name} ${definite(adjective)}`
  return (
    lookup(reader, full) ?? thingOf({ actor: actorFace('Government', full), country: iso, heads: ['وزاره'] })
  )
}

export const definite = (words: string): string =>
  words
    .split(' ')
    .map((word) => (word.startsWith('ال') ? word : `ال${word}`))
    .join(' ')

/** The thing that goes by exactly this name. */
export function lookup({ lexicon }: Reader, name: string): Thing | undefined {
  return thingEntries(lexicon.phrases.named(wordsOf(name)))[0]?.thing
}

/** «الخارجية الأميركية»: a portfolio with a nationality is the ministry. */
export function readShortMinistry(reader: Reader, i: number): Found | undefined {
  const nation = demonymAt(reader, i + 1)
  if (!nation) return quotedMinistry(reader, i) ?? speakingMinistry(reader, i)
  if (nation.demonym.form !== 'f' || !nation.demonym.definite) return undefined
  const opening = nounReadings(wordAt(reader, i)).find(({ stem }) => SHORT.has(stem))
  const written = opening && SHORT.get(opening.stem)
  if (!written) return undefined
  const thing = ministryOf(reader, `وزارة ${written}`, nation.isos[0])
  return {
    end: nation.end,
    drafts: [
      {
        start: i,
        end: nation.end,
        cut: opening.cut,
        proclitics: opening.proclitics,
        things: [thing],
        basis: 'alias',
        rule: 'short-ministry',
      },
    ],
  }
}

/** «"البترول" تقترب من حسم الصفقة»، ««الصحة»: لا إصابات»: a portfolio in marks that does or says something is its ministry. */
function quotedMinistry(reader: Reader, i: number): Found | undefined {
  const { doc, facts, lexicon } = reader
  const written = doc.tokens[i]!.text
  if (!written.startsWith('ال') || !lexicon.portfolios.next?.get(wordAt(reader, i))?.values) return undefined
  if (!isOpener(doc.tokens[i - 1]?.text) || !isCloser(doc.tokens[i + 1]?.text)) return undefined
  const next = doc.tokens[i + 2]
  const acts = facts[i + 2]?.verb !== undefined && /^(?:س?ت|.+ت$)/u.test(next?.text ?? '')
  return acts || next?.text === ':' ? named(reader, i) : undefined
}

/** «أعلنت الخارجية أن»: behind a feminine verb of saying; not «قالت الصحة النفسية». */
function speakingMinistry(reader: Reader, i: number): Found | undefined {
  const before = reader.facts[i - 1]
  const speaks = before?.verb === 'report' && /^(?:[وف]?ت.+|.+ت)$/u.test(before.word)
  const isDescribed = /^ال../u.test(wordAt(reader, i + 1))
  return speaks && !isDescribed && SHORT.has(wordAt(reader, i)) ? named(reader, i) : undefined
}

const named = (reader: Reader, i: number): Found => ({
  end: i + 1,
  drafts: [
    {
      start: i,
      end: i + 1,
      cut: 0,
      proclitics: [],
      things: [],
      basis: 'alias',
      rule: 'short-ministry',
      ministry: `وزارة ${nameText(reader, i, i + 1)}`,
    },
  ],
})

/** «السياسة الخارجية الأميركية»، «الشؤون الداخلية اللبنانية»: an adjective of the noun before it, and no ministry. */
export const describesBefore = (reader: Reader, i: number): boolean =>
  ADJECTIVES.has(wordAt(reader, i)) &&
  /^[وفبك]?(?:ال|لل).../u.test(wordAt(reader, i - 1)) &&
  !DAYS.test(wordAt(reader, i - 1))

const ADJECTIVES = new Set(['الخارجيه', 'الداخليه', 'الماليه'])
/** «أعلنت اليوم الخارجية الأميركية» */
const DAYS = /^ال(?:يوم|ليله|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)$/u

const SHORT = new Map(
  ['الخارجية', 'الداخلية', 'الدفاع', 'المالية', 'الصحة', 'العدل', 'الخزانة', 'التربية', 'النفط'].map(
    (name) => [name.replace(/ة$/u, 'ه'), name],
  ),
)
