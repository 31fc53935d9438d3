import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask, type Query } from '#usecases/ask.ts'
import { perform, type UseCase } from '#usecases/perform.ts'
import type { Message, ModalView } from '#views/message.ts'
import type { SlackContext } from './context.ts'
import type { Word } from './words.ts'

/** The words do not fit the usage; `problem` says in a sentence which and why. */
export type Misuse = { code: 'misuse'; problem: string }
export const misuse = (problem: string) => refuse<Misuse>({ code: 'misuse', problem })

/** What a command gives back to the caller alone. */
export type Answer = { kind: 'message'; message: Message } | { kind: 'modal'; view: ModalView }

/** Whom help offers a command: `unclaimed` while the workspace has no club yet. */
export type Audience = 'everyone' | 'unclaimed' | 'member' | 'athlete' | 'coach' | 'head-coach'

/** A command as a value: dispatcher, help and tests read it. */
export type Subcommand = {
  /** One word or two: `log`, `group create`. */
  name: string
  /** Without the slash word: `invite @athlete [group]`. */
  usage: string
  summary: string
  /** One line that works as typed, without the slash word. */
  example: string
  /** Who is offered it in help; whether they may is the use case's business. */
  audience: Audience
  answer(context: SlackContext, words: readonly Word[]): Promise<Result<Answer, Refusal | Misuse>>
}

type Described = Pick<Subcommand, 'name' | 'usage' | 'summary' | 'example' | 'audience'>

/** A command that changes something: words → input → use case → view; with no words it may open a modal. */
export function subcommand<Input, Value, R extends Refusal>(
  described: Described & {
    modal?: (context: SlackContext) => Promise<Result<ModalView, Refusal>>
    input: (
      words: readonly Word[],
      context: SlackContext,
    ) => Promise<Result<Input, Refusal | Misuse>> | Result<Input, Refusal | Misuse>
    useCase: UseCase<Input, Value, R>
    view: (value: Value, context: SlackContext) => Message
  },
): Subcommand {
  return {
    ...pick(described),
    async answer(context, words) {
      if (words.length === 0 && described.modal) return modalAnswer(await described.modal(context))
      const input = await described.input(words, context)
      if (!input.ok) return input
      const done = await perform(
        context.deps.engine,
        { who: context.who, surface: 'command' },
        described.useCase,
        input.value,
      )
      if (!done.ok) return done
      return ok({ kind: 'message', message: described.view(done.value, context) })
    },
  }
}

/** A command that only asks. */
export function question<Input, Value, R extends Refusal>(
  described: Described & {
    input: (
      words: readonly Word[],
      context: SlackContext,
    ) => Promise<Result<Input, Refusal | Misuse>> | Result<Input, Refusal | Misuse>
    query: Query<Input, Value, R>
    view: (value: Value, context: SlackContext) => Message
  },
): Subcommand {
  return {
    ...pick(described),
    async answer(context, words) {
      const input = await described.input(words, context)
      if (!input.ok) return input
      const found = await ask(context.deps.engine, context.who, described.query, input.value)
      if (!found.ok) return found
      return ok({ kind: 'message', message: described.view(found.value, context) })
    },
  }
}

/** A command whose words decide what it does. */
export function freeCommand(described: Described & Pick<Subcommand, 'answer'>): Subcommand {
  return { ...pick(described), answer: described.answer }
}

export function modalAnswer(view: Result<ModalView, Refusal>): Result<Answer, Refusal> {
  return view.ok ? ok({ kind: 'modal', view: view.value }) : view
}

function pick({ name, usage, summary, example, audience }: Described): Described {
  return { name, usage, summary, example, audience }
}
