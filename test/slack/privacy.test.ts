import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ElementRef, Message, RawState, View } from '#sandbox/desk.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

const BLOCK = 'Marathon Block'
const ALL_ON = [
  'isShown',
  'withCoach',
  'onLeaderboards',
  'pace',
  'heartRateAndElevation',
  'raceGoal',
  'profile',
]

describe('privacy in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const { coach } = DEMO
  const db = () => club.app.engine.db
  const posts = (channel: string) =>
    club.desk
      .messages(coach, channel)
      .filter(message => message.authorId === DEMO.astral && message.ephemeralFor === null)
  const fileOf = (post: Message | undefined) => {
    const image = post?.blocks.find(block => block.type === 'image')
    return z.object({ id: z.string() }).parse(image?.slack_file).id
  }
  async function account(name: string): Promise<{ id: string; slackId: string }> {
    const row = await db()
      .selectFrom('accounts')
      .select(['id', 'slack_user_id'])
      .where('display_name', '=', name)
      .executeTakeFirstOrThrow()
    return { id: row.id, slackId: row.slack_user_id }
  }
  async function posted(channel: string): Promise<Message> {
    const before = posts(channel).length
    await club.say(coach, channel, `/astral leaderboard "${BLOCK}" 30d --post`)
    await club.desk.until(() => posts(channel).length === before + 1, 15_000)
    await club.app.outbox.drain()
    const post = posts(channel).at(-1)
    if (!post) throw new Error('no post')
    return post
  }
  const again = (post: Message) => posts(post.channel).find(each => each.ts === post.ts)
  async function modal(as: string, callbackId: string): Promise<View> {
    const open = () => club.desk.modals(as).find(view => view.callbackId === callbackId)
    await club.desk.until(() => open() !== undefined)
    const view = open()
    if (!view) throw new Error(`no modal ${callbackId}`)
    return view
  }
  async function submitted(as: string, callbackId: string, state: RawState, next: string): Promise<View> {
    const form = await modal(as, callbackId)
    expect(await club.desk.submit(as, form.id, state)).toEqual({ ok: true })
    return modal(as, next)
  }
  async function setSwitches(as: string, on: readonly string[], more: RawState = {}): Promise<View> {
    await club.desk.type(as, club.dm(as), '/astral privacy')
    const saved = await submitted(as, 'privacy', { switches: { value: [...on] }, ...more }, 'privacy-saved')
    await club.desk.close(as, saved.id)
    await club.app.outbox.drain()
    return saved
  }
  function buttonNamed(blocks: Message['blocks'], text: string): ElementRef {
    for (const block of blocks) {
      const elements = [block.accessory, ...((block.elements ?? []) as unknown[])] as {
        action_id?: string
        text?: { text: string }
      }[]
      const found = elements.find(element => element?.text?.text === text)
      if (found?.action_id) return { blockId: block.block_id ?? '', actionId: found.action_id }
    }
    throw new Error(`no button “${text}”`)
  }

  it('draws a post anew, with another picture, when somebody in it leaves the boards', async () => {
    const ingrid = await account('Ingrid Fjellvåk')
    const post = await posted(DEMO.marathonBlock)
    const picture = fileOf(post)
    expect(post.text).toContain('Ingrid Fjellvåk')

    const saved = await setSwitches(
      ingrid.slackId,
      ALL_ON.filter(name => name !== 'onLeaderboards'),
    )
    expect(JSON.stringify(saved.blocks)).toContain('Off: On leaderboards.')
    const redrawn = again(post)
    expect(JSON.stringify(redrawn)).not.toContain('Ingrid')
    expect(redrawn?.blocks.map(block => block.type)).toEqual(post.blocks.map(block => block.type))
    expect(fileOf(redrawn)).not.toBe(picture)
    expect(club.desk.file(picture)).toBeNull()
    expect(club.desk.file(fileOf(redrawn))).not.toBeNull()

    await setSwitches(ingrid.slackId, ALL_ON)
    expect(again(post)?.text).toContain('Ingrid Fjellvåk')
  })

  it('draws a post anew when a run in it is hidden, and says so in the audit of its athlete', async () => {
    const oyvind = await account('Øyvind Tåkesen')
    const post = await posted(DEMO.marathonBlock)
    const before = /Øyvind Tåkesen, ([\d.]+) km/.exec(post.text)?.[1]
    await club.say(oyvind.slackId, club.dm(oyvind.slackId), '/astral runs')
    await hideNewestRun(oyvind)
    expect(Number(/Øyvind Tåkesen, ([\d.]+) km/.exec(again(post)?.text ?? '')?.[1])).toBeLessThan(
      Number(before),
    )
    const audit = await club.say(oyvind.slackId, club.dm(oyvind.slackId), '/astral audit')
    expect(audit.text).toMatch(/caused \d posts? to be drawn anew or taken away/)
  })

  /** As the form's submission does: through the use case's own edge. */
  async function hideNewestRun(person: { id: string; slackId: string }): Promise<void> {
    const [run] = await db()
      .selectFrom('activities')
      .select('id')
      .where('account_id', '=', person.id)
      .where('sub_type', 'like', '%run%')
      .orderBy('started_at', 'desc')
      .limit(1)
      .execute()
    const channel = club.dm(person.slackId)
    const list = club.last(person.slackId, channel)
    const place = { kind: 'message', channel, ts: list.ts } as const
    const edit = list.blocks.flatMap(block =>
      [block.accessory, ...((block.elements ?? []) as unknown[])].flatMap(element => {
        const { action_id: actionId, value } = (element ?? {}) as { action_id?: string; value?: string }
        return actionId?.includes('edit') && value === run?.id
          ? [{ blockId: block.block_id ?? '', actionId }]
          : []
      }),
    )[0]
    if (!edit) throw new Error('no edit button')
    expect(await club.desk.act(person.slackId, place, edit, null, {})).toEqual({ ok: true })
    const form = await modal(person.slackId, 'edit-run')
    await club.desk.submit(person.slackId, form.id, { visibility: { value: 'hide' } })
    await club.desk.until(() => club.desk.modals(person.slackId)[0]?.callbackId !== 'edit-run')
    await club.app.outbox.drain()
  }

  it('takes a post away when nobody is left on it', async () => {
    await club.say(coach, DEMO.general, '/astral group create "Duo" private')
    const nia = await account('Nia Ridgewhistle')
    await club.say(coach, DEMO.general, '/astral group add @nia "Duo"')
    await club.say(coach, DEMO.general, '/astral leaderboard "Duo" 30d --post')
    await club.desk.until(() => posts(DEMO.general).some(each => each.text.includes('Duo')), 15_000)
    await club.app.outbox.drain()
    await setSwitches(nia.slackId, ALL_ON, { groups: { value: [] } })
    expect(posts(DEMO.general).filter(each => each.text.includes('Duo'))).toEqual([])
    const row = await db()
      .selectFrom('privacy_settings')
      .select('is_shown')
      .where('account_id', '=', nia.id)
      .executeTakeFirst()
    expect(row).toBeUndefined()
  })

  it('sends somebody their data as a ZIP of JSON, once an hour', async () => {
    const kaethe = await account('Käthe Nebelstieg')
    const channel = club.dm(kaethe.slackId)
    const answer = await club.say(kaethe.slackId, channel, '/astral privacy export')
    expect(answer.text).toContain('being packed')
    await club.app.outbox.drain()
    const message = club.desk.messages(kaethe.slackId, channel).find(each => each.files.length > 0)
    expect(message?.files[0]).toMatchObject({ name: 'astral-my-data.zip' })
    const bytes = club.desk.file(message?.files[0]?.id ?? '')?.bytes ?? new Uint8Array()
    const files = unzipSync(bytes)
    expect(Object.keys(files).sort()).toEqual(
      expect.arrayContaining([
        'README.txt',
        'activities.json',
        'audit.json',
        'groups.json',
        'invitations.json',
        'memberships.json',
        'privacy.json',
        'profile.json',
      ]),
    )
    const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()))
    const stored = await db()
      .selectFrom('activities')
      .select('id')
      .where('account_id', '=', kaethe.id)
      .execute()
    expect(read('activities.json')).toHaveLength(stored.length)
    expect(read('profile.json')).toMatchObject({ display_name: 'Käthe Nebelstieg' })
    expect(read('invitations.json')).toMatchObject({ byMail: [] })
    expect(read('groups.json')).toMatchObject([{ name: BLOCK, is_shared: 1 }])
    const others = Object.values(files)
      .map(file => strFromU8(file))
      .join('')
    expect(others).not.toContain('Ingrid')
    const soon = await club.say(kaethe.slackId, channel, '/astral privacy export')
    expect(soon.text).toContain('less than an hour ago')
  })

  it('deletes somebody’s data after they typed the word, redraws posts and gives a numbered receipt', async () => {
    const lucja = await account('Łucja Wiatrołęk')
    const channel = club.dm(lucja.slackId)
    const post = await posted(DEMO.marathonBlock)
    expect(post.text).toContain('Łucja')
    await club.desk.type(lucja.slackId, channel, '/astral privacy delete')
    const form = await modal(lucja.slackId, 'delete-my-data')
    await club.desk.submit(lucja.slackId, form.id, { typed: { value: 'delete' } })
    await club.desk.until(() => club.desk.modals(lucja.slackId)[0]?.errors.typed !== undefined)
    expect(club.desk.modals(lucja.slackId)[0]?.errors.typed).toContain('Type DELETE')
    await submitted(lucja.slackId, 'delete-my-data', { typed: { value: 'DELETE' } }, 'data-deleted')
    await club.app.outbox.drain()
    expect(JSON.stringify(again(post))).not.toContain('Łucja')
    const receipt = club.last(lucja.slackId, channel).text
    const seq = Number(/audit entry \*#(\d+)\*/.exec(receipt)?.[1])
    const entry = await db()
      .selectFrom('audit_entries')
      .select(['action', 'subject_id'])
      .where('seq', '=', seq)
      .executeTakeFirst()
    expect(entry).toEqual({ action: 'data.erased', subject_id: lucja.id })
    const { id } = await db().selectFrom('organizations').select('id').executeTakeFirstOrThrow()
    const { auditKey } = club.app.engine
    expect((await verifyAuditChain(db(), auditKey, id)).fault).toBeNull()
    const shown = await club.say(coach, DEMO.general, '/astral audit data')
    expect(shown.text).toMatch(/Former member\* deleted their data \(\d+ activities/)
    const after = await club.say(lucja.slackId, channel, '/astral runs')
    expect(after.text).toContain('not in this club')
  })

  it('leaves a suspended athlete their runs and their data', async () => {
    const sam = await account('Sam 🌧️🏃‍♀️ Pebblewick')
    await db()
      .updateTable('memberships')
      .set({ status: 'suspended' })
      .where('account_id', '=', sam.id)
      .execute()
    const channel = club.dm(sam.slackId)
    const log = await club.say(sam.slackId, channel, '/astral log 8.2km 45:10')
    expect(log.text).toContain('membership is suspended')
    const runs = await club.say(sam.slackId, channel, '/astral runs')
    expect(runs.text).toContain('km')

    const tighter = ALL_ON.filter(name => name !== 'pace')
    await setSwitches(sam.slackId, tighter)
    await club.desk.type(sam.slackId, channel, '/astral privacy')
    const form = await modal(sam.slackId, 'privacy')
    expect(JSON.stringify(form.blocks)).toContain('you can show less here, not more')
    await club.desk.submit(sam.slackId, form.id, { switches: { value: ALL_ON } })
    await club.desk.until(() => club.desk.modals(sam.slackId)[0]?.errors.switches !== undefined)
    expect(club.desk.modals(sam.slackId)[0]?.errors.switches).toContain('Leave as it was: Pace.')
    await club.desk.close(sam.slackId, form.id)
    const copy = await club.say(sam.slackId, channel, '/astral privacy export')
    expect(copy.text).toContain('being packed')
    await club.app.outbox.drain()
  })

  it('opens from the Home tab, where it says what is off', async () => {
    const sam = await account('Sam 🌧️🏃‍♀️ Pebblewick')
    await club.desk.openHome(sam.slackId)
    await club.desk.until(() => club.desk.home(sam.slackId) !== null)
    const home = club.desk.home(sam.slackId)
    expect(JSON.stringify(home?.blocks)).toContain('Off: Pace.')
    const place = { kind: 'view', viewId: home?.id ?? '' } as const
    const button = buttonNamed(home?.blocks ?? [], 'Privacy')
    expect(await club.desk.act(sam.slackId, place, button, null, {})).toEqual({ ok: true })
    const form = await modal(sam.slackId, 'privacy')
    expect(form.title).toBe('Privacy')
    await club.desk.close(sam.slackId, form.id)
  })
})
