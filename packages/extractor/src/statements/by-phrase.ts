/** Statements that a phrase attributes: «وفق المصدر»، «بحسب وكالة رويترز»، «على لسان الناطق». */
import type { Mention } from '../entities/mention.ts'
import { actorOf, type EntityDoc } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, isFiniteVerb } from '../text/morphology.ts'
import { isComma, type Token, type TokenRange } from '../text/tokens.ts'
import { isPaper, phraseCueAt } from './cues.ts'
import type { Memory } from './memory.ts'
import { coordinated, holderBehind, isBare, subjectIn, titledAt } from './sources.ts'
import { enclosingOf, type StatementNote } from './statement.ts'

/** «وفق المصدر»: the phrase names the source of the clause before it, or, at the sentence's head, after it. */
export function byPhrase(
  doc: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): StatementNote[] {
  const phrase = phraseCueAt(doc.tokens, at, sentence.end)
  const named = phrase && namedBy(doc, phrase, sentence.end, memory)
  if (!named || named.sources.length === 0) return []
  const enclosing = enclosingOf(before, at)
  const around = enclosing?.content ?? sentence
  const content =
    at <= sentence.start + 1
      ? { start: clauseBehind(doc, named.end), end: sentence.end }
      : { start: around.start, end: isAside(doc, at, named.end) ? around.end : at }
  if (content.end - content.start < 3) return []
  return [
    {
      sources: named.sources,
      cue: phrase,
      cueStart: doc.tokens[at]!.start,
      content,
      mode: 'narrated',
      act: '',
      lemma: '',
      frame: 'phrase',
      paper: named.paper,
      ...(enclosing && { parent: enclosing }),
    },
  ]
}

/** «التزمت الرباط، حسب بلاغ مشترك، بتكوين 150 طالبا»: between commas, and the clause goes on behind it. */
function isAside({ tokens }: EntityDoc, at: number, end: number): boolean {
  const next = tokens[end + 1]?.text ?? ''
  return isComma(tokens[at - 1]) && isComma(tokens[end]) && !/^(?:و.{2,}|فيما|بينما|في|لكن)$/u.test(next)
}

/** «وفق البيان، فإن الحل قريب» */
function clauseBehind({ tokens }: EntityDoc, end: number): number {
  const start = isComma(tokens[end]) ? end + 1 : end
  return tokens[start]?.text === 'فان' ? start + 1 : start
}

/** The people behind a phrase, or those who issued the paper it names («بحسب البيان»). */
function namedBy(
  doc: EntityDoc,
  phrase: TokenRange & { told: boolean },
  limit: number,
  memory: Memory,
): { sources: readonly string[]; end: number; paper: boolean } | null {
  if (phrase.told) return tellerBehind(doc, phrase.end, limit, memory)
  if (phrase.end < limit && isPaper(doc.tokens[phrase.end]!.text)) {
    const issuer = issuerBehind(doc, phrase.end + 1, limit)
    return issuer
      ? { sources: coordinated(doc, issuer, limit), end: issuer[0]!.tokens.end, paper: true }
      : { sources: memory.issuers, end: phrase.end + 1, paper: true }
  }
  const spokesman =
    doc.tokens[phrase.end - 1]!.text === 'لسان' ? personBehind(doc, phrase.end, limit) : undefined
  const titled = spokesman ?? titledAt(doc, phrase.end) ?? nameBehind(doc, phrase.end, limit)
  if (!titled) return null
  const people = holderBehind(doc, titled[0]!) ?? titled
  const last = doc.tokens[phrase.end - 1]!.text
  const reached =
    spokesman !== undefined ||
    isBare(doc, people[0]!) ||
    people[0]!.proclitics.includes('ل') ||
    last === 'عن' ||
    isCuePreposition(last)
  return reached
    ? { sources: coordinated(doc, people, limit), end: people[0]!.tokens.end, paper: false }
    : null
}

