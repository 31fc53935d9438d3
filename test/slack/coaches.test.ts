import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawState } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

/** Athletes of the demo club, by handle and Slack id. */
const HANDLES = ['ingrid', 'oyvind', 'yaroslava', 'naama', 'kumokawa'] as const

describe('coaches in conversation', () => {
  let club: ClubInSandbox
  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(() => club.stop())

  const handle = (index: number) => HANDLES[index] ?? 'nobody'
  const athlete = (index: number) => `U0${handle(index).toUpperCase()}`
  const type = async (as: string, text: string) => (await club.say(as, DEMO.general, text)).text
  const hears = async (as: string, text: string) => {
    const dm = club.dm(as)
    await club.desk.until(() => club.desk.messages(as, dm).some(message => message.text.includes(text)))
    const found = club.desk.messages(as, dm).filter(message => message.text.includes(text))
    const last = found.at(-1)
    if (!last) throw new Error('not heard')
    return { place: { kind: 'message', channel: dm, ts: last.ts } as const, text: last.text }
  }
  const open = async (as: string, text: string) => {
    const outcome = await club.desk.type(as, DEMO.general, text)
    if (!outcome.ok) throw new Error(outcome.message)
    await club.desk.until(() => club.desk.modals(as).length > 0)
    const view = club.desk.modals(as).at(-1)
    if (!view) throw new Error('no modal')
    return view.id
  }
  const submit = async (as: string, viewId: string, state: RawState) => {
    const outcome = await club.desk.submit(as, viewId, state)
    if (!outcome.ok) throw new Error(outcome.message)
  }

  it('makes an athlete a coach, who hears of it, and refuses others in words', async () => {
    expect(await type(DEMO.coach, `/astral coach add @${handle(0)}`)).toContain(
      'is an assistant coach now and gets a direct message. They stay an athlete too',
    )
    await hears(athlete(0), 'You are an assistant coach of *Fjordside Runners (demo)*')
    expect(await type(DEMO.assistant, `/astral coach add @${handle(1)}`)).toBe(
      'Only the head coach can do that. Ask them to.',
    )
    expect(await type(DEMO.coach, `/astral coach add @nora`)).toContain(
      'is not in the club. Invite them with `/astral invite`',
    )
    expect(await type(DEMO.coach, '/astral coach add')).toContain('Whom?')
  })

  it('assigns by typing, tells the coach once, and shows each coach theirs', async () => {
    const line = `/astral coach assign @${handle(1)} @${handle(2)} @haavard`
    expect(await type(DEMO.coach, line)).toContain('Assigned to *Håvard*')
    await hears(DEMO.assistant, '*Sigrun* assigned 2 athletes to you. You look after 2 athletes:')
    expect(await type(DEMO.assistant, '/astral coach athletes')).toContain('*2 athletes* assigned to you:')
    expect(await type(DEMO.coach, `/astral coach athletes @haavard`)).toContain(
      '*2 athletes* assigned to Håvard:',
    )
    expect(await type(athlete(1), '/astral coach list')).toBe(
      'Only coaches can do that. Ask a coach of your club.',
    )
    expect(await type(DEMO.coach, '/astral coach list')).toContain(
      '*Håvard* · assistant coach · 2 athletes assigned',
    )
    expect(await type(DEMO.coach, `/astral coach unassign @${handle(1)} @haavard`)).toContain(
      'No longer assigned to *Håvard*',
    )
  })

  it('assigns a whole group in a form', async () => {
    const { desk, app } = club
    const viewId = await open(DEMO.coach, '/astral coach assign')
    const group = await app.engine.db
      .selectFrom('groups')
      .select('id')
      .where('name', '=', 'Morning Milers')
      .executeTakeFirstOrThrow()
    const coach = await app.engine.db
      .selectFrom('accounts')
      .select('id')
      .where('slack_user_id', '=', DEMO.assistant)
      .executeTakeFirstOrThrow()
    const field = { blockId: 'group', actionId: 'pick-group' }
    await desk.suggest(DEMO.coach, { kind: 'view', viewId }, field, 'morning')
    await submit(DEMO.coach, viewId, {
      coach: { value: coach.id },
      athletes: { 'pick-athlete': [] },
      group: { 'pick-group': group.id },
      what: { value: 'assign' },
    })
    await desk.until(() => JSON.stringify(desk.modals(DEMO.coach)).includes('Assigned to *Håvard*'))
    const [saved] = desk.modals(DEMO.coach)
    if (saved) await desk.close(DEMO.coach, saved.id)
  })

  it('says to everybody what they may do here and why not', async () => {
    const head = await type(DEMO.coach, '/astral can')
    expect(head).toContain('You are here as: *head coach*')
    expect(head).toContain('✓ remove somebody from the club')
    const runner = await type(athlete(3), '/astral can')
    expect(runner).toContain('✓ change or delete a group, and who is in it, if you own it')
    expect(runner).toContain('✗ remove somebody from the club: for the head coach')
    expect(await type(DEMO.newcomer, '/astral can')).toContain(
      'for members of the club; ask a coach to invite you',
    )
  })

  it('hands the club over when the other side accepts, and takes an offer back', async () => {
    const { desk } = club
    const offer = async () => {
      const viewId = await open(DEMO.coach, `/astral coach transfer @haavard`)
      await submit(DEMO.coach, viewId, {
        person: { value: DEMO.assistant },
      })
      await desk.until(() => JSON.stringify(desk.modals(DEMO.coach)).includes('Offered the club to Håvard'))
      const [done] = desk.modals(DEMO.coach)
      if (done) await desk.close(DEMO.coach, done.id)
    }
    await offer()
    const first = await hears(DEMO.assistant, 'asks you to become head coach')
    expect(await type(DEMO.coach, '/astral coach list')).toContain('The club is offered to Håvard')
    expect(await type(DEMO.coach, '/astral coach withdraw')).toContain('Took back the offer to Håvard')
    await hears(DEMO.assistant, 'was taken back. Nothing has changed for you.')
    const press = (place: typeof first.place, actionId: string) =>
      desk.act(DEMO.assistant, place, { blockId: 'head-coach-offer', actionId }, null, {})
    await press(first.place, 'head-coach-accept')
    await hears(DEMO.assistant, 'This offer was taken back. Ask the head coach for a new one.')

    await offer()
    const second = await hears(DEMO.assistant, 'asks you to become head coach')
    await press(second.place, 'head-coach-accept')
    await hears(DEMO.assistant, '✓ You accepted: you are head coach now.')
    await hears(
      DEMO.coach,
      '*Håvard* is head coach of *Fjordside Runners (demo)* now. You are an assistant coach.',
    )
    expect(await type(DEMO.coach, `/astral coach remove @${handle(0)}`)).toBe(
      'Only the head coach can do that. Ask them to.',
    )
    expect(await type(DEMO.assistant, `/astral coach remove @${handle(0)}`)).toContain(
      'is no coach any more, and stays in the club as an athlete.',
    )
    expect(await type(DEMO.assistant, '/astral audit')).toContain('became head coach in place of Sigrun')
  })

  it('follows accounts that Slack closes and opens again', async () => {
    const { desk, app } = club
    const statusOf = async () =>
      (
        await app.engine.db
          .selectFrom('memberships as m')
          .innerJoin('accounts as a', 'a.id', 'm.account_id')
          .where('a.slack_user_id', '=', athlete(4))
          .select('m.status')
          .executeTakeFirstOrThrow()
      ).status
    for (const [isDeactivated, status] of [
      [true, 'inactive'],
      [false, 'active'],
    ] as const) {
      await desk.setDeactivated(athlete(4), isDeactivated)
      await expect.poll(statusOf, { timeout: 5_000 }).toBe(status)
    }
    expect(await type(DEMO.assistant, '/astral audit member')).toContain(
      'as their Slack account was activated again',
    )
  })

  it('makes no call that Slack would refuse', () => {
    expect(refusedCalls(club.desk)).toEqual([])
  })
})
