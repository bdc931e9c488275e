/** A form of the lexicon as the tokens that the scanner would make of it. */
import { fold } from '@mithaq/model'

/**
 * Words and digits, and every sign by itself; letters glued before digits stay with them.
 *
 * @example splitForm('ق.م') // ['ق', '.', 'م']
 */
export const splitForm = (form: string): string[] => fold(form).match(/\p{L}*\d+|\p{L}+|[^\s\p{L}\d]/gu) ?? []
