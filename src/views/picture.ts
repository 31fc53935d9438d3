import type { KnownBlock } from '@slack/types'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** The answer to "Send me the chart". */
export function pictureComes(): Message {
  return words(mrkdwn`The chart comes to you as a direct message.`)
}

/** A chart in a message: its upload, and its data in words for who does not see it. */
export type Picture = { fileId: string; alt: string }

/** Nothing where there is no picture: the words say it all. */
export function pictureBlocks(picture: Picture | null): KnownBlock[] {
  if (picture === null) return []
  return [
    { type: 'image', slack_file: { id: picture.fileId }, alt_text: shorten(picture.alt, LIMITS.altText) },
  ]
}
