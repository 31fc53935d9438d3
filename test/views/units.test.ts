import { describe, expect, it } from 'vitest'
import { localDay } from '#kernel/instant.ts'
import { activitiesDeleted, activityEditedModal, activityLogged } from '#views/activity-logged.ts'
import type { Units } from '#views/figures.ts'
import { filesLogged } from '#views/files-logged.ts'
import { leaderboardPosted, leaderboardShown, leaderboardShownModal } from '#views/leaderboard.ts'
import { myRuns } from '#views/my-runs.ts'
import { refusalInWords } from '#views/refusal.ts'
import { editRunForm } from '#views/run-form.ts'
import { runNoteForm } from '#views/run-note-form.ts'
import { findingInWords } from '#views/signal-words.ts'
import { sampleActivity } from '../fixtures/sample-activity.ts'
import { member, sampleBoard } from '../fixtures/sample-board.ts'

const TODAY = localDay('2026-11-20')
/** 10 km in an hour: 6.21 miles, 6:00 a kilometre, 9:39 a mile. */
const run = sampleActivity({ distanceCm: 1_000_000, durationMs: 3_600_000, climbCm: 10_000 })
const board = sampleBoard([member('Ana', 10)])
const climbs = sampleBoard([member('Ana', 10)], 'elevation')

/** Every view of figures that are for one reader, with what it says in kilometres and in miles. */
const VIEWS: readonly [name: string, view: (units: Units) => unknown, km: string[], mi: string[]][] = [
  [
    'the echo of a run',
    units => activityLogged({ activity: run, startIsAssumed: false, merged: null }, units),
    ['10 km in 1:00:00 (6:00 /km)', '100 m up'],
    ['6.21 mi in 1:00:00 (9:39 /mi)', '328 ft up'],
  ],
  ['a run that is saved', units => activityEditedModal(run, units), ['6:00 /km'], ['9:39 /mi']],
  ['a run that is deleted', units => activitiesDeleted([run], units), ['10 km'], ['6.21 mi']],
  [
    'a ride',
    units => activitiesDeleted([{ ...run, subType: 'ride' }], units),
    ['(10.0 km/h)'],
    ['6.21 mi', '(6.2 mph)'],
  ],
  [
    'dropped files',
    units =>
      filesLogged(
        [{ name: 'a.fit', kind: 'logged', file: { logged: [run], merged: [], skipped: [] } }],
        units,
      ),
    ['10 km', '100 m up'],
    ['6.21 mi', '328 ft up'],
  ],
  [
    'my runs',
    units => myRuns({ runs: [run], hasNewer: false, hasOlder: false, today: TODAY }, units),
    ['10 km', '/km', 'm up'],
    ['6.21 mi', '/mi', 'ft up'],
  ],
  ['the form of a note', units => runNoteForm(run, units), ['10 km'], ['6.21 mi']],
  ['the form of a run', units => editRunForm(run, units), ['"10"', '"km"'], ['"6.21"', '"mi"']],
  [
    'a refusal',
    units =>
      refusalInWords(
        { code: 'activity-duplicate-file', existing: run } as Parameters<typeof refusalInWords>[0],
        units,
      ),
    ['10 km'],
    ['6.21 mi'],
  ],
  [
    'a board',
    units => leaderboardShown(board, units),
    ['Distance (km)', '10.0 km', '"text":"10.0"'],
    ['Distance (mi)', '6.2 mi', '"text":"6.2"'],
  ],
  ['a board in a modal', units => leaderboardShownModal(board, units), ['10.0 km'], ['6.2 mi']],
  [
    'a board of climb',
    units => leaderboardShown(climbs, units),
    ['Climb (m)', '100 m'],
    ['Climb (ft)', '328 ft'],
  ],
  [
    'what is noticed of an athlete',
    units =>
      findingInWords(
        { rule: 'longest-run', on: TODAY, distanceCm: 2_000_000, longestCm: 1_000_000 } as Parameters<
          typeof findingInWords
        >[0],
        TODAY,
        units,
      ),
    ['20 km', '10 km'],
    ['12.43 mi', '6.21 mi'],
  ],
]

describe('what one reader sees', () => {
  it.each(VIEWS)('is in their units: %s', (_name, view, km, mi) => {
    const [inKm, inMi] = [JSON.stringify(view('km')), JSON.stringify(view('mi'))]
    for (const words of km) expect(inKm).toContain(words)
    for (const words of mi) expect(inMi).toContain(words)
    expect(inKm).not.toMatch(/\d mi\b|\/mi\b|mph|\d ft\b/)
    expect(inMi).not.toMatch(/\d km\b|\/km\b|km\/h/)
  })

  it('is in kilometres where a whole channel reads', () => {
    const post = leaderboardPosted(
      { board, outboxId: 'o', setByName: 'Kai', isWeekly: true, isLate: false },
      { chartFileId: null, withTable: true },
    )
    expect(JSON.stringify(post)).toContain('Distance (km)')
    expect(post.text).toContain('10.0 km')
  })
})
