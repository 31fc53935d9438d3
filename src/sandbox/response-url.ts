import { randomBytes } from 'node:crypto'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'

export type ResponseTarget = {
  channelId: string
  userId: string
  /** The message whose button was pressed: what replace_original and delete_original mean. */
  original: { ts: string; isEphemeral: boolean } | null
  threadTs: string | null
}

export type ResponseUrls = {
  /** The path of a fresh response_url. */
  issue(target: ResponseTarget): string
  use(
    key: string,
  ): { ok: true; target: ResponseTarget } | { ok: false; error: 'used_url' | 'expired_url' | 'no_such_url' }
}

const LIFETIME_MS = SLACK_LIMITS.time.response_url_minutes * 60_000

export function createResponseUrls(now: () => number): ResponseUrls {
  const known = new Map<string, { target: ResponseTarget; uses: number; at: number }>()
  return {
    issue(target) {
      const key = randomBytes(18).toString('base64url')
      known.set(key, { target, uses: 0, at: now() })
      return `/response/${key}`
    },
    use(key) {
      const entry = known.get(key)
      if (!entry) return { ok: false, error: 'no_such_url' }
      if (now() - entry.at > LIFETIME_MS) return { ok: false, error: 'expired_url' }
      if (entry.uses >= SLACK_LIMITS.time.response_url_uses) return { ok: false, error: 'used_url' }
      entry.uses += 1
      return { ok: true, target: entry.target }
    },
  }
}
