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

/** The same for mrkdwn: what Slack writes as `&amp;` or `<#C1>` stays whole or goes whole. */
export function shortenMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text
  const kept = shorten(text, limit).slice(0, -1)
  return `${kept.replace(/(?:&[a-z]{0,4}|<[^<>]*)$/, '')}…`
}
