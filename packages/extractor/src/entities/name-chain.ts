/** How far the name of a body reaches behind its class noun: «لجنة الأمن والدفاع النيابية», «هيئة مكافحة الفساد». */
import type { Entry } from './names-lexicon.ts'
import { isPreposition } from '../text/governs.ts'
import { verbsOfNoun } from '../text/verbs.ts'
import { demonymAt, type Reader } from './reader.ts'
import type { WordFacts } from './word-facts.ts'

type Head = Extract<Entry, { use: 'organisation' }>

const CHAIN = 5

/** Class nouns whose kind of body is told apart by nationality alone: «الجيش العراقي». */
export const NATIONAL = new Set([
  ...'جيش شرطة برلمان مخابرات استخبارات رئاسة كونغرس بنك مصرف سفارة قنصلية وزارة'.split(' '),
  'وكالة الأنباء',
])

/** «الأمن والدفاع النيابية»: definite words in a row, joined by و, and a nationality at the end. */
export function chainEnd(reader: Reader, i: number, head: Head): number {
  let end = i
  let described = false
  let purpose = false
  const from = opensConstruct(reader, i, head) ? i + 1 : i
  for (let at = from; at < Math.min(reader.ends[i - 1]!, i + CHAIN);) {
    const nation = demonymAt(reader, at)
    if (nation && nation.demonym.iso !== 'ML')
      return nation.isos.length === 1 && (end > i || NATIONAL.has(head.head) || head.definite)
        ? purposeEnd(reader, nation.end, i)
        : end
    const facts = reader.facts[at]
    if (facts === undefined || facts.common === 'stop' || facts.verb !== undefined) break
    if (WHEN.test(facts.word)) break
    const joined = facts.word.startsWith('و') && end > i
    const word = joined ? facts.word.slice(1) : facts.word
    if (joined && opensBody(facts)) break
    // Adjectives follow the nouns: «الأمن والدفاع النيابية», and no noun comes after them.
    if (described && !joined && !word.startsWith('لل') && !/[يه]$/u.test(word)) break
    if (end > from && !joined && !word.startsWith('لل') && !describes(facts, word)) break
    // «استعداد الاتحاد للمشاركة في …»: what a preposition follows is an action, and no part of a name.
    if (
      word.startsWith('لل') &&
      verbsOfNoun(word.slice(2)).length > 0 &&
      isPreposition(reader.facts[at + 1]?.word ?? '')
    )
      break
    const fits =
      /^(?:ال|لل)/u.test(word) &&
      word.length > 4 &&
      !opensTitle(reader, at) &&
      (!head.definite || purpose || agrees(head.head, word))
    if (!fits) break
    purpose ||= word.startsWith('لل')
    described ||= /(?:ي|يه|يين|يون)$/u.test(word)
    end = ++at
  }
  return head.definite && end > i ? purposeEnd(reader, end, i) : end
}

/** «الشركة الكويتية لنفط الخليج»، «المؤسسة العامة لشؤون النفط»: what a body is for, where that is a thing and no action. */
function purposeEnd(reader: Reader, at: number, from: number): number {
  const [noun, genitive] = [reader.facts[at], reader.facts[at + 1]]
  if (at + 1 >= reader.ends[from - 1]! || !noun || !genitive) return at
  const thing = /^ل(?!ل)(.{2,})$/u.exec(noun.word)?.[1]
  if (thing === undefined || noun.unit !== undefined) return at
  if (verbsOfNoun(thing).length > 0) return holderAhead(reader, at + 1) ?? at
  return !isPreposition(noun.word) && /^ال.../u.test(genitive.word) && !WHEN.test(genitive.word) ? at + 2 : at
}

/** «الهيئة العليا لحماية الغابات الدكتور فلان»: an action is part of a name where who holds its office follows. */
function holderAhead(reader: Reader, from: number): number | undefined {
  for (let i = from; i < Math.min(reader.ends[from]!, from + CHAIN); i++) {
    const facts = reader.facts[i]
    if (i > from && addressesAt(reader, i)) return i
    if (!facts || facts.common === 'stop' || isPreposition(facts.word)) return undefined
    if (facts.verb !== undefined && !facts.word.startsWith('ال')) return undefined
  }
  return undefined
}

/** «الدكتور رائف»: a form of address that a name follows. */
const addressesAt = ({ facts }: Reader, i: number): boolean =>
  facts[i + 1]?.unit !== undefined &&
  facts[i]?.openings.some(
    ({ node, cut }) =>
      cut === 0 && node.values?.some((entry) => entry.use === 'title' && ADDRESS.has(entry.office)),
  ) === true
const ADDRESS = new Set(['honour', 'job', 'cleric', 'officer'])

/** A definite word behind a definite noun is an adjective, or the next thing the sentence speaks of. */
const describes = ({ common }: WordFacts, word: string): boolean =>
  /(?:ي|يه|يين|يون|ين|ون)$/u.test(word) ||
  MASCULINE.has(word) ||
  ELATIVE.has(word) ||
  (word.endsWith('ه') && (common === undefined || verbsOfNoun(word.slice(2)).length === 0))

/** «حركة العدل والمساواة الليلة الماضية»، «الاتحاد الأوروبي للفترة من …» */
const WHEN =
  /^(?:لل(?:فتره|عام|مره|سنه|اعوام|سنوات)|الليله|اليوم|البارحه|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الماضي|الماضيه|المقبل|المقبله)$/u

const ELATIVE = new Set('العليا الاعلي الكبري الصغري الوسطي الدنيا الحر الثلاث'.split(' '))

/** «هيئة مكافحة الفساد», «رابطة أساتذة التعليم»: an indefinite noun that the definite ones hang on. */
function opensConstruct({ facts }: Reader, i: number, { definite: article }: Head): boolean {
  const [noun, next] = [facts[i], facts[i + 1]]
  if (article || !noun || !next || noun.common === 'stop' || noun.verb || noun.demonyms.length > 0)
    return false
  return (
    !/^(?:ال|لل|وال|بال)/u.test(noun.word) &&
    next.word.startsWith('ال') &&
    noun.openings.length === 0 &&
    noun.unit !== 'g'
  )
}

/** A definite adjective of the noun's gender: «اللجنة العسكرية العليا», «المجلس الأعلى», «الهيئة العامة للمنافذ». */
function agrees(noun: string, word: string): boolean {
  if (word.startsWith('لل')) return true
  const feminine = noun.endsWith('ة')
  return feminine ? /(?:ه|يا|ري)$/u.test(word) : word.endsWith('ي') || MASCULINE.has(word)
}

const MASCULINE = new Set(
  'العام الخاص الدايم المشترك المستقل الموقت الاول الموحد الجديد الحر المحلي'.split(' '),
)

/** «والفيدرالية الديمقراطية للشغل»: another body, and no part of this one's name. */
const opensBody = ({ openings }: WordFacts): boolean =>
  openings.some(({ node, cut }) => cut === 1 && node.values?.some(({ use }) => use === 'organisation'))

const opensTitle = (reader: Reader, i: number): boolean =>
  (reader.facts[i]?.openings ?? []).some(({ node }) =>
    node.values?.some((entry) => entry.use === 'title' && entry.office !== 'job'),
  )
