import type { KnownBlock } from '@slack/types'
import type { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { perform, type UseCase } from '#usecases/perform.ts'
import type { Message, ModalView } from '#views/message.ts'
import { words } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction, type Pressed, type PressedView } from './kit/button.ts'
import type { SlackContext } from './kit/context.ts'

/** A message where there is no place for one. */
export function inModal(title: string, message: Message): ModalView {
  // The modal has a title of its own.
  const isTitled = (block: KnownBlock) => block.type === 'header' && block.text.text === title
  const blocks = message.blocks.filter(block => !isTitled(block))
  return modalView({ callbackId: 'shown', title, blocks })
}

/** Shows something to whoever pressed: beside a message, in place of a modal, and from the Home tab in one. */
export function shown(
  context: SlackContext,
  view: PressedView | null,
  title: string,
  message: Message,
): Pressed {
  if (view) return { update: inModal(title, message) }
  return context.channelId === null ? { open: inModal(title, message) } : { say: message }
}

/**
 * A button that changes something and may stand in a message, in a modal or in the Home tab: what it did takes the place
 * of the first two, and is drawn in the third.
 */
export function placedButton<Input, Value, R extends Refusal>(described: {
  actionId: string
  title: string
  value: z.ZodType<Input>
  useCase: UseCase<Input, Value, R>
  done: (value: Value, context: SlackContext) => Message | Promise<Message>
  /** Refusals after which there is nothing left to press: they take the message's place too. */
  isOver?: (refusal: Refusal) => boolean
}): Action {
  return freeAction(described.actionId, async (context, raw, view) => {
    const input = described.value.safeParse(raw)
    if (!input.success) return { say: words(refusalInWords({ code: 'stale-button' })) }
    const deed = {
      who: context.who,
      surface: view === null && context.channelId === null ? 'home' : 'button',
    } as const
    const done = await perform(context.deps.engine, deed, described.useCase, input.data)
    if (!done.ok) {
      const said = words(refusalInWords(done.refusal as Refusal))
      const isOver = described.isOver?.(done.refusal as Refusal) ?? false
      return isOver && view === null && context.channelId !== null
        ? { replace: said }
        : shown(context, view, described.title, said)
    }
    const message = await described.done(done.value, context)
    if (view) return { update: inModal(described.title, message), refreshHome: true }
    return { replace: message, refreshHome: true }
  })
}
