import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { actions, button, divider, plain } from './samples.ts'
import { connect, freshTrigger, latest, type WireApp } from './wire-app.ts'
import { type Answered, IDS, seedWith, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
let app: WireApp
beforeEach(async () => {
  sandbox = await testSandbox()
  app = await connect(sandbox)
})
afterEach(async () => {
  await app.close()
  await sandbox.close()
})

const press = actions(button({ action_id: 'press' }))
const modal = (more: Record<string, unknown> = {}) => ({
  type: 'modal',
  title: plain('Title'),
  blocks: [{ ...press, block_id: 'row' }],
  ...more,
})
const trigger = () => freshTrigger(sandbox, app, IDS.coach, IDS.general)
const open = async (more: Record<string, unknown> = {}) =>
  sandbox.call('views.open', { trigger_id: await trigger(), view: modal(more) })
const viewIn = (answer: Answered) => answer.view as { id: string; hash: string; root_view_id: string }
const titles = () => sandbox.desk.modals(IDS.coach).map(view => view.title)

/** A trigger born in an open modal. */
async function triggerIn(viewId: string): Promise<string> {
  await sandbox.desk.act(IDS.coach, { kind: 'view', viewId }, { blockId: 'row', actionId: 'press' }, null, {})
  return String(latest(app, 'block_actions').trigger_id)
}

describe('a trigger', () => {
  it('opens one modal, once', async () => {
    const id = await trigger()
    expect(await sandbox.call('views.open', { trigger_id: id, view: modal() })).toMatchObject({ ok: true })
    expect(await sandbox.call('views.open', { trigger_id: id, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    })
    expect(titles()).toEqual(['Title'])
  })

  it('lives three seconds', async () => {
    const inTime = await trigger()
    sandbox.clock.advance(SLACK_LIMITS.time.trigger_id_ms)
    expect(await sandbox.call('views.open', { trigger_id: inTime, view: modal() })).toMatchObject({
      ok: true,
    })
    const late = await trigger()
    sandbox.clock.advance(SLACK_LIMITS.time.trigger_id_ms + 1)
    expect(await sandbox.call('views.open', { trigger_id: late, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    })
  })

  it('is not made up', async () => {
    expect(await sandbox.call('views.open', { trigger_id: '1.2.abc', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    })
  })

  it('is not spent on a view that is refused', async () => {
    const id = await trigger()
    expect(await sandbox.call('views.open', { trigger_id: id, view: { type: 'modal' } })).toMatchObject({
      error: 'invalid_arguments',
    })
    expect(await sandbox.call('views.open', { trigger_id: id, view: modal() })).toMatchObject({ ok: true })
  })
})

describe('a stack of views', () => {
  it('holds three at most', async () => {
    const opened = await open()
    let top = viewIn(opened).id
    for (let depth = 2; depth <= SLACK_LIMITS.view.stack; depth += 1) {
      const pushed = await sandbox.call('views.push', { trigger_id: await triggerIn(top), view: modal() })
      expect(pushed).toMatchObject({
        ok: true,
        view: { root_view_id: viewIn(opened).id, previous_view_id: top },
      })
      top = viewIn(pushed).id
    }
    expect(
      await sandbox.call('views.push', { trigger_id: await triggerIn(top), view: modal() }),
    ).toMatchObject({
      error: 'push_limit_reached',
    })
    expect(titles()).toHaveLength(SLACK_LIMITS.view.stack)
  })

  it('grows when a trigger born in a modal opens another', async () => {
    const opened = await open()
    await sandbox.call('views.open', {
      trigger_id: await triggerIn(viewIn(opened).id),
      view: modal({ title: plain('Two') }),
    })
    expect(titles()).toEqual(['Title', 'Two'])
  })

  it('is not pushed to from outside', async () => {
    await open()
    expect(await sandbox.call('views.push', { trigger_id: await trigger(), view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    })
  })
})

describe('views.update', () => {
  it('changes an open view and refuses a stale hash', async () => {
    const { id, hash } = viewIn(await open())
    const change = (title: string) =>
      sandbox.call('views.update', { view_id: id, hash, view: modal({ title: plain(title) }) })
    expect(await change('First')).toMatchObject({ ok: true })
    expect(await change('Second')).toMatchObject({ error: 'hash_conflict' })
    expect(titles()).toEqual(['First'])
  })

  it('does not find a closed view', async () => {
    const { id } = viewIn(await open())
    await sandbox.desk.close(IDS.coach, id)
    expect(await sandbox.call('views.update', { view_id: id, view: modal() })).toMatchObject({
      error: 'not_found',
    })
  })

  it('wants one name of the view', async () => {
    expect(await sandbox.call('views.update', { view: modal() })).toMatchObject({
      error: 'invalid_arguments',
    })
  })

  it('finds a view by its external id, which no other may have', async () => {
    await open({ external_id: 'mine' })
    const byName = { external_id: 'mine', view: modal({ external_id: 'mine', title: plain('Named') }) }
    expect(await sandbox.call('views.update', byName)).toMatchObject({ ok: true })
    expect(titles()).toEqual(['Named'])
    const home = { type: 'home', blocks: [divider()], external_id: 'mine' }
    expect(await sandbox.call('views.publish', { user_id: IDS.coach, view: home })).toMatchObject({
      error: 'duplicate_external_id',
    })
  })
})

describe('views.publish', () => {
  const home = { type: 'home', blocks: [divider()] }

  it('keeps the id of a Home and changes its hash', async () => {
    const first = viewIn(await sandbox.call('views.publish', { user_id: IDS.ana, view: home }))
    const second = viewIn(
      await sandbox.call('views.publish', { user_id: IDS.ana, view: home, hash: first.hash }),
    )
    expect(second.id).toBe(first.id)
    expect(
      await sandbox.call('views.publish', { user_id: IDS.ana, view: home, hash: first.hash }),
    ).toMatchObject({
      error: 'hash_conflict',
    })
    expect(sandbox.desk.home(IDS.ana)?.hash).toBe(second.hash)
    expect(sandbox.desk.home(IDS.ben)).toBeNull()
  })

  it('needs somebody', async () => {
    expect(await sandbox.call('views.publish', { user_id: 'U0NOBODY01', view: home })).toMatchObject({
      error: 'user_not_found',
    })
  })

  it('needs the Home tab', async () => {
    const without = await testSandbox({
      seed: seedWith({ features: { app_home: { messages_tab_enabled: true } } }),
    })
    expect(await without.call('views.publish', { user_id: IDS.ana, view: home })).toMatchObject({
      error: 'not_enabled',
    })
    await without.close()
  })
})
