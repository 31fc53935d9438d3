import type { GroupRefusal } from '#domain/group/group.ts'
import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { someNames } from './bulk-words.ts'
import { count } from './group-card.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

type Said = GroupRefusal | GroupDeedRefusal

/** The codes whose words are here; a new one does not compile until it stands among them. */
const CODES: Record<Said['code'], true> = {
  'group-name-empty': true,
  'group-name-too-long': true,
  'group-description-too-long': true,
  'group-name-taken': true,
  'group-name-reserved': true,
  'group-undo-over': true,
  'group-unknown': true,
  'group-gone': true,
  'group-changed-meanwhile': true,
  'not-the-group-owner': true,
  'in-group-already': true,
  'not-in-this-group': true,
  'join-declined-lately': true,
  'join-answered': true,
  'join-unknown': true,
  'asker-left': true,
  'membership-undo-over': true,
  'membership-undone': true,
  'membership-changed-since': true,
  'channel-not-chosen': true,
}

export function isGroupRefusal(refusal: Refusal): refusal is Said {
  return refusal.code in CODES
}

/** A name as it was typed, which may be anything. */
const TYPED_CHARACTERS = 80

/** Refusals about groups, in words that say what to do next. */
export function groupRefusalInWords(refusal: Said): Mrkdwn {
  switch (refusal.code) {
    case 'group-name-empty':
      return mrkdwn`Give the group a name.`
    case 'group-name-too-long':
      return mrkdwn`That name has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'group-description-too-long':
      return mrkdwn`That description has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'group-name-taken':
      return mrkdwn`There is a group called “${refusal.name}” already. Choose another name.`
    case 'group-unknown': {
      const name = shorten(refusal.name, TYPED_CHARACTERS)
      return refusal.suggestion
        ? mrkdwn`There is no group called “${name}”. Did you mean “${refusal.suggestion}”?`
        : mrkdwn`There is no group called “${name}” here. \`/astral group list\` shows the groups you can see.`
    }
    case 'group-gone':
      return mrkdwn`That group is gone. \`/astral group list\` shows the ones there are.`
    case 'group-changed-meanwhile':
      return mrkdwn`Somebody else changed “${refusal.name}” while you were editing. Nothing of yours was saved: open it again to see the new state.`
    case 'not-the-group-owner':
      return mrkdwn`Only coaches and the group’s owner can change it. Ask one of them.`
    case 'group-name-reserved':
      return mrkdwn`“${refusal.name}” was deleted a moment ago and can be brought back, so its name is kept for ten minutes. Choose another name, or wait.`
    case 'group-undo-over':
      return mrkdwn`A deleted group can be brought back for ten minutes; that is over. \`/astral group create\` makes a new one.`
    case 'in-group-already':
      return mrkdwn`You are in “${refusal.name}” already: nothing to do.`
    case 'not-in-this-group':
      return refusal.isOwner
        ? mrkdwn`You own “${refusal.name}” but are not a member of it, so there is nothing to leave. \`/astral group edit\` gives it to somebody else.`
        : mrkdwn`You are not in “${refusal.name}”: nothing to leave.`
    case 'join-declined-lately':
      return mrkdwn`A coach declined that lately. You can ask again in ${count(refusal.days, 'day')}; until then, talk to a coach.`
    case 'join-answered':
      return joinAnswered(refusal)
    case 'join-unknown':
      return mrkdwn`That request is not there any more. \`/astral group requests\` shows those that wait.`
    case 'asker-left':
      return mrkdwn`${refusal.name} is suspended or has left the club, and cannot join a group now: nothing to answer.`
    case 'membership-undo-over':
      return mrkdwn`Adding and removing can be taken back for one day; that is over. Change it with \`/astral group add\` or \`remove\`.`
    case 'membership-undone':
      return mrkdwn`That is taken back already: nothing more to do.`
    case 'membership-changed-since':
      return refusal.names.length === 0
        ? mrkdwn`Nobody whom it was about is in the club any more, so nothing was taken back.`
        : mrkdwn`Somebody has changed the same since for ${someNames(refusal.names)}, so nothing was taken back. Use \`/astral group add\` or \`remove\` for those you mean.`
    case 'channel-not-chosen':
      return mrkdwn`Name a channel, or write \`none\` to tie the group to none: \`/astral group channel "name" #channel\`.`
  }
}

function joinAnswered({ state, byName }: Extract<Said, { code: 'join-answered' }>): Mrkdwn {
  if (state === 'withdrawn') return mrkdwn`They have taken their request back: nothing to answer.`
  const who = byName ?? 'Somebody'
  return state === 'approved'
    ? mrkdwn`${who} has approved this request already: nothing more to do.`
    : mrkdwn`${who} has declined this request already: nothing more to do.`
}
