import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place, RawState, RawValue } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

const INGRID = 'U0INGRID'

describe('the roster in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const coach = DEMO.coach
  const modals = (as: string = coach) => club.desk.modals(as)
  const top = (as: string = coach) => modals(as).at(-1)
  const shown = (as: string = coach) => JSON.stringify(top(as)?.blocks ?? [])

  async function open(text: string, as: string = coach): Promise<string> {
    for (let view = top(as); view; view = top(as)) await club.desk.close(as, view.id)
    await club.desk.type(as, DEMO.general, text)
    await club.desk.until(() => top(as) !== undefined)
    return top(as)?.id ?? ''
  }

  async function act(blockId: string, actionId: string, value: RawValue | null, until: () => boolean) {
    const place: Place = { kind: 'view', viewId: top()?.id ?? '' }
    const done = await club.desk.act(coach, place, { blockId, actionId }, value, {})
    expect(done).toEqual({ ok: true })
    await club.desk.until(until)
  }

  it('opens, narrows, searches and turns its pages in one modal', async () => {
    await open('/astral roster')
    expect(shown()).toContain('24 athletes in the club, 1–15 shown')
    await act('roster-page', 'roster-later', null, () => shown().includes('16–24 shown'))
    await act('roster-page', 'roster-earlier', null, () => shown().includes('1–15 shown'))
    const groups = await club.desk.suggest(
      coach,
      { kind: 'view', viewId: top()?.id ?? '' },
      { blockId: 'roster-filters', actionId: 'roster-group' },
      '',
    )
    expect(groups.map(each => each.text)).toEqual(expect.arrayContaining(['Any group', 'In no group']))
    await act('roster-filters', 'roster-group', 'none', () => shown().includes('3 athletes match'))
    await act('roster-filters', 'roster-group', 'any', () => shown().includes('24 athletes'))
    await act('roster-search', 'roster-text', 'INGRID fj', () => shown().includes('1 athlete match'))
    expect(shown()).toContain('Ingrid Fjellvåk')
    await club.desk.submit(coach, top()?.id ?? '', { 'roster-search': { 'roster-text': 'nobody at all' } })
    expect(shown()).toContain('Nobody matches')
  })

  it('opens an athlete over it, and there the form', async () => {
    await open('/astral roster')
    await act('roster-search', 'roster-text', 'ingrid', () => shown().includes('1 athlete match'))
    const row = top()?.blocks.find(block => String(block.block_id).startsWith('athlete-'))
    await act(String(row?.block_id), 'athlete-show', null, () => top()?.title === 'Athlete')
    expect(shown()).toContain('Runs a week')
    await act('athlete-card', 'athlete-edit', null, () => top()?.title === 'Edit athlete')
    expect(modals()).toHaveLength(3)
  })

  it('comes as a CSV file in the direct message of the coach who asks', async () => {
    const { engine } = club.app
    await engine.db
      .updateTable('memberships')
      .set({ nickname: '=SUM(A1)' })
      .where('id', 'in', inner =>
        inner
          .selectFrom('memberships as m')
          .innerJoin('accounts as a', 'a.id', 'm.account_id')
          .where('a.slack_user_id', '=', INGRID)
          .select('m.id'),
      )
      .execute()
    const said = await club.say(coach, DEMO.general, '/astral roster csv')
    expect(said.text).toContain('The roster is being packed')
    const dm = club.dm(coach)
    const fileOf = () =>
      club.desk
        .messages(coach, dm)
        .flatMap(message => message.files)
        .at(-1)
    await club.desk.until(() => fileOf()?.name === 'astral-roster.csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      club.desk.file(fileOf()?.id ?? '')?.bytes,
    )
    const lines = text.split('\r\n')
    expect(lines[0]).toBe('\uFEFFname,slack_user,status,member_level,labels,groups')
    expect(lines).toHaveLength(1 + 24 + 1)
    expect(text).toContain(`'=SUM(A1),${INGRID},active`)
    expect((await club.say(INGRID, DEMO.general, '/astral roster csv')).text).toContain(
      'Only coaches can do that',
    )
    await engine.db
      .updateTable('memberships')
      .set({ nickname: null })
      .where('nickname', '=', '=SUM(A1)')
      .execute()
  })

  it('answers filters in words with a message', async () => {
    const byAddress = await club.say(coach, DEMO.general, '/astral roster ingrid@fjordside')
    expect(byAddress.text).toContain('Ingrid Fjellvåk')
    const none = await club.say(coach, DEMO.general, '/astral roster nogroup')
    expect(none.text).toContain('3 athletes match')
    const group = await club.say(coach, DEMO.general, '/astral roster group:"Marathon Block" status:active')
    expect(group.text).toContain('9 athletes match')
    const wrong = await club.say(coach, DEMO.general, '/astral roster status:lazy')
    expect(wrong.text).toContain('The status is one of active, inactive, suspended')
    const refused = await club.say(INGRID, DEMO.general, '/astral roster nogroup')
    expect(refused.text).toContain('Only coaches can do that')
  })

  it('edits an athlete, and shows the second of two coaches what the first saved', async () => {
    const fields = (level: string, labels: string) =>
      ({ nickname: { value: '' }, level: { value: level }, labels: { value: labels } }) satisfies RawState
    const refused = await club.say(DEMO.assistant, DEMO.general, '/astral athlete @ingrid edit')
    expect(refused.text).toContain('is not assigned to you')
    const first = await open('/astral athlete @ingrid edit')
    const { engine } = club.app
    await club.desk.submit(coach, first, fields('advanced', '<!channel>'))
    expect(JSON.stringify(top()?.errors ?? {})).toContain('cannot be a label')
    const account = await engine.db
      .selectFrom('accounts')
      .select('id')
      .where('slack_user_id', '=', INGRID)
      .executeTakeFirstOrThrow()
    await engine.db
      .updateTable('memberships')
      .set({ attributes_version: 1, member_level: 'beginner' })
      .where('account_id', '=', account.id)
      .execute()
    await club.desk.submit(coach, first, fields('advanced', '@marathon'))
    expect(shown()).toContain('Somebody else changed them meanwhile')
    expect(shown()).toContain('level beginner')
    await club.desk.submit(coach, top()?.id ?? '', fields('advanced', '@marathon'))
    expect(shown()).toContain('level → advanced, labels → @marathon')
    const found = await club.say(coach, DEMO.general, '/astral roster label:@Marathon level:ADVANCED')
    expect(found.text).toContain('1 athlete match')
  })

  it('keeps a note, shows the profile, and refuses both to athletes', async () => {
    const kept = await club.say(coach, DEMO.general, '/astral athlete @ingrid note "Knee: take care"')
    expect(JSON.stringify(kept.blocks)).toContain('Knee: take care')
    const card = await club.say(coach, DEMO.general, '/astral athlete @ingrid')
    expect(card.text).toContain('Knee: take care')
    expect(card.text).toContain('Groups: ')
    expect((await club.say(INGRID, DEMO.general, '/astral athlete @ingrid')).text).toContain('Only coaches')
    expect((await club.say(coach, DEMO.general, '/astral athlete edit')).text).toContain('Name somebody')
  })

  it('asks whose profile, by typing a part of the name', async () => {
    const form = await open('/astral athlete')
    const place: Place = { kind: 'view', viewId: form }
    const field = { blockId: 'athlete', actionId: 'pick-athlete' }
    const [found, more] = await club.desk.suggest(coach, place, field, 'fjellvak')
    expect([found?.text, more]).toEqual(['Ingrid Fjellvåk', undefined])
    await club.desk.submit(coach, form, { athlete: { 'pick-athlete': found?.value ?? '' } })
    expect(shown()).toContain('Knee: take care')
    await club.desk.close(coach, top()?.id ?? '')
  })

  it('changes the status on the profile and removes the athlete after a question', async () => {
    const card = await club.say(coach, DEMO.general, '/astral athlete @ingrid')
    const place: Place = { kind: 'message', channel: DEMO.general, ts: card.ts }
    const select = card.blocks
      .flatMap(block => (block.elements as { options?: { value: string }[] }[] | undefined) ?? [])
      .find(element => element.options)
    const inactive = select?.options?.[1]?.value ?? ''
    await club.desk.act(coach, place, { blockId: 'athlete-card', actionId: 'athlete-status' }, inactive, {})
    await club.desk.until(() => club.last(coach, DEMO.general).text.includes('· inactive'))
    const changed = club.last(coach, DEMO.general)
    await club.desk.act(
      coach,
      { kind: 'message', channel: DEMO.general, ts: changed.ts },
      { blockId: 'athlete-card', actionId: 'athlete-remove' },
      null,
      {},
    )
    await club.desk.until(() => club.last(coach, DEMO.general).text.includes('Removed Ingrid'))
    expect((await club.say(coach, DEMO.general, '/astral roster ingrid')).text).toContain('Nobody matches')
  })

  it('lets an athlete fill in their profile, with errors at the fields', async () => {
    const form = await open('/astral profile', 'U0KAETHE')
    const zones = await club.desk.suggest(
      'U0KAETHE',
      { kind: 'view', viewId: form },
      { blockId: 'zone', actionId: 'pick-zone' },
      'new york',
    )
    expect(zones.map(each => each.value)).toEqual(['America/New_York'])
    const filled = (pace: string): RawState => ({
      race: { value: 'Oslo Marathon' },
      pace: { value: pace },
      zone: { 'pick-zone': 'America/New_York' },
    })
    await club.desk.submit('U0KAETHE', form, filled('quick'))
    expect(top('U0KAETHE')?.errors.pace).toContain('I do not understand “quick” as a pace')
    await club.desk.submit('U0KAETHE', form, filled('4:59'))
    expect(shown('U0KAETHE')).toContain('Your profile is saved')
    expect((await club.say(coach, DEMO.general, '/astral athlete @kaethe')).text).toContain(
      'Goal: Oslo Marathon, 4:59 /km',
    )
  })
})
