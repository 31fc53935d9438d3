import type { Mrkdwn } from './mrkdwn.ts'

/** As many of the first lines as fit into `limit` characters with a line break or comma between them; at least one. */
export function fitLines(lines: readonly Mrkdwn[], limit: number): Mrkdwn[] {
  let length = 0
  const tooLong = lines.findIndex((line, index) => {
    length += line.mrkdwn.length + 2
    return index > 0 && length > limit
  })
  return tooLong === -1 ? [...lines] : lines.slice(0, tooLong)
}
