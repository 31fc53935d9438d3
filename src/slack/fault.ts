import type { LogFields } from '#kernel/logger.ts'
import { type Message, words } from '#views/message.ts'
import { mrkdwn } from '#views/mrkdwn.ts'
import type { SlackDeps } from './kit/context.ts'

/** Logs a fault under a reference that the person sees, so that the operator finds the one from the other. */
export function reportFault(deps: SlackDeps, error: unknown, where: LogFields): string {
  const reference = deps.engine.newId<string>().slice(-6)
  deps.logger.error('something broke', {
    ...where,
    reference,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  return reference
}

export function faultInWords(reference: string): Message {
  return words(
    mrkdwn`Something broke on our side; nothing was half-saved. Try again, and if it stays, tell whoever runs Astral the reference ${reference}.`,
  )
}
