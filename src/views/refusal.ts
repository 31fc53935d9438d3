import type { Refusal } from '#domain/refusal.ts'
import { activityRefusalInWords } from './activity-refusal.ts'
import { adherenceRefusalInWords, isAdherenceRefusal } from './adherence-refusal.ts'
import { boardRefusalInWords } from './board-refusal.ts'
import { bulkRefusalInWords } from './bulk-words.ts'
import { calendarRefusalInWords } from './calendar-address.ts'
import { connectionRefusalInWords } from './connection-refusal.ts'
import { feedRefusalInWords } from './feed-refusal.ts'
import type { Units } from './figures.ts'
import { groupRefusalInWords, isGroupRefusal } from './group-refusal.ts'
import { importRefusalInWords } from './import-refusal.ts'
import { isLivingRefusal, livingRefusalInWords } from './living-refusal.ts'
import { metricsRefusalInWords } from './metrics-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { organizationRefusalInWords } from './organization-refusal.ts'
import { isPlanRefusal, planRefusalInWords } from './plan-refusal.ts'
import { SWITCH_WORDS } from './privacy-words.ts'
import { rosterImportRefusalInWords } from './roster-import-words.ts'
import { rosterRefusalInWords } from './roster-refusal.ts'
import { shorten } from './shorten.ts'
import { signalRefusalInWords } from './signal-refusal.ts'
import { isWorkoutRefusal, workoutRefusalInWords } from './workout-refusal.ts'

