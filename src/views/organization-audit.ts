import type { OrganizationEvent } from '#domain/organization/organization-event.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What was done to roles, assignments and membership, as a line of the audit. */
export function organizationDeedInWords(
  event: Pick<OrganizationEvent, 'type' | 'before' | 'after'>,
  name: (id: string | undefined) => string,
): Mrkdwn {
  const { type, before, after } = event as OrganizationEvent
  switch (type) {
    case 'coach.added':
      return mrkdwn`made ${name(after?.memberId)} an assistant coach`
    case 'coach.removed':
      return mrkdwn`took the role of assistant coach from ${name(before?.memberId)}${endedCare(before?.athleteIds.length ?? 0)}${after && after.roles.length === 0 ? ', who left the club with it' : ''}`
    case 'coach.athlete-assigned':
      return mrkdwn`assigned ${name(after?.athleteId)} to ${name(after?.coachId)}`
    case 'coach.athlete-unassigned':
      return mrkdwn`took ${name(before?.athleteId)} out of the care of ${name(before?.coachId)}`
    case 'head-coach.offered':
      return mrkdwn`offered the club to ${name(after?.toId)}`
    case 'head-coach.declined':
      return mrkdwn`declined to become head coach`
    case 'head-coach.withdrawn':
      return mrkdwn`took back the offer of the club to ${name(after?.toId)}`
    case 'head-coach.changed':
      return after?.isByOperator
        ? mrkdwn`was told by the operator to make ${name(after.headCoachId ?? undefined)} head coach in place of ${name(before?.headCoachId ?? undefined)}`
        : mrkdwn`became head coach in place of ${name(before?.headCoachId ?? undefined)}`
    case 'member.status-changed':
      return after?.cause !== 'slack'
        ? mrkdwn`made ${name(after?.memberId)} ${after?.status ?? 'unknown'} (was ${before?.status ?? 'unknown'})`
        : mrkdwn`made ${name(after?.memberId)} ${after?.status ?? ''}, as their Slack account was ${after?.status === 'active' ? 'activated again' : 'deactivated'}`
    case 'member.removed':
      return mrkdwn`removed ${name(before?.memberId)} from the club`
  }
}

function endedCare(athletes: number): string {
  return athletes === 0 ? '' : ` (${athletes} assigned)`
}
