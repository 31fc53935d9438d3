import { z } from 'zod'

const fileSchema = z
  .object({
    id: z.string(),
    name: z.string().nullish(),
    /** What Slack takes it for: `zip`, `binary`. */
    filetype: z.string().nullish(),
    mimetype: z.string().nullish(),
    /** Bytes. */
    size: z.number().nullish(),
    /** Missing for links to elsewhere and for what Slack took away. */
    url_private_download: z.string().nullish(),
  })
  .loose()

const messageSchema = z
  .object({
    channel: z.string(),
    channel_type: z.literal('im'),
    /** Edits, deletions and joins have other ones. */
    subtype: z.literal('file_share').optional(),
    user: z.string(),
    bot_id: z.never().optional(),
    text: z.string().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
    files: z.array(fileSchema).default([]),
  })
  .loose()

export type DroppedFile = z.output<typeof fileSchema>
export type DirectMessage = z.output<typeof messageSchema>

/** What a person wrote or dropped in a direct message; undefined for bots, edits, deletions and channels. */
export function directMessageOf(event: unknown): DirectMessage | undefined {
  return messageSchema.safeParse(event).data
}
