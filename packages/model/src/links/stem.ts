/** Light stems of Arabic words: enough to see that two clauses speak of the same thing, without a lexicon. */
import { fold } from '../fold.ts'

/** Words that carry no content of an undertaking: prepositions, pronouns, measures of more and less, scales. */
const EMPTY = new Set(
  `في من الي علي عن مع بين حتي قبل بعد خلال منذ عند لدي ضد نحو حول دون غير كل اي هذا هذه ذلك تلك التي الذي الذين ان الا
   او ثم قد لا لم لن ما كما حيث اذا ذا نحو قرابه حوالي زهاء اكثر اقل مليون ملايين مليار مليارات الف الاف مئات مئه عشرات عدم
   قيام شان اطار ضمن وفق عبر جميع بعض بلاده بلادها بلادهم`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const PREFIX = /^[وف]?(?:[بك]?ال|لل)(?=.{3})/u
const SUFFIX = /(?:ات|ون|ين|ان|هما|ها|هم|نا|يه|ه|ي|ا)$/u
/** Letters that a word keeps at least; «سد» and «نفط» have few. */
const SHORTEST = 3
const SHORTEST_WORD = 2

/**
 * The content words of a clause as light stems, in order.
 *
 * @example stemsOf('سحب القوات الأميركية من العراق') // ['سحب', 'قوات', 'اميرك', 'عراق']
 */
export function stemsOf(text: string): string[] {
  return (fold(text).match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= SHORTEST_WORD && !EMPTY.has(word))
    .map(stemOf)
    .filter((stem) => !EMPTY.has(stem))
}

function stemOf(word: string): string {
  const bare = word.replace(PREFIX, '')
  const cut = bare.replace(SUFFIX, '')
  // «سداً» is «سد».
  return cut.length >= SHORTEST || (cut.length === SHORTEST_WORD && bare.endsWith('ا')) ? cut : bare
}

/** A stem, and what it is without the letter of a preposition or conjunction that may be glued on. */
export const readingsOf = (stem: string): string[] =>
  /^[بلوك]/u.test(stem) && stem.length > SHORTEST ? [stem, stem.slice(1)] : [stem]
