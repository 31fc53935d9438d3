import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { perform } from '#usecases/perform.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { by } from '../fixtures/test-engine.ts'

describe('the picture of a post', () => {
  let at: DeliveringClub

  beforeEach(async () => {
    at = await deliveringClub()
    await at.requestBoard()
  })
  afterEach(() => at.close())

  const uploads = () => at.slack.calls.filter(call => call.method === 'files.completeUploadExternal').length
  const shown = () => JSON.stringify(at.slack.posts.map(post => post.blocks))
  async function askForRedraw(distanceCm?: number): Promise<void> {
    const [run] = await at.engine.db.selectFrom('activities').select('id').execute()
    const hidden = await perform(at.engine, by('UANA'), editActivity, {
      activityId: run?.id ?? '',
      change: { visibility: 'hide' },
    })
    const back = await perform(at.engine, by('UANA'), editActivity, {
      activityId: run?.id ?? '',
      change: { visibility: 'share', ...(distanceCm === undefined ? {} : { distanceCm }) },
    })
    expect([hidden.ok, back.ok]).toEqual([true, true])
  }
  /** Every upload that stands is shown by a post. */
  function expectNoneLeftOver(count: number): void {
    expect(at.slack.files.size).toBe(count)
    for (const file of at.slack.files.keys()) expect(shown()).toContain(file)
  }
  const file = () => [...at.slack.files.keys()][0] ?? ''

  it('is uploaded once when only the sending failed', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await at.outbox.drain()
    await at.later(40)
    expect(uploads()).toBe(1)
    expectNoneLeftOver(1)
  })

  it('is uploaded anew when the first upload is gone by the next attempt', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await at.outbox.drain()
    at.slack.files.clear()
    await at.later(40)
    expect(uploads()).toBe(2)
    expectNoneLeftOver(1)
  })

  it('is replaced when the data changed between two attempts, and the first is deleted', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await at.outbox.drain()
    const first = file()
    await askForRedraw(1_000_000)
    await at.later(40)
    expect(first).not.toBe('')
    expect(shown()).not.toContain(first)
    expectNoneLeftOver(1)
  })

  it('is deleted when the message itself is refused for good', async () => {
    at.slack.fail('chat.postMessage', { kind: 'refusal', error: 'restricted_action' })
    await at.outbox.drain()
    expect(uploads()).toBe(1)
    expectNoneLeftOver(0)
  })

  it('is deleted when the post lost its reason before the next attempt', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await at.outbox.drain()
    await at.engine.db.updateTable('groups').set({ deleted_at: 1 }).execute()
    await at.later(40)
    expect(at.slack.posts).toEqual([])
    expectNoneLeftOver(0)
  })

  it('stays through a redraw that would come out the same, without another upload', async () => {
    await at.outbox.drain()
    const first = file()
    await askForRedraw()
    await at.outbox.drain()
    expect(at.slack.calls.some(call => call.method === 'chat.update')).toBe(true)
    expect(uploads()).toBe(1)
    expect(shown()).toContain(first)
    expectNoneLeftOver(1)
  })

  it('is uploaded anew in a redraw when somebody deleted it in Slack', async () => {
    await at.outbox.drain()
    at.slack.files.clear()
    await askForRedraw()
    await at.outbox.drain()
    expect(uploads()).toBe(2)
    expectNoneLeftOver(1)
  })

  it('is replaced by a redraw of other figures, and the old one is deleted', async () => {
    await at.outbox.drain()
    const first = file()
    await askForRedraw(1_200_000)
    await at.outbox.drain()
    expect(uploads()).toBe(2)
    expect(shown()).not.toContain(first)
    expectNoneLeftOver(1)
    await askForRedraw()
    await at.outbox.drain()
    expect(uploads()).toBe(2)
  })

  it('of a redraw that failed after its upload serves the next attempt', async () => {
    await at.outbox.drain()
    const first = file()
    await askForRedraw(1_200_000)
    at.slack.fail('chat.update', { kind: 'status', status: 503 })
    await at.outbox.drain()
    await at.later(300)
    expect(uploads()).toBe(2)
    expect(shown()).not.toContain(first)
    expectNoneLeftOver(1)
  })

  it('of a redraw that is refused for good goes; that of the post stays', async () => {
    await at.outbox.drain()
    const first = file()
    await askForRedraw(1_200_000)
    at.slack.fail('chat.update', { kind: 'refusal', error: 'is_archived' })
    await at.outbox.drain()
    expect(shown()).toContain(first)
    expectNoneLeftOver(1)
  })

  it('goes with the message where Slack lets nobody change it, the new one too', async () => {
    await at.outbox.drain()
    await askForRedraw(1_200_000)
    at.slack.fail('chat.update', { kind: 'refusal', error: 'edit_window_closed' })
    await at.outbox.drain()
    expect(at.slack.posts).toEqual([])
    expectNoneLeftOver(0)
  })
})
