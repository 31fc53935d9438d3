/**
 * Characters that change how their neighbours are shown without being seen themselves: bidirectional embeddings,
 * overrides, isolates and marks, zero-width space, byte-order mark, interlinear anchors. The joiners U+200C and U+200D
 * stay: Persian, Devanagari and many emoji need them.
 */
const INVISIBLE = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g

/**
 * A name or any other single line as it may be kept: control and bidi-override characters are gone, every run of white
 * space (line breaks included) is one space, the ends are trimmed, NFC. May come out empty; idempotent.
 */
export function cleanName(text: string): string {
  return stripped(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/**
 * A note as it may be kept: like `cleanName` within each line, but line breaks stay, with no more than one empty line
 * in a row and none at the ends. Idempotent.
 */
export function cleanNote(text: string): string {
  const lines = stripped(text).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
  return lines
    .map(line => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

function stripped(text: string): string {
  return text.toWellFormed().replace(CONTROL, '').replace(INVISIBLE, '').normalize('NFC')
}
