import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import type { SlackUserId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { type SetSubscription, setSubscription } from '#usecases/feed/set-subscription.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { perform } from '#usecases/perform.ts'
import { deleteMyData } from '#usecases/privacy/delete-my-data.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { joinClub, putInGroup } from '../fixtures/test-club.ts'
import { by } from '../fixtures/test-engine.ts'

const CHANNEL = 'C0RUN'

describe('a group’s runs in a channel', () => {
  let at: DeliveringClub

  beforeEach(async () => {
    at = await deliveringClub()
    await joinedLongAgo()
  })
  afterEach(() => at.close())

  const joinedLongAgo = () => at.engine.db.updateTable('group_memberships').set({ joined_at: 0 }).execute()
  const subscribe = async (given: Partial<SetSubscription> = {}) => {
    const done = await perform(at.engine, by('UHEAD'), setSubscription, {
      groupId: at.groupId,
      channelId: CHANNEL,
      mode: 'daily',
      subTypes: [],
      ...given,
    })
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.subscription
  }
  const log = async (who: string, text: string) => {
    const done = await perform(at.engine, by(who), logLine, { text, isAgain: true })
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.activity
  }
  const settle = () => at.later(5)
  const inChannel = () => at.slack.posts.filter(post => post.channel === CHANNEL)
  const text = () =>
    inChannel()
      .map(post => post.text)
      .join('\n')

  it('are one card and one answer in its thread, both edited in place', async () => {
    await subscribe()
    await settle()
    expect(inChannel()).toEqual([])
    await log('UANA', '8.2km 45:10 easy at 07:00')
    await settle()
    const [card, details] = inChannel()
    expect(inChannel()).toHaveLength(2)
    expect(card?.text).toContain('*1 run* by *1 athlete*')
    expect(card?.text).toContain('set up by Coach Mara')
    expect(details).toMatchObject({ threadTs: card?.ts })
    expect(details?.text).toContain('*Ana* · easy run · 8.2 km in 45:10 (5:30 /km)')
    await log('UBEN', '10km 50:00 tempo at 08:00')
    await settle()
    expect(inChannel()).toHaveLength(2)
    expect(inChannel()[0]).toMatchObject({ ts: card?.ts })
    expect(text()).toContain('*2 runs* by *2 athletes* · *18.2 km*')
  })

  it('are one card and one answer for 200 runs a day, never above one call a second', async () => {
    const athletes = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const slackUserId = `UATH${index}`
        const accountId = await joinClub(at.engine, at.club, slackUserId, `Athlete ${index}`)
        await putInGroup(at.engine, at.club, at.groupId, accountId)
        return slackUserId
      }),
    )
    await joinedLongAgo()
    await subscribe()
    let logged = 0
    for (const hour of ['06:00', '08:00', '10:00', '12:00', '14:00']) {
      for (const who of athletes) {
        await log(who, `5km 25:00 easy at ${hour}`)
        logged += 1
        if (logged % 4 === 0) await at.later(2)
      }
    }
    await at.later(60)
    expect(logged).toBe(200)
    const calls = at.slack.calls.filter(call => call.body.channel === CHANNEL)
    expect(calls.filter(call => call.method === 'chat.postMessage')).toHaveLength(2)
    expect(new Set(calls.map(call => call.method))).toEqual(new Set(['chat.postMessage', 'chat.update']))
    const gaps = calls.slice(1).map((call, index) => call.at - (calls[index]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
    expect(calls.length).toBeLessThan(70)
    expect(inChannel()).toHaveLength(2)
    expect(text()).toContain('*200 runs* by *40 athletes* · *1000.0 km*')
    const blocks = JSON.stringify(inChannel()[1]?.blocks)
    expect(blocks.length).toBeLessThan(25_000)
    expect(blocks).toContain('more: `/astral feed')
  })
})
