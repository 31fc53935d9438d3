import { z } from 'zod'
import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay, type LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import type { AskedPlan } from '#usecases/plan/invited-plan.ts'
import { athleteInvited } from '#views/invitation.ts'
import { INVITE_FORM, inviteForm } from '#views/invite-form.ts'
import type { Message, ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { findPerson } from '../directory.ts'
import { groupNameChosen } from '../group-chosen.ts'
import { inviteByAddress } from '../invite-by-address.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Modal, readForm } from '../kit/modal.ts'
import { hasPlans, planChosen, planFieldOf } from '../plan-chosen.ts'

const optionalText = z
  .string()
  .nullish()
  .transform(text => (text?.trim() ? text.trim() : null))
const fields = z.object({
  [INVITE_FORM.person]: optionalText,
  [INVITE_FORM.address]: optionalText,
  [INVITE_FORM.firstName]: optionalText,
  [INVITE_FORM.group]: optionalText,
  [INVITE_FORM.plan]: optionalText,
  [INVITE_FORM.planStart]: optionalText,
  [INVITE_FORM.until]: z
    .string()
    .nullish()
    .transform(text => (text && isLocalDay(text) ? text : null)),
})

/** At which input a refusal is shown; others take the place of the form. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'group-unknown': INVITE_FORM.group,
  'group-gone': INVITE_FORM.group,
  'email-malformed': INVITE_FORM.address,
  'email-already-invited': INVITE_FORM.address,
  'code-until-past': INVITE_FORM.until,
  'first-name-missing': INVITE_FORM.firstName,
  'first-name-too-long': INVITE_FORM.firstName,
}
const ELSEWHERE = ['not-a-member', 'not-a-coach', 'suspended', 'already-handled']

/** The empty form, for a coach. */
export async function inviteAthleteView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const listing = await ask(context.deps.engine, context.who, listGroupsFor, {})
  if (!listing.ok) return listing
  const plans = await hasPlans(context)
  if (!plans.ok) return plans
  return ok(
    inviteForm(
      listing.value.groups.map(({ group }) => group),
      plans.value,
    ),
  )
}

/** One form for both ways: somebody who is in Slack, or an address. */
export const inviteAthleteModal: Modal = {
  callbackId: 'invite-athlete',
  async submit(context, values) {
    const form = readForm(fields, values.all())
    if (!form.ok) return { kind: 'errors', errors: form.refusal }
    const { person, address, 'first-name': firstName, group: groupId, until } = form.value
    const group = await groupNameChosen(context, groupId)
    if (!group.ok) {
      const gone = inPlain(refusalInWords(group.refusal))
      return { kind: 'errors', errors: { [INVITE_FORM.group]: gone } }
    }
    const groupName = group.value
    const plan = planChosen(form.value.plan, form.value['plan-start'], INVITE_FORM)
    if (!plan.ok) return { kind: 'errors', errors: plan.refusal }
    if (person && address) {
      const both = 'Choose a person above or write an address, not both.'
      return { kind: 'errors', errors: { [INVITE_FORM.address]: both } }
    }
    const field = person ? INVITE_FORM.person : INVITE_FORM.address
    if (!person && !address) {
      return {
        kind: 'errors',
        errors: { [INVITE_FORM.person]: 'Choose somebody, or write an address below.' },
      }
    }
    const sent = person
      ? await invitePerson(context, person, { groupName, until, plan: plan.value })
      : await inviteByAddress(context, 'modal', {
          address: address ?? '',
          firstName: firstName ?? '',
          groupName,
          until,
          plan: plan.value,
        })
    if (sent.ok) {
      const { blocks } = sent.value
      return {
        kind: 'update',
        view: modalView({ callbackId: 'invited', title: 'Invitation sent', blocks }),
      }
    }
    const said = refusalInWords(sent.refusal)
    if (ELSEWHERE.includes(sent.refusal.code)) return { kind: 'update', view: refusedModal(said) }
    const { code } = sent.refusal
    const at = FIELD_OF[code] ?? planFieldOf(code, INVITE_FORM) ?? field
    return { kind: 'errors', errors: { [at]: inPlain(said) } }
  },
}

async function invitePerson(
  context: SlackContext,
  slackUserId: string,
  what: { groupName: string | null; until: LocalDay | null; plan: AskedPlan | null },
): Promise<Result<Message, Refusal>> {
  const person = await findPerson(context.client, context.teamId, slackUserId)
  if (!person.ok) return person
  const sent = await perform(context.deps.engine, { who: context.who, surface: 'modal' }, inviteAthlete, {
    person: person.value,
    ...what,
  })
  return sent.ok ? ok(athleteInvited(sent.value)) : sent
}
