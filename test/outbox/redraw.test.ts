import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { removeMember } from '#usecases/group/remove-member.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { setMemberStatus } from '#usecases/organization/set-member-status.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { by } from '../fixtures/test-engine.ts'

describe('a post that shows somebody who shows less now', () => {
  let at: DeliveringClub

  beforeEach(async () => {
    at = await deliveringClub()
    await at.requestBoard()
    await at.outbox.drain()
  })
  afterEach(() => at.close())

  const change = (switches: Partial<PrivacySwitches>, who = 'UANA') =>
    perform(at.engine, by(who), setPrivacy, { switches: { ...DEFAULT_SWITCHES, ...switches }, groups: [] })
  const redraws = async () => (await at.rows()).filter(row => row.kind === 'leaderboard-redraw')
  const text = () => at.slack.posts.map(post => post.text).join('\n')

  it('is drawn anew in its place, with a new picture, and the old one is gone', async () => {
    const [picture] = at.slack.files.keys()
    const [{ ts } = { ts: '' }] = at.slack.posts
    expect(text()).toContain('Ana')
    await change({ isShown: false })
    await at.outbox.drain()
    expect(at.slack.posts).toMatchObject([{ ts }])
    expect(text()).not.toContain('Ana')
    // Nobody with a run is left, so the quiet board has no picture at all.
    expect([...at.slack.files.keys()]).toEqual([])
    await change({})
    await at.outbox.drain()
    expect(text()).toContain('Ana')
    expect([...at.slack.files.keys()]).not.toContain(picture)
    expect(at.slack.files.size).toBe(1)
    expect(await redraws()).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  })

  it('is redrawn once for changes that come before it is sent', async () => {
    await change({ pace: false })
    await change({ isShown: false })
    await change({ isShown: false }, 'UBEN')
    expect(await redraws()).toHaveLength(1)
    await at.outbox.drain()
    // Both are gone from it, so the post is gone too, with its picture.
    expect(at.slack.posts).toEqual([])
    expect(at.slack.files.size).toBe(0)
    const post = await at.engine.db
      .selectFrom('outbox')
      .select('pulled_back_at')
      .where('kind', '=', 'leaderboard')
      .executeTakeFirst()
    expect(post?.pulled_back_at).not.toBeNull()
    await change({})
    expect(await redraws()).toHaveLength(1)
  })

  it('follows a group’s answer and a hidden run', async () => {
    const [run] = await at.engine.db.selectFrom('activities').select('id').execute()
    const edited = await perform(at.engine, by('UANA'), editActivity, {
      activityId: run?.id ?? '',
      change: { visibility: 'hide' },
    })
    expect(edited.ok).toBe(true)
    await at.outbox.drain()
    expect(text()).not.toContain('8.2 km')
    await perform(at.engine, by('UANA'), setGroupSharing, { groupId: at.groupId, isShared: false })
    await at.outbox.drain()
    expect(text()).not.toContain('Ana')
    expect(at.slack.posts).toHaveLength(1)
  })

  it('stays as it is when somebody is taken out of the group; what they decide later is followed', async () => {
    const before = text()
    const { groupId } = at
    const member = { groupId, accountId: at.club.accounts.UANA }
    expect((await perform(at.engine, by(at.club.headCoach), removeMember, member)).ok).toBe(true)
    await at.outbox.drain()
    expect(text()).toBe(before)
    expect(await redraws()).toEqual([])
    await change({ onLeaderboards: false })
    await at.outbox.drain()
    expect(text()).not.toContain('Ana')
  })

  it.each(['inactive', 'suspended'] as const)('is drawn without whom a coach makes %s', async status => {
    const member = { slackUserId: 'UANA', name: 'Ana' }
    const done = await perform(at.engine, by(at.club.headCoach), setMemberStatus, { member, status })
    expect(done.ok).toBe(true)
    await at.outbox.drain()
    expect(at.slack.posts.find(post => post.channel === 'C0RUN')?.text).not.toContain('Ana')
  })

  it('stays as it is when the head coach removes somebody from the club', async () => {
    const before = at.slack.posts.find(post => post.channel === 'C0RUN')?.text
    const member = { slackUserId: 'UANA', name: 'Ana' }
    const done = await perform(at.engine, by(at.club.headCoach), removeMemberFromClub, { member })
    expect(done.ok).toBe(true)
    await at.outbox.drain()
    expect(before).toContain('Ana')
    expect(at.slack.posts.find(post => post.channel === 'C0RUN')?.text).toBe(before)
    expect(await redraws()).toEqual([])
  })

  it('is left alone by a change that no board shows, and by one of an older run', async () => {
    const [run] = await at.engine.db.selectFrom('activities').select('id').execute()
    const edit = (name: string) =>
      perform(at.engine, by('UANA'), editActivity, { activityId: run?.id ?? '', change: { name } })
    await edit('Along the river')
    expect(await redraws()).toEqual([])
    at.engine.setNow(instant(at.engine.businessNow() + 15 * DAY_MS))
    await perform(at.engine, by('UANA'), editActivity, {
      activityId: run?.id ?? '',
      change: { visibility: 'hide' },
    })
    expect(await redraws()).toEqual([])
    await change({ isShown: false })
    expect(await redraws()).toHaveLength(1)
  })

  it('follows although nobody knows yet whether it was posted', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 500, afterwards: true })
    at.slack.failAlways('conversations.history', { kind: 'status', status: 503 })
    await at.requestBoard('C2')
    await at.outbox.drain()
    await at.later(200)
    expect((await at.rows()).filter(row => row.state === 'pending')).toHaveLength(1)
    await change({ isShown: false })
    expect(await redraws()).toHaveLength(2)
  })

  it('is taken away where Slack lets nobody change it any more', async () => {
    at.slack.fail('chat.update', { kind: 'refusal', error: 'edit_window_closed' })
    await change({ onLeaderboards: false })
    await at.outbox.drain()
    expect(at.slack.posts).toEqual([])
    expect(at.slack.files.size).toBe(0)
  })

  it('is redrawn after a fault, when Slack is well again', async () => {
    at.slack.fail('chat.update', { kind: 'status', status: 503 })
    await change({ isShown: false })
    await at.outbox.drain()
    expect(text()).toContain('Ana')
    await at.later(300)
    expect(text()).not.toContain('Ana')
    expect(at.slack.files.size).toBe(0)
  })
})
