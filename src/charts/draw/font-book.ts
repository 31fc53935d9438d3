import { GlobalFonts } from '@napi-rs/canvas'
import { graphemesOf } from '../chart-words.ts'
import { covers, type FontFile, fontsourceFiles, packageFile } from './font-files.ts'
import { createGlyphTest } from './glyph-test.ts'

/** Every text starts with this one, so that all lines stand on the same measure whatever else they need. */
const BASE_FAMILY = 'google-sans-latin'
const EMOJI_FAMILY = 'twemoji'
const MOST_REMEMBERED = 4_000

const EMOJI = /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3/u
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Noncharacter_Code_Point}]/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

export type FontBook = {
  /**
   * The families a text needs, as CSS writes them, in the order to try. Registers their files on first use. One family
   * a file: the canvas library looks into only one file of a family and draws boxes for the rest.
   */
  familiesFor(text: string): string
}

/** Opens the bundled fonts. `onNote` hears, in a sentence without names, of letters that no installed font has. */
export function createFontBook(
  onNote: (message: string) => void,
  filesOf: (packageName: string) => FontFile[] = fontsourceFiles,
): FontBook {
  const broad = [...latinFirst(filesOf('google-sans')), ...filesOf('noto-sans-arabic')]
  const eastAsian = {
    chinese: filesOf('noto-sans-sc'),
    japanese: filesOf('noto-sans-jp'),
    korean: filesOf('noto-sans-kr'),
  }
  const emojiPath = packageFile('twemoji-colr-font/twemoji.woff2')
  const registered = new Set<string>()
  const remembered = new Map<string, string>()
  const hasGlyph = createGlyphTest()
  const proven = new Map<string, boolean>()

  function has(file: FontFile, character: string): boolean {
    if (!covers(file, character.codePointAt(0) ?? 0)) return false
    // Marks have no look of their own, and the plain letters are checked at the start.
    if (/\p{M}/u.test(character) || (file.family === BASE_FAMILY && /[!-~]/.test(character))) return true
    const key = file.family + character
    let isProven = proven.get(key)
    if (isProven === undefined) {
      register(file.family, file.path)
      isProven = hasGlyph(file.family, character)
      proven.set(key, isProven)
    }
    return isProven
  }

  function register(family: string, path: string): void {
    if (registered.has(family)) return
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`the font file ${family} cannot be read`)
    registered.add(family)
  }

  function filesFor(text: string): FontFile[] {
    const { chinese, japanese, korean } = eastAsian
    // Han letters are shared but drawn differently: kana and Hangul tell whose they are, alone they are taken as Chinese.
    if (KANA.test(text)) return [...broad, ...japanese, ...chinese, ...korean]
    if (HANGUL.test(text)) return [...broad, ...korean, ...chinese, ...japanese]
    return [...broad, ...chinese, ...japanese, ...korean]
  }

  function choose(text: string): string {
    const files = filesFor(text)
    const chosen = new Map<string, string>()
    let needsEmoji = false
    for (const grapheme of graphemesOf(text)) {
      if (EMOJI.test(grapheme)) {
        needsEmoji = true
        continue
      }
      for (const character of grapheme) {
        if (UNSEEN.test(character)) continue
        const file = files.find(candidate => has(candidate, character))
        if (file) chosen.set(file.family, file.path)
        else if (/\p{Extended_Pictographic}/u.test(character)) needsEmoji = true
        else onNote(missing(character))
      }
    }
    // In the order of the files, not of the letters: two names with the same letters get the same fonts.
    const families = [BASE_FAMILY]
    for (const { family, path } of files) {
      if (!chosen.has(family) && family !== BASE_FAMILY) continue
      register(family, path)
      if (family !== BASE_FAMILY) families.push(family)
    }
    if (needsEmoji && emojiPath !== undefined) {
      register(EMOJI_FAMILY, emojiPath)
      families.push(EMOJI_FAMILY)
    }
    return families.map(family => `"${family}"`).join(', ')
  }

  return {
    familiesFor(text) {
      const known = remembered.get(text)
      if (known !== undefined) return known
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      const families = choose(text)
      remembered.set(text, families)
      return families
    },
  }
}

function latinFirst(files: readonly FontFile[]): FontFile[] {
  const rank = (file: FontFile) => ['google-sans-latin', 'google-sans-latin-ext'].indexOf(file.family)
  return [
    ...files.filter(file => rank(file) >= 0).toSorted((a, b) => rank(a) - rank(b)),
    ...files.filter(file => rank(file) < 0 && file.family !== 'google-sans-symbols'),
    ...files.filter(file => file.family === 'google-sans-symbols'),
  ]
}

function missing(character: string): string {
  return EAST_ASIAN.test(character)
    ? 'The fonts for Chinese, Japanese and Korean are optional packages and not installed, or lack a letter: charts show a box for it'
    : 'A chart has a letter that none of the bundled fonts has: it shows a box for it'
}
