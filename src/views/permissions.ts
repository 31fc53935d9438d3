import type { AccessRefusal } from '#domain/organization/access-refusal.ts'
import type { Cell, PermittedDeed, Standing } from '#domain/organization/permission-matrix.ts'
import { context, header, section } from './blocks.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Each deed that Astral can do today, as it reads after “You may”; what is missing here is not offered yet. */
const DEED_WORDS: Partial<Record<PermittedDeed, string>> = {
  'activity.log': 'log runs',
  'activity.read-own': 'read runs',
  'profile.own': 'read your profile',
  'privacy.tighten': 'decide what others see',
  'activity.see': 'see other athletes’ runs',
  'profile.others': 'read other athletes’ profiles',
  'group.see': 'see a group',
  'group.create': 'make a group',
  'group.edit': 'change or delete a group, and who is in it',
  'plan.group-week': 'see who in a group kept to the plan',
  'availability.ask': 'have athletes asked when they can train',
  'board.post': 'post a group’s leaderboard, now or weekly',
  invite: 'invite people',
  'roster.see': 'see the roster',
  'assignments.see': 'see who is assigned to which coach',
  'notes.write': 'write private notes about athletes',
  'notes.read': 'read private notes',
  'athlete.edit': 'change athletes’ status, labels and level',
  'athlete.remove': 'remove somebody from the club',
  'coach.assign': 'assign athletes to coaches',
  'coach.change': 'add and remove coaches',
  'club.transfer': 'hand the club to another head coach',
  'audit.about-me': 'read in the audit what concerns you',
  'audit.own-deeds': 'read in the audit what you did',
  'audit.all': 'read the whole audit',
}

const STANDING_WORDS: Record<Standing, string> = {
  athlete: 'athlete',
  'assistant-coach': 'assistant coach',
  'head-coach': 'head coach',
  suspended: 'suspended',
  stranger: 'not in the club',
}

/** What somebody may do here, and for the rest why not. */
export function whatYouMay(card: {
  standings: readonly Standing[]
  isClaimed: boolean
  rows: readonly { deed: PermittedDeed; answer: Exclude<Cell, 'no'> | AccessRefusal }[]
}): Message {
  const who = mrkdwn`You are here as: *${card.standings.map(standing => STANDING_WORDS[standing]).join(', ')}*.`
  const shown = card.rows.flatMap(({ deed, answer }) => {
    const does = DEED_WORDS[deed]
    return does ? [{ does, answer }] : []
  })
  const yes = shown.flatMap(({ does, answer }) =>
    typeof answer === 'string' ? [mrkdwn`✓ ${does}${onlyIf(does, answer)}`] : [],
  )
  const no = shown.flatMap(({ does, answer }) =>
    typeof answer === 'string' ? [] : [mrkdwn`✗ ${does}: ${whyNot(answer)}`],
  )
  const parts = [
    who,
    ...(yes.length > 0 ? [joinMrkdwn([mrkdwn`*You may*`, ...yes], '\n')] : []),
    ...(no.length > 0 ? [joinMrkdwn([mrkdwn`*You may not*`, ...no], '\n')] : []),
  ]
  const hint = card.isClaimed
    ? mrkdwn`\`/astral help\` shows how each of these is done.`
    : mrkdwn`This workspace has no club yet: whoever started Astral types \`/astral claim CODE\`.`
  return {
    text: joinMrkdwn([...parts, hint], '\n').mrkdwn,
    blocks: [header('What you may do here'), ...parts.map(part => section(part)), context(hint)],
  }
}

function onlyIf(does: string, condition: Exclude<Cell, 'no'>): Mrkdwn {
  switch (condition) {
    case 'yes':
      return mrkdwn``
    case 'own':
      return does.startsWith('read private') ? mrkdwn`: your own` : mrkdwn`, of your own`
    case 'group-owner':
      return mrkdwn`, if you own it`
    case 'group-seen':
      return mrkdwn`, if it is public, or you are in it or own it`
    case 'group-shared':
      return mrkdwn`, as far as they are shared with a group you are in`
    case 'assigned':
      return mrkdwn`, of athletes assigned to you`
  }
}

function whyNot(refusal: AccessRefusal): string {
  switch (refusal.code) {
    case 'not-a-member':
      return refusal.isClaimed ? 'for members of the club; ask a coach to invite you' : 'there is no club yet'
    case 'suspended':
      return 'not while you are suspended; ask your head coach'
    case 'not-a-coach':
      return 'for coaches'
    case 'not-the-head-coach':
      return 'for the head coach'
    case 'not-an-athlete':
      return 'for athletes'
  }
}
