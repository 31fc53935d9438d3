import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { askForExport } from '#usecases/privacy/ask-for-export.ts'
import { showPrivacy } from '#usecases/privacy/show-privacy.ts'
import type { Message, ModalView } from '#views/message.ts'
import { exportOnItsWay } from '#views/privacy-done.ts'
import { deleteDataForm, privacyForm } from '#views/privacy-form.ts'
import type { SlackContext } from './kit/context.ts'

/** The form, filled with how things stand. */
export async function privacyView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const card = await ask(context.deps.engine, context.who, showPrivacy, {})
  return card.ok ? ok(privacyForm(card.value)) : card
}

/** The form that asks for the word, for members. */
export async function deleteDataView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const card = await ask(context.deps.engine, context.who, showPrivacy, {})
  return card.ok ? ok(deleteDataForm()) : card
}

export async function exportData(
  context: SlackContext,
  surface: 'command' | 'button',
): Promise<Result<Message, Refusal>> {
  const asked = await perform(context.deps.engine, { who: context.who, surface }, askForExport, {})
  return asked.ok ? ok(exportOnItsWay()) : asked
}