/** Says a refusal in words that tell what to do next. One exhaustive switch: a new code must find its words here. */
export function refusalInWords(refusal: Refusal, units: Units = 'km'): Mrkdwn {
  if (isWorkoutRefusal(refusal)) return workoutRefusalInWords(refusal)
  if (isGroupRefusal(refusal)) return groupRefusalInWords(refusal)
  if (isLivingRefusal(refusal)) return livingRefusalInWords(refusal)
  if (isAdherenceRefusal(refusal)) return adherenceRefusalInWords(refusal)
  if (isPlanRefusal(refusal)) return planRefusalInWords(refusal)
  switch (refusal.code) {
    case 'already-handled':
      return mrkdwn`That is already done: nothing more to do.`
    case 'stale-button':
      return mrkdwn`This button is from an older message. Type \`/astral\` to start afresh.`
    case 'person-unknown':
      return mrkdwn`Slack does not know that person. Type \`@\` and pick them from the list.`
    case 'channel-unknown':
      return mrkdwn`I cannot see that channel. Type \`#\` and pick it from the list; in a private channel, first type \`/invite @astral\` there.`

    case 'calendar-not-open':
    case 'calendar-unreachable':
      return calendarRefusalInWords(refusal)

    case 'import-running':
    case 'import-over':
      return importRefusalInWords(refusal)

    case 'not-a-member':
      return refusal.isClaimed
        ? mrkdwn`You are not in this club yet. Ask a coach to invite you with \`/astral invite\`.`
        : mrkdwn`This club has no head coach yet. Whoever started Astral has a one-time code: type \`/astral claim CODE\`.`
    case 'suspended':
      return mrkdwn`Your membership is suspended: you can read your own runs (\`/astral runs\`) and decide over your data (\`/astral privacy\`), and nothing else. Ask your head coach.`
    case 'not-a-coach':
      return mrkdwn`Only coaches can do that. Ask a coach of your club.`
    case 'not-the-head-coach':
      return mrkdwn`Only the head coach can do that. Ask them to.`
    case 'not-an-athlete':
      return mrkdwn`Only athletes of the club can do that. Ask a coach to make you one.`

    case 'claim-code-wrong':
      return mrkdwn`That is not the code. It was printed when Astral was first started; \`npm run astral -- claim-code\` prints a new one.`
    case 'already-claimed':
      return mrkdwn`This club has a head coach already. Ask them or another coach to invite you.`

    case 'person-not-in-club':
      return mrkdwn`${refusal.name} is not in the club. Invite them with \`/astral invite\`.`
    case 'person-suspended':
      return mrkdwn`${refusal.name} is suspended and cannot join a group. The head coach can lift that.`
    case 'owner-suspended':
      return mrkdwn`${refusal.name} is suspended and cannot own a group. Choose somebody else.`
    case 'already-in-group':
      return refusal.names.length === 1
        ? mrkdwn`${refusal.names.join('')} is in the group already: nothing to do.`
        : mrkdwn`They are all in the group already, nothing to do: ${refusal.names.join(', ')}.`
    case 'not-in-group':
      return mrkdwn`${refusal.name} is not in that group. \`/astral group members\` shows who is.`
    case 'nobody-named':
      return mrkdwn`Name somebody: type \`@\` and pick them from the list.`

    case 'cannot-invite-bot':
      return mrkdwn`${refusal.name} is an app, and apps do not run. Choose a person.`
    case 'cannot-invite-deactivated':
      return mrkdwn`${refusal.name}’s Slack account is deactivated, so no message can reach them. Somebody who runs this Slack can activate it.`
    case 'cannot-invite-outsider':
      return mrkdwn`${refusal.name} belongs to another Slack workspace. Only people of this workspace can join the club: choose one of them.`
    case 'cannot-invite-yourself':
      return mrkdwn`You are in the club already: no need to invite yourself.`
    case 'already-a-member':
      return refusal.groupName
        ? mrkdwn`${refusal.name} is in “${refusal.groupName}” already: nothing to do.`
        : mrkdwn`${refusal.name} is in the club already. To add them to a group: \`/astral group add\`.`
    case 'already-invited':
      return mrkdwn`${refusal.name} has an invitation that waits for an answer. You hear from me when it comes.`
    case 'in-another-organization':
      return mrkdwn`${refusal.name} belongs to another club and would have to leave it first.`
    case 'invitation-not-yours':
      return mrkdwn`This invitation is for somebody else. Ask a coach for one of your own.`
    case 'invitation-unknown':
      return mrkdwn`This invitation does not exist any more. Ask your coach for a new one.`
    case 'invitation-already-answered':
      return refusal.state === 'accepted'
        ? mrkdwn`This invitation was already accepted: nothing more to do. \`/astral\` shows what you can do.`
        : mrkdwn`This invitation was already ${refusal.state}. Ask a coach for a new one if you want to join.`

    case 'email-malformed':
      return mrkdwn`“${said(refusal.text)}” is not an e-mail address. Write it as ana@example.org.`
    case 'email-already-invited':
      return mrkdwn`An invitation to that address waits for an answer already. \`/astral invitations\` sends it again or takes it back.`
    case 'first-name-missing':
      return mrkdwn`Say their first name too: the invitation greets them with it.`
    case 'first-name-too-long':
      return mrkdwn`That name has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`

    case 'code-unknown':
      return mrkdwn`I do not know that code. Look whether it is typed as you got it, or ask your coach for a new one.`
    case 'code-expired':
      return mrkdwn`That code has expired. Ask your coach for a new one.`
    case 'code-used-up':
      return mrkdwn`That code was used as often as it may be. Ask your coach for a new one.`
    case 'code-revoked':
      return mrkdwn`That code was taken back by a coach. Ask your coach for a new one.`
    case 'code-guessing':
      return mrkdwn`Those were too many wrong codes. Wait ${refusal.minutes === 1 ? 'a minute' : `${refusal.minutes} minutes`}, then type the code again.`
    case 'code-taken':
      return mrkdwn`The code “${refusal.text}” is in use already. Choose another word, or revoke that one in \`/astral invitations\`.`
    case 'code-malformed':
      return mrkdwn`“${said(refusal.text)}” cannot be a code. Use 4 to 20 letters A–Z, digits and dashes, such as SPRING26.`
    case 'code-cap-wrong':
      return mrkdwn`How many may join is a whole number from 1 to ${refusal.max}; “${said(refusal.text)}” is not.`
    case 'code-until-wrong':
      return mrkdwn`I do not understand “${said(refusal.text)}” as a day. Write it as 2026-12-31.`
    case 'code-until-past':
      return mrkdwn`That day is over. Choose a later one, or none for what does not expire.`
    case 'already-joined':
      return refusal.groupName
        ? mrkdwn`You are in “${refusal.groupName}” already: nothing to do.`
        : mrkdwn`You are in the club already: nothing to do.`
    case 'cannot-join-outsider':
      return mrkdwn`You belong to another Slack workspace, and only people of this one can join the club.`

    case 'unknown-range':
    case 'range-backwards':
    case 'range-too-long':
    case 'metric-unknown':
    case 'no-age-grades':
    case 'board-for-members':
    case 'not-a-board-poster':
    case 'post-gone':
    case 'not-your-post':
    case 'schedule-unknown':
    case 'schedule-already-ended':
    case 'schedule-already-paused':
    case 'schedule-already-active':
    case 'zone-unknown':
    case 'time-unknown':
    case 'weekday-unknown':
    case 'channel-missing':
    case 'channel-archived':
    case 'not-in-channel':
      return boardRefusalInWords(refusal)

    case 'only-tighten-while-suspended':
      return mrkdwn`While your membership is suspended you can only show less, not more. Leave as it was: ${[...refusal.switches.map(name => SWITCH_WORDS[name].name), ...refusal.groups].join(', ')}.`
    case 'export-too-soon':
      return mrkdwn`You asked for your data less than an hour ago: look for the file in our direct message. In ${refusal.minutes === 1 ? '1 minute' : `${refusal.minutes} minutes`} you can ask again.`
    case 'head-coach-cannot-delete':
      return mrkdwn`The head coach holds the club together: hand the club to somebody else first, then delete your data.`
    case 'deletion-not-confirmed':
      return mrkdwn`Type DELETE, in capital letters, to confirm.`

    case 'coach-already':
    case 'not-a-coach-of-the-club':
    case 'coach-not-in-club':
    case 'coach-suspended':
    case 'head-coach-stays':
    case 'not-an-athlete-of-the-club':
    case 'own-athlete':
    case 'assigned-already':
    case 'none-assigned':
    case 'not-your-athlete':
    case 'own-status':
    case 'status-already':
    case 'member-deactivated':
    case 'transfer-to-yourself':
    case 'transfer-not-active':
    case 'transfer-pending':
    case 'no-transfer':
    case 'transfer-not-yours':
    case 'transfer-over':
      return organizationRefusalInWords(refusal)

    case 'source-not-connected':
    case 'source-unknown':
    case 'pages-closed':
    case 'strava-off':
    case 'strava-connected':
    case 'strava-taken':
    case 'strava-not-permitted':
    case 'strava-athlete-limit':
    case 'strava-unavailable':
    case 'oauth-state-gone':
      return connectionRefusalInWords(refusal)

    case 'athlete-changed-meanwhile':
    case 'nickname-too-long':
    case 'level-too-long':
    case 'note-too-long':
    case 'label-malformed':
    case 'too-many-labels':
    case 'note-empty':
    case 'profile-number-wrong':
    case 'target-pace-wrong':
    case 'race-name-too-long':
    case 'race-over':
    case 'heart-rates-out-of-order':
    case 'birth-year-for-grading':
      return rosterRefusalInWords(refusal)

    case 'performance-without-distance':
    case 'performance-shows-nothing':
    case 'metrics-hidden':
    case 'metric-word-unknown':
    case 'no-run-then':
      return metricsRefusalInWords(refusal)

    case 'bulk-nothing-chosen':
    case 'bulk-nothing-changed':
    case 'bulk-too-many':
    case 'bulk-not-yours':
    case 'bulk-suspended':
    case 'bulk-changed-since':
    case 'bulk-too-many-labels':
    case 'bulk-label-both':
    case 'bulk-undone':
    case 'bulk-undo-over':
    case 'bulk-undo-not-yours':
      return bulkRefusalInWords(refusal)

    case 'import-not-a-table':
    case 'import-too-large':
    case 'import-empty':
    case 'import-columns-unknown':
    case 'import-column-twice':
    case 'import-names-nobody':
    case 'import-gone':
    case 'import-expired':
    case 'import-settled':
    case 'import-stale':
      return rosterImportRefusalInWords(refusal)

    case 'sub-type-unknown':
    case 'budget-wrong':
    case 'subscription-unknown':
    case 'run-not-shown':
    case 'own-kudos':
    case 'comment-empty':
    case 'comment-too-long':
    case 'not-a-run-post':
      return feedRefusalInWords(refusal)

    case 'signal-gone':
    case 'threshold-wrong':
    case 'nudged-today':
    case 'nudge-empty':
    case 'nudge-too-long':
    case 'athlete-not-active':
    case 'quiet-hours-wrong':
      return signalRefusalInWords(refusal)

    default:
      return activityRefusalInWords(refusal, units)
  }
}

/** Of what somebody typed, as much as they need to see again. */
function said(typed: string): string {
  return shorten(typed, 80)
}
