import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET } from '#domain/feed/channel-budget.ts'
import type { Group } from '#domain/group/group.ts'
import type { ScheduleCard } from '#domain/schedule/schedule-card.ts'
import { localDay } from '#kernel/instant.ts'
import { deliveryProblem } from '#views/delivery-problem.ts'
import { leaderboardForm } from '#views/leaderboard-form.ts'
import { occurrenceMissed } from '#views/occurrence-missed.ts'
import { postExplained } from '#views/post-explained.ts'
import { scheduleList, scheduleSet, scheduleSetModal } from '#views/schedule.ts'
import { scheduleForm } from '#views/schedule-form.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { OSLO } from '../fixtures/test-club.ts'

const card = (other: Partial<ScheduleCard['schedule']> = {}, id = 'schedule-1') =>
  ({
    groupName: 'Tuesday *Track*',
    setByName: 'Coach Mara',
    next: { on: localDay('2026-11-23'), at: '08:00', zone: OSLO },
    schedule: {
      id,
      channelId: 'C0RUN',
      metric: 'distance',
      weekday: 1,
      time: '08:00',
      zone: OSLO,
      state: 'active',
      pauseReason: null,
      ...other,
    },
  }) as ScheduleCard

const group = (name: string) => ({ id: `id-${name}`, name }) as Group

describe('words about schedules', () => {
  it('say what comes where, and when first', () => {
    expect(scheduleSet({ card: card(), isChange: false }).text).toBe(
      'Every Monday at 08:00 (Europe/Oslo) the leaderboard of *Tuesday ∗Track∗* (by distance) goes to <#C0RUN>. First post: Monday 23 Nov 2026 at 08:00 (Europe/Oslo).',
    )
    expect(checkedView(scheduleSetModal({ card: card(), isChange: true }))).toEqual([])
  })

  it('list each with its buttons, resume for the paused', () => {
    const paused = { ...card({ state: 'paused', pauseReason: 'is_archived' }, 'schedule-2'), next: null }
    const message = scheduleList([card(), paused])
    expect(message.text).toContain('Next post: Monday 23 Nov 2026 at 08:00 (Europe/Oslo)')
    expect(message.text).toContain('Paused, because Slack refused the last post (is＿archived)')
    const buttons = message.blocks.flatMap(block =>
      block.type === 'actions'
        ? [block.elements.map(element => 'action_id' in element && element.action_id)]
        : [],
    )
    expect(buttons).toEqual([
      ['schedule-pause', 'schedule-end'],
      ['schedule-resume', 'schedule-end'],
    ])
    expect(checkedMessage(message)).toEqual([])
  })

  it('fit however many there are, and say when there are none', () => {
    const many = Array.from({ length: 60 }, (_, index) => card({}, `schedule-${index}`))
    expect(checkedMessage(scheduleList(many))).toEqual([])
    expect(scheduleList(many).text).toContain('… and 40 more.')
    expect(checkedMessage(scheduleList([]))).toEqual([])
  })

  it.each([0, 1, 100, 300])('have forms that are sound with %i groups', count => {
    const groups = Array.from({ length: Math.max(count, 1) }, (_, index) => group(`Group ${index}`))
    expect(checkedView(scheduleForm(groups, OSLO))).toEqual([])
    expect(checkedView(leaderboardForm({ groups, mayPost: true, range: '30d', metric: 'time' }))).toEqual([])
  })

  it('offer a channel to those alone who may post', () => {
    const form = leaderboardForm({ groups: [group('A')], mayPost: false, range: null, metric: null })
    expect(form.blocks.map(block => block.block_id)).toEqual(['group', 'range', 'metric'])
  })
})

describe('words about posts', () => {
  it('tell of a missed week and how to post it all the same', () => {
    const missed = occurrenceMissed({
      groupName: 'Tuesday Track',
      channelId: 'C0RUN',
      range: { from: localDay('2026-11-16'), to: localDay('2026-11-22') },
      weeks: 1,
    })
    expect(missed.text).toContain('for 16–22 Nov 2026 was due, so it was not posted')
    expect(missed.text).toContain('`/astral leaderboard "Tuesday Track" 2026-11-16..2026-11-22 --post`')
    expect(checkedMessage(missed)).toEqual([])
  })

  it.each(['uncertain', 'is_archived', 'not_in_channel', 'token_revoked', 'restricted_action', 'odd_error'])(
    'tell of %s and what to do',
    error => {
      const message = deliveryProblem({
        kind: 'leaderboard',
        recipient: 'C0RUN',
        error,
        groupName: 'Tuesday Track',
        pausedScheduleId: 'schedule-1',
      })
      expect(checkedMessage(message)).toEqual([])
      expect(message.blocks.map(block => block.type)).toEqual(['section', 'actions'])
    },
  )

  it('explain why a post is there', () => {
    const range = { from: localDay('2026-11-16'), to: localDay('2026-11-22') }
    const weekly = postExplained({
      kind: 'leaderboard',
      budget: DEFAULT_BUDGET,
      groupName: 'Tuesday Track',
      setByName: 'Coach Mara',
      range,
      schedule: card().schedule,
    })
    expect(weekly.text).toContain('every Monday at 08:00 (Europe/Oslo)')
    const once = postExplained({
      kind: 'leaderboard',
      groupName: 'Tuesday Track',
      setByName: '<!here>',
      range,
      schedule: null,
      budget: DEFAULT_BUDGET,
    })
    expect(once.text).toContain('&lt;!here&gt; posted the leaderboard')
  })
})
