/** The family of the whole viewer; weights 400, 500 and 600 come with the style sheet. */
const FAMILY = '"IBM Plex Sans Arabic"'
/** One letter of each subset, since a subset is fetched only when a letter of it is asked for. */
const SUBSETS = ['م', 'M']

/**
 * Fetch what the canvas writes with: unlike the page, a canvas never redraws itself when a font
 * arrives. A font that cannot be had is no reason to show nothing, so this never fails.
 */
export async function loadFonts(fonts: FontFaceSet): Promise<void> {
  const wanted = [500, 600].flatMap((weight) => SUBSETS.map((letter) => ({ weight, letter })))
  await Promise.allSettled(wanted.map(({ weight, letter }) => fonts.load(`${weight} 14px ${FAMILY}`, letter)))
}
