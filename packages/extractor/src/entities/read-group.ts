/** Groups that act unnamed: «مسؤولون أميركيون»، «القوات العراقية»، «مسؤول كبير في الإدارة الأميركية». */
import type { Draft, Found } from './draft.ts'
import { agrees, canonicalName, groupThing } from './group-name.ts'
import type { Entry } from './names-lexicon.ts'
import { demonymAt, inContext, isCloser, isOpener, nameText, type Reader, wordAt } from './reader.ts'
import { sideOf } from './read-people.ts'
import { passingThing } from './thing.ts'
import type { Opening } from './word-facts.ts'

type Head = Extract<Entry, { use: 'group' }>

type ReadAt = (reader: Reader, i: number) => Found | undefined

const INSIDE = new Set(['في', 'من', 'لدي', 'عن'])

const MOST = 6
/** Groups told by where they live. */
const LANDED = new Set(['دول', 'أهالي', 'عشائر', 'قبائل', 'سكان', 'نواب', 'علماء', 'وجهاء'])

export function readGroup(
  reader: Reader,
  i: number,
  opening: Opening,
  end: number,
  head: Head,
  readAt: ReadAt,
): Found | undefined {
  const { group } = head
  // «عدم معارضة باريس»: what is not done, and nobody.
  if (wordAt(reader, i - 1) === 'عدم') return undefined
  const isos: string[] = []
  let adjectives = 0
  let at = end
  let plain = true
  while (at < Math.min(reader.ends[i]!, end + MOST)) {
    const nation = demonymAt(reader, at)
    if (nation && !agrees(head, nation.demonym.form)) break
    if (nation) {
      isos.push(...nation.isos)
      at = nation.end
      continue
    }
    // «القوات العراقية والسورية»
    const joined =
      isos.length > 0
        ? reader.lexicon.demonyms.byWord.get(wordAt(reader, at).replace(/^و(?=...)/u, ''))?.[0]
        : undefined
    if (joined?.definite && wordAt(reader, at).startsWith('و')) {
      isos.push(joined.iso)
      at++
      continue
    }
    if (!reader.lexicon.groupAdjectives.has(wordAt(reader, at).replace(/^ال/u, ''))) break
    if (isRegional(reader, at) || group.kind !== 'states') adjectives++
    plain = false
    // «رفيع المستوى»
    at += wordAt(reader, at + 1) === 'المستوي' ? 2 : 1
  }
  if (group.kind === 'side') return sideOf(reader, i, opening, end, isos)
  const inner = complement(reader, at, head, isos.length > 0, readAt)
  const last = inner?.end ?? at
  const base = { start: i, cut: opening.cut, proclitics: opening.proclitics, basis: 'description' as const }
  if (
    isos.length === 0 &&
    !inner &&
    !(adjectives > 0 && group.kind !== 'force') &&
    group.name !== 'دول الجوار'
  ) {
    // «القوات المسلحة»: the army of the country spoken of.
    if (head.definite && group.name === 'قوات' && at === end + 1 && wordAt(reader, end) === 'المسلحه')
      return {
        end: at,
        drafts: [{ ...base, end: at, things: [], rule: 'class-noun', anaphor: { to: 'class', head: 'جيش' } }],
      }
    // «مديري الصحة», «أحزاب اليسار المغاربية»
    const genitive = head.definite || at > end ? end : genitiveEnd(reader, end)
    if (!head.definite && genitive === end) return undefined
    if (head.definite && at > end) return undefined
    const name = nominative(nameText(reader, i, genitive, opening.cut))
    return {
      end: genitive,
      drafts: [
        {
          ...base,
          end: genitive,
          things: [],
          rule: 'group-noun',
          ...(head.definite && { anaphor: { to: 'group', name: group.name } }),
          passing: passingThing('Group', name, reader.doc.text),
        },
      ],
    }
  }
  const country = isos[0] ?? inner?.drafts[0]?.things[0]?.country
  const written = nameText(reader, i, last, opening.cut)
  const name =
    plain && !inner
      ? canonicalName(reader, head, isos)
      : isCounted(reader, i)
        ? written
        : withoutTanwin(written)
  const owner = inner?.drafts[0]?.things[0]
  const thing = groupThing(
    group.name,
    name,
    isos.length > 1 || (inner && inner.drafts.length > 1 && inner.drafts[1]?.things[0]?.isCountry)
      ? undefined
      : country,
    owner,
  )
  return {
    end: last,
    drafts: [{ ...base, end: last, things: [thing], rule: 'group' }, ...(inner?.drafts ?? [])],
  }
}

