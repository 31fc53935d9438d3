import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { askToJoin } from '#usecases/group/ask-to-join.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { leaveGroup } from '#usecases/group/leave-group.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { listJoinRequests } from '#usecases/group/list-join-requests.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { perform } from '#usecases/perform.ts'
import { groupList } from '#views/group-card.ts'
import { channelTied } from '#views/group-changed.ts'
import { askedToJoin, groupLeft, joinRequestList } from '#views/join-request.ts'
import { publicGroups } from '#views/public-groups.ts'
import { requirePostable } from '../directory.ts'
import { requireGroupName } from '../group-named.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Answer, freeCommand, type Misuse, question, type Subcommand } from '../kit/subcommand.ts'
import { chooseGroupAnswer } from '../modals/choose-group.ts'

export const listGroupsCommand = freeCommand({
  name: 'group list',
  usage: 'group list [--public]',
  summary: 'The groups you can see; with --public those you can ask to join',
  example: 'group list --public',
  audience: 'member',
  async answer(context, words) {
    const isPublic = words.some(word => word.kind !== 'person' && /^(--|—|–)?public$/i.test(word.text))
    return isPublic ? publicAnswer(context) : listAnswer(context)
  },
})

async function listAnswer(context: SlackContext): Promise<Result<Answer, Refusal>> {
  const listing = await ask(context.deps.engine, context.who, listGroupsFor, {})
  return listing.ok ? ok({ kind: 'message', message: groupList(listing.value) }) : listing
}

async function publicAnswer(context: SlackContext): Promise<Result<Answer, Refusal>> {
  const listing = await ask(context.deps.engine, context.who, listGroupsFor, { isPublicOnly: true })
  return listing.ok ? ok({ kind: 'message', message: publicGroups(listing.value) }) : listing
}

const joinGroupCommand = freeCommand({
  name: 'group join',
  usage: 'group join ["name"]',
  summary: 'Ask to join a public group; a coach answers',
  example: 'group join "Morning Milers"',
  audience: 'athlete',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    if (words.length === 0) return publicAnswer(context)
    const name = requireGroupName(words)
    if (!name.ok) return name
    const deed = { who: context.who, surface: 'command' } as const
    const done = await perform(context.deps.engine, deed, askToJoin, { groupName: name.value })
    return done.ok ? ok({ kind: 'message', message: askedToJoin(done.value) }) : done
  },
})

const leaveGroupCommand = freeCommand({
  name: 'group leave',
  usage: 'group leave ["name"]',
  summary: 'Leave a group; you stay in the club',
  example: 'group leave "Morning Milers"',
  audience: 'athlete',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    if (words.length === 0) return chooseGroupAnswer(context, 'leave')
    const name = requireGroupName(words)
    if (!name.ok) return name
    const deed = { who: context.who, surface: 'command' } as const
    const done = await perform(context.deps.engine, deed, leaveGroup, { groupName: name.value })
    return done.ok ? ok({ kind: 'message', message: groupLeft(done.value) }) : done
  },
})

const joinRequestsCommand = question({
  name: 'group requests',
  usage: 'group requests',
  summary: 'Who asks to join your groups, to approve or decline',
  example: 'group requests',
  audience: 'coach',
  input: () => ok({}),
  query: listJoinRequests,
  view: lines => joinRequestList(lines),
})

const groupChannelCommand = freeCommand({
  name: 'group channel',
  usage: 'group channel ["name" #channel|none]',
  summary: 'Tie a group to a channel: whoever joins one is offered the other',
  example: 'group channel "Morning Milers" #general',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    if (words.length === 0) return chooseGroupAnswer(context, 'edit')
    const channel = words.find(word => word.kind === 'channel')
    const last = words.at(-1)
    const isNone = last?.kind === 'text' && !last.isQuoted && last.text.toLowerCase() === 'none'
    const name = requireGroupName(isNone && !channel ? words.slice(0, -1) : words)
    if (!name.ok) return name
    if (!channel && !isNone) return { ok: false, refusal: { code: 'channel-not-chosen' } }
    const card = await ask(context.deps.engine, context.who, showGroup, { groupName: name.value })
    if (!card.ok) return card
    if (!card.value.mayEdit) return { ok: false, refusal: { code: 'not-the-group-owner' } }
    if (channel) {
      const found = await requirePostable(context.client, channel.channelId)
      if (!found.ok) return found
    }
    const deed = { who: context.who, surface: 'command' } as const
    const done = await perform(context.deps.engine, deed, editGroup, {
      groupId: card.value.group.id,
      change: { channelId: channel?.channelId ?? null },
      seenVersion: null,
    })
    return done.ok ? ok({ kind: 'message', message: channelTied(done.value) }) : done
  },
})

/** What is about being in a group, as a list in the order in which help shows it. */
export const groupJoiningCommands: readonly Subcommand[] = [
  listGroupsCommand,
  joinGroupCommand,
  leaveGroupCommand,
  joinRequestsCommand,
  groupChannelCommand,
]
