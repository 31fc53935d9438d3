import type { WebClient } from '@slack/web-api'
import type { FileRefusal, UnfetchedFile } from '#domain/activity/file-refusal.ts'
import { FILE_LIMIT_BYTES } from '#ingest/file-limits.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { DroppedFile } from './direct-message.ts'

type Unfetched = UnfetchedFile | FileRefusal

const FETCH_MS = 30_000
/** Where Slack keeps files, whatever the API's own host. */
const FILE_HOST = 'files.slack.com'
const TOO_LARGE = { code: 'file-too-large', limitBytes: FILE_LIMIT_BYTES } as const

/**
 * A dropped file's bytes, fetched with the bot's token: never more than the limit, from nowhere but Slack, and without
 * following redirects, which could carry the token elsewhere.
 */
export async function fetchFile(
  client: Pick<WebClient, 'token' | 'slackApiUrl'>,
  file: DroppedFile,
): Promise<Result<Uint8Array, Unfetched>> {
  if ((file.size ?? 0) > FILE_LIMIT_BYTES) return refuse(TOO_LARGE)
  const body = await openFile(client, file, FETCH_MS)
  if (!body.ok) return body
  try {
    return await readWithinLimit(body.value)
  } catch {
    return refuse({ code: 'file-not-fetched' })
  }
}

/** The same as it comes, for what is too long to be held: the reader has to stop at a limit of its own. */
export async function openFile(
  client: Pick<WebClient, 'token' | 'slackApiUrl'>,
  file: DroppedFile,
  withinMs: number,
): Promise<Result<ReadableStream<Uint8Array>, Unfetched>> {
  const url = URL.parse(file.url_private_download ?? '')
  if (!url || !client.token || !isSlackFile(url, new URL(client.slackApiUrl))) {
    return refuse({ code: 'file-not-reachable' })
  }
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${client.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    })
    // Without the right to the file Slack answers with the page to sign in, and says that all is well.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
    if (!response.ok || isPage || !response.body) {
      await response.body?.cancel()
      return refuse({ code: response.status === 200 ? 'file-not-reachable' : 'file-not-fetched' })
    }
    return ok(response.body)
  } catch {
    return refuse({ code: 'file-not-fetched' })
  }
}

/** Whether the address is Slack's: its API's own host or its files' over TLS; with a stand-in on loopback, loopback. */
export function isSlackFile(url: URL, api: URL): boolean {
  if (isLoopback(api.hostname)) return isLoopback(url.hostname) && /^https?:$/.test(url.protocol)
  if (url.protocol !== 'https:' || url.port !== '') return false
  return url.hostname === FILE_HOST || url.hostname === api.hostname
}

function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

async function readWithinLimit(body: ReadableStream<Uint8Array>): Promise<Result<Uint8Array, Unfetched>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    // Leaving the loop cancels the stream.
    if (length > FILE_LIMIT_BYTES) return refuse(TOO_LARGE)
    chunks.push(chunk)
  }
  return ok(new Uint8Array(Buffer.concat(chunks)))
}
