import { ok } from '#kernel/result.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { athleteInvited } from '#views/invitation.ts'
import { findPerson } from '../directory.ts'
import { groupNameFrom } from '../group-named.ts'
import { misuse, subcommand } from '../kit/subcommand.ts'
import { inviteAthleteView } from '../modals/invite-athlete.ts'
import { readInvitedPlan } from '../plan-with-invitation.ts'
import { readUntil } from '../until-typed.ts'

export const inviteCommand = subcommand({
  name: 'invite',
  usage: 'invite [@athlete] ["group"] ["plan" from monday] [until 2026-12-31]',
  summary: 'Ask somebody to join, with the choice of what they share',
  example: 'invite @ana "Morning Milers"',
  audience: 'coach',
  modal: inviteAthleteView,
  async input(typed, context) {
    const read = readUntil(typed)
    if (!read.ok) return read
    const planned = readInvitedPlan(read.value.rest, { isSecondQuoted: true })
    if (!planned.ok) return planned
    const { until } = read.value
    const { plan, rest: words } = planned.value
    const [named, second] = words.filter(word => word.kind === 'person')
    if (!named) return misuse('Whom? Type @ and pick them from the list.')
    if (second) return misuse('One person at a time, so that each gets an own message.')
    const person = await findPerson(context.client, context.teamId, named.slackUserId)
    if (!person.ok) return person
    return ok({ person: person.value, groupName: groupNameFrom(words), until, plan })
  },
  useCase: inviteAthlete,
  view: athleteInvited,
})
