const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cuts text to `limit` UTF-16 units with an ellipsis, never inside an emoji or a letter with its accents. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > limit - 1) break
    kept += segment
  }
  return `${kept}…`
}
