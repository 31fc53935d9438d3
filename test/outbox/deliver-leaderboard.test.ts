import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pullBackPost } from '#usecases/leaderboard/pull-back-post.ts'
import { perform } from '#usecases/perform.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import type { Fault } from '../fixtures/fake-slack.ts'
import { by } from '../fixtures/test-engine.ts'

describe('delivering a leaderboard', () => {
  let at: DeliveringClub
  beforeEach(async () => {
    at = await deliveringClub()
    await at.requestBoard()
  })
  afterEach(() => at.close())

  const kinds = () => at.slack.posts.map(post => post.blocks.map(block => block.type))

  const notReady: Fault = {
    kind: 'refusal',
    error: 'invalid_blocks',
    messages: ['[ERROR] invalid slack file [json-pointer:/blocks/1/slack_file]'],
  }

  it('posts picture, table and words once, and remembers where', async () => {
    await at.outbox.drain()
    await at.outbox.drain()
    expect(kinds()).toEqual([['header', 'image', 'data_table', 'context', 'actions']])
    expect(at.slack.posts[0]?.text).toContain('1. Ana, 8.2 km (1 run)')
    const row = await at.engine.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      state: 'sent',
      posted_channel: 'C0RUN',
      posted_ts: at.slack.posts[0]?.ts,
      posted_file_id: [...at.slack.files.keys()][0],
    })
    expect(at.slack.posts[0]?.outboxId).toBe(row.id)
  })

  it('waits until Slack knows what the picture is', async () => {
    at.slack.fail('files.info', { kind: 'refusal', error: 'file_not_found' })
    await at.outbox.drain()
    expect(at.slack.calls.filter(call => call.method === 'files.info')).toHaveLength(2)
    expect(kinds()[0]).toContain('image')
  })

  it('tries the same message again while Slack calls the picture invalid', async () => {
    at.slack.fail('chat.postMessage', notReady, notReady)
    await at.outbox.drain()
    expect(at.waits).toEqual([1_000, 2_000])
    expect(kinds()).toEqual([['header', 'image', 'data_table', 'context', 'actions']])
    expect(at.chart.drawn).toBe(1)
  })

  it('posts without the picture when it never becomes ready, and deletes it', async () => {
    at.slack.fail('chat.postMessage', notReady, notReady, notReady, notReady, notReady)
    await at.outbox.drain()
    expect(kinds()).toEqual([['header', 'data_table', 'context', 'actions']])
    expect(at.slack.files.size).toBe(0)
  })

  it('drops the table once when Slack does not know it, and says the ranking in a section', async () => {
    at.slack.fail('chat.postMessage', { kind: 'refusal', error: 'invalid_blocks', messages: ['data_table'] })
    await at.outbox.drain()
    expect(kinds()).toEqual([['header', 'image', 'section', 'context', 'actions']])
  })

  it('gives up on blocks that are wrong without the table too, and tells whoever asked', async () => {
    const wrong = { kind: 'refusal', error: 'invalid_blocks' } as const
    at.slack.fail('chat.postMessage', wrong, wrong)
    await at.outbox.drain()
    expect(await at.rows()).toMatchObject([
      { kind: 'leaderboard', state: 'failed', error_class: 'invalid_blocks' },
      { kind: 'delivery-problem', state: 'sent' },
    ])
  })

  it.each([
    ['uploads are forbidden', 'file_uploads_disabled'],
    ['the app has no right to upload', 'missing_scope'],
  ])('goes without a picture when %s', async (_, error) => {
    at.slack.failAlways('files.getUploadURLExternal', { kind: 'refusal', error })
    await at.outbox.drain()
    expect(kinds()).toEqual([['header', 'data_table', 'context', 'actions']])
  })

  it('goes without a picture when none can be drawn', async () => {
    at.chart.isAvailable = false
    await at.outbox.drain()
    expect(kinds()).toEqual([['header', 'data_table', 'context', 'actions']])
  })

  it('is calm about a week without runs, and draws nothing', async () => {
    await at.engine.db.deleteFrom('activities').execute()
    await at.outbox.drain()
    expect(kinds()).toEqual([['header', 'section', 'context', 'actions']])
    expect(at.slack.posts[0]?.text).toContain('No runs in these days.')
    expect(at.chart.drawn).toBe(0)
  })

  it('posts nothing when the group is gone by then', async () => {
    await at.engine.db.updateTable('groups').set({ deleted_at: 1 }).execute()
    await at.outbox.drain()
    expect(at.slack.posts).toEqual([])
    expect(await at.rows()).toMatchObject([{ state: 'sent' }])
  })

  it('takes the post and its picture away when an athlete of the group pulls it back', async () => {
    await at.outbox.drain()
    const [row] = await at.rows()
    const pulled = await perform(at.engine, by(at.club.ben), pullBackPost, row?.id ?? '')
    expect(pulled.ok).toBe(true)
    await at.later(2)
    expect(at.slack.posts).toEqual([])
    expect(at.slack.files.size).toBe(0)
    expect(await perform(at.engine, by(at.club.headCoach), pullBackPost, row?.id ?? '')).toEqual({
      ok: false,
      refusal: { code: 'post-gone' },
    })
  })

  it('keeps trying to take a post away, and is content when it is gone', async () => {
    await at.outbox.drain()
    const [row] = await at.rows()
    await perform(at.engine, by(at.club.headCoach), pullBackPost, row?.id ?? '')
    at.slack.fail('chat.delete', { kind: 'drop', afterwards: true })
    await at.later(2)
    expect(await at.rows()).toMatchObject([{}, { kind: 'post-removal', state: 'pending' }])
    await at.later(10)
    expect(await at.rows()).toMatchObject([{}, { kind: 'post-removal', state: 'sent' }])
    expect(at.slack.files.size).toBe(0)
  })

  it('lets no stranger pull it back', async () => {
    await at.outbox.drain()
    const [row] = await at.rows()
    expect(await perform(at.engine, by(at.club.stranger), pullBackPost, row?.id ?? '')).toMatchObject({
      ok: false,
      refusal: { code: 'not-a-member' },
    })
    await at.later(2)
    expect(at.slack.posts).toHaveLength(1)
  })
})
