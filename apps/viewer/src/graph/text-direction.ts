const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const STRONG = /[A-Za-z\u00c0-\u024f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
// eslint-disable-next-line no-misleading-character-class -- these are the characters to take out
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** The direction of a text's first strong letter, which is what HTML's `dir=auto` goes by. */
export function textDirection(text: string): 'rtl' | 'ltr' {
  const first = STRONG.exec(text)
  return first !== null && RIGHT_TO_LEFT.test(first[0]) ? 'rtl' : 'ltr'
}

/** One line without the controls with which a name could reorder the words around it. */
export const plainLine = (text: string): string =>
  text.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim()
