import type { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { perform, type UseCase } from '#usecases/perform.ts'
import type { Message, ModalView } from '#views/message.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import type { SlackContext } from './context.ts'

/** What a press does to what the presser sees. */
export type Pressed = {
  /** Takes the place of the message with the button. */
  replace?: Message
  /** Said to the presser alone. */
  say?: Message
  open?: ModalView
  /** Laid over the modal that was pressed in. */
  push?: ModalView
  /** Takes the place of the modal that was pressed in. */
  update?: ModalView
  /** The Home tab is drawn anew. */
  refreshHome?: boolean
}

/** The modal in which something was pressed: its id, and what travels with it. */
export type PressedView = { id: string; meta: unknown }

/** A button, menu or select as a value, found by its action id when it is used. */
export type Action = {
  actionId: string
  press(context: SlackContext, value: string, view?: PressedView | null): Promise<Pressed>
}

/** A button that changes something. Its value is read by a schema: an old message may hold anything. */
export function button<Input, Value, R extends Refusal>(described: {
  actionId: string
  value: z.ZodType<Input>
  useCase: UseCase<Input, Value, R>
  pressed: (value: Value, context: SlackContext) => Pressed
  /** A refusal that makes the message stale replaces it; by default it is said to the presser. */
  refused?: (refusal: R, context: SlackContext) => Pressed | null
}): Action {
  return {
    actionId: described.actionId,
    async press(context, raw) {
      const input = described.value.safeParse(raw)
      if (!input.success) return { say: words(refusalInWords({ code: 'stale-button' })) }
      const done = await perform(
        context.deps.engine,
        { who: context.who, surface: 'button' },
        described.useCase,
        input.data,
      )
      if (done.ok) return described.pressed(done.value, context)
      const handled =
        done.refusal.code === 'already-handled' ? null : described.refused?.(done.refusal as R, context)
      return handled ?? { say: words(refusalInWords(done.refusal, context.units)) }
    },
  }
}

/** A button whose press is not one deed: it opens a modal, turns a page. */
export function freeAction(
  actionId: string,
  press: (context: SlackContext, value: string, view: PressedView | null) => Promise<Pressed>,
): Action {
  return { actionId, press: (context, value, view = null) => press(context, value, view) }
}
