import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { instant, type LocalTime } from '#kernel/instant.ts'
import { createScheduler } from '#scheduler/scheduler.ts'
import { tellDigests } from '#scheduler/tell-digests.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { ask } from '#usecases/ask.ts'
import { changeKudos } from '#usecases/feed/change-kudos.ts'
import { endSubscription } from '#usecases/feed/end-subscription.ts'
import { setChannelBudget } from '#usecases/feed/set-channel-budget.ts'
import { type SetSubscription, setSubscription } from '#usecases/feed/set-subscription.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { explainPost } from '#usecases/leaderboard/explain-post.ts'
import { pullBackPost } from '#usecases/leaderboard/pull-back-post.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { perform } from '#usecases/perform.ts'
import { deleteMyData } from '#usecases/privacy/delete-my-data.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { postExplained } from '#views/post-explained.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
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

  it('change and disappear with the runs: edited, hidden, deleted, unshared, erased', async () => {
    await subscribe()
    const ana = await log('UANA', '8.2km 45:10 easy at 07:00')
    await log('UBEN', '10km 50:00 tempo at 08:00')
    await settle()
    const ts = inChannel().map(post => post.ts)
    const edit = (change: object) =>
      perform(at.engine, by('UANA'), editActivity, { activityId: ana.id, change: change as never })
    await edit({ distanceCm: 900_000 })
    await settle()
    expect(text()).toContain('*Ana* · easy run · 9 km in 45:10')
    await edit({ visibility: 'hide' })
    await settle()
    expect(text()).not.toContain('Ana')
    await edit({ visibility: 'share' })
    await settle()
    expect(text()).toContain('Ana')
    await perform(at.engine, by('UANA'), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, pace: false },
      groups: [],
    })
    await settle()
    expect(text()).toContain('*Ana* · easy run · 9 km\n')
    await perform(at.engine, by('UANA'), setGroupSharing, { groupId: at.groupId, isShared: false })
    await settle()
    expect(text()).not.toContain('Ana')
    expect(inChannel().map(post => post.ts)).toEqual(ts)
    await perform(at.engine, by('UBEN'), deleteMyData, { typed: 'DELETE' })
    await settle()
    expect(inChannel()).toEqual([])
    // Taken away by itself, the card comes again when there is something to show.
    await perform(at.engine, by('UANA'), setGroupSharing, { groupId: at.groupId, isShared: true })
    await settle()
    expect(inChannel()).toHaveLength(2)
    await perform(at.engine, by('UANA'), deleteActivities, { activityIds: [ana.id] })
    await settle()
    expect(inChannel()).toEqual([])
  })

  it('show nothing from before the athlete joined, of Strava, or of what they wrote', async () => {
    await subscribe({ subTypes: ['all'] })
    await at.engine.db
      .updateTable('group_memberships')
      .set({ joined_at: at.engine.businessNow() })
      .where('account_id', '=', at.club.accounts.UBEN)
      .execute()
    await log('UBEN', '10km 50:00 tempo at 08:00')
    await settle()
    expect(inChannel()).toEqual([])
    await log('UANA', '8.2km 45:10 easy at 07:00 hr 150 "knee hurts"')
    await settle()
    expect(text()).toContain('*Ana* · easy run · 8.2 km')
    expect(JSON.stringify(inChannel())).not.toMatch(/knee|150|Ben/)
  })

  it('are messages of their own where that is wanted, as many as the channel has left; the rest is in its card', async () => {
    await perform(at.engine, by('UHEAD'), setChannelBudget, {
      channelId: CHANNEL,
      budget: { boardsAWeek: 1, runsADay: 2 },
    })
    await subscribe({ mode: 'each', subTypes: ['run'] })
    const first = await log('UANA', '5km 25:00 easy at 06:00')
    await log('UBEN', '6km 30:00 easy at 06:30')
    await log('UBEN', '3km 60:00 walk at 09:30')
    await settle()
    expect(inChannel()).toHaveLength(2)
    await log('UANA', '7km 35:00 easy at 10:00')
    await settle()
    expect(inChannel()).toHaveLength(4)
    expect(inChannel()[2]?.text).toContain('*1 run* by *1 athlete* · *7.0 km*')
    const cheer = (who: string) =>
      perform(at.engine, by(who), changeKudos, { activityId: first.id, by: { kind: 'button' } })
    await cheer('UBEN')
    await cheer('UHEAD')
    await at.later(20)
    expect(inChannel()[0]?.text).toContain('👏 2')
    expect(JSON.stringify(inChannel()[0]?.blocks)).toContain('Pull back')
    await cheer('UHEAD')
    await perform(at.engine, by('UANA'), deleteActivities, { activityIds: [first.id] })
    await at.later(20)
    expect(inChannel().some(post => post.text.includes('5 km'))).toBe(false)
  })

  it('are explained to anybody, and taken back with their thread by whom they are about, until tomorrow', async () => {
    await subscribe()
    await log('UANA', '8.2km 45:10 easy at 07:00')
    await settle()
    const [card, details] = inChannel()
    const place = { channelId: CHANNEL, ts: details?.ts ?? '' }
    const why = await ask(at.engine, by('UBEN').who, explainPost, place)
    expect(why).toMatchObject({ value: { kind: 'feed', groupNames: ['Tuesday Track'], mode: 'daily' } })
    expect(why.ok && postExplained(why.value).text).toContain('budget: one card a day')
    await joinClub(at.engine, at.club, 'UCLEO', 'Cleo')
    const pull = (who: string) => perform(at.engine, by(who), pullBackPost, card?.outboxId ?? '')
    expect(await pull('UCLEO')).toMatchObject({ refusal: { code: 'not-your-post' } })
    expect(await pull('UBEN')).toMatchObject({ ok: true })
    await settle()
    expect(inChannel()).toEqual([])
    await log('UBEN', '6km 30:00 easy at 09:00')
    await settle()
    expect(inChannel()).toEqual([])
  })

  it('are told once a week, on Monday morning in the club’s zone', async () => {
    await subscribe({ mode: 'weekly' })
    await log('UANA', '8.2km 45:10 easy at 07:00')
    const tick = () => tellDigests(at.engine, silentLogger)
    await tick()
    await settle()
    expect(inChannel()).toEqual([])
    at.engine.setNow(instant(Date.parse('2026-11-23T07:00:00Z')))
    await tick()
    await tick()
    await settle()
    expect(inChannel()).toHaveLength(1)
    expect(text()).toContain('The longest: *Ana*, 8.2 km')
  })

  it('rest where the channel takes nothing, and whoever set them up hears it once', async () => {
    await subscribe()
    at.slack.failAlways('chat.postMessage', { kind: 'refusal', error: 'is_archived' })
    await log('UANA', '8.2km 45:10 easy at 07:00')
    await settle()
    const state = await at.engine.db.selectFrom('feed_subscriptions').select('state').execute()
    expect(state).toEqual([{ state: 'paused' }])
    expect((await at.rows()).filter(row => row.kind === 'delivery-problem')).toHaveLength(1)
    await log('UBEN', '6km 30:00 easy at 09:00')
    await settle()
    expect((await at.rows()).filter(row => row.kind === 'delivery-problem')).toHaveLength(1)
  })

  it('take up the boards that are too many for their channel, as a line', async () => {
    for (const name of ['Second', 'Third']) {
      await perform(at.engine, by('UHEAD'), createGroup, { name, description: '', privacy: 'public' })
    }
    for (const groupName of ['Second', 'Third']) {
      const set = await perform(at.engine, by('UHEAD'), setSchedule, {
        groupName,
        channelId: CHANNEL,
        weekday: 1,
        time: '08:00' as LocalTime,
        zone: null,
        metric: 'distance',
      })
      expect(set.ok).toBe(true)
    }
    at.engine.setNow(instant(Date.parse('2026-11-23T07:00:00Z')))
    const scheduler = createScheduler(at.engine, { logger: silentLogger })
    await scheduler.tick()
    await at.later(10)
    expect((await at.rows()).map(row => row.kind)).toEqual(['leaderboard', 'feed-card', 'feed-details'])
    expect(inChannel()[2]?.text).toContain('The weekly leaderboard of *Third* (16–22 Nov 2026) is not posted')
    expect(inChannel()[1]?.text).toContain('Leaderboards')
    const asked = await perform(at.engine, by('UHEAD'), requestLeaderboard, {
      groupName: 'Second',
      range: null,
      metric: null,
      channelId: CHANNEL,
    })
    expect(asked).toMatchObject({ ok: true, value: { isOverBudget: true } })
  })

  it('that come after the feed ended stay out of the card that stands there', async () => {
    await subscribe()
    await log('UANA', '8km 45:10 easy at 07:00')
    await settle()
    await at.later(60)
    const end = { groupId: at.groupId, channelId: CHANNEL }
    expect((await perform(at.engine, by('UHEAD'), endSubscription, end)).ok).toBe(true)
    await at.later(60)
    await log('UBEN', '6km 30:00 easy at 08:00')
    await at.later(20)
    expect(text()).toContain('*Ana* 8 km')
    expect(text()).not.toContain('Ben')
  })

  it('are told by what is wanted now, where that changes within a day', async () => {
    await subscribe()
    await log('UANA', '8km 45:10 easy at 07:00')
    await settle()
    await at.later(60)
    await subscribe({ subTypes: ['race'] })
    await at.later(60)
    await log('UBEN', '6km 30:00 easy at 08:00')
    await at.later(20)
    expect(text()).toContain('*Ana* 8 km')
    expect(text()).not.toContain('Ben')
  })
})
