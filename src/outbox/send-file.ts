import type { OutboxRow } from '#store/outbox-store.ts'
import type { Drawing } from './deliveries/delivery.ts'
import type { Delivering } from './delivering.ts'
import { isPerson } from './recipient.ts'
import { takeTurn } from './send-post.ts'

/** Uploads a file into somebody's direct message, with the words beside it. An answer that is lost may make it two. */
export async function sendFile(
  deps: Delivering,
  row: OutboxRow,
  { filename, bytes, message }: Extract<Drawing, { kind: 'file' }>,
): Promise<{ kind: 'done' }> {
  // What is somebody's own data goes to nobody else, whatever a row says.
  if (!isPerson(row.recipient)) throw new TypeError(`a file for ${row.recipient}`)
  const { channel } = await deps.client.conversations.open({ users: row.recipient })
  if (!channel?.id) throw new Error('conversations.open gave no channel')
  await takeTurn(deps, row)
  await deps.client.filesUploadV2({
    channel_id: channel.id,
    filename,
    title: filename,
    initial_comment: message.text,
    file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  })
  return { kind: 'done' }
}
