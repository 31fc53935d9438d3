const UTF_16_MARKS = [
  { encoding: 'utf-16le', first: 0xff, second: 0xfe },
  { encoding: 'utf-16be', first: 0xfe, second: 0xff },
] as const

/**
 * The text of an XML file: UTF-8, or UTF-16 where a byte-order mark says so; the mark itself is dropped. Bytes that are no
 * text become U+FFFD: everything read from these files is ASCII, and names in old encodings must not cost the run.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = UTF_16_MARKS.find(mark => bytes[0] === mark.first && bytes[1] === mark.second)
  return new TextDecoder(marked?.encoding ?? 'utf-8').decode(bytes)
}
