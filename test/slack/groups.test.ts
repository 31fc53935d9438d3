import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message, Place } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

describe('groups in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(() => club.stop())

  const coach = (text: string) => club.say(DEMO.coach, DEMO.general, text)
  const ingrid = (text: string) => club.say('U0INGRID', DEMO.general, text)

  it('are listed with the totals of the club for coaches, and without for athletes', async () => {
    const forCoach = await coach('/astral group list')
    expect(forCoach.text).toContain('*Marathon Block* · private · 9 members')
    expect(forCoach.text).toContain('*24 athletes* in the club, *3* in no group.')
    const forAthlete = await club.say('U0INGRID', DEMO.general, '/astral group list')
    expect(forAthlete.text).toContain('you are in it')
    expect(forAthlete.text).not.toContain('athletes* in the club')
  })

  it('take members one after another, and tell them', async () => {
    await coach('/astral group create "Hill Repeats"')
    expect((await coach('/astral group add @ingrid @ingrid "hill repeats"')).text).toContain(
      'Added to *Hill Repeats*: Ingrid Fjellvåk.',
    )
    expect((await coach('/astral group add @ingrid "Hill Repeats"')).text).toContain('in the group already')
    expect((await coach('/astral group add @nora "Hill Repeats"')).text).toContain(
      'Nora Nykomer is not in the club. Invite them',
    )
    const dm = club.dm('U0INGRID')
    await club.desk.until(() =>
      club.desk.messages('U0INGRID', dm).some(message => message.text.includes('Hill')),
    )
    const welcome = club.last('U0INGRID', dm)
    expect(welcome.text).toContain('*Sigrun* added you to *Hill Repeats*')
    await press('U0INGRID', welcome, 'group-welcome', 'group-keep-private')
    await club.desk.until(() => club.last('U0INGRID', dm).text.includes('stay between you and your coaches'))
    expect((await coach('/astral group members "Hill Repeats"')).text).toContain('Ingrid Fjellvåk – private')
    expect((await coach('/astral group remove @ingrid "Hill Repeats"')).text).toContain('Removed Ingrid')
    expect((await coach('/astral group remove @ingrid "Hill Repeats"')).text).toContain(
      'is not in that group',
    )
  })

  it('are edited by the form, on the version that was seen', async () => {
    await coach('/astral group create "Sunday Long"')
    const form = await open('/astral group edit "Sunday Long"')
    const filled = {
      name: { value: 'Sunday Longest' },
      description: { value: 'Slowly' },
      privacy: { value: 'private' },
    }
    expect(await club.desk.submit(DEMO.coach, form, filled)).toEqual({ ok: true })
    expect(club.desk.modals(DEMO.coach)[0]?.title).toBe('Saved')
    await club.desk.close(DEMO.coach, form)
    const stale = await open('/astral group edit "Sunday Longest"')
    const { engine } = club.app
    await engine.db.updateTable('groups').set({ version: 9 }).where('name', '=', 'Sunday Longest').execute()
    await club.desk.submit(DEMO.coach, stale, filled)
    expect(JSON.stringify(club.desk.modals(DEMO.coach)[0]?.blocks)).toContain('Somebody else changed')
    await club.desk.close(DEMO.coach, stale)
  })

  it('are offered to who joins their channel, asked for, and opened by one coach for all', async () => {
    await coach('/astral group create "Sunday Social" public')
    expect((await coach('/astral group channel "Sunday Social" #general')).text).toContain(
      '*Sunday Social* is tied to',
    )
    await club.desk.leaveChannel('U0INGRID', DEMO.general)
    await club.desk.joinChannel('U0INGRID', DEMO.general)
    const dm = club.dm('U0INGRID')
    const coachDm = club.dm(DEMO.coach)
    const otherDm = club.dm(DEMO.assistant)
    await club.desk.until(() => club.last('U0INGRID', dm).text.includes('You joined'))
    const offer = club.last('U0INGRID', dm)
    const blockId = String(offer.blocks?.find(block => JSON.stringify(block).includes('group-ask'))?.block_id)
    await press('U0INGRID', offer, blockId, 'group-ask')
    await club.desk.until(() => club.last('U0INGRID', dm).text.includes('Asked to join *Sunday Social*'))
    await club.desk.until(
      () =>
        club.desk.messages(DEMO.coach, coachDm).at(-1)?.text.includes('asks to join *Sunday Social*') ===
        true,
    )
    await club.desk.until(
      () => club.desk.messages(DEMO.assistant, otherDm).at(-1)?.text.includes('asks to join') === true,
    )
    await press(DEMO.coach, club.last(DEMO.coach, coachDm), 'join-request', 'group-approve')
    await club.desk.until(() => club.last('U0INGRID', dm).text.includes('approved your request'))
    await club.desk.until(() => club.last(DEMO.assistant, otherDm).text.includes('✓ Sigrun approved it'))
    expect((await ingrid('/astral group leave "Sunday Social"')).text).toContain('You left *Sunday Social*')
  })

  it('go only after a second question, and their buttons then say so', async () => {
    await coach('/astral group create "Short Lived"')
    const asked = await coach('/astral group delete "Short Lived"')
    expect(asked.text).toContain('Delete *Short Lived* (0 members)?')
    await press(DEMO.coach, asked, 'delete-group', 'group-delete')
    await club.desk.until(() => club.last(DEMO.coach, DEMO.general).text.includes('Deleted *Short Lived*'))
    expect((await coach('/astral group show "Short Lived"')).text).toContain('There is no group called')
    expect((await coach('/astral group show "Mornin Milers"')).text).toContain(
      'Did you mean “Morning Milers”?',
    )
  })

  it('are not hinted at to those who may not see them', async () => {
    await coach('/astral group create "Secret Squad" private')
    expect((await ingrid('/astral group show "Secret Squad"')).text).toContain('There is no group called')
    expect((await ingrid('/astral group show "Secret Squat"')).text).not.toContain('Secret Squad')
    expect((await ingrid('/astral group create "Mine"')).text).toContain('Only coaches can do that')
  })

  it('carry names that would ping as words', async () => {
    const made = await coach('/astral group create "<!channel> *Bold* & <@U0INGRID>"')
    expect(made.pings ?? []).toEqual([])
    expect(made.text).toContain('&lt;!channel&gt; ∗Bold∗ &amp;')
    const listed = await coach('/astral group list')
    expect(listed.pings ?? []).toEqual([])
  })

  it('come with help, a menu, and a guess at what was meant', async () => {
    expect((await coach('/astral')).text).toContain('What would you like to do?')
    expect((await coach('/astral gruop list')).text).toContain('Did you mean *group list*?')
    expect((await coach('/astral xyzzy')).text).toContain('I don’t know “xyzzy”')
    expect((await coach('/astral help group')).text).toContain('/astral group members ["name"]')
    expect((await coach('/astral help')).text).not.toContain('claim')
    expect((await coach('/astral group')).text).toContain('Did you mean')
    expect((await coach('/astral group add "Hill Repeats"')).text).toContain('Usage: `/astral group add')
  })

  it('and Slack refused nothing of all that', () => {
    expect(refusedCalls(club.desk)).toEqual([])
    expect(club.log.errors).toEqual([])
  })

  async function open(text: string): Promise<string> {
    const { desk } = club
    expect(await desk.type(DEMO.coach, DEMO.general, text)).toEqual({ ok: true })
    await desk.until(() => desk.modals(DEMO.coach).length === 1)
    return desk.modals(DEMO.coach)[0]?.id ?? ''
  }

  async function press(as: string, message: Message, blockId: string, actionId: string): Promise<void> {
    const place: Place = { kind: 'message', channel: message.channel, ts: message.ts }
    expect(await club.desk.act(as, place, { blockId, actionId }, null, {})).toEqual({ ok: true })
  }
})
