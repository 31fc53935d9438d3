import type { AccountId, GroupId, InvitationCodeId, OrganizationId } from '#kernel/ids.ts'
import { type Instant, MINUTE_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'

/** Lets many people join; the code itself is known only as its hash. */
export type InvitationCode = {
  id: InvitationCodeId
  organizationId: OrganizationId
  inviterId: AccountId
  groupId: GroupId | null
  hint: string
  isVanity: boolean
  /** How many may join with it; null for any number. */
  cap: number | null
  uses: number
  /** The first instant at which it is no good any more; null for never. */
  expiresAt: Instant | null
  revokedAt: Instant | null
  createdAt: Instant
}

/** Why a code lets nobody in. */
export type DeadCode = 'code-expired' | 'code-used-up' | 'code-revoked'

export type CodeRefusal =
  | { code: 'code-unknown' }
  | { code: DeadCode }
  | { code: 'code-guessing'; minutes: number }
  | { code: 'code-taken'; text: string }
  | { code: 'code-malformed'; text: string }
  | { code: 'code-cap-wrong'; text: string; max: number }
  | { code: 'code-until-wrong'; text: string }
  | { code: 'code-until-past' }
  | { code: 'already-joined'; groupName: string | null }
  | { code: 'cannot-join-outsider' }

export const CAP_MAX = 10_000
const VANITY = /^[A-Z0-9](?:[A-Z0-9-]{2,18})[A-Z0-9]$/
const LEAST_SIGNS = 4

/** What counts in a code: case, dashes and spaces are forgiven, so that one read aloud can be typed. */
export function codeKey(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

/** A word of the coach's own: 4–20 of A–Z, 0–9 and dashes, at least four of them not dashes. */
export function readVanityCode(typed: string): Result<string, CodeRefusal> {
  const code = typed.trim().toUpperCase()
  if (!VANITY.test(code) || codeKey(code).length < LEAST_SIGNS)
    return refuse({ code: 'code-malformed', text: typed })
  return ok(code)
}

/** The end of a code, at most half of what counts in it. */
export function hintOf(code: string): string {
  const key = codeKey(code)
  return key.slice(-Math.min(4, Math.floor(key.length / 2)))
}

/** What keeps a code from letting anybody in, or null. A revoked code says so whatever else it is. */
export function whyDead(code: InvitationCode, now: Instant): DeadCode | null {
  if (code.revokedAt !== null) return 'code-revoked'
  if (code.expiresAt !== null && code.expiresAt <= now) return 'code-expired'
  if (code.cap !== null && code.uses >= code.cap) return 'code-used-up'
  return null
}

/** So many wrong codes in so long, and a person has to wait: vanity codes are short enough to be guessed. */
export const WRONG_CODES_MAX = 5
export const WRONG_CODES_WITHIN_MS = 10 * MINUTE_MS

/** How long somebody with these wrong attempts, oldest first, has to wait: milliseconds, 0 when not at all. */
export function waitAfterGuesses(wrongAt: readonly Instant[], now: Instant): number {
  const recent = wrongAt.filter(at => at > now - WRONG_CODES_WITHIN_MS)
  const first = recent.at(-WRONG_CODES_MAX)
  return first === undefined ? 0 : first + WRONG_CODES_WITHIN_MS - now
}
