import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ElementRef, Message, RawState, View } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'
import { type MailServer, mailServer } from '../fixtures/mail-server.ts'

const MILERS = 'Morning Milers'

describe('inviting in Slack', () => {
  let club: ClubInSandbox
  let server: MailServer

  beforeAll(async () => {
    server = await mailServer()
    club = await clubInSandbox({
      env: {
        SMTP_URL: `${server.url}?from=club@example.org`,
        PUBLIC_URL: 'https://astral.example.com',
        PORT: '0',
      },
    })
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    await server.close()
    // Looking an address up that nobody has is an error in Slack, and no fault of ours; neither is a message that a
    // busy machine sent a moment early, and sends again.
    const expected = /^users\.lookupByEmail: users_not_found|^chat\.postMessage: ratelimited/
    expect(refused.filter(call => !expected.test(call))).toEqual([])
  })

  const coach = DEMO.coach

  it('by e-mail sends a mail, and asks in Slack as soon as somebody with the address joins', async () => {
    const said = await club.say(
      coach,
      DEMO.general,
      `/astral invite email Ola+run@Example.com Ola "${MILERS}"`,
    )
    expect(said).toMatchObject({ ephemeralFor: coach })
    expect(said.text).toContain('a mail to Ola+run@Example.com is on its way')
    await server.arrived(1)
    expect(server.mails[0]).toMatchObject({ from: 'club@example.org', to: 'Ola+run@example.com' })

    const stranger = await club.desk.addPerson({ name: 'ola', email: 'ola@example.com' })
    const ola = await club.desk.addPerson({
      name: 'ola.run',
      realName: 'Ola Run',
      email: 'ola+run@example.com',
    })
    const dm = club.dm(ola.id)
    await club.desk.until(() => club.desk.messages(ola.id, dm).length === 1)
    expect(club.last(ola.id, dm).text).toContain(`invites you to join *${MILERS}*`)
    expect(club.desk.messages(stranger.id, club.dm(stranger.id))).toEqual([])

    await club.desk.openHome(ola.id, 'messages')
    const listed = await club.say(coach, DEMO.general, '/astral invitations')
    expect(listed.text).toContain('Ola Run')
    expect(listed.text).toContain('· seen ·')
    await press(ola.id, club.last(ola.id, dm), 'Accept, keep private')
    await club.desk.until(() => club.last(ola.id, dm).text.includes('✓ You joined'))
  })

  it('by an address that is in Slack already asks at once, and mails nobody', async () => {
    const before = server.mails.length
    const person = await club.desk.addPerson({ name: 'pia', email: 'pia@example.com' })
    const dm = club.dm(person.id)
    const said = await club.say(coach, DEMO.general, '/astral invite email PIA@example.com Pia')
    expect(said.text).toContain('They get a direct message')
    await club.desk.until(() => club.desk.messages(person.id, dm).length === 1)
    expect(server.mails).toHaveLength(before)
  })

  it('by the form takes a person or an address, and says at the field what is missing', async () => {
    await club.desk.runShortcut(coach, 'invite_athlete')
    const form = await modal(coach, 'invite-athlete')
    await club.desk.submit(coach, form.id, filled({}))
    await club.desk.until(() => 'person' in (club.desk.modals(coach)[0]?.errors ?? {}))
    await club.desk.submit(coach, form.id, filled({ address: 'mia@example.org' }))
    await club.desk.until(() => 'first-name' in (club.desk.modals(coach)[0]?.errors ?? {}))
    await club.desk.submit(coach, form.id, filled({ address: 'mia@example.org', 'first-name': 'Mia' }))
    await modal(coach, 'invited')
    await club.desk.close(coach, club.desk.modals(coach)[0]?.id ?? '')
    await server.arrived(2)
    expect(server.mails[1]?.to).toBe('mia@example.org')
  })

  it('by code shows it once, posts a Join button, asks before anything is written', async () => {
    const made = await club.say(
      coach,
      DEMO.general,
      `/astral invite link "${MILERS}" cap 2 until 2099-12-31 code FJORD-26 #general`,
    )
    expect(made.text).toContain('/astral join FJORD-26')
    expect(made.text).toContain('https://astral.example.com/join/FJORD-26')
    expect(made.text).toContain('for 2 at most, until 31 Dec 2099')
    const post = () =>
      club.desk
        .messages(coach, DEMO.general)
        .find(message => message.ephemeralFor === null && message.text.includes('invites everybody here'))
    await club.desk.until(() => post() !== undefined)
    expect(post()?.text).not.toContain('FJORD')

    const first = await club.desk.addPerson({ name: 'una' })
    await club.desk.joinChannel(first.id, DEMO.general)
    await press(first.id, post() as Message, 'Join')
    await club.desk.until(() => club.last(first.id, DEMO.general).ephemeralFor === first.id)
    expect(await isMember(first.id)).toBe(false)
    await press(first.id, club.last(first.id, DEMO.general), 'Accept and share with my group')
    await club.desk.until(() => club.last(first.id, DEMO.general).text.includes('Welcome to'))
    expect(await isMember(first.id)).toBe(true)

    const second = await club.desk.addPerson({ name: 'vidar' })
    const dm = club.dm(second.id)
    const question = await club.say(second.id, dm, '/astral join fjord26')
    expect(await isMember(second.id)).toBe(false)
    await press(second.id, question, 'Accept, keep private')
    await club.desk.until(() => club.last(second.id, dm).text.includes('Welcome to'))

    const third = await club.desk.addPerson({ name: 'wenche' })
    const usedUp = await club.say(third.id, club.dm(third.id), '/astral join FJORD-26')
    expect(usedUp.text).toContain('used as often as it may be')

    const listed = await club.say(coach, DEMO.general, '/astral invitations')
    expect(listed.text).toContain('2 of 2 joined')
    const page = await fetch(`${club.app.listensAt}/join/FJORD-26`)
    expect(page.status).toBe(404)
  })

  it('by a form for the code, and a form to join with it', async () => {
    await club.desk.type(coach, DEMO.general, '/astral invite link')
    const form = await modal(coach, 'invite-link')
    await club.desk.submit(coach, form.id, filled({ cap: 'many', vanity: 'X' }))
    await club.desk.until(() => 'cap' in (club.desk.modals(coach)[0]?.errors ?? {}))
    await club.desk.submit(coach, form.id, filled({ cap: '5', vanity: 'MILERS' }))
    await modal(coach, 'code-made')
    await club.desk.close(coach, club.desk.modals(coach)[0]?.id ?? '')

    const person = await club.desk.addPerson({ name: 'yngve' })
    await club.desk.type(person.id, club.dm(person.id), '/astral join')
    const join = await modal(person.id, 'join')
    await club.desk.submit(person.id, join.id, filled({ code: 'WRONG1' }))
    await club.desk.until(() => 'code' in (club.desk.modals(person.id)[0]?.errors ?? {}))
    await club.desk.submit(person.id, join.id, filled({ code: 'milers' }))
    const question = await modal(person.id, 'join-answer')
    await club.desk.submit(person.id, question.id, filled({ answer: 'accept-and-share' }))
    await modal(person.id, 'joined')
    expect(await isMember(person.id)).toBe(true)
    const page = await fetch(`${club.app.listensAt}/join/MILERS`)
    expect(await page.text()).toContain('Join Fjordside Runners')
  })

  it('at once makes a member, who is told and chooses', async () => {
    const person = await club.desk.addPerson({ name: 'zara' })
    const said = await club.say(coach, DEMO.general, `/astral invite add @zara "${MILERS}"`)
    expect(said.text).toContain('Added')
    const dm = club.dm(person.id)
    await club.desk.until(() => club.desk.messages(person.id, dm).length === 1)
    expect(club.last(person.id, dm).text).toContain(`added you to *${MILERS}*`)
    await press(person.id, club.last(person.id, dm), 'Share with my group')
    await club.desk.until(() => club.last(person.id, dm).text.includes('✓ You share'))
  })

  it('is listed with buttons that ask again and take back', async () => {
    const person = await club.desk.addPerson({ name: 'aud' })
    await club.say(coach, DEMO.general, '/astral invite @aud')
    const dm = club.dm(person.id)
    await club.desk.until(() => club.desk.messages(person.id, dm).length === 1)
    const listed = await club.say(coach, DEMO.general, '/astral invitations')
    expect(listed.text).toMatch(/Sent \d+ · seen \d+ · accepted \d+ · declined \d+ · waiting \d+/)
    const before = club.desk.messages(coach, DEMO.general).length
    await press(coach, listed, 'Send again')
    await club.desk.until(() => club.desk.messages(person.id, dm).length === 2)
    await club.desk.until(() => club.desk.messages(coach, DEMO.general).length > before)
    await press(coach, listed, 'Revoke')
    await club.desk.until(() => !textOfList().includes('aud'))
    const asked = () => club.desk.messages(person.id, dm)
    await club.desk.until(() => asked().every(message => message.text.includes('was taken back')))
    expect(JSON.stringify(asked())).not.toContain('Accept and share')
    expect(await isMember(person.id)).toBe(false)
  })

  it('has buttons in the Home tab: a form for a stranger, the list for a coach', async () => {
    const person = await club.desk.addPerson({ name: 'ylva' })
    await club.desk.openHome(person.id)
    await pressHome(person.id, 'home-join')
    await modal(person.id, 'join')
    await club.desk.openHome(coach)
    const dm = club.dm(coach)
    await pressHome(coach, 'home-invitations')
    await club.desk.until(() => club.desk.messages(coach, dm).at(-1)?.text.startsWith('Invitations') === true)
    await pressHome(coach, 'home-invite-by-code')
    await modal(coach, 'invite-link')
    await club.desk.close(coach, club.desk.modals(coach)[0]?.id ?? '')
  })

  it('is for coaches, and a stranger is told so', async () => {
    const person = await club.desk.addPerson({ name: 'berit' })
    for (const command of [
      'invite link',
      'invitations',
      'invite email a@example.org A',
      'invite add @zara',
    ]) {
      const said = await club.say(person.id, club.dm(person.id), `/astral ${command}`)
      expect(said.text).toContain('You are not in this club yet')
    }
  })

  async function pressHome(as: string, actionId: string): Promise<void> {
    const find = () =>
      club.desk.home(as)?.blocks.find(block => JSON.stringify(block).includes(`"${actionId}"`)) ?? null
    await club.desk.until(() => find() !== null)
    const place = { kind: 'view', viewId: club.desk.home(as)?.id ?? '' } as const
    const element = { blockId: find()?.block_id ?? '', actionId }
    expect(await club.desk.act(as, place, element, null, {})).toEqual({ ok: true })
  }

  function textOfList(): string {
    return (
      club.desk.messages(coach, DEMO.general).findLast(message => message.text.startsWith('Invitations'))
        ?.text ?? ''
    )
  }

  async function isMember(slackUserId: string): Promise<boolean> {
    const row = await club.app.engine.db
      .selectFrom('memberships as m')
      .innerJoin('accounts as a', 'a.id', 'm.account_id')
      .where('a.slack_user_id', '=', slackUserId)
      .select('m.id')
      .executeTakeFirst()
    return row !== undefined
  }

  async function press(as: string, message: Message, text: string): Promise<void> {
    const place = { kind: 'message', channel: message.channel, ts: message.ts } as const
    expect(await club.desk.act(as, place, buttonNamed(message, text), null, {})).toEqual({ ok: true })
  }

  function buttonNamed(message: Message, text: string): ElementRef {
    for (const block of message.blocks) {
      const elements = (block.elements ?? []) as { action_id: string; text?: { text: string } }[]
      const found = elements.find(element => element.text?.text === text)
      if (found) return { blockId: block.block_id ?? '', actionId: found.action_id }
    }
    throw new Error(`no button “${text}” in: ${message.text}`)
  }

  async function modal(as: string, callbackId: string): Promise<View> {
    const open = () => club.desk.modals(as).find(view => view.callbackId === callbackId)
    await club.desk.until(() => open() !== undefined)
    const view = open()
    if (!view) throw new Error(`no modal ${callbackId}`)
    return view
  }

  function filled(fields: Record<string, string>): RawState {
    return Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { value }]))
  }
})
