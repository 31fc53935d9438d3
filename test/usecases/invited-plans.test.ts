import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import { DAY_MS, instant, localDay } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { readOwnData } from '#store/read/own-data.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { addAthlete } from '#usecases/invitation/add-athlete.ts'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { createCode } from '#usecases/invitation/create-code.ts'
import { enterCode } from '#usecases/invitation/enter-code.ts'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { inviteByEmail } from '#usecases/invitation/invite-by-email.ts'
import { joinByCode } from '#usecases/invitation/join-by-code.ts'
import { matchJoiner } from '#usecases/invitation/match-joiner.ts'
import { perform } from '#usecases/perform.ts'
import { archivePlan } from '#usecases/plan/archive-plan.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import type { AskedPlan } from '#usecases/plan/invited-plan.ts'
import { myPlanWeek } from '#usecases/plan/my-plan-week.ts'
import { invitationClosed, invitationReceived, invitationResult } from '#views/invitation.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

/** Today is Friday 20 November 2026. */
describe('a plan that an invitation brings', () => {
  let engine: TestEngine
  let club: TestClub
  const nora = person('UNORA', 'Nora')
  const base = (given: Partial<AskedPlan> = {}): AskedPlan => ({
    which: { title: 'Base' },
    from: null,
    race: null,
    ...given,
  })

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const weeks = parsePlan('Week 1\nMon 8km easy\nWeek 2\nMon 9km easy\nWeek 3\nSun 10km easy')
    if (!weeks.ok) throw new Error(weeks.refusal.code)
    const plan = { title: 'Base', level: 'basic', visibility: 'coaches', weeks: weeks.value } as const
    await perform(engine, by('UHEAD'), createPlan, plan)
    await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
  })
  afterEach(() => engine.close())

  async function invited(plan: AskedPlan, groupName: string | null = null, who = 'UHEAD', whom = nora) {
    const sent = await perform(engine, by(who), inviteAthlete, { person: whom, groupName, plan })
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.invitation.id
  }
  const accepts = (invitationId: string, who = 'UNORA') =>
    perform(engine, by(who), answerInvitation, { invitationId, answer: 'accept-and-share' })
  const passed = (days: number) => engine.setNow(instant(TEST_NOW + days * DAY_MS))
  const cardOf = async (id: string) => {
    const card = await getInvitationCard(engine.db, club.organizationId, id)
    if (!card) throw new Error('no such invitation')
    return card
  }
  const enrollments = () =>
    engine.db
      .selectFrom('enrollments as e')
      .innerJoin('accounts as a', 'a.id', 'e.account_id')
      .select(['a.display_name as name', 'e.start_on', 'e.first_on', 'e.race_on', 'e.group_id'])
      .orderBy('e.id')
      .execute()

  it('is named in the invitation, begins with the acceptance, and both sides read from when', async () => {
    const id = await invited(base({ from: 'wednesday' }), 'Track')
    const asked = invitationReceived(await cardOf(id)).text
    expect(asked).toContain('With it comes the training plan *Base*: 3 weeks from Wed 25 Nov 2026.')
    expect(await enrollments()).toEqual([])
    expect(await accepts(id)).toMatchObject({ ok: true })
    expect(await enrollments()).toMatchObject([
      { name: 'Nora', start_on: '2026-11-23', first_on: '2026-11-25', group_id: expect.any(String) },
    ])
    expect(invitationClosed(await cardOf(id), 'accept-and-share').text).toContain('begins on Wed 25 Nov 2026')
    expect(invitationResult(await cardOf(id)).text).toContain('They are on *Base* from Wed 25 Nov 2026.')
    const week = await ask(engine, by('UNORA').who, myPlanWeek, { weeksAhead: 2 })
    expect(week).toMatchObject({ ok: true, value: { sessions: [{ on: '2026-11-30', text: '9km easy' }] } })
    // The answer said it: no second message about the plan.
    const kinds = await engine.db.selectFrom('outbox').select('kind').orderBy('id').execute()
    expect(kinds.map(row => row.kind)).not.toContain('plan-change')
    const audit = await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()
    expect(audit.slice(-2).map(entry => entry.action)).toEqual(['invitation.answered', 'plan.assigned'])
  })

  it('begins on the next Monday unless told otherwise', async () => {
    const id = await invited(base())
    expect((await cardOf(id)).plan).toMatchObject({ startOn: '2026-11-23' })
  })

  it('whose start is over begins on the Monday after the acceptance, and says so to both', async () => {
    const id = await invited(base({ from: '2026-11-23' }))
    passed(5)
    await accepts(id)
    expect(await enrollments()).toMatchObject([{ start_on: '2026-11-30', first_on: '2026-11-30' }])
    expect(invitationClosed(await cardOf(id), 'accept-and-share').text).toContain(
      'The day your plan *Base* was to begin is over, so it begins on Mon 30 Nov 2026.',
    )
    expect(invitationResult(await cardOf(id)).text).toContain('as the day you chose was over')
  })

  it('counts back from a race, is joined where it is by then, and not given after the race', async () => {
    const id = await invited(base({ race: localDay('2026-12-13') }))
    const late = await invited(base({ race: localDay('2026-12-13') }), 'Track')
    passed(10)
    await accepts(id)
    expect(await enrollments()).toMatchObject([
      { start_on: '2026-11-23', first_on: '2026-11-30', race_on: '2026-12-13' },
    ])
    expect((await cardOf(id)).plan).toMatchObject({ outcome: 'joined', startOn: '2026-11-30' })
    passed(40)
    await accepts(late)
    expect(await enrollments()).toHaveLength(1)
    expect(invitationResult(await cardOf(late)).text).toContain('as its race is over')
  })

  it('that was archived meanwhile keeps nobody out, and both are told', async () => {
    const id = await invited(base())
    await perform(engine, by('UHEAD'), archivePlan, { title: 'Base' })
    expect(invitationReceived(await cardOf(id)).text).not.toContain('Base')
    expect(await accepts(id)).toMatchObject({ ok: true })
    expect(await enrollments()).toEqual([])
    expect(invitationClosed(await cardOf(id), 'accept-and-share').text).toContain('no longer offered')
    expect(invitationResult(await cardOf(id)).text).toContain('archived meanwhile')
  })

  it('is given once to whoever accepts two such invitations', async () => {
    const first = await invited(base())
    const second = await invited(base(), 'Track')
    await accepts(first)
    await accepts(second)
    expect(await enrollments()).toHaveLength(1)
    expect((await cardOf(second)).plan).toMatchObject({ outcome: 'on-it' })
  })

  it('goes with a decline', async () => {
    const invitationId = await invited(base())
    await perform(engine, by('UNORA'), answerInvitation, { invitationId, answer: 'decline' })
    expect(await enrollments()).toEqual([])
    expect(invitationClosed(await cardOf(invitationId), 'decline').text).not.toContain('begins on')
  })

  it('may be brought by an assistant coach only for athletes in their care, and nothing is written', async () => {
    const before = await wholeDatabase(engine)
    const refused = { ok: false, refusal: { code: 'invited-plan-not-in-care' } }
    const plan = base()
    const input = { person: nora, groupName: null, plan }
    expect(await perform(engine, by('UASSIST'), inviteAthlete, input)).toMatchObject(refused)
    expect(await perform(engine, by('UASSIST'), addAthlete, input)).toMatchObject(refused)
    const code = { groupName: null, cap: null, until: null, vanity: 'SPRING26', channelId: null, plan }
    expect(await perform(engine, by('UASSIST'), createCode, code)).toMatchObject(refused)
    const mail = { address: 'n@example.org', firstName: 'Nora', groupName: null, isMailed: true, plan }
    expect(await perform(engine, by('UASSIST'), inviteByEmail, mail)).toMatchObject(refused)
    expect(await wholeDatabase(engine)).toEqual(before)

    const pair = { coachId: club.accounts.UASSIST, athleteId: club.accounts.UANA }
    await engine.db
      .transaction()
      .execute(tx =>
        insertAssignment(tx, engine.newId, { organizationId: club.organizationId, ...pair }, TEST_NOW),
      )
    await invited(base(), 'Track', 'UASSIST', person('UANA', 'Ana'))
  })

  it('is refused with a start or a title that cannot be, and nothing is written', async () => {
    const before = await wholeDatabase(engine)
    const cases: [AskedPlan, string][] = [
      [base({ which: { title: 'Bse' } }), 'plan-unknown'],
      [base({ from: 'someday' }), 'plan-start-wrong'],
      [base({ from: '2026-11-01' }), 'plan-start-past'],
      [base({ from: '2030-01-01' }), 'plan-start-far'],
      [base({ race: localDay('2026-11-29') }), 'race-too-soon'],
    ]
    for (const [plan, code] of cases) {
      const sent = await perform(engine, by('UHEAD'), inviteAthlete, { person: nora, groupName: null, plan })
      expect(sent).toMatchObject({ refusal: { code } })
    }
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('comes with a code to everybody who joins with it', async () => {
    const made = await perform(engine, by('UHEAD'), createCode, {
      groupName: 'Track',
      cap: null,
      until: null,
      vanity: 'SPRING26',
      channelId: null,
      plan: base(),
    })
    if (!made.ok) throw new Error(made.refusal.code)
    const ola = person('UOLA', 'Ola')
    for (const who of [nora, ola]) {
      const entered = await perform(engine, by(who.slackUserId), enterCode, {
        typed: 'spring26',
        person: who,
      })
      expect(entered).toMatchObject({ value: { kind: 'offer', offer: { plan: { title: 'Base' } } } })
      const joined = await perform(engine, by(who.slackUserId), joinByCode, {
        codeId: made.value.code.id,
        answer: 'accept-keep-private',
        person: who,
      })
      expect(joined).toMatchObject({ value: { plan: { outcome: 'assigned', startOn: '2026-11-23' } } })
    }
    expect((await enrollments()).map(each => each.name)).toEqual(['Nora', 'Ola'])
  })

  it('comes with a mail, by way of the question in Slack', async () => {
    await perform(engine, by('UHEAD'), inviteByEmail, {
      address: 'nora@example.org',
      firstName: 'Nora',
      groupName: null,
      isMailed: false,
      plan: base(),
    })
    const system = {
      who: { kind: 'system', organizationId: club.organizationId },
      surface: 'clock',
    } as const
    await perform(engine, system, matchJoiner, { address: 'nora@example.org', person: nora })
    const { id } = await engine.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()
    await accepts(id)
    expect(await enrollments()).toMatchObject([{ name: 'Nora' }])
  })

  it('comes at once to whoever is added, and goes by the days of the athlete', async () => {
    // Half past five on Saturday morning in Auckland: there `today` is over before it is for the coach.
    const far = person('UFAR', 'Far', { zone: 'Pacific/Auckland' })
    const plan = base({ from: 'today' })
    const added = await perform(engine, by('UHEAD'), addAthlete, { person: far, groupName: null, plan })
    expect(added).toMatchObject({ value: { plan: { outcome: 'later', startOn: '2026-11-23' } } })
    const near = await perform(engine, by('UHEAD'), addAthlete, { person: nora, groupName: null, plan })
    expect(near).toMatchObject({ value: { plan: { outcome: 'assigned', startOn: '2026-11-20' } } })
    expect(await enrollments()).toMatchObject([
      { start_on: '2026-11-23' },
      { start_on: addDays(localDay('2026-11-20'), -4) },
    ])
  })

  it('is in the copy of one’s own data, and stays within its club', async () => {
    const id = await invited(base())
    const other = await testClub(engine, 'T0OTHER')
    await accepts(id)
    const account = await engine.db
      .selectFrom('accounts')
      .select('id')
      .where('slack_user_id', '=', 'UNORA')
      .where('slack_team_id', '=', TEST_TEAM)
      .executeTakeFirstOrThrow()
    const own = await readOwnData(engine.db, club.organizationId, account.id as never)
    expect(own).toMatchObject({
      invitations: { inSlack: [{ plan_title: 'Base', plan_from: '2026-11-23' }] },
    })
    expect(await getInvitationCard(engine.db, other.organizationId, id)).toBeNull()
  })
})
