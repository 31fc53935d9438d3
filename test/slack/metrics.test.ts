import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDay } from '#kernel/instant.ts'
import { metricButtons } from '#slack/actions/metrics.ts'
import { pacesCommand } from '#slack/commands/paces.ts'
import { whyCommand } from '#slack/commands/why.ts'
import { formValues } from '#slack/kit/form-values.ts'
import { splitWords } from '#slack/kit/words.ts'
import { enterVdotModal } from '#slack/modals/enter-vdot.ts'
import { logForm } from '#usecases/activity/log-form.ts'
import { perform } from '#usecases/perform.ts'
import { METRIC_ACTIONS } from '#views/paces.ts'
import { refusalInWords } from '#views/refusal.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('metrics in Slack', () => {
  let engine: TestEngine
  let club: TestClub
  beforeAll(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterAll(() => engine.close())

  async function say(command: typeof whyCommand, typed: string, as = 'UANA'): Promise<string> {
    const answer = await command.answer(slackContext(engine, as), splitWords(typed))
    if (!answer.ok) {
      const { refusal } = answer
      return refusal.code === 'misuse' ? refusal.problem : refusalInWords(refusal).mrkdwn
    }
    return answer.value.kind === 'message' ? answer.value.message.text : 'a form'
  }

  it('say what is missing before there is anything', async () => {
    expect(await say(pacesCommand, '')).toContain('No paces yet')
    expect(await say(whyCommand, 'load')).toContain('No VDOT yet')
    expect(await say(whyCommand, '1')).toContain('There is no such run of yours')
    expect(await say(whyCommand, '')).toContain('*effort*')
    expect(await say(whyCommand, 'laod')).toContain('/astral why load')
  })

  it('refuse what shows nothing, and nothing is written', async () => {
    const before = await wholeDatabase(engine)
    expect(await say(pacesCommand, '400m 1:20')).toContain('too short')
    expect(await say(pacesCommand, 'marathon 6:10:00')).toContain('Beyond five hours')
    expect(await say(pacesCommand, '5km 11:00')).toContain('Nobody runs like that')
    expect(await say(pacesCommand, '45:00')).toContain('need a distance')
    expect(await say(pacesCommand, '5km 21:00', 'UHEAD')).not.toContain('VDOT')
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('give paces from a race, in words that say from which', async () => {
    const done = await perform(engine, by('UANA'), logForm, {
      name: '',
      distanceCm: 500_000,
      durationMs: 1_260_000,
      subType: 'race',
      on: localDay('2026-11-02'),
      at: null,
      note: '',
      perceivedEffort: null,
      isAgain: false,
    } as Parameters<typeof logForm>[1])
    expect(done.ok).toBe(true)
    const paces = await say(pacesCommand, '')
    expect(paces).toContain('VDOT 47.0')
    expect(paces).toContain('From the race of Mon 2 Nov: 5 km in 21:00')
    expect(paces).toContain('*T* Threshold: 4:28 /km')
    expect(paces).toContain('5 km: 21:00, as run')
    expect(paces).toMatch(/Marathon: 3:2\d:\d\d – 3:2\d:\d\d/)
    const why = await say(whyCommand, '1')
    expect(why).toContain('Reckoned with VDOT 47.0, in force since Mon 2 Nov')
    expect(why).toContain('From distance, time and climb of the whole run')
    expect(await say(whyCommand, 'form')).toContain('Fitness')
  })

  it('let an athlete or their coach enter what they can run, and write that down', async () => {
    expect(await say(pacesCommand, '10km 40:00')).toContain('Entered by hand on Fri 20 Nov: 10 km in 40:00')
    expect(await say(pacesCommand, '')).toContain('VDOT 51.9')
    const entries = await engine.db
      .selectFrom('audit_entries')
      .select(['action', 'subject_id', 'is_visible_to_subject'])
      .where('action', '=', 'vdot.entered')
      .execute()
    expect(entries).toEqual([
      { action: 'vdot.entered', subject_id: club.accounts.UANA, is_visible_to_subject: 1 },
    ])
  })

  it('take the same from a form, with refusals at its field', async () => {
    const submit = (text: string) =>
      enterVdotModal.submit(
        slackContext(engine, 'UBEN'),
        formValues({ values: { performance: { value: { value: text } } } }),
        {},
      )
    expect(await submit('5km')).toMatchObject({ kind: 'errors' })
    expect(await submit('5km 25:00')).toMatchObject({ kind: 'update', view: { callback_id: 'vdot-entered' } })
  })

  it('answer the buttons, and nobody about a run of another', async () => {
    const press = async (actionId: string, value: string, as = 'UANA') => {
      const pressed = await metricButtons
        .find(each => each.actionId === actionId)
        ?.press(slackContext(engine, as), value)
      return pressed?.say?.text
    }
    const run = await engine.db.selectFrom('activities').select('id').executeTakeFirstOrThrow()
    expect(await press(METRIC_ACTIONS.whyRun, run.id)).toContain('Why these numbers?')
    expect(await press(METRIC_ACTIONS.whyRun, run.id, 'UBEN')).toContain('no such run of yours')
    expect(await press(METRIC_ACTIONS.why, 'paces')).toContain('Riegel')
  })

  it('explain the run of a day, alone or beside a metric', async () => {
    const { UBEN: ben } = club.accounts
    await putRun(engine, club, ben, '2026-11-19T06:00:00Z', { km: 7 })
    await putRun(engine, club, ben, '2026-11-19T16:00:00Z', { km: 9 })
    await putRun(engine, club, ben, '2026-11-20T06:00:00Z', { km: 5 })
    expect(await say(whyCommand, 'yesterday', 'UBEN')).toContain('9 km')
    expect(await say(whyCommand, '19 nov', 'UBEN')).toContain('9 km')
    expect(await say(whyCommand, 'load yesterday', 'UBEN')).toMatch(/VDOT load[\s\S]*Your run, .*9 km/)
    expect(await say(whyCommand, 'training load', 'UBEN')).toMatch(/Your newest run, .*5 km/)
    expect(await say(whyCommand, 'last friday', 'UBEN')).toContain('no such run of yours')
    expect(await say(whyCommand, 'age-grade', 'UBEN')).toContain('as a share of the best')
  })

  it('explain what a link leads to: one’s own run, or why the message is there', async () => {
    const { UBEN: ben, UHEAD: head } = club.accounts
    const activityId = await putRun(engine, club, ben, '2026-11-18T06:00:00Z', { km: 11 })
    const posted = async (id: string, kind: string, ts: string, payload: object, recipient = 'C0TRACK') =>
      engine.db
        .insertInto('outbox')
        .values({
          id,
          organization_id: club.organizationId,
          dedupe_key: id,
          kind,
          recipient,
          payload_json: JSON.stringify(payload),
          state: 'sent',
          owner: null,
          attempt: 1,
          first_attempt_at: null,
          attempt_at: null,
          is_uncertain: 0,
          not_before: 0,
          posted_channel: recipient,
          posted_ts: ts,
          posted_file_id: null,
          pulled_back_at: null,
          error_class: null,
          created_at: 0,
        })
        .execute()
    await posted('run', 'feed-run', '1763600000.000100', { activityId, groupId: 'g', askedBy: head })
    const board = { groupId: 'g', metric: 'distance', from: '2026-11-09', to: '2026-11-15', askedBy: head }
    await posted('board', 'leaderboard', '1763600000.000200', board)
    await posted('private', 'welcome', '1763600000.000300', {}, 'D0BEN')
    const link = (ts: string) => `<https://club.slack.com/archives/C0TRACK/p${ts.replace('.', '')}>`
    expect(await say(whyCommand, link('1763600000.000100'), 'UBEN')).toContain('11 km')
    expect(await say(whyCommand, link('1763600000.000100'), 'UANA')).not.toContain('11 km')
    expect(await say(whyCommand, link('1763600000.000200'), 'UBEN')).toContain(
      'Coach Mara posted the leaderboard',
    )
    expect(await say(whyCommand, link('1763600000.000900'), 'UBEN')).toContain('none of mine')
    expect(
      await say(whyCommand, link('1763600000.000300').replace('C0TRACK', 'D0BEN'), 'UBEN'),
    ).not.toContain('Why these numbers?')
  })
})
