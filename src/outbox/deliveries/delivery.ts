import type { z } from 'zod'
import type { Chart } from '#charts/chart.ts'
import type { NoticeKind } from '#domain/notice/notice.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '#store/db.ts'
import type { PostExtras } from '#views/leaderboard.ts'
import type { Message } from '#views/message.ts'

export type DrawingDeps = { db: Reading; organizationId: OrganizationId; outboxId: string }

/** What is to be done with a row. */
export type Drawing =
  /** It lost its reason since it was queued. */
  | 'skip'
  | { kind: 'post'; message: Message }
  /** A message with a picture or a native table, both of which it can do without. */
  | { kind: 'rich-post'; chart: Chart | null; message: (extras: PostExtras) => Message }
  | { kind: 'removal'; channelId: string; ts: string; fileId: string | null }

/** One kind of message as a value: what its row holds, and how it is drawn when it is sent. */
export type Delivery = {
  kind: NoticeKind
  draw(deps: DrawingDeps, payload: unknown): Promise<Drawing>
}

/** The payload is read by its schema; one that does not fit is a bug and is thrown. */
export function delivery<Payload>(described: {
  kind: NoticeKind
  payload: z.ZodType<Payload>
  draw: (deps: DrawingDeps, payload: Payload) => Promise<Drawing>
}): Delivery {
  return {
    kind: described.kind,
    draw: async (deps, raw) => described.draw(deps, described.payload.parse(raw)),
  }
}
