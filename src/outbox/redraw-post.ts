import { hashOfChart } from '#charts/remember-pictures.ts'
import { type OutboxRow, updateOutboxFile, updatePostedFile } from '#store/outbox-store.ts'
import { deleteChart, isChartThere } from './chart-file.ts'
import type { Drawing } from './deliveries/delivery.ts'
import type { Delivering } from './delivering.ts'
import { platformErrorOf } from './failure.ts'
import { POST_EVENT_TYPE } from './find-posted.ts'
import { discardPicture, pictureOf, sendWithLess, takeTurn } from './send-post.ts'

export type Redrawn = { kind: 'done' } | { kind: 'too-late' } | Extract<Drawing, { kind: 'removal' }>

/** Where a message may not be changed any more, what it shows can still be taken away with it. */
const NOT_CHANGEABLE = new Set(['cant_update_message', 'edit_window_closed', 'message_not_found'])

/**
 * Draws a post anew in its place. Its picture stays while it would come out the same; else it gets another and the old
 * one is deleted. Doing it twice is doing it once. Gives the removal that is to be done instead where Slack does not let
 * the message change.
 */
export async function redrawPost(
  deps: Delivering,
  row: OutboxRow,
  drawing: Extract<Drawing, { kind: 'redraw' }>,
): Promise<Redrawn> {
  const { post } = drawing
  const { posted_channel: channelId, posted_ts: ts, posted_file_id: oldFileId } = post
  if (channelId === null || ts === null) return { kind: 'done' }
  const hash = drawing.chart === null ? null : hashOfChart(drawing.chart)
  const isSame =
    oldFileId !== null &&
    hash !== null &&
    hash === post.posted_chart_hash &&
    (await isChartThere(deps, oldFileId))
  // What an earlier attempt of this row uploaded is not needed then.
  if (isSame && row.posted_file_id !== oldFileId) await discardPicture(deps, row)
  const picture = isSame ? { fileId: oldFileId } : await pictureOf(deps, row, drawing)
  if (picture === null) return { kind: 'too-late' }
  await takeTurn(deps, row)
  try {
    const update = await sendWithLess(
      deps,
      row,
      drawing,
      picture.fileId,
      async ({ text, blocks }, fileId) => {
        await deps.client.chat.update({
          channel: channelId,
          ts,
          text,
          blocks,
          link_names: false,
          metadata: { event_type: POST_EVENT_TYPE, event_payload: { outbox_id: post.id } },
        })
        return { kind: 'updated', fileId } as const
      },
    )
    if (update.kind === 'too-late') return update
    // Before the post forgets it: a process that stops here finds it again and deletes it again.
    if (oldFileId !== null && oldFileId !== update.fileId) await deleteChart(deps, oldFileId)
    await updatePostedFile(deps.engine.db, post, update.fileId, hash)
    // The picture is the post's now: a later attempt of this row must not take it for its own.
    await updateOutboxFile(deps.engine.db, row, null)
  } catch (error) {
    if (!NOT_CHANGEABLE.has(platformErrorOf(error) ?? '')) throw error
    if (!isSame) await discardPicture(deps, row)
    return { kind: 'removal', channelId, ts, fileId: oldFileId, post }
  }
  return { kind: 'done' }
}
