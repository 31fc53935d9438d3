import type { KnownBlock } from '@slack/types'
import type { AuditLine, AuditPage } from '#domain/audit/audit-card.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Zone } from '#kernel/instant.ts'
import { adherenceDeedInWords } from './adherence-audit.ts'
import { actions, button, context, header, section } from './blocks.ts'
import { calendarDeedInWords } from './calendar-address.ts'
import { connectionDeedInWords } from './connection-audit.ts'
import { feedDeedInWords } from './feed-audit.ts'
import { groupChangesInWords, groupDeedInWords } from './group-audit.ts'
import { count } from './group-card.ts'
import { importDeedInWords } from './import-audit.ts'
import { invitationDeedInWords } from './invitation-audit.ts'
import { livingDeedInWords } from './living-audit.ts'
import { mergeDeedInWords } from './merge-audit.ts'
import type { Message } from './message.ts'
import { vdotEnteredInWords } from './metrics-audit.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { organizationDeedInWords } from './organization-audit.ts'
import { planDeedInWords } from './plan-audit.ts'
import { erasedInWords, privacyInWords } from './privacy-words.ts'
import { attributesInWords } from './roster-audit.ts'
import { shortenMrkdwn } from './shorten.ts'
import { quietHoursInWords, settingsInWords, signalAnswerInWords } from './signal-audit.ts'
import { workoutDeedInWords } from './workout-done.ts'

export const AUDIT_ACTIONS = { older: 'audit-older', details: 'audit-details' } as const

/** Where the reader is, and what they asked for: the next page is asked for the same. */
export type AuditReader = {
  zone: Zone
  kind: string | null
  bySlackUserId: string | null
  /** Days in words. */
  range?: string | null
}

/** Ten lines of so many characters fit into a message, however long the names in them. */
const LINE_CHARACTERS = 380

/** A page of the audit, newest first, in the reader's zone. */
export function auditPage(page: AuditPage, reader: AuditReader): Message {
  const title = {
    all: mrkdwn`Audit: everything that was done in the club`,
    'own-deeds': mrkdwn`Audit: what you did`,
    'about-me': mrkdwn`Audit: what concerns you`,
  }[page.scope]
  if (page.lines.length === 0) {
    const none = mrkdwn`Nothing is recorded here yet.`
    return { text: joinMrkdwn([title, none], '\n').mrkdwn, blocks: [header(title.mrkdwn), section(none)] }
  }
  const lines = page.lines.map(line => ({
    mrkdwn: shortenMrkdwn(lineInWords(line, page.names, reader.zone).mrkdwn, LINE_CHARACTERS),
  }))
  const blocks: KnownBlock[] = [header(title.mrkdwn)]
  page.lines.forEach((line, index) => {
    const said = lines[index]
    if (said) blocks.push(section(said, detailsButton(line)))
  })
  if (page.olderThan !== null) {
    const value = JSON.stringify({
      olderThan: page.olderThan,
      kind: reader.kind,
      bySlackUserId: reader.bySlackUserId,
      range: reader.range ?? null,
    })
    blocks.push(actions('audit', button(AUDIT_ACTIONS.older, 'Older', value)))
  }
  blocks.push(
    context(
      mrkdwn`Times are ${reader.zone}. Nothing here can be changed: \`astral verify-audit\` proves it.`,
    ),
  )
  return { text: joinMrkdwn([title, ...lines], '\n').mrkdwn, blocks }
}

function detailsButton(line: AuditLine) {
  const label = `Details of entry ${line.seq}`
  return button(AUDIT_ACTIONS.details, 'Details', String(line.seq), { label })
}

export function lineInWords(line: AuditLine, names: ReadonlyMap<string, string>, zone: Zone): Mrkdwn {
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(line.at)
  const who = line.actorName ?? 'Astral'
  return mrkdwn`\`#${line.seq}\` ${when} · *${who}* ${deedInWords(line, names)} _(${doorInWords(line.surface)})_`
}

