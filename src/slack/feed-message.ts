import { z } from 'zod'
import type { FeedPage } from '#domain/feed/feed-run.ts'
import { feedShown } from '#views/feed.ts'
import type { Units } from '#views/figures.ts'
import type { Message } from '#views/message.ts'

/** What was asked for: the buttons carry it, with the place from which the page is turned. */
export type FeedAsked = { groupId: string; subTypes: readonly string[]; range: string | null }

const turnSchema = z.object({
  g: z.string(),
  s: z.array(z.string()),
  r: z.string().nullable(),
  c: z.number(),
  i: z.string(),
})

export function feedMessage(page: FeedPage, asked: FeedAsked, units: Units): Message {
  return feedShown(page, {
    units,
    turnTo: run =>
      JSON.stringify({
        g: asked.groupId,
        s: asked.subTypes,
        r: asked.range,
        c: run.startedAt,
        i: run.activityId,
      }),
  })
}

/** Undefined where an old message holds something else. */
export function readFeedTurn(value: string) {
  try {
    const read = turnSchema.safeParse(JSON.parse(value)).data
    return (
      read && {
        asked: { groupId: read.g, subTypes: read.s, range: read.r },
        cursor: { startedAt: read.c, id: read.i },
      }
    )
  } catch {
    return undefined
  }
}
