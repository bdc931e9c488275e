/** In what a proposal and the rules' commitment of the same clause differ. */
import { type Commitment, lastDay } from '@mithaq/model'

export interface Difference {
  /** The rules' commitment, which stays as it is. */
  commitment: string
  field: 'kind' | 'polarity' | 'certainty' | 'committers' | 'begins' | 'due'
  rules: string
  model: string
}

const FIELDS: readonly [Difference['field'], (commitment: Commitment) => string][] = [
  ['kind', ({ kind }) => kind],
  ['polarity', ({ polarity }) => polarity],
  ['certainty', ({ certainty }) => certainty],
  ['committers', ({ committers }) => [...committers].sort().join(' ')],
  ['begins', ({ begins }) => begins?.from ?? 'none'],
  ['due', ({ due }) => (due && lastDay(due)) ?? 'none'],
]

/** Roles are compared as sets of ids, dates by the edge that counts. */
export const differencesOf = (rules: Commitment, model: Commitment): Difference[] =>
  FIELDS.map(([field, of]) => ({ commitment: rules.id, field, rules: of(rules), model: of(model) })).filter(
    (one) => one.rules !== one.model,
  )