/** Where the definite noun behind a construct ends, with its adjectives. */
function genitiveEnd(reader: Reader, i: number): number {
  const last = Math.min(reader.ends[i - 1]!, i + GENITIVE)
  let at = i
  while (
    at < last &&
    reader.dated[at] === 0 &&
    /^ال..../u.test(wordAt(reader, at)) &&
    (at === i || isAdjective(reader, wordAt(reader, at)))
  )
    at++
  return at
}
const isAdjective = (reader: Reader, word: string): boolean =>
  /(?:ي|ه|ين|ون|ات)$/u.test(word) || inContext(reader, 'modifier', word)

/** A noun and two adjectives. */
const GENITIVE = 3

/** «المسلحين» is called «المسلحون», «مديري الصحة» «مديرو الصحة». */
const nominative = (name: string): string =>
  name.includes(' ') ? name.replace(/^(\S{3,})ي(?= )/u, '$1و') : name.replace(/(?<=...)ين$/u, 'ون')

/** «47 نائباً من الحزب» */
const isCounted = ({ doc }: Reader, i: number): boolean => doc.tokens[i - 1]?.kind === 'number'

/** «مصدراً مقرباً من الحكومة» is called «مصدر مقرب من الحكومة». */
function withoutTanwin(name: string): string {
  const words = name.split(' ')
  const end = words.findIndex((word) => !/^(?!ال)..+[^اىوهن]اً?$/u.test(word))
  return words.map((word, i) => (i < end ? word.replace(/اً?$/u, '') : word)).join(' ')
}

const isRegional = (reader: Reader, i: number): boolean =>
  inContext(reader, 'regional', wordAt(reader, i).replace(/^ال/u, ''))

/** What the group belongs to: «في الحكومة العراقية»، «دول مجلس التعاون». */
function complement(
  reader: Reader,
  i: number,
  head: Head,
  hasNation: boolean,
  readAt: ReadAt,
): Found | undefined {
  const word = wordAt(reader, i)
  const linked = INSIDE.has(word)
  if (linked ? head.group.kind !== 'people' : head.definite || hasNation) return undefined
  if (word === 'من' && head.definite) return undefined
  const from = linked ? i + 1 : i
  const found = reader.facts[from] ? readAt(reader, from) : quotedComplement(reader, from, readAt)
  const draft = found?.drafts[0]
  const thing = draft?.things[0]
  if (!found || !draft || draft.weak || draft.office) return undefined
  const isToldBefore = draft.anaphor?.to === 'class' || draft.passing?.actor?.type === 'Organization'
  if (!thing && !draft.ministry && !(linked && isToldBefore)) return undefined
  // «دول الخليج»، «أهالي الموصل»
  if (thing && !linked && !thing.actor && thing.place) return LANDED.has(head.group.name) ? found : undefined
  if (
    thing &&
    (!thing.actor ||
      thing.actor.type === 'Person' ||
      (thing.actor.type === 'Group' && head.group.kind !== 'people'))
  )
    return undefined
  // «مسؤول في العراق» is in a place, not of an organisation.
  if (linked && (thing?.isCountry || thing?.place)) return undefined
  const drafts = found.drafts.map((inner): Draft => ({ ...inner, role: inner.role ?? 'actor' }))
  return thing?.isCountry
    ? withMoreStates(reader, { end: found.end, drafts }, readAt)
    : { end: found.end, drafts }
}

/** «وزراء «حزب الله»» */
function quotedComplement(reader: Reader, i: number, readAt: ReadAt): Found | undefined {
  if (!isOpener(reader.doc.tokens[i]?.text)) return undefined
  const found = readAt(reader, i + 1)
  return found && isCloser(reader.doc.tokens[found.end]?.text) ? { ...found, end: found.end + 1 } : undefined
}

/** «قادة العراق وتركيا والأردن» */
function withMoreStates(reader: Reader, first: Found, readAt: ReadAt): Found {
  let { end } = first
  const drafts = [...first.drafts]
  while (wordAt(reader, end).startsWith('و')) {
    const next = readAt(reader, end)
    if (!next?.drafts[0]?.things[0]?.isCountry) break
    drafts.push({ ...next.drafts[0], role: 'actor' })
    end = next.end
  }
  return { end, drafts }
}
