/** The field of an office: «الخارجية والمغتربين», «لشؤون المياه», «خارجيتها». */
import { encliticReadings } from '../text/clitics.ts'
import { demonymAt, opensLongTitle, phrasesFrom, plainPhrasesAt, type Reader, wordAt } from './reader.ts'

/** Whether another title or class noun opens here, and no known name. */
export function isTitleWord(reader: Reader, i: number): boolean {
  if (opensLongTitle(reader, i) || isAddressing(reader, i)) return true
  if (reader.facts[i]?.unit !== undefined && reader.facts[i]?.common === undefined) return false
  return plainPhrasesAt(reader, i).some(({ values }) => values.some(({ use }) => use !== 'thing'))
}

/** «السيد حسن»، «المهندس ربيع»: a form of address, though some are called so («السيد البدوي»): no article on the name behind it. */
function isAddressing(reader: Reader, i: number): boolean {
  const next = reader.facts[i + 1]
  // «المهندس رائد السكر»: of words of everyday the form of address says that they are a name.
  const isSurelyName = next?.common === undefined || reader.facts[i + 2]?.unit !== undefined
  return (
    next?.unit !== undefined &&
    next.common !== 'stop' &&
    !next.word.startsWith('ال') &&
    plainPhrasesAt(reader, i).some(
      ({ end, values }) =>
        end === i + 1 &&
        values.some(
          (entry) =>
            entry.use === 'title' && (entry.office === 'honour' || (entry.office === 'job' && isSurelyName)),
        ),
    )
  )
}

/** The office's field: «الخارجية والمغتربين», «لشؤون المياه». */
export function fieldEnd(reader: Reader, i: number, office: string): number {
  const { lexicon } = reader
  if (/^[لب]شوون$/u.test(wordAt(reader, i))) {
    let end = i + 1
    while (end < i + 4 && /^(?:و?ال|مجلس)/u.test(wordAt(reader, end)) && !isTitleWord(reader, end)) end++
    return end > i + 1 ? end : i
  }
  // «وزير خارجيتها»
  const owned = encliticReadings(wordAt(reader, i)).find(({ stem }) =>
    lexicon.portfolios.next?.has(`ال${stem}`),
  )
  if (owned && office === 'minister') return i + 1
  const takes = office === 'minister' || office === 'director' || office === 'secretary' || office === 'pm'
  return takes ? portfolioEnd(reader, i) : i
}

/** «الخارجية»، «التعليم العالي والبحث العلمي». */
export function portfolioEnd(reader: Reader, i: number): number {
  const { lexicon, facts } = reader
  let end = i
  let free = false
  for (let at = i; at < reader.ends[i]!; at = end) {
    const word = facts[at]?.word ?? ''
    const joined = at > i && word.startsWith('و') ? word.slice(1) : at === i ? word : ''
    // «وزير خارجية العراق» drops the article.
    const node =
      lexicon.portfolios.next?.get(joined) ??
      (at === i ? lexicon.portfolios.next?.get(`ال${joined}`) : undefined)
    const [hit] = node ? phrasesFrom(reader, node, at) : []
    free ||= at === i && !hit && opensMinistry(reader, i)
    const next = hit?.end ?? (free ? freeEnd(reader, at, at > i) : at)
    if (next === at) break
    end = next
  }
  return end
}

/** «وزير»، «وزارة» without the article: the definite noun behind is a field, known or not. */
const opensMinistry = (reader: Reader, i: number): boolean =>
  /^(?:[وفبلك]|[وف][بلك])?(?:وزير|وزيره|وزاره)$/u.test(wordAt(reader, i - 1))

/** «الصيد»، «والاقتصاد البحري»: a noun and its adjective that no list of ministries has. */
function freeEnd(reader: Reader, i: number, joined: boolean): number {
  const facts = reader.facts[i]
  if (!facts || facts.common === 'stop' || demonymAt(reader, i) || facts.state) return i
  if (joined ? !/^وال.../u.test(facts.word) : !/^ال..../u.test(facts.word)) return i
  if (plainPhrasesAt(reader, i).some(({ values }) => values.some(({ use }) => use !== 'thing'))) return i
  const adjective = wordAt(reader, i + 1)
  return /^ال.+(?:ي|يه)$/u.test(adjective) && !demonymAt(reader, i + 1) ? i + 2 : i + 1
}
