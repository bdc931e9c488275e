/** Paragraphs and sentences as ranges of tokens. */
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from './governs.ts'
import type { Token, TokenRange } from './tokens.ts'

/** «لن نتخلى عن حصتنا * الكويت ترفع الديزل»: between two, not before the first. */
const BULLET = /^[*•■●▪◆]$/u
/** «المبعوث أرجأ سفره | شهود: نقاط تفتيش»: a bar parts headlines. */
const FINAL = new Set(['.', '؟', '!', '…', '۔', '|'])
const CLOSING = new Set(['"', '”', '»', ')', '’', ']'])

/** Paragraphs: what line breaks part. Linear; empty lines yield nothing. */
export function findParagraphs(text: string, tokens: readonly Token[]): TokenRange[] {
  const paragraphs: TokenRange[] = []
  let start = 0
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && !hasBreak(text, tokens[i - 1]!.end, tokens[i]!.start)) continue
    if (i > start) paragraphs.push({ start, end: i })
    start = i
  }
  return paragraphs
}

function hasBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return true
  }
  return false
}

/** The longest sentence a reader could follow; text without stops is cut here. In tokens. */
const LONGEST = 300

/**
 * Sentences: a paragraph cut at full stops, question and exclamation marks. A stop that lacks its
 * space (`2026.وأشار`) ends a sentence too; one behind a lone letter (`ج. د. فانس`) or inside a Latin
 * name does not, and a picture's credit («(الفرنسية)») does, as does
 * a dateline that begins within a line. The marks that close a quotation stay with their sentence.
 */
export function findSentences(
  tokens: readonly Token[],
  paragraphs: readonly TokenRange[],
  datelines: ReadonlyMap<number, number>,
): TokenRange[] {
  const sentences: TokenRange[] = []
  for (const { start, end } of paragraphs) {
    let from = start
    for (let i = start; i < end; i++) {
      if (i > from && datelines.has(i)) {
        sentences.push({ start: from, end: i })
        from = i
      }
      const ends =
        endsSentence(tokens, i) ||
        closesCredit(tokens, i, from) ||
        (i > from + 1 && BULLET.test(tokens[i]!.text))
      if (!ends && i - from < LONGEST) continue
      let after = i + 1
      while (
        after < end &&
        (CLOSING.has(tokens[after]!.text) || FINAL.has(tokens[after]!.text)) &&
        touches(tokens, after)
      )
        after++
      sentences.push({ start: from, end: after })
      from = after
      i = after - 1
    }
    if (from < end) sentences.push({ start: from, end })
  }
  return sentences
}

const touches = (tokens: readonly Token[], i: number): boolean => tokens[i - 1]!.end === tokens[i]!.start

/** Words before a credit that are a caption, and no dateline. */
const CAPTION = 4

/** «(الفرنسية - أرشيف)»: whose picture it is closes the caption that runs on into the text; «وكالة (رويترز) أن» goes on. */
function closesCredit(tokens: readonly Token[], i: number, from: number): boolean {
  const next = tokens[i + 1]
  if (tokens[i]!.text !== ')' || GOES_ON.test(next?.text ?? '') || isPreposition(next?.text ?? ''))
    return false
  let open = i - 1
  while (open > i - 8 && open > from && tokens[open]!.text !== '(') open--
  if (tokens[open]?.text !== '(' || open - from < CAPTION || NAMED.test(tokens[open - 1]!.text)) return false
  return tokens.slice(open + 1, i).some(({ text }) => isOfClass('credit', text))
}

const GOES_ON = /^(?:[-–—:.،,]|ان(?:ه|ها|هم)?|الذي|التي)$/u
const NAMED = /^[وبل]?(?:ال)?(?:قناه|وكاله|وكالتي|صحيفه|شبكه|فضائيه|محطه|تلفزيون|تليفزيون)$/u

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.kind !== 'mark' || !FINAL.has(token.text)) return false
  if (token.text !== '.') return true
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  // «ج. د. فانس», but «2026م.» and «1446هـ.» end a sentence.
  const isInitial = before?.kind === 'word' && before.text.length === 1 && before.end === token.start
  if (isInitial && tokens[i - 2]?.kind !== 'number') return false
  // «وكالة بي. إف. تي»: letters of a foreign name, as they are called.
  if (isLetterName(before) && isLetterName(after)) return false
  // U.S., nato.int
  return !(after && isLatin(before) && isLatin(after) && after.start === token.end)
}

const isLetterName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && isOfClass('letter', token.form)

const isLatin = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.charCodeAt(0) < 0x250
