import { z } from 'zod'
import { CAP_MAX } from '#domain/invitation/invitation-code.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { createCode } from '#usecases/invitation/create-code.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { CODE_FORM, codeForm } from '#views/code-form.ts'
import { codeCreated } from '#views/invitation-code.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { requirePostable } from '../directory.ts'
import { groupNameChosen } from '../group-chosen.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Modal, readForm } from '../kit/modal.ts'
import { hasPlans, planChosen, planFieldOf } from '../plan-chosen.ts'

/** The empty form, for a coach. */
export async function inviteLinkView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const listing = await ask(context.deps.engine, context.who, listGroupsFor, {})
  if (!listing.ok) return listing
  const plans = await hasPlans(context)
  if (!plans.ok) return plans
  return ok(
    codeForm(
      listing.value.groups.map(({ group }) => group),
      plans.value,
    ),
  )
}

const empty = (text: string | null) => (text?.trim() ? text.trim() : null)
const capWords = inPlain(refusalInWords({ code: 'code-cap-wrong', text: 'This', max: CAP_MAX }))
const fields = z.object({
  [CODE_FORM.group]: z.string().nullish().default(null),
  [CODE_FORM.cap]: z
    .string()
    .nullable()
    .transform(empty)
    .refine(text => text === null || /^\d{1,5}$/.test(text), capWords)
    .transform(text => (text === null ? null : Number(text))),
  [CODE_FORM.until]: z
    .string()
    .nullable()
    .transform(text => (text !== null && isLocalDay(text) ? text : null)),
  [CODE_FORM.vanity]: z.string().nullable().transform(empty),
  [CODE_FORM.channel]: z.string().nullable(),
  [CODE_FORM.plan]: z.string().nullish().default(null),
  [CODE_FORM.planStart]: z.string().nullish().default(null),
})

/** At which input a refusal is shown. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'group-unknown': CODE_FORM.group,
  'code-cap-wrong': CODE_FORM.cap,
  'code-until-past': CODE_FORM.until,
  'code-taken': CODE_FORM.vanity,
  'code-malformed': CODE_FORM.vanity,
}

export const inviteLinkModal: Modal = {
  callbackId: 'invite-link',
  async submit(context, values) {
    const form = readForm(fields, values.all())
    if (!form.ok) return { kind: 'errors', errors: form.refusal }
    const { group: groupId, cap, until, vanity, channel: channelId } = form.value
    const plan = planChosen(form.value.plan, form.value['plan-start'], CODE_FORM)
    if (!plan.ok) return { kind: 'errors', errors: plan.refusal }
    const group = await groupNameChosen(context, groupId)
    if (!group.ok) return fieldError(CODE_FORM.group, group.refusal)
    if (channelId !== null) {
      const channel = await requirePostable(context.client, channelId)
      if (!channel.ok) return fieldError(CODE_FORM.channel, channel.refusal)
    }
    const { engine, inviting } = context.deps
    const made = await perform(engine, { who: context.who, surface: 'modal' }, createCode, {
      groupName: group.value,
      cap,
      until,
      vanity,
      channelId,
      plan: plan.value,
    })
    if (!made.ok) {
      const field = FIELD_OF[made.refusal.code] ?? planFieldOf(made.refusal.code, CODE_FORM)
      if (field) return fieldError(field, made.refusal)
      return { kind: 'update', view: refusedModal(refusalInWords(made.refusal)) }
    }
    const { blocks } = codeCreated(made.value, inviting.publicUrl)
    return {
      kind: 'update',
      view: modalView({ callbackId: 'code-made', title: 'The code', blocks }),
    }
  },
}

function fieldError(field: string, refusal: Refusal) {
  return { kind: 'errors' as const, errors: { [field]: inPlain(refusalInWords(refusal)) } }
}
