import { describe, expect, it } from 'vitest'
import type { Activity } from '#domain/activity/activity.ts'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { instant, localDay } from '#kernel/instant.ts'
import {
  activitiesDeleted,
  activityEditedModal,
  activityLogged,
  activityLoggedModal,
} from '#views/activity-logged.ts'
import { filesLogged } from '#views/files-logged.ts'
import { myRuns } from '#views/my-runs.ts'
import { editRunForm, likelyTheSame, logRunForm } from '#views/run-form.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { measuredRun } from '../fixtures/measured-run.ts'
import { sampleActivity } from '../fixtures/sample-activity.ts'

const TODAY = localDay('2026-11-20')
const hostile = sampleActivity({ name: '<!channel> *Bob* `x`', note: '<@U123> & <https://x|y>\n_really_' })
const many = (count: number, otherwise: Partial<Activity> = {}) =>
  Array.from({ length: count }, (_, index) =>
    sampleActivity({
      ...otherwise,
      id: `01930000-0000-7000-8000-${String(index).padStart(12, '0')}` as ActivityId,
    }),
  )

describe('a logged run', () => {
  it('is echoed in one sentence with Edit and Undo beside it', () => {
    const message = activityLogged({ activity: sampleActivity(), startIsAssumed: false })
    expect(message.text).toBe('Logged *8.2 km in 45:10 (5:30 /km)*, easy run, Fri 20 Nov 16:00.')
    expect(message.blocks.at(-1)).toMatchObject({
      type: 'actions',
      elements: [
        { action_id: 'run-effort', type: 'static_select' },
        { action_id: 'run-note', text: { text: 'Add a note' } },
        { action_id: 'run-edit', text: { text: 'Edit' } },
        { action_id: 'run-undo', text: { text: 'Undo' } },
      ],
    })
    expect(checkedMessage(message)).toEqual([])
  })

  it('says no hour that was only assumed, no pace without a distance, and the year of another year', () => {
    const text = (activity: Activity, startIsAssumed = false) =>
      activityLogged({ activity, startIsAssumed }).text
    expect(text(sampleActivity(), true)).toBe('Logged *8.2 km in 45:10 (5:30 /km)*, easy run, Fri 20 Nov.')
    expect(text(sampleActivity({ distanceCm: null, subType: 'strength' }))).toBe(
      'Logged *45:10*, strength session, Fri 20 Nov 16:00.',
    )
    const old = sampleActivity({
      startedAt: instant(Date.UTC(2015, 7, 29, 8)),
      localOn: localDay('2015-08-29'),
      climbCm: 12_300,
      averageHeartRate: 146,
    })
    expect(text(old)).toBe(
      'Logged *8.2 km in 45:10 (5:30 /km)*, easy run, Sat 29 Aug 2015 10:00, 123 m up, 146 bpm.',
    )
  })

  it('never obeys what people wrote into names and notes', () => {
    const messages = [
      activityLogged({ activity: hostile, startIsAssumed: false }),
      activitiesDeleted([hostile]),
      activitiesDeleted([hostile, sampleActivity()]),
      myRuns({ runs: [hostile], hasNewer: true, hasOlder: true, today: TODAY }),
      filesLogged([
        {
          name: '<!here>.fit',
          kind: 'logged',
          file: {
            logged: [],
            merged: [{ activity: hostile, before: hostile, originId: 'origin' }],
            skipped: [],
          },
        },
      ]),
    ]
    for (const message of messages) {
      // Buttons and confirmations are plain text, which Slack does not parse.
      const parsed = JSON.stringify([message.text, message.blocks.filter(({ type }) => type !== 'actions')])
      expect(parsed.replaceAll(/"confirm":\{.*?"style"/g, '')).not.toMatch(/<[!@]|<https|\*Bob/)
      expect(checkedMessage(message)).toEqual([])
    }
  })

  it('is shown in modals within Slack’s limits', () => {
    const long = sampleActivity({ name: 'x'.repeat(80), note: '&'.repeat(1_000) })
    const run = { activity: long, startIsAssumed: false }
    for (const view of [
      activityLoggedModal(run),
      activityEditedModal(long),
      logRunForm(TODAY),
      editRunForm(long),
    ]) {
      expect(checkedView(view)).toEqual([])
    }
    expect(checkedMessage(activityLogged(run))).toEqual([])
  })
})

describe('dropped files', () => {
  const logged = (file: Activity[]) => ({ logged: file, merged: [], skipped: [] })

  it('are answered one by one: logged with Edit and Undo, or refused with the reason', () => {
    const message = filesLogged([
      { name: 'a.fit', kind: 'logged', file: logged([sampleActivity({ note: 'hot' })]) },
      { name: 'b.pdf', kind: 'refused', why: { mrkdwn: 'Why.' } },
    ])
    expect(message.text).toBe(
      'Logged *a.fit*: *8.2 km in 45:10 (5:30 /km)*, easy run, Fri 20 Nov 16:00.\n“hot”\n\nNot logged: *b.pdf*. Why.',
    )
    expect(message.blocks.map(({ type }) => type)).toEqual(['section', 'actions', 'section'])
    expect(JSON.stringify(message.blocks)).toContain('\\"isAlone\\":false')
    expect(checkedMessage(message)).toEqual([])
  })

  it('of several activities are one summary with one undo, and say what was left out', () => {
    const swim = measuredRun({ subType: 'swim', distanceCm: 150_000 })
    const message = filesLogged([
      {
        name: 'race.fit',
        kind: 'logged',
        file: {
          logged: many(2),
          skipped: [
            {
              measured: swim,
              why: { code: 'activity-duplicate', existing: sampleActivity(), isFromFile: true },
            },
          ],
          merged: [],
        },
      },
    ])
    expect(message.text).toContain('Logged *race.fit*: 2 of 3 activities.\n• *8.2 km')
    expect(message.text).toContain(
      '• Not the swim, 1.5 km in 45:10 (3:01 /100 m): This run is logged already',
    )
    expect(message.blocks.at(-1)).toMatchObject({
      elements: [{ text: { text: 'Undo all' }, value: expect.stringContaining('000000000001') }],
    })
  })

  it('stay within Slack’s limits however many and long they are', () => {
    const skipped = Array.from({ length: 40 }, () => ({
      measured: measuredRun(),
      why: {
        code: 'activity-duplicate',
        existing: sampleActivity({ name: '&'.repeat(80) }),
        isFromFile: true,
      } as const,
    }))
    const merged = many(3, { name: 'x'.repeat(80) }).map(activity => ({
      activity,
      before: activity,
      originId: activity.id,
    }))
    const file = { logged: many(40), merged, skipped }
    const outcome = { name: `${'long'.repeat(60)}.fit`, kind: 'logged', file } as const
    for (const count of [1, 2, 3, 10]) {
      expect(checkedMessage(filesLogged(Array.from({ length: count }, () => outcome)))).toEqual([])
    }
    expect(checkedMessage(activitiesDeleted(many(40, { name: '&'.repeat(80) })))).toEqual([])
  })
})

describe('my runs', () => {
  it('are rows with Edit and a confirmed Delete, and pages only where there are any', () => {
    const middle = myRuns({ runs: many(5), hasNewer: true, hasOlder: true, today: TODAY })
    expect(checkedMessage(middle)).toEqual([])
    expect(middle.blocks.at(-1)).toMatchObject({
      elements: [{ action_id: 'runs-newer' }, { action_id: 'runs-older' }],
    })
    const row = middle.blocks[2]
    expect(row).toMatchObject({
      elements: [
        { action_id: 'run-edit' },
        { action_id: 'run-delete', confirm: { style: 'danger' } },
        { action_id: 'why-run' },
      ],
    })
    const only = myRuns({ runs: many(1), hasNewer: false, hasOlder: false, today: TODAY })
    expect(only.blocks).toHaveLength(3)
    expect(only.text).toBe(
      '*My runs*, newest first. Only you see this list.\n*Afternoon easy run* · 8.2 km in 45:10 (5:30 /km)\neasy run, Fri 20 Nov 16:00',
    )
  })

  it('say how to begin when there are none, and what just happened above', () => {
    const none = myRuns({ runs: [], hasNewer: false, hasOlder: false, today: TODAY }, 'km', {
      mrkdwn: 'Deleted.',
    })
    expect(none.text).toMatch(/^Deleted\.\nYou have no runs yet\./)
    expect(checkedMessage(none)).toEqual([])
    const notes = many(5, { note: '&'.repeat(1_000), name: '&'.repeat(80) })
    expect(checkedMessage(myRuns({ runs: notes, hasNewer: true, hasOlder: true, today: TODAY }))).toEqual([])
  })
})

describe('the run form', () => {
  it('is prefilled with what is there, and carries what it showed', () => {
    const view = editRunForm(sampleActivity({ distanceCm: 903_127, durationMs: 3_307_482 }))
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({
      activityId: '01930000-0000-7000-8000-0000000000a1',
      distance: '9.03',
      unit: 'km',
      time: '55:07',
      on: '2026-11-20',
      at: '16:00',
    })
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"9.03"')
  })

  it('offers every kind of activity', () => {
    const kinds = logRunForm(TODAY).blocks.find(block => block.block_id === 'sub-type')
    expect(kinds).toMatchObject({ element: { options: SUB_TYPES.map(subType => ({ value: subType })) } })
  })

  it('asks in the same fields about a run that looks like another', () => {
    const draft = {
      name: 'n',
      distance: '8.2',
      unit: 'mi',
      time: '45:10',
      subType: 'race',
      on: TODAY,
      at: '18:30',
      note: 'x',
      visibility: 'share',
    } as const
    const view = logRunForm(TODAY, 'km', { draft, warning: likelyTheSame(sampleActivity()) })
    expect(view.submit?.text).toBe('Log anyway')
    expect(view.private_metadata).toBe('{"isAgain":true}')
    expect(JSON.stringify(view.blocks[0])).toContain('looks like the run you have logged')
    expect(checkedView(view)).toEqual([])
  })
})