/** What was done, in words. Exhaustive: a new event must say here how it reads. */
function deedInWords(line: AuditLine, names: ReadonlyMap<string, string>): Mrkdwn {
  const event = { type: line.action, before: line.before, after: line.after } as Pick<
    DomainEvent,
    'type' | 'before' | 'after'
  > as DomainEvent
  const name = (id: string | undefined) => (id === undefined ? 'somebody' : (names.get(id) ?? 'somebody'))
  switch (event.type) {
    case 'coach.added':
    case 'coach.removed':
    case 'coach.athlete-assigned':
    case 'coach.athlete-unassigned':
    case 'head-coach.offered':
    case 'head-coach.declined':
    case 'head-coach.withdrawn':
    case 'head-coach.changed':
    case 'member.status-changed':
    case 'member.removed':
      return organizationDeedInWords(event, name)
    case 'source.connected':
    case 'source.renewed':
    case 'source.disconnected':
      return connectionDeedInWords(event)
    case 'calendar.opened':
    case 'calendar.closed':
      return calendarDeedInWords(event)
    case 'plan.created':
    case 'plan.edited':
    case 'plan.archived':
    case 'plan.picture-asked':
    case 'plan.assigned':
    case 'enrollment.paused':
    case 'enrollment.resumed':
    case 'enrollment.ended':
      return planDeedInWords(event, name)
    case 'feed.subscribed':
    case 'feed.ended':
    case 'feed.paused':
    case 'feed.digest-due':
    case 'channel.budget-changed':
    case 'kudos.given':
    case 'kudos.withdrawn':
    case 'activity.commented':
    case 'comparison.requested':
      return feedDeedInWords(event, name, line.subjectName ?? 'somebody')
    case 'session-hour.set':
    case 'session.due':
    case 'sessions.changed':
    case 'change.asked':
    case 'change.answered':
    case 'own-moves.set':
    case 'pause.over':
    case 'workout.picture-asked':
      return livingDeedInWords(event, name)
    case 'session.matched':
    case 'session.unmatched':
    case 'session.match-released':
    case 'adherence.picture-asked':
    case 'availability.round-set':
    case 'availability.round-ended':
    case 'availability.asked':
    case 'availability.answered':
      return adherenceDeedInWords(event, name)
    case 'organization.claimed':
      return mrkdwn`became head coach`
    case 'demo.loaded':
      return mrkdwn`loaded the demo club (${count(event.after?.athletes ?? 0, 'invented athlete')})`
    case 'group.created':
      return mrkdwn`created the group “${event.after?.name ?? ''}” (${event.after?.privacy ?? ''})`
    case 'group.edited':
      return mrkdwn`changed the group “${event.before?.name ?? ''}”${groupChangesInWords(event.before, event.after)}`
    case 'group.deleted':
      return mrkdwn`deleted the group “${event.before?.name ?? ''}”`
    case 'group.members-added':
    case 'group.members-removed':
    case 'group.restored':
    case 'group.join-asked':
    case 'group.join-answered':
    case 'group.join-withdrawn':
    case 'group.channel-offered':
    case 'group.owner-changed':
      return groupDeedInWords(event, name)
    case 'invitation.sent':
    case 'invitation.answered':
    case 'invitation.resent':
    case 'invitation.revoked':
    case 'email-invitation.sent':
    case 'email-invitation.resent':
    case 'email-invitation.revoked':
    case 'code.created':
    case 'code.revoked':
    case 'code.posted':
    case 'code.guessed':
    case 'athlete.added':
      return invitationDeedInWords(event, names)
    case 'athlete.sharing-answered':
      return event.after?.isShared ? mrkdwn`chose to share runs` : mrkdwn`chose to keep runs private`
    case 'sharing.changed':
      return event.after?.isShared
        ? mrkdwn`began to share runs with “${event.after.groupName}”`
        : mrkdwn`stopped sharing runs with “${event.after?.groupName ?? ''}”`
    case 'activity.merged':
    case 'activity.unmerged':
    case 'activity-file.removed':
      return mergeDeedInWords(event)
    case 'import.started':
    case 'import.slice-read':
    case 'import.finished':
    case 'import.cancelled':
    case 'import.failed':
      return importDeedInWords(event)
    case 'activity.logged':
      return mrkdwn`logged “${event.after?.name ?? 'an activity'}” of ${event.after?.localOn ?? ''}`
    case 'activity.edited':
      return mrkdwn`edited “${event.after?.name ?? 'an activity'}” of ${event.after?.localOn ?? ''}`
    case 'activity.deleted':
      return mrkdwn`deleted “${event.before?.name ?? 'an activity'}” of ${event.before?.localOn ?? ''}`
    case 'leaderboard.requested':
      return mrkdwn`posted the leaderboard of “${name(event.after?.groupId)}”`
    case 'schedule.set':
      return mrkdwn`scheduled the weekly leaderboard of “${name(event.after?.groupId)}”`
    case 'schedule.paused':
      return mrkdwn`paused the weekly leaderboard of “${name(event.after?.groupId)}”`
    case 'schedule.resumed':
      return mrkdwn`resumed the weekly leaderboard of “${name(event.after?.groupId)}”`
    case 'schedule.ended':
      return mrkdwn`ended the weekly leaderboard of “${name(event.after?.groupId)}”`
    case 'occurrence.posted':
      return mrkdwn`posted the weekly leaderboard of “${name(event.after?.groupId)}”, due ${event.after?.localOn ?? ''}${event.after?.isLate ? ' (late)' : ''}`
    case 'occurrence.missed':
      return mrkdwn`missed the weekly leaderboard of “${name(event.after?.groupId)}”, due ${event.after?.localOn ?? ''}`
    case 'delivery.failed':
      return mrkdwn`could not deliver a message (${event.after?.error ?? 'unknown'})`
    case 'post.pulled-back':
      return mrkdwn`pulled a post back from its channel`
    case 'privacy.changed':
      return privacyInWords(event.before, event.after)
    case 'posts.outdated':
      return mrkdwn`caused ${count(event.after?.posts.length ?? 0, 'post')} to be drawn anew or taken away`
    case 'data.export-asked':
      return mrkdwn`asked for a copy of their data`
    case 'data.erased':
      return mrkdwn`deleted their data (${erasedInWords(event.after?.erased ?? {})})`
    case 'workout.created':
    case 'workout.edited':
    case 'workout.archived':
    case 'workout.restored':
      return workoutDeedInWords(event)
    case 'athlete.edited':
      return attributesInWords(event.before, event.after, line.subjectName ?? 'somebody')
    case 'vdot.entered':
      return vdotEnteredInWords(event.before, event.after, line.subjectName ?? 'somebody')
    case 'profile.changed':
      return mrkdwn`changed their own profile: ${(event.after?.changed ?? []).join(', ')}`
    case 'athlete.noted':
      return mrkdwn`wrote a private note about ${line.subjectName ?? 'somebody'}`
    case 'roster.import-read':
      return mrkdwn`had a roster file read: ${count((event.after?.athletes ?? 0) + (event.after?.invitations ?? 0), 'change')} offered, ${count(event.after?.faults ?? 0, 'faulty line')}`
    case 'roster.imported':
      return mrkdwn`applied a roster file: ${count(event.after?.athletes ?? 0, 'athlete')}, ${count(event.after?.invitations ?? 0, 'invitation')} by e-mail`
    case 'roster.export-asked':
      return mrkdwn`asked for the roster as a file`
    case 'signal.snoozed':
    case 'signal.done':
      return signalAnswerInWords(event.after, line.subjectName ?? 'somebody')
    case 'athlete.nudged':
      return mrkdwn`wrote to ${line.subjectName ?? 'somebody'} through Astral`
    case 'signals.settings-changed':
      return settingsInWords(event.before, event.after)
    case 'quiet-hours.changed':
      return quietHoursInWords(event.after?.hours)
    case 'stats.picture-asked':
      return mrkdwn`asked for a chart of stats`
    case 'audit.export-asked':
      return mrkdwn`asked for the audit as a file`
  }
}

function doorInWords(surface: string): string {
  return (
    {
      command: 'typed',
      modal: 'form',
      button: 'button',
      message: 'message',
      file: 'file',
      clock: 'schedule',
      push: 'pushed',
    }[surface] ?? surface
  )
}
