import { z } from 'zod'
import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { athleteInvited } from '#views/invitation.ts'
import { INVITE_FORM, inviteForm } from '#views/invite-form.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { findPerson } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import { type FieldErrors, modal, noMeta, readForm } from '../kit/modal.ts'

const fields = z.object({
  [INVITE_FORM.person]: z.string({ error: 'Choose somebody.' }),
  [INVITE_FORM.group]: z.string().nullable(),
})

/** The empty form, for a coach. */
export async function inviteAthleteView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const listing = await ask(context.deps.engine, context.who, listGroupsFor, {})
  if (!listing.ok) return listing
  return ok(inviteForm(listing.value.groups.map(({ group }) => group)))
}

export const inviteAthleteModal = modal({
  callbackId: 'invite-athlete',
  meta: noMeta,
  async read(values, _meta, context): Promise<Result<Parameters<typeof inviteAthlete>[1], FieldErrors>> {
    const form = readForm(fields, values.all())
    if (!form.ok) return form
    const person = await findPerson(context.client, context.teamId, form.value.person)
    if (!person.ok) return refuse({ [INVITE_FORM.person]: inPlain(refusalInWords(person.refusal)) })
    return ok({ person: person.value, groupName: form.value.group })
  },
  useCase: inviteAthlete,
  fieldOf: refusal => {
    if (refusal.code.startsWith('group-')) return INVITE_FORM.group
    return refusal.code.startsWith('not-') || refusal.code === 'suspended' ? null : INVITE_FORM.person
  },
  done: sent =>
    modalView({ callbackId: 'invited', title: 'Invitation sent', blocks: athleteInvited(sent).blocks }),
})