/** «كما روى لـ«الخبر» عضو في المكتب، »: the subject before the next comma; «، كما ذكر، » says who spoke last. */
function tellerBehind(
  doc: EntityDoc,
  from: number,
  limit: number,
  memory: Memory,
): { sources: readonly string[]; end: number; paper: boolean } | null {
  let end = from
  while (end < limit && !isComma(doc.tokens[end]) && doc.tokens[end]!.text !== '.') end++
  if (end === from) return { sources: memory.last?.sources ?? [], end, paper: false }
  const sources = subjectIn(doc, { start: from, end })
  return sources.length > 0 ? { sources, end, paper: false } : null
}

/** «وفق وكالة رويترز»: a class noun or two may lead up to the name. */
function nameBehind(doc: EntityDoc, from: number, limit: number): readonly Mention[] | undefined {
  for (let i = from; i < Math.min(limit, from + 3); i++) {
    const found = doc.entities.startingAt.get(i)
    if (found) return found
    if (doc.tokens[i]!.kind !== 'word' || isPreposition(doc.tokens[i]!.form)) break
  }
  return holderOf(doc, from, limit)
}

/** «على لسان رئيس رابطة أساتذة التعليم الثانوي حنا غريب، »: the last person named before the next mark. */
function personBehind(doc: EntityDoc, from: number, limit: number): readonly Mention[] | undefined {
  let last: readonly Mention[] | undefined
  for (let i = from; i < Math.min(limit, from + OFFICE) && doc.tokens[i]!.kind === 'word'; i++) {
    const found = doc.entities.startingAt.get(i)
    const known = doc.entities.byId.get(found?.[0]?.entity ?? '')
    if (/^[وفبل]?ان(?:ه|ها|هم|هما)?$/u.test(doc.tokens[i]!.text)) break
    if (known?.type === 'Person' && known.named) last = found
  }
  return last
}

/** «حسب المكلف بالإعلام في التكتل النقابي مسعود عمراني»: of an office that no list has, who holds it. */
function holderOf(doc: EntityDoc, from: number, limit: number): readonly Mention[] | undefined {
  if (!/^ال.../u.test(doc.tokens[from]?.text ?? '')) return undefined
  for (let i = from; i < Math.min(limit, from + OFFICE) && doc.tokens[i]!.kind === 'word'; i++) {
    const found = doc.entities.startingAt.get(i)
    if (doc.entities.byId.get(found?.[0]?.entity ?? '')?.type === 'Person') return found
    if (!found && !actionNoun(doc.tokens[i]!.form) && isFiniteVerb(doc.tokens[i]!)) return undefined
  }
  return undefined
}
/** In tokens. */
const OFFICE = 10

/** «بيان وزعته السفارة»، «بيان صادر عن الوزارة»، «بيان للجيش»: who issued the paper. */
function issuerBehind(doc: EntityDoc, from: number, limit: number): readonly Mention[] | undefined {
  let at = from
  while (at < limit && at < from + 3 && !doc.entities.startingAt.has(at) && issues(doc.tokens[at]!)) at++
  const found = at < limit ? doc.entities.startingAt.get(at) : undefined
  // «وفق مستند بوزارة المالية», and no «بيان بالعربية».
  const isKept = found?.[0]!.proclitics[0] === 'ب' && at === from
  const isBody = !isKept || BODIES.has(doc.entities.byId.get(found[0]!.entity)?.type ?? '')
  return found && actorOf(found[0]) && isBody ? found : undefined
}

const BODIES: ReadonlySet<string> = new Set(['Government', 'Organization'])

const issues = ({ text, form }: Token): boolean =>
  /^(?:صادر|صدر|رسمي|صحفي|مشترك|عن)$/u.test(text) ||
  finiteReadings(form).some(({ object }) => object !== undefined)

const isCuePreposition = (word: string): boolean => /^[وف]?(?:وفق|حسب|بحسب)$/u.test(word)
