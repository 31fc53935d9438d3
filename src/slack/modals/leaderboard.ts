import { z } from 'zod'
import { isFiveWays } from '#domain/ranking/week-card.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ask } from '#usecases/ask.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { showWeek } from '#usecases/leaderboard/show-week.ts'
import { perform } from '#usecases/perform.ts'
import { leaderboardRequested, leaderboardShownModal } from '#views/leaderboard.ts'
import { LEADERBOARD_FORM } from '#views/leaderboard-form.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { weekShownModal } from '#views/week-card.ts'
import { requirePostable } from '../directory.ts'
import { type Modal, readForm, type Submitted } from '../kit/modal.ts'

const fields = z.object({
  [LEADERBOARD_FORM.group]: z.string({ error: 'Choose a group.' }),
  [LEADERBOARD_FORM.range]: z.string().nullable(),
  [LEADERBOARD_FORM.metric]: z.string().nullable(),
  [LEADERBOARD_FORM.channel]: z.string().nullable().default(null),
})

/** With a channel it posts, without one it shows. */
export const leaderboardModal: Modal = {
  callbackId: 'leaderboard',
  async submit(context, values) {
    const form = readForm(fields, values.all())
    if (!form.ok) return { kind: 'errors', errors: form.refusal }
    const { group, channel, range, metric } = form.value
    const wanted = { groupId: group, range, metric }
    const { engine } = context.deps
    if (channel === null && metric !== null && isFiveWays(metric)) {
      const week = await ask(engine, context.who, showWeek, wanted)
      return week.ok ? { kind: 'update', view: weekShownModal(week.value) } : refused(week.refusal)
    }
    if (channel === null) {
      const board = await ask(engine, context.who, showLeaderboard, wanted)
      return board.ok
        ? { kind: 'update', view: leaderboardShownModal(board.value, context.units) }
        : refused(board.refusal)
    }
    const postable = await requirePostable(context.client, channel)
    if (!postable.ok) return refused(postable.refusal)
    const requested = await perform(engine, { who: context.who, surface: 'modal' }, requestLeaderboard, {
      ...wanted,
      channelId: channel,
    })
    if (!requested.ok) return refused(requested.refusal)
    const { blocks } = leaderboardRequested(requested.value)
    return {
      kind: 'update',
      view: modalView({ callbackId: 'leaderboard-requested', title: 'Leaderboard', blocks }),
    }
  },
}

const FIELD_OF: Partial<Record<Refusal['code'], string>> = {
  'group-gone': LEADERBOARD_FORM.group,
  'board-for-members': LEADERBOARD_FORM.group,
  'not-a-board-poster': LEADERBOARD_FORM.channel,
  'channel-unknown': LEADERBOARD_FORM.channel,
  'channel-archived': LEADERBOARD_FORM.channel,
  'not-in-channel': LEADERBOARD_FORM.channel,
}

function refused(refusal: Refusal): Submitted {
  const words = refusalInWords(refusal)
  const field = FIELD_OF[refusal.code]
  return field
    ? { kind: 'errors', errors: { [field]: inPlain(words) } }
    : { kind: 'update', view: refusedModal(words) }
}
