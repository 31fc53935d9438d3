import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { SECOND_MS } from '#kernel/instant.ts'

/**
 * What became of a call that did not answer `ok`. Only `unknown` may have had an effect: Slack may have accepted it and
 * the answer was lost.
 */
export type Failure =
  | { kind: 'rate-limited'; code: string; retryAfterMs: number }
  | { kind: 'transient'; code: string }
  | { kind: 'permanent'; code: string }
  | { kind: 'unknown'; code: string }

/** Slack says itself that "some aspect of the operation" may have succeeded. */
const UNKNOWN = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

const RATE_LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

/** The place will not take the message until a person does something about it. */
const PLACE_CLOSED = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'slack_connect_canvas_sharing_blocked',
  'cannot_post_to_channel',
  'channel_is_limited_access',
])

/** The person cannot be written to. */
const PERSON_GONE = new Set([
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'im_not_enabled',
])

/** Astral itself may not act in this workspace. */
const APP_SHUT_OUT = new Set([
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'ekm_access_denied',
  'access_denied',
  'app_access_restricted',
  'team_access_not_granted',
  'org_login_required',
  'team_not_found',
])

/** The message itself is wrong; sending it again would not mend it. */
const MESSAGE_WRONG = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'invalid_arg_name',
  'invalid_charset',
  'invalid_form_data',
  'metadata_too_large',
  'metadata_must_be_sent_from_app',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
  'cant_delete_message',
])

/** The connection never stood, so nothing was sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Slack's reasons are single words such as `is_archived`. */
const SLACK_CODE = /^[a-z][a-z0-9_]*$/

const DEFAULT_PAUSE_MS = 30 * SECOND_MS

/** Sorts an error of the Web API client. Errors nobody foresaw are `unknown`, the careful side. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'rate-limited', code: 'rate_limited', retryAfterMs: error.retryAfter * SECOND_MS }
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    // The client takes an answer that it cannot read for a refusal, with the answer's text as the reason.
    return SLACK_CODE.test(code) ? failureOfCode(code) : { kind: 'unknown', code: 'unreadable-answer' }
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', code: `http_${error.statusCode}` }
  if (error instanceof WebAPIRequestError) {
    const code = networkCodeOf(error.original)
    return { kind: NOT_CONNECTED.has(code) ? 'transient' : 'unknown', code }
  }
  return { kind: 'unknown', code: 'unexpected' }
}

function failureOfCode(code: string): Failure {
  if (UNKNOWN.has(code)) return { kind: 'unknown', code }
  if (RATE_LIMITED.has(code)) return { kind: 'rate-limited', code, retryAfterMs: DEFAULT_PAUSE_MS }
  const isPermanent = [PLACE_CLOSED, PERSON_GONE, APP_SHUT_OUT, MESSAGE_WRONG].some(codes => codes.has(code))
  return { kind: isPermanent ? 'permanent' : 'transient', code }
}

/** Does a person have to do something about the channel before anything can be posted there? */
export function isPlaceClosed(code: string): boolean {
  return PLACE_CLOSED.has(code)
}

function networkCodeOf(error: Error): string {
  const cause = error.cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : error.name
}

/** Slack's own word for a refusal, or null for any other fault. */
export function platformErrorOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null
}

/** An uploaded picture that Slack has not yet processed makes the whole message `invalid_blocks`. */
export function isAboutSlackFile(error: unknown): boolean {
  if (platformErrorOf(error) !== 'invalid_blocks' || !(error instanceof WebAPIPlatformError)) return false
  const messages = error.data.response_metadata?.messages ?? []
  return messages.some(message => /slack.?file/i.test(message))
}
