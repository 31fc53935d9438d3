import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#kernel/result.ts'
import type { SlackContext } from './context.ts'
import type { Answer } from './subcommand.ts'

/** A global shortcut as a value, found by its callback id. */
export type Shortcut = {
  callbackId: string
  run(context: SlackContext): Promise<Result<Answer, Refusal>>
}
