/** Statements without a verb of saying: headlines that open with a name, and what a joint statement holds. */
import type { EntityDoc } from '../entities/mention-index.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isPaper, verbCueAt } from './cues.ts'
import { subjectIn } from './sources.ts'
import type { StatementNote } from './statement.ts'

/** «وزير المالية: لن نرفع الأسعار»: a headline that opens with who says it. In tokens. */
const HEADLINE_NAME = 10

export function headlineSpeech(doc: EntityDoc, sentence: TokenRange): StatementNote | null {
  const { tokens } = doc
  for (let i = sentence.start + 1; i < Math.min(sentence.end - 2, sentence.start + HEADLINE_NAME); i++) {
    if (tokens[i]!.text !== ':') continue
    const zone = { start: sentence.start, end: i }
    const sources = subjectIn(doc, zone)
    const speaks = tokens.slice(zone.start, zone.end).some((_, k) => verbCueAt(tokens, zone.start + k))
    if (speaks || sources.length === 0) return null
    return {
      sources,
      cue: { start: i, end: i + 1 },
      cueStart: tokens[i]!.start,
      content: { start: i + 1, end: sentence.end },
      mode: 'direct',
      act: '',
      lemma: '',
      frame: 'quote',
      paper: false,
    }
  }
  return null
}

/** «اتفق العراق وتركيا، في بيان مشترك، على …»: the sentence is what the parties state, and «البيان» is theirs. */
export function jointStatement(doc: EntityDoc, sentence: TokenRange): StatementNote | null {
  const { tokens } = doc
  for (let i = sentence.start; i + 1 < sentence.end; i++) {
    if (!isPaper(tokens[i]!.text) || !/^(?:ال)?مشتركا?$/u.test(tokens[i + 1]!.text)) continue
    const sources = subjectIn(doc, sentence)
    const cue = { start: i, end: i + 2 }
    const base = { mode: 'narrated', act: '', lemma: '', frame: 'phrase', paper: true } as const
    return sources.length > 1
      ? { ...base, sources, cue, cueStart: tokens[i]!.start, content: sentence }
      : null
  }
  return null
}
