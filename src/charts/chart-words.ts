const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const ELLIPSIS = '…'
/** Isolates keep a name's own direction from turning the words around it. */
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'
/**
 * Accents that no precomposed letter took up. The fonts can set ten of them on any letter, as Yoruba or Lithuanian
 * need, one a letter; the others would come out as boxes, and towers of them are mischief.
 */
const LOOSE_ACCENTS = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF]+/gu
const SETTABLE = '\u0300\u0301\u0302\u0303\u0304\u0308\u0309\u0323\u0326\u0327'
/** Controls that draw nothing or turn the line around. Joiners stay: emoji, Persian and Devanagari need them. */
const DISTURBING = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** No picture shows more of one text; whatever a name may be, a description stays small. */
const MOST_GRAPHEMES = 120
const MOST_CODE_UNITS = 1_000

/** One line of text: composed, without control characters, single spaces, at most 120 graphemes. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, MOST_CODE_UNITS)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(DISTURBING, '')
    .replace(LOOSE_ACCENTS, accents => Array.from(accents).find(accent => SETTABLE.includes(accent)) ?? '')
    .trim()
  return shortenTo(line, MOST_GRAPHEMES)
}

/** What a reader counts as one character each: a flag, a family, a letter with its accents. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), part => part.segment)
}

/** The text itself when `fits` says so, else its longest beginning that fits with an ellipsis; at least the ellipsis. */
export function shortenUntil(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text
  const parts = graphemesOf(text)
  const beginning = (length: number) => parts.slice(0, length).join('').trimEnd() + ELLIPSIS
  let [longest, tooLong] = [0, parts.length]
  while (longest + 1 < tooLong) {
    const middle = (longest + tooLong) >> 1
    if (fits(beginning(middle))) longest = middle
    else tooLong = middle
  }
  return beginning(longest)
}

/** Cuts to at most `limit` graphemes, the ellipsis included. */
export function shortenTo(text: string, limit: number): string {
  return shortenUntil(text, candidate => graphemesOf(candidate).length <= limit)
}

export function isolated(text: string): string {
  return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction of the first letter. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)
  return letter && RIGHT_TO_LEFT.test(letter[0]) ? 'rtl' : 'ltr'
}
