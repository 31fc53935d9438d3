import type { z } from 'zod'
import type { Chart } from '#charts/chart.ts'
import type { NoticeKind } from '#domain/notice/notice.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import type { OutboxRow } from '#store/outbox-store.ts'
import type { PostExtras } from '#views/leaderboard.ts'
import type { Message } from '#views/message.ts'

export type DrawingDeps = {
  db: Reading
  organizationId: OrganizationId
  outboxId: string
  /** Business time. */
  now: Instant
  exportData: ExportData
}

/** Packs everything that is somebody's into a ZIP file. */
export type ExportData = (organizationId: OrganizationId, accountId: AccountId) => Promise<Uint8Array>

/** What is to be done with a row. */
export type Drawing =
  /** It lost its reason since it was queued. */
  | 'skip'
  /** In the thread of the message at `threadTs`, where that is given. */
  | { kind: 'post'; message: Message; threadTs?: string }
  /** A message with a picture or a native table, both of which it can do without. */
  | { kind: 'rich-post'; chart: Chart | null; message: (extras: PostExtras) => Message }
  | {
      kind: 'removal'
      channelId: string
      ts: string
      fileId: string | null
      /** The row of the message, to be marked as taken back; null where it is marked already. */
      post: OutboxRow | null
    }
  /** A message of ours that stands already, to be drawn anew in its place. */
  | {
      kind: 'redraw'
      post: OutboxRow
      chart: Chart | null
      message: (extras: PostExtras) => Message
    }
  | { kind: 'file'; filename: string; bytes: Uint8Array; message: Message }

/** One kind of message as a value: what its row holds, and how it is drawn when it is sent. */
export type Delivery = {
  kind: NoticeKind
  draw(deps: DrawingDeps, payload: unknown): Promise<Drawing>
  /** Under which message it is posted, of those that are answers; null when that does not stand. */
  threadOf?(deps: Pick<DrawingDeps, 'db' | 'organizationId'>, payload: unknown): Promise<string | null>
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
