import type { AttributesData } from '#domain/roster/roster-event.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What changed in what the club keeps of an athlete, as a line of the audit. */
export function attributesInWords(
  before: AttributesData | null,
  after: AttributesData | null,
  name: string,
): Mrkdwn {
  const changes = attributeChanges(before, after)
  return changes.length === 0 ? mrkdwn`edited ${name}` : mrkdwn`edited ${name}: ${joinMrkdwn(changes, ', ')}`
}

/** Each thing that is different afterwards. */
export function attributeChanges(before: AttributesData | null, after: AttributesData | null): Mrkdwn[] {
  const labels = (data: AttributesData | null) =>
    (data?.labels ?? []).map(label => `@${label}`).join(' ') || 'none'
  return [
    ...(before?.nickname === after?.nickname ? [] : [mrkdwn`name → “${after?.nickname ?? 'as in Slack'}”`]),
    ...(before?.memberLevel === after?.memberLevel ? [] : [mrkdwn`level → ${after?.memberLevel ?? 'none'}`]),
    ...(labels(before) === labels(after) ? [] : [mrkdwn`labels → ${labels(after)}`]),
  ]
}
