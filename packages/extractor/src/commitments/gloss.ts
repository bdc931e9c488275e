/**
 * An English gloss of an action, composed by machine word for word: the head's gloss, the lexicon's
 * glosses with adjectives before their nouns, the entities' English names. For readers without Arabic to
 * see what it is about; the Arabic action and its quotation are the record.
 */
import { fold } from '@mithaq/model'
import type { EntityDoc } from '../entities/mention-index.ts'
import { lazily, readLexicon } from '../read-lexicon.ts'
import { remember } from '../remember.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { actionNoun } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Action } from './candidate.ts'

interface Gloss {
  text: string
  pos: 'noun' | 'adjective' | 'particle' | 'name' | 'gap'
  /** The English of what is glued before it: «and», «for». */
  lead: string
}

const LEADS: Readonly<Record<string, string>> = { و: 'and', ب: 'by', ل: 'for', ك: 'as', ف: 'and' }
const GAP: Gloss = { text: '…', pos: 'gap', lead: '' }

const lexicon = lazily(() => {
  const words = new Map<string, { text: string; pos: Gloss['pos'] }>()
  for (const { word, pos, gloss } of readLexicon<'word' | 'pos' | 'gloss'>('glosses.tsv'))
    if (!words.has(fold(word)) || pos !== 'adjective')
      words.set(fold(word), { text: gloss, pos: pos as Gloss['pos'] })
  const adjectives = new Map(
    readLexicon<'word' | 'pos' | 'gloss'>('glosses.tsv')
      .filter(({ pos }) => pos === 'adjective')
      .map(({ word, gloss }) => [fold(word), gloss]),
  )
  return { words, adjectives }
})

/**
 * @param skip tokens left out: dates and the condition, which have fields of their own
 * @example «إنهاء المهمة العسكرية في العراق» // 'end military mission in Iraq'
 */
export function glossOf(doc: EntityDoc, action: Action, skip: ReadonlySet<number>): string | undefined {
  const head = action.verbs[0]?.gloss
  if (head === undefined) return undefined
  const glosses = glossWords(doc, { start: action.words.start + 1, end: action.words.end }, skip)
  return upToGaps(
    `${head} ${inEnglishOrder(glosses)}`.replaceAll(/(?:\s*…)+/gu, ' …').replaceAll(/\s+/gu, ' '),
  )
    .replaceAll(/(?:\s(?:and|in|from|to|on|with|by|until|before|after|during|of))+$/gu, '')
    .trim()
}

/** More words unknown than these, and the rest says little. */
const GAPS = 2

function upToGaps(gloss: string): string {
  const parts = gloss.split(' …')
  return parts.length <= GAPS + 1 ? gloss : `${parts.slice(0, GAPS).join(' …')} …`
}

function glossWords(doc: EntityDoc, { start, end }: TokenRange, skip: ReadonlySet<number>): Gloss[] {
  const glosses: Gloss[] = []
  for (let i = start; i < end; i++) {
    const token = doc.tokens[i]!
    if (skip.has(i)) continue
    const mention = doc.entities.startingAt.get(i)?.[0]
    const name = mention && doc.entities.byId.get(mention.entity)?.name.en
    if (mention && name !== undefined) {
      glosses.push({
        text: name,
        pos: 'name',
        lead: leadOf(mention.proclitics, mention.entity.startsWith('place:')),
      })
      i = Math.min(mention.tokens.end, end) - 1
    } else if (token.kind === 'number') glosses.push({ text: token.text, pos: 'particle', lead: '' })
    else if (token.kind === 'word') glosses.push(glossWord(token.form))
  }
  return glosses
}

const glossWord = remember((word): Gloss => {
  const { words, adjectives } = lexicon()
  for (const { proclitics, stem } of nounReadings(word)) {
    const bare = stem.startsWith('ال') && stem.length > 4 ? stem.slice(2) : stem
    const lead = leadOf(proclitics)
    const known = words.get(bare) ?? words.get(stem)
    if (known && known.pos !== 'adjective') return { ...known, lead }
    const masculine = /^(.{2,}?)(?:ه|ين|ون|تين|ان|ا)?$/u.exec(bare)?.[1] ?? bare
    const adjective = adjectives.get(bare) ?? adjectives.get(masculine)
    if (adjective !== undefined) return { text: adjective, pos: 'adjective', lead }
    const owned = encliticReadings(stem)
      .map((reading) => words.get(reading.stem))
      .find((found) => found?.pos === 'noun')
    if (owned) return { ...owned, lead }
  }
  const noun = actionNoun(word)
  return noun?.verbs[0] ? { text: noun.verbs[0].gloss, pos: 'noun', lead: leadOf(noun.proclitics) } : GAP
})

const leadOf = (proclitics: readonly string[], isPlace = false): string =>
  proclitics.map((letter) => (isPlace && letter === 'ب' ? 'in' : (LEADS[letter] ?? ''))).join(' ')

/** Arabic puts adjectives behind their noun; English before it. A noun behind a noun is its owner. */
function inEnglishOrder(glosses: readonly Gloss[]): string {
  const words: string[] = []
  for (let i = 0; i < glosses.length; i++) {
    const { text, pos, lead } = glosses[i]!
    if (lead !== '') words.push(lead)
    if (pos !== 'noun') {
      words.push(text)
      continue
    }
    const adjectives: string[] = []
    while (glosses[i + 1]?.pos === 'adjective' && glosses[i + 1]!.lead === '')
      adjectives.unshift(glosses[++i]!.text)
    const next = glosses[i + 1]
    words.push(...adjectives, text)
    const counts = /(?:million|billion|thousand|hundred|dozen)s?$/u.test(text)
    if (next && (next.pos === 'noun' || next.pos === 'name') && next.lead === '' && !counts) words.push('of')
  }
  return words.join(' ')
}
