import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { perform } from '#usecases/perform.ts'
import { showStats } from '#usecases/stats/show-stats.ts'
import { deleteGroupConfirmation } from '#views/delete-group-confirmation.ts'
import { GROUP_ACTIONS, GROUP_MENU_VERBS, type GroupMenuVerb, groupMembers } from '#views/group-card.ts'
import { sharingChanged } from '#views/group-changed.ts'
import { leaveConfirmation } from '#views/join-request.ts'
import { leaderboardShown, leaderboardShownModal } from '#views/leaderboard.ts'
import { type Message, type ModalView, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { freeAction, type Pressed, type PressedView } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { statsModalView } from '../modals/stats.ts'
import { statsMessage } from '../stats-message.ts'
import { shown } from '../where-pressed.ts'
import { openEditForm, showCard } from './group-card.ts'

/** What was chosen, and of which group. */
const chosen = z
  .string()
  .transform(value => value.split(':'))
  .pipe(z.tuple([z.enum(GROUP_MENU_VERBS as [GroupMenuVerb, ...GroupMenuVerb[]]), z.string().min(1)]))

/** The menu beside a group, in the Home tab and on its card. */
export const groupMenuAction = freeAction(GROUP_ACTIONS.menu, async (context, value, view) => {
  const read = chosen.safeParse(value)
  if (!read.success) return { say: words(refusalInWords({ code: 'stale-button' })) }
  const [verb, groupId] = read.data
  return answer(verb, context, groupId, view)
})

async function answer(
  verb: GroupMenuVerb,
  context: SlackContext,
  groupId: string,
  view: PressedView | null,
): Promise<Pressed> {
  switch (verb) {
    case 'show':
      return showCard(context, groupId, view)
    case 'edit':
      return openEditForm(context, groupId, view)
    case 'members':
    case 'leave':
    case 'delete':
      return askedFirst(verb, context, groupId, view)
    case 'share':
    case 'keepPrivate': {
      const isHome = view === null && context.channelId === null
      const deed = { who: context.who, surface: isHome ? 'home' : 'button' } as const
      const input = { groupId, isShared: verb === 'share' }
      const done = await perform(context.deps.engine, deed, setGroupSharing, input)
      if (done.ok && isHome) return { refreshHome: true }
      const message = done.ok ? sharingChanged(done.value) : words(refusalInWords(done.refusal))
      return shown(context, view, 'Group', message)
    }
    case 'leaderboard': {
      const input = { groupId, range: null, metric: null }
      const board = await ask(context.deps.engine, context.who, showLeaderboard, input)
      if (!board.ok) return shown(context, view, 'Leaderboard', words(refusalInWords(board.refusal)))
      const modal = leaderboardShownModal(board.value, context.units)
      return placed(context, view, leaderboardShown(board.value, context.units), modal)
    }
    case 'stats': {
      const input = { groupId, range: null, zone: null }
      const stats = await ask(context.deps.engine, context.who, showStats, input)
      if (!stats.ok) return shown(context, view, 'Stats', words(refusalInWords(stats.refusal)))
      const message = statsMessage(stats.value, context.units)
      return placed(context, view, message, statsModalView(message.blocks))
    }
  }
}

/** What shows the members, or asks once more before the group or the membership goes. */
async function askedFirst(
  verb: 'members' | 'leave' | 'delete',
  context: SlackContext,
  groupId: string,
  view: PressedView | null,
): Promise<Pressed> {
  const card = await ask(context.deps.engine, context.who, showGroup, { groupId })
  if (!card.ok) return shown(context, view, 'Group', words(refusalInWords(card.refusal)))
  const { group, members, mayEdit, handsOver } = card.value
  if (verb === 'members') return shown(context, view, 'Members', groupMembers(card.value))
  if (verb === 'leave') return shown(context, view, 'Group', leaveConfirmation(group, handsOver))
  const asked = mayEdit
    ? deleteGroupConfirmation(group, members?.length ?? 0)
    : words(refusalInWords({ code: 'not-the-group-owner' }))
  return shown(context, view, 'Group', asked)
}

/** Beside a message as one; elsewhere in a modal made for it. */
function placed(
  context: SlackContext,
  view: PressedView | null,
  message: Message,
  modal: ModalView,
): Pressed {
  if (view) return { update: modal }
  return context.channelId === null ? { open: modal } : { say: message }
}
