import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#kernel/result.ts'
import type { SlackContext } from './context.ts'
import type { Answer } from './subcommand.ts'

/** The message on which a message shortcut was chosen. */
export type ChosenMessage = { channelId: string; ts: string }

/** A shortcut as a value, found by its callback id: a global one, or one in the menu of messages. */
export type Shortcut = {
  callbackId: string
  /** `on` is null for global ones. */
  run(context: SlackContext, on: ChosenMessage | null): Promise<Result<Answer, Refusal>>
}
