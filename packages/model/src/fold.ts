/**
 * Folding: one spelling for every way the same Arabic word is written (a hamza lost on its seat
 * included), with a map back to the untouched text. Everything that compares words (rules, gazetteers, ids, search) compares folds,
 * so that no rule ever spells `[أا]` again.
 */

/** A folded text; `map[i]` is the original offset of folded unit `i`, and `map[length]` the end. */
export interface Folded {
  text: string
  map: Uint32Array
}

const TATWEEL = 0x640
const isMark = (c: number): boolean =>
  (c >= 0x64b && c <= 0x65f) ||
  c === 0x670 ||
  (c >= 0x6d6 && c <= 0x6ed && c !== 0x6dd && c !== 0x6de && c !== 0x6e9)
/** Zero-width and bidi controls that newsrooms' systems leave in copy. */
const isInvisible = (c: number): boolean =>
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x202a && c <= 0x202e) ||
  (c >= 0x2060 && c <= 0x2069) ||
  c === 0xfeff ||
  c === 0xad ||
  c === 0x61c
const isPresentation = (c: number): boolean => (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc)

/** Single letters that newspapers interchange, by code unit. */
const LETTERS = new Map<number, string>(
  Object.entries({
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ئ: 'ي',
    ؤ: 'و',
    ة: 'ه',
    ۀ: 'ه',
    ە: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ک: 'ك',
    گ: 'ك',
    ڤ: 'ف',
    پ: 'ب',
    چ: 'ج',
    ژ: 'ز',
    ڨ: 'ق',
    '٫': '.',
    '٬': ',',
    '٪': '%',
  }).map(([from, to]) => [from.charCodeAt(0), to]),
)

function readUnit(code: number): string {
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 48)
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 48)
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32)
  if (code < 0x80) return String.fromCharCode(code)
  if (code === TATWEEL || isMark(code) || isInvisible(code)) return ''
  const letter = LETTERS.get(code)
  if (letter !== undefined) return letter
  if (isPresentation(code)) {
    const letter = String.fromCharCode(code)
    const plain = letter.normalize('NFKC')
    // Signs of the block stand for themselves: ﴾ ﴿.
    return plain === letter ? letter : fold(plain)
  }
  // The spaces of typesetting are spaces.
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return ' '
  return String.fromCharCode(code)
}

/** The units that Arabic and Latin texts are made of, looked up; the others are read. */
const COMMON = Array.from({ length: 0x700 }, (_, code) => readUnit(code))
const STAYS = Uint8Array.from(COMMON, (unit, code) => Number(unit === String.fromCharCode(code)))
const foldUnit = (code: number): string => (code < 0x700 ? COMMON[code]! : readUnit(code))

/**
 * Fold a text: alef and ya forms, ta marbuta, diacritics, tatweel, presentation forms, Eastern
 * digits, letters of neighbours (ک، گ، ڤ), Latin case, invisible controls.
 *
 * @example fold('الولاياتُ المتَّحدة') // 'الولايات المتحده'
 */
export function fold(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) out += foldUnit(text.charCodeAt(i))
  return out
}

/** Fold with the map back; linear in the text. `original.slice(map[a], map[b])` is what `text.slice(a, b)` was. */
export function foldWithMap(text: string): Folded {
  let out = ''
  let map = new Uint32Array(text.length + 1)
  let length = 0
  // What stays as it is goes over in one piece, up to the next letter that does not.
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (length + 1 >= map.length) map = longer(map)
    if (code < 0x700 && STAYS[code] === 1) {
      map[length++] = i
      continue
    }
    const unit = foldUnit(code)
    if (length + unit.length >= map.length) map = longer(map)
    for (let k = 0; k < unit.length; k++) map[length++] = i
    out += text.slice(from, i) + unit
    from = i + 1
  }
  map[length] = text.length
  return { text: out + text.slice(from), map: map.subarray(0, length + 1) }
}

/** A ligature unfolds into several letters: ﷲ. */
function longer(map: Uint32Array): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(2 * map.length + 32)
  copy.set(map)
  return copy
}

/** A fold fit for keys: also without spaces doubled or at the ends. */
export function foldKey(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim()
}
