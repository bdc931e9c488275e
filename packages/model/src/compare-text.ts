/**
 * Orders text by its code units: the same on every machine and in every language, as what is written must be.
 *
 * @example ['تركيا', 'العراق'].sort(compareText) // ['العراق', 'تركيا']
 */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
