import { type Chart, ChartUnavailable } from '#charts/chart.ts'
import type { Delivering } from './delivering.ts'
import { failureOf, platformErrorOf } from './failure.ts'

/** How long Slack may take to make an uploaded picture usable: about ten seconds in all. */
const READY_AFTER_MS = [300, 500, 800, 1_200, 2_000, 2_500, 3_000]
/** Where we may not ask, this long must do; the post itself tells when it was too short. */
const BLIND_WAIT_MS = 2_000

/**
 * Draws the chart and uploads it, in no channel: who reads the message with it sees it. Null when there is no picture to
 * be had, for whatever reason: no upload right, no renderer, a full workspace. Rate limits are thrown.
 */
export async function uploadChart(deps: Delivering, chart: Chart): Promise<string | null> {
  try {
    const png = await deps.renderer.render(chart)
    const uploaded = await deps.client.filesUploadV2({
      filename: 'chart.png',
      title: 'Chart',
      file: Buffer.from(png.buffer, png.byteOffset, png.byteLength),
    })
    const fileId = uploaded.files.flatMap(completed => completed.files ?? [])[0]?.id
    if (!fileId) return null
    await waitUntilReady(deps, fileId)
    return fileId
  } catch (error) {
    if (!(error instanceof ChartUnavailable) && failureOf(error).kind === 'rate-limited') throw error
    deps.logger.warn('no chart for this post', { error: reasonOf(error) })
    return null
  }
}

/** Until Slack says what type the file has, a message that shows it is refused. */
async function waitUntilReady({ client, wait }: Delivering, fileId: string): Promise<void> {
  for (const ms of READY_AFTER_MS) {
    try {
      const { file } = await client.files.info({ file: fileId })
      if (file?.mimetype) return
    } catch (error) {
      if (platformErrorOf(error) === 'missing_scope') return wait(BLIND_WAIT_MS)
    }
    await wait(ms)
  }
}

/** Whether an upload of ours can still be shown. Where we may not ask it is taken to be there: the message will tell. */
export async function isChartThere({ client }: Delivering, fileId: string): Promise<boolean> {
  try {
    const { file } = await client.files.info({ file: fileId })
    return Boolean(file?.mimetype)
  } catch (error) {
    const code = platformErrorOf(error)
    return code !== 'file_not_found' && code !== 'file_deleted'
  }
}

/** Best effort: a picture that stays costs space, nothing else. */
export async function deleteChart({ client, logger }: Delivering, fileId: string): Promise<void> {
  try {
    await client.files.delete({ file: fileId })
  } catch (error) {
    const code = platformErrorOf(error)
    if (code === 'file_not_found' || code === 'file_deleted') return
    logger.warn('a chart could not be deleted', { file: fileId, error: code ?? reasonOf(error) })
  }
}

function reasonOf(error: unknown): string {
  return platformErrorOf(error) ?? (error instanceof Error ? error.message : String(error))
}
