import type { PlanEvent } from '#domain/plan/template/plan-event.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What was done to plans and to those who are on them, as a line of the audit. */
export function planDeedInWords(
  event: Pick<PlanEvent, 'type' | 'before' | 'after'>,
  name: (id: string | undefined) => string,
): Mrkdwn {
  const { type, before, after } = event as PlanEvent
  switch (type) {
    case 'plan.created':
      return mrkdwn`wrote the plan “${after?.title ?? ''}” (${after?.weeks ?? 0} weeks)`
    case 'plan.edited':
      return mrkdwn`changed the plan “${before?.title ?? ''}”${before?.title === after?.title ? '' : mrkdwn`: title → “${after?.title ?? ''}”`}`
    case 'plan.archived':
      return mrkdwn`archived the plan “${before?.title ?? ''}”`
    case 'plan.picture-asked':
      return mrkdwn`asked for the calendar of the plan “${after?.title ?? ''}”`
    case 'plan.assigned':
      return mrkdwn`assigned “${after?.title ?? ''}” to ${name(after?.athleteId)} from ${after?.firstOn ?? ''}`
    case 'enrollment.paused':
      return mrkdwn`paused “${after?.title ?? ''}” of ${name(after?.athleteId)}`
    case 'enrollment.resumed':
      return mrkdwn`went on with “${after?.title ?? ''}” of ${name(after?.athleteId)}`
    case 'enrollment.ended':
      return mrkdwn`ended “${after?.title ?? ''}” of ${name(after?.athleteId)}`
  }
}
