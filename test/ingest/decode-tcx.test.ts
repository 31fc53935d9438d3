import { describe, expect, it } from 'vitest'
import type { Measured } from '#domain/activity/activity.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { instant } from '#kernel/instant.ts'
import { tcxActivity, tcxFile } from '../activity-files/encode-tcx.ts'
import type { RunToEncode } from '../activity-files/run-to-encode.ts'

const START = instant(Date.UTC(2026, 4, 14, 6))
const run: RunToEncode = { startedAt: START, distanceMeters: 1_000, durationSeconds: 300 }

function activities(bytes: Uint8Array): Measured[] {
  const decoded = decodeActivityFile(bytes, '')
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusal))
  return decoded.value.activities
}

function refusal(bytes: Uint8Array): FileRefusal | undefined {
  const decoded = decodeActivityFile(bytes, '')
  return decoded.ok ? undefined : decoded.refusal
}

function lap(seconds: number, meters: number, heartRate?: number): string {
  const beats =
    heartRate === undefined
      ? ''
      : `<AverageHeartRateBpm><Value>${heartRate}</Value></AverageHeartRateBpm>` +
        `<MaximumHeartRateBpm><Value>${heartRate + 10}</Value></MaximumHeartRateBpm>`
  return (
    `<Lap StartTime="2026-05-14T06:00:00Z"><TotalTimeSeconds>${seconds}</TotalTimeSeconds>` +
    `<DistanceMeters>${meters}</DistanceMeters>${beats}</Lap>`
  )
}

function ofLaps(...laps: readonly string[]): Uint8Array {
  return tcxFile(`<Activities><Activity Sport="Running">${laps.join('')}</Activity></Activities>`)
}

describe('a TCX file', () => {
  it('sums the time and distance of its laps', () => {
    expect(activities(ofLaps(lap(100.25, 400.1), lap(200.5, 800.2)))[0]).toMatchObject({
      startedAt: START,
      durationMs: 300_750,
      elapsedMs: 300_750,
      distanceCm: 120_030,
      climbCm: null,
      averageHeartRate: null,
    })
  })

  it('weighs the heart rates of laps without points by their time', () => {
    expect(activities(ofLaps(lap(100, 400, 120), lap(300, 800, 160)))[0]).toMatchObject({
      averageHeartRate: 150,
      maxHeartRate: 170,
    })
  })

  it('gives one activity an Activity, those within a multisport session too', () => {
    const at = (minutes: number, sport: 'running' | 'cycling') =>
      tcxActivity({ ...run, startedAt: instant(START + minutes * 60_000), sport })
    const session =
      `<MultiSportSession><FirstSport>${at(10, 'cycling')}</FirstSport>` +
      `<NextSport><Transition StartTime="2026-05-14T06:20:00Z"/>${at(20, 'running')}</NextSport></MultiSportSession>`
    const measured = activities(tcxFile(`<Activities>${at(0, 'running')}${session}</Activities>`))
    expect(measured.map(activity => activity.subType)).toEqual(['easy-run', 'ride', 'easy-run'])
    expect(measured.map(activity => (activity.startedAt - START) / 60_000)).toEqual([0, 10, 20])
  })

  it('takes from its points what its laps leave out', () => {
    const bare = tcxActivity({ ...run, heartRate: 140 })
      .replace(/<TotalTimeSeconds>.*?<\/DistanceMeters>/, '')
      .replace(/ StartTime="[^"]*"/, '')
    expect(activities(tcxFile(`<Activities>${bare}</Activities>`))[0]).toMatchObject({
      startedAt: START,
      durationMs: 300_000,
      distanceCm: 100_000,
      averageHeartRate: 140,
      device: 'test watch',
    })
  })

  it('of a course, without laps, or without any time is refused', () => {
    expect(refusal(tcxFile('<Courses><Course/></Courses>'))).toEqual({ code: 'no-activity' })
    expect(refusal(tcxFile('<Activities><Activity Sport="Running"/></Activities>'))).toEqual({
      code: 'no-activity',
    })
    const timeless = '<Lap><TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>200</DistanceMeters></Lap>'
    expect(refusal(ofLaps(timeless))).toEqual({ code: 'no-times' })
    expect(refusal(ofLaps(lap(0, 200)))).toEqual({ code: 'no-times' })
  })

  it('from a clock that was never set is refused', () => {
    const file = tcxFile(`<Activities>${tcxActivity({ ...run, startedAt: instant(0) })}</Activities>`)
    expect(refusal(file)).toEqual({ code: 'clock-not-set', startedAt: 0 })
  })
})
