/** Every rule, in the order of preference: of two readings of the same words the earlier rule wins. */
import { prepareGrammar } from '../grammar.ts'
import type { Rule } from '../rule.ts'
import { CALENDAR_RULES } from './calendar.ts'
import { NAME_RULES } from './names.ts'
import { NUMBER_RULES } from './numbers.ts'
import { PART_RULES } from './parts.ts'
import { RANGE_RULES } from './ranges.ts'
import { RELATIVE_RULES } from './relative.ts'
import { SPAN_RULES } from './spans.ts'

export const RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...NUMBER_RULES,
  ...CALENDAR_RULES,
  ...PART_RULES,
  ...RELATIVE_RULES,
  ...SPAN_RULES,
  ...RANGE_RULES,
]

export const GRAMMAR = prepareGrammar(RULES)
