import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { rosterBulkButtons } from '#slack/actions/roster-bulk.ts'
import { rosterCommand } from '#slack/commands/roster.ts'
import type { Pressed } from '#slack/kit/button.ts'
import { formValues } from '#slack/kit/form-values.ts'
import { inviteAthleteModal } from '#slack/modals/invite-athlete.ts'
import { inviteLinkModal } from '#slack/modals/invite-link.ts'
import { rosterBulkModal } from '#slack/modals/roster-bulk.ts'
import { athleteSuggestions } from '#slack/suggestions/pick-athlete.ts'
import { groupSuggestions } from '#slack/suggestions/pick-group.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { perform } from '#usecases/perform.ts'
import { editAthlete } from '#usecases/roster/edit-athlete.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import type { ModalView } from '#views/message.ts'
import { checkedView } from '../fixtures/checked-view.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { joinClub, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const DAY = 86_400_000

describe('acting on several athletes of the roster', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: string
  let zoe: AccountId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    zoe = await joinClub(engine, club, 'UZOE', 'Zoë Ødegård')
    const group = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'private',
    })
    groupId = group.ok ? group.value.id : ''
  })
  afterEach(() => engine.close())

  type Typed = {
    who?: string[]
    everybody?: true
    level?: string
    add?: string
    remove?: string
    group?: string
    coach?: string
  }
  const NO_FILTERS = { status: null, memberLevel: null, labelKey: null, coachId: null, groupId: null }
  async function change(typed: Typed, as: string = club.headCoach, filters: object = {}) {
    const text = (value: string | undefined) => ({ value: { value: value ?? null } })
    const options = (values: string[]) => ({
      value: { selected_options: values.map(value => ({ value })) },
    })
    const values = formValues({
      values: {
        who: options(typed.who ?? []),
        everybody: options(typed.everybody ? ['yes'] : []),
        level: text(typed.level),
        'add-labels': text(typed.add),
        'remove-labels': text(typed.remove),
        group: { value: { selected_option: typed.group ? { value: typed.group } : null } },
        coach: { value: { selected_option: typed.coach ? { value: typed.coach } : null } },
      },
    })
    const meta = { ...NO_FILTERS, isInNoGroup: false, text: '', ...filters }
    return rosterBulkModal.submit(slackContext(engine, as), values, meta)
  }
  type Answer = Awaited<ReturnType<typeof change>>
  function shown(answer: Answer | Pressed | undefined): string {
    const view = answer && ('view' in answer ? answer.view : 'update' in answer ? answer.update : undefined)
    if (view) expect(checkedView(view)).toEqual([])
    return JSON.stringify(view ?? answer)
  }
  function undo(answer: Answer, as: string = club.headCoach) {
    const blocks = answer.kind === 'update' ? answer.view.blocks : []
    const actions = blocks.find(block => block.type === 'actions')
    const pressed = actions?.elements[0] as { action_id: string; value: string }
    const button = rosterBulkButtons.find(each => each.actionId === pressed.action_id)
    return button?.press(slackContext(engine, as), pressed.value)
  }
  async function rows() {
    const page = await ask(engine, by(club.headCoach).who, listRoster, {})
    if (!page.ok) throw new Error(page.refusal.code)
    return Object.fromEntries(
      page.value.rows.map(row => [row.name, [row.memberLevel, row.labels.join(' '), row.groups.join(' ')]]),
    )
  }
  const audit = async () =>
    (await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()).map(
      row => row.action,
    )

  it('opens from the roster, for whom the filters show, and lets only the head coach assign', async () => {
    const typed = await rosterCommand.answer(slackContext(engine, club.headCoach), [])
    expect(JSON.stringify(typed)).toContain('Act on several…')
    const open = async (as: string, filters: object) => {
      const value = JSON.stringify({ ...NO_FILTERS, isInNoGroup: false, text: '', ...filters })
      const pressed = await rosterBulkButtons[0]?.press(slackContext(engine, as), value)
      expect(checkedView(pressed?.open as ModalView)).toEqual([])
      return JSON.stringify(pressed?.open)
    }
    expect(await open(club.headCoach, { isInNoGroup: true })).toContain('Everybody this filter shows (3)')
    expect(await open(club.headCoach, {})).not.toContain('Everybody')
    expect(await open(club.headCoach, {})).toContain('Assign to coach')
    expect(await open(club.assistant, {})).not.toContain('Assign to coach')
  })

  it('changes level, labels, group and coach of all of them at once, each in the audit, and takes it back', async () => {
    const { UANA, UBEN, UASSIST } = club.accounts
    await perform(engine, by(club.headCoach), editAthlete, {
      accountId: UANA,
      typed: { nickname: '', memberLevel: 'beginner', labels: '@marathon @old' },
      seenVersion: 0,
    })
    const before = await rows()
    const entries = (await audit()).length
    const done = await change({
      who: [UANA, UBEN],
      level: 'advanced',
      add: '@Marathon #track',
      remove: 'OLD',
      group: groupId,
      coach: UASSIST,
    })
    expect(await rows()).toEqual({
      Ana: ['advanced', 'marathon track', 'Track'],
      Ben: ['advanced', 'Marathon track', 'Track'],
      'Zoë Ødegård': [null, '', ''],
    })
    const answer = shown(done)
    for (const words of ['2 athletes', 'level → advanced, for 2', 'removed @OLD, for 1', 'Coach Ivo, 2']) {
      expect(answer).toContain(words)
    }
    const types = (await audit()).slice(entries)
    for (const type of ['athlete.edited', 'group.members-added', 'coach.athlete-assigned']) {
      expect(types.filter(each => each === type)).toHaveLength(2)
    }
    expect(shown(await undo(done))).toContain('Taken back for 2 athletes')
    expect(await rows()).toEqual(before)
    expect(shown(await undo(done))).toContain('taken back already')
  })

  it('changes everybody whom the filter shows, and says for whom it was like that already', async () => {
    await change({ who: [zoe], level: 'elite' })
    const done = await change({ everybody: true, level: 'elite' }, club.headCoach, { isInNoGroup: true })
    expect(shown(done)).toContain('For 1 more it was like that already')
    expect(Object.values(await rows()).map(row => row[0])).toEqual(['elite', 'elite', 'elite'])
    const gone = await change({ everybody: true, level: 'none' }, club.headCoach, { isInNoGroup: true })
    expect(shown(gone)).toContain('level → none, for 3')
  })

  it('takes back nothing when somebody changed the same since, and leaves alone what else they changed', async () => {
    const { UANA, UBEN } = club.accounts
    const done = await change({ who: [UANA, UBEN], level: 'advanced' })
    const edit = (memberLevel: string, nickname: string, seenVersion: number) =>
      perform(engine, by(club.headCoach), editAthlete, {
        accountId: UBEN,
        typed: { nickname, memberLevel, labels: '' },
        seenVersion,
      })
    await edit('elite', '', 1)
    const whole = await wholeDatabase(engine)
    expect(shown(await undo(done))).toContain('changed the same since for Ben')
    expect(await wholeDatabase(engine)).toEqual(whole)
    await edit('advanced', 'Benny', 2)
    expect(shown(await undo(done))).toContain('Taken back for 2')
    expect(await rows()).toMatchObject({ Benny: [null, '', ''], Ana: [null, '', ''] })
  })

  it('is taken back by whoever made it or the head coach, for a day; otherwise nothing is written', async () => {
    const { UANA, UASSIST } = club.accounts
    const done = await change({ who: [UANA], group: groupId })
    const whole = await wholeDatabase(engine)
    expect(shown(await undo(done, club.assistant))).toContain('Only whoever made the change')
    engine.setNow((TEST_NOW + DAY + 1) as typeof TEST_NOW)
    expect(shown(await undo(done))).toContain('that is over')
    expect(await wholeDatabase(engine)).toEqual(whole)
    await change({ who: [UANA], coach: UASSIST })
    expect(await engine.db.selectFrom('bulk_changes').selectAll().execute()).toHaveLength(1)
  })

  it('lets an assistant coach change only their own athletes, and names the others; nothing is written', async () => {
    const { UANA, UBEN, UASSIST } = club.accounts
    await perform(engine, by(club.headCoach), assignAthletes, {
      coach: { accountId: UASSIST },
      athletes: [{ accountId: UANA }],
      group: null,
      isAssigned: true,
    })
    const whole = await wholeDatabase(engine)
    const refused = await change({ who: [UANA, UBEN, zoe], level: 'elite' }, club.assistant)
    expect(shown(refused)).toContain('Not assigned to you: Ben, Zoë Ødegård.')
    expect(shown(await change({ who: [UANA], coach: UASSIST }, club.assistant))).toContain('head coach')
    expect(shown(await change({ who: [UANA], level: 'elite' }, club.ana))).toContain('coaches')
    expect(await wholeDatabase(engine)).toEqual(whole)
    expect(shown(await change({ who: [UANA], level: 'elite' }, club.assistant))).toContain('1 athlete')
    expect(shown(await change({ who: [UBEN], group: groupId }, club.assistant))).toContain('1 athlete')
  })

  it.each([
    [{ who: ['UANA'] }, 'Say what to change'],
    [{ level: 'elite' }, 'Choose athletes'],
    [{ who: ['UANA', 'UBEN'], group: 'group', level: 'x' }, 'Suspended, so in no new group: Ben'],
    [{ who: ['UANA'], group: 'gone' }, 'group'],
    [{ who: ['nobody'], level: 'elite' }, 'Somebody you chose'],
    [{ who: ['UANA'], add: '@a!b' }, 'cannot be a label'],
    [{ who: ['UANA'], add: 'one', remove: 'ONE' }, 'to add and to remove'],
    [{ who: ['UANA'], add: 'a b c d e f g h i j k' }, '10 labels are the most'],
    [{ who: ['UANA'], level: 'x'.repeat(31) }, '30 is the most'],
    [{ who: ['UANA'], remove: 'none-such' }, 'Nothing to do'],
    [{ who: ['UANA'], coach: 'UBEN' }, 'coach'],
  ] as [Typed, string][])('refuses %j in words, and nothing is written', async (typed, words) => {
    await setStatus(engine, club.accounts.UBEN, 'suspended')
    const whole = await wholeDatabase(engine)
    const idOf = (key: string) => (club.accounts as Record<string, string>)[key] ?? key
    const answer = await change({
      ...typed,
      ...(typed.who ? { who: typed.who.map(idOf) } : {}),
      ...(typed.group ? { group: typed.group === 'group' ? groupId : typed.group } : {}),
      ...(typed.coach ? { coach: idOf(typed.coach) } : {}),
    })
    expect(shown(answer)).toContain(words)
    expect(await wholeDatabase(engine)).toEqual(whole)
  })

  it('prints the club’s name for them on boards and in groups, in the order of those names', async () => {
    const { UANA, UBEN } = club.accounts
    await change({ who: [UANA, UBEN, zoe], group: groupId })
    await perform(engine, by(club.headCoach), editAthlete, {
      accountId: zoe,
      typed: { nickname: 'Äbbe', memberLevel: '', labels: '' },
      seenVersion: 0,
    })
    const board = await ask(engine, by(club.headCoach).who, showLeaderboard, {
      groupId,
      range: null,
      metric: null,
    })
    expect(board.ok && board.value.standings.map(each => each.facts.name)).toContain('Äbbe')
    const card = await ask(engine, by(club.headCoach).who, showGroup, { groupId })
    expect(card.ok && card.value.members?.map(each => each.displayName)).toEqual(['Äbbe', 'Ana', 'Ben'])
  })

  it('puts the group that was chosen in a typeahead onto an invitation and a code, or says that it is gone', async () => {
    const chosen = (id: string) => ({ 'pick-group': { selected_option: { value: id } } })
    const text = (value: string | null) => ({ value: { value } })
    const invite = (id: string) =>
      inviteAthleteModal.submit(
        slackContext(engine, club.headCoach),
        formValues({
          values: { address: text('new@example.org'), 'first-name': text('New'), group: chosen(id) },
        }),
        {},
      )
    const link = (id: string) =>
      inviteLinkModal.submit(
        slackContext(engine, club.headCoach),
        formValues({
          values: {
            group: chosen(id),
            cap: text(null),
            until: text(null),
            vanity: text('TRACK26'),
            channel: text(null),
          },
        }),
        {},
      )
    const whole = await wholeDatabase(engine)
    expect(await link('gone')).toMatchObject({ kind: 'errors', errors: { group: expect.any(String) } })
    expect(await invite('gone')).toMatchObject({ kind: 'errors', errors: { group: expect.any(String) } })
    expect(await wholeDatabase(engine)).toEqual(whole)
    expect(shown(await link(groupId))).toContain('Track')
    const codes = await engine.db.selectFrom('invitation_codes').select('group_id').execute()
    expect(codes).toEqual([{ group_id: groupId }])
  })

  it('offers athletes by name or address without accents, groups by name, each only to whoever may see them', async () => {
    await engine.db.updateTable('accounts').set({ email: 'zz@example.org' }).where('id', '=', zoe).execute()
    await perform(engine, by(club.headCoach), editAthlete, {
      accountId: zoe,
      typed: { nickname: 'Żaneta', memberLevel: '', labels: '' },
      seenVersion: 0,
    })
    const athletes = async (typed: string, as: string = club.assistant) =>
      (await athleteSuggestions.options(slackContext(engine, as), typed)).map(each => each.text.text)
    const groups = async (typed: string, as: string) =>
      (await groupSuggestions.options(slackContext(engine, as), typed)).map(each => each.text.text)
    expect(await athletes('')).toEqual(['Ana', 'Ben', 'Żaneta'])
    expect(await athletes('zanet')).toEqual(['Żaneta'])
    expect(await athletes('ZOE odeg')).toEqual(['Żaneta'])
    expect(await athletes('zz@ex')).toEqual(['Żaneta'])
    expect(await athletes('%')).toEqual([])
    expect(await athletes('', club.ana)).toEqual([])
    expect(await groups('tRA', club.assistant)).toEqual(['Track'])
    expect(await groups('', club.ana)).toEqual([])
  })
})
