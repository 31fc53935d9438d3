import { setTimeout as sleep } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import type { ImportProgress } from '#domain/activity/import-job.ts'
import type { Pace } from '#kernel/pace.ts'
import { importProgress } from '#views/import-words.ts'

/** Shows how far an import is in the message that was posted for it, in its turn. */
export function createImportTeller(
  access: { apiUrl: string; botToken: string },
  pace: Pace,
): (progress: ImportProgress) => Promise<void> {
  const client = new WebClient(access.botToken, {
    slackApiUrl: access.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 10_000,
  })
  return async progress => {
    const { channelId, messageTs } = progress.job
    if (!channelId || !messageTs) return
    const ms = pace(channelId)
    if (ms > 0) await sleep(ms)
    const { text, blocks } = importProgress(progress)
    await client.chat.update({ channel: channelId, ts: messageTs, text, blocks })
  }
}
