import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#kernel/instant.ts'
import { createOutbox } from '#outbox/outbox.ts'
import { createScheduler } from '#scheduler/scheduler.ts'
import { claimOutboxRow } from '#store/outbox-store.ts'
import { perform } from '#usecases/perform.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import type { Fault } from '../fixtures/fake-slack.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { by } from '../fixtures/test-engine.ts'

const SETTLED = 125

describe('no message is lost or doubled', () => {
  let at: DeliveringClub
  beforeEach(async () => {
    at = await deliveringClub()
    at.chart.isAvailable = false
  })
  afterEach(() => at.close())

  const sends = () => at.slack.calls.filter(call => call.method === 'chat.postMessage').length

  it.each<[string, Fault]>([
    ['Slack fails before it accepts', { kind: 'status', status: 500 }],
    ['Slack fails after it accepted', { kind: 'status', status: 500, afterwards: true }],
    ['the connection breaks before', { kind: 'drop' }],
    ['the connection breaks after', { kind: 'drop', afterwards: true }],
    ['the answer is cut off', { kind: 'body', body: '{"ok":tr', afterwards: true }],
    ['Slack is unsure itself', { kind: 'refusal', error: 'internal_error' }],
  ])('when %s: looks before it sends again', async (_, fault) => {
    at.slack.fail('chat.postMessage', fault)
    await at.requestBoard()
    await at.outbox.drain()
    await at.later(30)
    expect(sends()).toBe(1)
    await at.later(SETTLED)
    expect(at.slack.posts).toHaveLength(1)
    expect(await at.rows()).toMatchObject([{ state: 'sent' }])
    await at.later(SETTLED)
    expect(at.slack.posts).toHaveLength(1)
  })

  it('waits as long as Slack asks when it is too fast', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 7 })
    await at.requestBoard()
    await at.outbox.drain()
    await at.later(6)
    expect(sends()).toBe(1)
    await at.later(1)
    expect(at.slack.posts).toHaveLength(1)
    expect(at.slack.calls.some(call => call.method === 'conversations.history')).toBe(false)
  })

  it('sends one message a second to one channel, in order', async () => {
    for (const _ of [1, 2, 3]) await at.requestBoard()
    const started = at.engine.realNow()
    await at.outbox.drain()
    expect(at.slack.posts).toHaveLength(3)
    expect(at.waits).toEqual([1_200, 1_200])
    expect(at.engine.realNow() - started).toBe(2_400)
    const ids = at.slack.posts.map(post => post.outboxId)
    expect(ids).toEqual([...ids].sort())
  })

  it('does not overtake a message that has to wait', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await at.requestBoard()
    await at.requestBoard()
    await at.requestBoard('C0OTHER')
    await at.outbox.drain()
    expect(at.slack.posts.map(post => post.channel)).toEqual(['C0OTHER'])
    await at.later(31)
    expect(at.slack.posts.map(post => post.channel)).toEqual(['C0OTHER', 'C0RUN', 'C0RUN'])
  })

  it('asks a person when it cannot know and may not look in the channel', async () => {
    at.slack.fail('chat.postMessage', { kind: 'drop', afterwards: true })
    at.slack.failAlways('conversations.history', { kind: 'refusal', error: 'missing_scope' })
    await at.requestBoard()
    await at.outbox.drain()
    await at.later(SETTLED)
    expect(await at.rows()).toMatchObject([
      { kind: 'leaderboard', state: 'needs-human' },
      { kind: 'delivery-problem', state: 'sent' },
    ])
    expect(at.slack.posts.map(post => post.channel)).toEqual(['C0RUN', 'DHEAD'])
    expect(at.slack.posts[1]?.text).toContain('cannot tell whether it arrived')
  })

  it('says to a person that it may come twice when it may not look there', async () => {
    at.slack.fail('chat.postMessage', { kind: 'refusal', error: 'is_archived' }, { kind: 'drop' })
    at.slack.failAlways('conversations.history', { kind: 'refusal', error: 'missing_scope' })
    await at.requestBoard()
    await at.outbox.drain()
    await at.later(SETTLED)
    expect(at.slack.posts).toMatchObject([{ channel: 'DHEAD' }])
    expect(at.slack.posts[0]?.text).toContain('you may have got this twice')
  })

  it('looks again later when looking itself fails', async () => {
    at.slack.fail('chat.postMessage', { kind: 'drop', afterwards: true })
    at.slack.fail('conversations.history', { kind: 'status', status: 503 })
    await at.requestBoard()
    await at.outbox.drain()
    await at.later(SETTLED)
    await at.later(SETTLED)
    expect(at.slack.posts).toHaveLength(1)
    expect(await at.rows()).toMatchObject([{ state: 'sent' }])
  })

  it('sends when a sender died between claiming and sending', async () => {
    await at.requestBoard()
    const lease = { owner: 'dead', now: at.engine.realNow(), settleMs: 120_000 }
    expect(await claimOutboxRow(at.engine.db, lease)).toBeDefined()
    await at.outbox.drain()
    expect(at.slack.posts).toEqual([])
    await at.later(SETTLED)
    expect(at.slack.posts).toHaveLength(1)
  })

  it('sends nothing on a lease that grew old before the message left', async () => {
    at.chart.isAvailable = true
    at.slack.failAlways('files.info', { kind: 'refusal', error: 'file_not_found' })
    await at.requestBoard()
    await at.requestBoard()
    // The first post takes so long to draw that the clock passes half the lease.
    const slow = createOutbox({
      engine: at.engine,
      apiUrl: at.slack.apiUrl,
      botToken: 'xoxb-test',
      renderer: {
        async render() {
          at.engine.setNow(instant(at.engine.realNow() + 90_000))
          return new Uint8Array([1])
        },
        async close() {},
      },
      logger: silentLogger,
      exportData: async () => new Uint8Array(),
      wait: async () => {},
    })
    await slow.drain()
    await slow.stop()
    expect(at.slack.posts).toEqual([])
    expect(await at.rows()).toMatchObject([
      { state: 'pending', error_class: 'too-late' },
      { state: 'pending' },
    ])
  })

  it('lets two processes send each message once', async () => {
    for (const channel of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']) await at.requestBoard(channel)
    const other = createOutbox({
      engine: at.engine,
      apiUrl: at.slack.apiUrl,
      botToken: 'xoxb-test',
      renderer: { render: async () => new Uint8Array([1]), close: async () => {} },
      logger: silentLogger,
      exportData: async () => new Uint8Array(),
      wait: async () => {},
    })
    await Promise.all([at.outbox.drain(), other.drain()])
    await other.stop()
    expect(at.slack.posts.map(post => post.channel).sort()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'])
  })

  it.each([1, 2, 3])(
    'through a storm of faults (seed %i): each once, and in order in its channel',
    async seed => {
      const faults: Fault[] = [
        { kind: 'status', status: 500 },
        { kind: 'status', status: 502, afterwards: true },
        { kind: 'status', status: 429, retryAfter: 3 },
        { kind: 'drop' },
        { kind: 'drop', afterwards: true },
        { kind: 'body', body: '<html>', afterwards: true },
        { kind: 'refusal', error: 'fatal_error' },
      ]
      const random = seeded(seed)
      const lookFaults = faults.filter(fault => fault.kind !== 'body')
      at.slack.failRandomly('chat.postMessage', () => (random() < 0.5 ? pick(faults, random) : undefined))
      at.slack.failRandomly('conversations.history', () =>
        random() < 0.3 ? pick(lookFaults, random) : undefined,
      )
      for (let count = 0; count < 30; count += 1) await at.requestBoard(`C0RUN${count % 4}`)
      for (let round = 0; round < 400 && (await isAnyOpen()); round += 1) await at.later(60)
      expect(await isAnyOpen()).toBe(false)
      const ids = at.slack.posts.map(post => post.outboxId)
      expect([...ids].sort()).toEqual((await at.rows()).map(row => row.id))
      for (let channel = 0; channel < 4; channel += 1) {
        const mine = at.slack.posts
          .filter(post => post.channel === `C0RUN${channel}`)
          .map(post => post.outboxId)
        expect(mine).toEqual([...mine].sort())
      }
    },
  )

  const isAnyOpen = async () =>
    (await at.rows()).some(row => row.state === 'pending' || row.state === 'sending')

  it('pauses the schedule of a channel that is closed, and tells whoever set it, once', async () => {
    const set = await perform(at.engine, by(at.club.assistant), setSchedule, {
      groupId: at.groupId,
      channelId: 'C0RUN',
      weekday: 1,
      time: '08:00' as never,
      zone: null,
      metric: null,
    })
    expect(set.ok).toBe(true)
    at.slack.fail('chat.postMessage', { kind: 'refusal', error: 'is_archived' })
    const scheduler = createScheduler(at.engine, { logger: silentLogger })
    at.engine.setNow(instant(Date.parse('2026-11-23T07:00:05Z')))
    await scheduler.tick()
    await at.outbox.drain()
    expect(at.slack.posts).toMatchObject([{ channel: 'DASSIST' }])
    expect(at.slack.posts[0]?.text).toContain('archived')
    expect(at.slack.posts[0]?.blocks.map(block => block.type)).toEqual(['section', 'actions'])
    const schedule = await at.engine.db.selectFrom('schedules').selectAll().executeTakeFirstOrThrow()
    expect(schedule).toMatchObject({ state: 'paused', pause_reason: 'is_archived' })
    at.engine.setNow(instant(Date.parse('2026-12-14T07:00:05Z')))
    await scheduler.tick()
    await at.outbox.drain()
    expect(at.slack.posts).toHaveLength(1)
    const actions = await at.engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()
    expect(actions.map(entry => entry.action).slice(-3)).toEqual([
      'occurrence.posted',
      'schedule.paused',
      'delivery.failed',
    ])
  })

  it('tells nobody that telling failed', async () => {
    at.slack.failAlways('chat.postMessage', { kind: 'refusal', error: 'account_inactive' })
    await at.requestBoard()
    await at.outbox.drain()
    await at.later(SETTLED)
    expect(await at.rows()).toMatchObject([
      { kind: 'leaderboard', state: 'failed' },
      { kind: 'delivery-problem', state: 'failed' },
    ])
  })
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)]
}
