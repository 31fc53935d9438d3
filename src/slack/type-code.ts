import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import type { Surface } from '#domain/organization/actor.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { enterCode } from '#usecases/invitation/enter-code.ts'
import { perform } from '#usecases/perform.ts'
import { findPerson } from './directory.ts'
import type { SlackContext } from './kit/context.ts'

/** Looks up a code that somebody typed; too many wrong ones are logged as well as recorded. */
export async function typeCode(
  context: SlackContext,
  surface: Surface,
  typed: string,
): Promise<Result<{ kind: 'offer'; offer: CodeOffer } | { kind: 'asked-in-dm' }, Refusal>> {
  const person = await findPerson(context.client, context.teamId, context.userId)
  if (!person.ok) return person
  const entered = await perform(context.deps.engine, { who: context.who, surface }, enterCode, {
    typed,
    person: person.value,
  })
  if (!entered.ok) {
    if (entered.refusal.code === 'code-guessing') {
      context.deps.logger.warn('codes are being guessed', { user: context.userId })
    }
    return entered
  }
  return entered.value.kind === 'no' ? refuse(entered.value.refusal) : ok(entered.value)
}
