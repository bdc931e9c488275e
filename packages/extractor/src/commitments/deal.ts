/** A deal that the text knows: «الاتفاق»، «اتفاقية النفط». */
import { nounReadings } from '../text/clitics.ts'
import type { Token } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'

/** A deal and what tells of its content stand this near. In tokens. */
export const REACH = 16

/** What is common to all that a deal binds to. */
export const agreed = { kind: 'agreement', polarity: 'positive', certainty: 'certain', cut: 0 } as const

/** «الاتفاق»، «اتفاقية النفط», whose first word the token is. */
export const isDeal = (tokens: readonly Token[], at: number): boolean =>
  nounReadings(tokens[at]?.form ?? '').some(({ stem }) =>
    stem.startsWith('ال')
      ? isOfClass('deal', stem.slice(2))
      : isOfClass('deal', stem) && /^ال.../u.test(tokens[at + 1]?.text ?? ''),
  )
