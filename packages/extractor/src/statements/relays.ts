/** Who passes on what another says: «نقلت الوكالة عن مسؤولين قولهم»، «قال مسؤولون لوكالة …». */
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { isQuoteMark, type TokenRange } from '../text/tokens.ts'
import { isNounCue, type VerbCue } from './cues.ts'
import { coordinated, holderBehind, subjectBefore, subjectIn } from './sources.ts'
import { isOfClass } from '../word-classes.ts'
import type { StatementNote } from './statement.ts'

/** Verbs of passing on, and what stands before whom they quote: «نقلت … عن»، «نسبت … إلى». */
const RELAYS = new Map([
  ['نقل', 'عن'],
  ['نسب', 'الي'],
  ['علم', 'من'],
])

/**
 * «نقلت الوكالة عن مسؤولين قولهم إن»: the agency's statement, and the officials' within it.
 * @param floor where the sentence begins
 * @param last who spoke last: «قالت الصحيفة …. ونقلت عن مسؤولين»
 */
export function relay(
  doc: EntityDoc,
  cue: VerbCue,
  zone: TokenRange,
  base: Omit<StatementNote, 'sources'>,
  parent: StatementNote | undefined,
  floor: number,
  last: StatementNote | undefined,
): StatementNote[] | null {
  const link = RELAYS.get(cue.verb.verb.lemma)
  if (link === undefined) return null
  const about = linkIn(doc, zone, link)
  if (about === undefined) return null
  const agency = subjectIn(doc, { start: zone.start, end: about })
  // «عن وزير الخارجية الروسي سيرغي لافروف»: a title may lead up to the name.
  const people = peopleIn(doc, { start: about + 1, end: zone.end })
  const sources = people ? coordinated(doc, people, zone.end) : latterOf(doc, about + 1)
  const speech = findNounCue(doc, about, zone.end) ?? about
  const outer: StatementNote = {
    ...base,
    sources: agency.length > 0 ? agency : (subjectBefore(doc, cue.at, floor)?.actors ?? mediumOf(doc, last)),
    content: { start: about, end: base.content.end },
    mode: 'narrated',
    ...(parent && { parent }),
  }
  const inner = {
    ...base,
    sources,
    cue: { start: speech, end: speech + 1 },
    cueStart: doc.tokens[speech]!.start,
    parent: outer,
  }
  return [outer, inner]
}

/** The paper or agency that spoke, or that passed on who did. */
function mediumOf(doc: EntityDoc, last: StatementNote | undefined): readonly string[] {
  for (let note = last; note; note = note.parent)
    if (note.sources.length > 0 && note.sources.every((id) => doc.entities.byId.get(id)?.type === 'Media'))
      return note.sources
  return []
}

/** «ناشد الوزير سلال التدخل. وتنقل مصادر عن هذا الأخير قوله»: the person named last. */
function latterOf(doc: EntityDoc, at: number): string[] {
  if (!/^(?:هذا|هذه|الاخير|الاخيره)$/u.test(doc.tokens[at]?.text ?? '')) return []
  const people = mentionsIn(doc, { start: Math.max(0, at - LATTER), end: at })
    .map(actorOf)
    .filter((id) => id !== null)
    .filter((id) => doc.entities.byId.get(id)?.type === 'Person')
  return people.slice(-1)
}
/** In tokens. */
const LATTER = 60

/** «نقل مصدر، لم يشأ الكشف عن هويته، عن الأمين العام»: the preposition that leads up to somebody, else the first. */
function linkIn(doc: EntityDoc, { start, end }: TokenRange, link: string): number | undefined {
  const links: number[] = []
  for (let i = start; i < end; i++) if (doc.tokens[i]!.text === link) links.push(i)
  return links.find((at, k) => peopleIn(doc, { start: at + 1, end: links[k + 1] ?? end })) ?? links[0]
}

function peopleIn(doc: EntityDoc, { start, end }: TokenRange): readonly Mention[] | undefined {
  for (let i = start; i < end && !isNounCue(doc.tokens[i]!.text); i++) {
    const mentions = doc.entities.startingAt.get(i)
    if (!mentions) continue
    const behind = i > start ? holderBehind(doc, mentions[0]!) : undefined
    return behind ?? (actorOf(mentions[0]) ? mentions : undefined)
  }
  return undefined
}

function findNounCue(doc: EntityDoc, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (isNounCue(doc.tokens[i]!.text)) return i
  return undefined
}

/** «قال مسؤولون لوكالة …»: the agency that they told passes it on; a paper that was told tells its own story. */
export function hearer(
  doc: EntityDoc,
  zone: TokenRange,
  base: Omit<StatementNote, 'sources'>,
): StatementNote | undefined {
  const media = mentionsIn(doc, zone).find(
    (mention) =>
      isTold(doc, mention) &&
      doc.entities.byId.get(mention.entity)?.type === 'Media' &&
      isAgency(doc, mention) &&
      !isOwn(doc, mention.entity),
  )
  return (
    media && {
      ...base,
      sources: [media.entity],
      cue: media.tokens,
      cueStart: media.start,
      mode: 'narrated',
      act: '',
    }
  )
}

/** «لرويترز»، «لـ«رويترز»» */
function isTold({ tokens }: EntityDoc, { proclitics, tokens: { start } }: Mention): boolean {
  let before = start - 1
  while (isQuoteMark(tokens[before])) before--
  return proclitics.includes('ل') || tokens[before]?.text === 'ل'
}

/** «لوكالة الأنباء …»، «لرويترز» */
const isAgency = (doc: EntityDoc, { entity, tokens }: Mention): boolean =>
  /^[وف]?ل?وكاله$/u.test(doc.tokens[tokens.start]!.text) ||
  isOfClass('agency', doc.entities.byId.get(entity)!.name.ar)

/** The agency that the dateline names tells the story itself: «بغداد (رويترز) - …». */
function isOwn(doc: EntityDoc, media: string): boolean {
  const first = doc.bodySentences.find(({ start }) => start > 0)?.start ?? 0
  return mentionsIn(doc, { start: 0, end: first }).some(
    ({ entity, tokens }) => entity === media && tokens.end <= first,
  )
}
