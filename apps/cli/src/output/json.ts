/**
 * JSON on one line. Characters that a terminal may obey or a reader of lines may break at are
 * written as escapes, which stand for the same string.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, escape)
}

/** JSON for people. */
export const jsonPretty = (value: unknown): string => JSON.stringify(value, null, 2).replace(UNSAFE, escape)

/** A list with one value a line: whole JSON for programs, lines for people. */
export const jsonList = (values: readonly unknown[]): string =>
  values.length === 0 ? '[]\n' : `[\n${values.map(jsonLine).join(',\n')}\n]\n`

const UNSAFE = /[\u007f-\u009f\u2028\u2029]/gu
const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
