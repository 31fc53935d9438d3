import { hashOfChart } from '#charts/remember-pictures.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { instant, SECOND_MS } from '#kernel/instant.ts'
import { findOutboxRow, markOutboxSending, type OutboxRow, updateOutboxFile } from '#store/outbox-store.ts'
import { context } from '#views/blocks.ts'
import type { PostExtras } from '#views/leaderboard.ts'
import type { Message } from '#views/message.ts'
import { mrkdwn } from '#views/mrkdwn.ts'
import { deleteChart, isChartThere, uploadChart } from './chart-file.ts'
import type { Drawing } from './deliveries/delivery.ts'
import type { Delivering } from './delivering.ts'
import { isAboutSlackFile, platformErrorOf } from './failure.ts'
import { POST_EVENT_TYPE } from './find-posted.ts'

type Post = Extract<Drawing, { kind: 'post' | 'rich-post' }>

export type Sent = { kind: 'posted'; channel: string; ts: string } | { kind: 'too-late' }

/** A picture that is not ready though Slack said so: how often and how long to wait for it. */
const FILE_RETRIES_MS = [1_000, 2_000, 4_000, 8_000]

/**
 * Sends one message and says where it stands. Every error of Slack's is thrown; `too-late` means that nothing was sent,
 * because the lease is lost or so old that another sender may take the row while this one still sends.
 */
export async function sendPost(
  deps: Delivering,
  row: OutboxRow,
  post: Post,
  isRepeat: boolean,
): Promise<Sent> {
  const drawn = post.kind === 'post' ? plainPost(post.message) : post
  const picture = await pictureOf(deps, row, drawn)
  if (picture === null) return { kind: 'too-late' }
  await takeTurn(deps, row)
  if (!(await markOutboxSending(deps.engine.db, row))) return { kind: 'too-late' }
  const threadTs = post.kind === 'post' ? post.threadTs : undefined
  return sendWithLess(deps, row, drawn, picture.fileId, message =>
    postMessage(deps, row, message, { isRepeat, threadTs }),
  )
}

export async function takeTurn(deps: Delivering, row: OutboxRow): Promise<void> {
  const ms = deps.pace(row.recipient)
  if (ms > 0) await deps.wait(ms)
}

/** Sends the message, and where Slack does not take its picture or its table, the same message without. */
export async function sendWithLess<Done>(
  deps: Delivering,
  row: OutboxRow,
  drawn: Drawn,
  firstChartFileId: string | null,
  deliver: (message: Message, chartFileId: string | null) => Promise<Done>,
): Promise<Done | { kind: 'too-late' }> {
  let extras: PostExtras = { chartFileId: firstChartFileId, withTable: true }
  const fileRetries = [...FILE_RETRIES_MS]
  for (;;) {
    if (isTooLate(deps, row)) return { kind: 'too-late' }
    try {
      return await deliver(drawn.message(extras), extras.chartFileId)
    } catch (error) {
      // A refusal for its blocks is certain not to have posted: the same message may be tried with less in it.
      if (drawn.isPlain || platformErrorOf(error) !== 'invalid_blocks') throw error
      const { chartFileId } = extras
      if (isAboutSlackFile(error) && chartFileId !== null) {
        const pause = fileRetries.shift()
        if (pause !== undefined && !deps.isStopping()) await deps.wait(pause)
        else extras = { ...extras, chartFileId: await withoutChart(deps, row, chartFileId) }
      } else if (extras.withTable) {
        extras = { ...extras, withTable: false }
      } else {
        throw error
      }
    }
  }
}

export type Drawn = {
  /** Words that cannot do with less. */
  isPlain?: boolean
  chart: Extract<Post, { kind: 'rich-post' }>['chart']
  message: (extras: PostExtras) => Message
}

function plainPost(message: Message): Drawn {
  return { isPlain: true, chart: null, message: () => message }
}

/**
 * The picture of this attempt: that of an earlier one while it shows the same and is still there, else a new one, and
 * the earlier one is deleted. Null when the lease was lost meanwhile: what was uploaded is deleted then, since no row
 * knows of it.
 */
export async function pictureOf(
  deps: Delivering,
  row: OutboxRow,
  { chart }: Drawn,
): Promise<{ fileId: string | null } | null> {
  const { posted_file_id: earlier, posted_chart_hash: earlierHash } = row
  const hash = chart === null ? null : hashOfChart(chart)
  if (earlier !== null) {
    if (hash !== null && hash === earlierHash && (await isChartThere(deps, earlier)))
      return { fileId: earlier }
    await deleteChart(deps, earlier)
  }
  const fileId = chart === null ? null : await uploadChart(deps, chart)
  if (fileId === earlier || (await updateOutboxFile(deps.engine.db, row, fileId, hash))) return { fileId }
  if (fileId !== null) await deleteChart(deps, fileId)
  return null
}

/** Takes away the picture of a row that will show none. */
export async function discardPicture(deps: Delivering, row: OutboxRow): Promise<void> {
  const { db } = deps.engine
  // The row as it was claimed does not know what was uploaded since.
  const now = await findOutboxRow(db, row.organization_id as OrganizationId, row.id)
  if (!now?.posted_file_id) return
  await deleteChart(deps, now.posted_file_id)
  await updateOutboxFile(db, row, null)
}

async function withoutChart(deps: Delivering, row: OutboxRow, fileId: string): Promise<null> {
  deps.logger.warn('Slack did not make the chart ready; posting without it', { outbox: row.id })
  await deleteChart(deps, fileId)
  await updateOutboxFile(deps.engine.db, row, null)
  return null
}

/** Half of the lease must be left: the call itself may take ten seconds, and clocks and machines stall. */
function isTooLate({ engine, settleMs }: Delivering, row: OutboxRow): boolean {
  return engine.realNow() - (row.attempt_at ?? 0) > settleMs / 2
}

async function postMessage(
  { client }: Delivering,
  row: OutboxRow,
  message: Message,
  { isRepeat, threadTs }: { isRepeat: boolean; threadTs: string | undefined },
): Promise<Sent> {
  const { text, blocks } = isRepeat ? repeated(message) : message
  const answer = await client.chat.postMessage({
    channel: row.recipient,
    text,
    blocks,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    metadata: { event_type: POST_EVENT_TYPE, event_payload: { outbox_id: row.id } },
  })
  if (!answer.channel || !answer.ts) throw new Error('chat.postMessage answered without a place')
  return { kind: 'posted', channel: answer.channel, ts: answer.ts }
}

/** Better twice than never, where we may not look whether it arrived. */
function repeated(message: Message): Message {
  const note = mrkdwn`(you may have got this twice)`
  return { text: `${message.text}\n${note.mrkdwn}`, blocks: [...message.blocks, context(note)] }
}

/** How long to leave a row alone after so many attempts: five seconds, doubling, a quarter of an hour at most. */
export function backOff(now: number, attempt: number) {
  return instant(now + Math.min(5 * SECOND_MS * 2 ** Math.min(attempt - 1, 20), 900 * SECOND_MS))
}
