import { describe, expect, it } from 'vitest'
import type { Measured } from '#domain/activity/activity.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type { Recorded } from '#domain/metrics/recorded.ts'
import { type DecodedFile, decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { expectedFiles, HAS_REAL_FILES, REAL_FILES_NOTE, realFile } from '../activity-files/real-files.ts'

const files = expectedFiles()
const fitFiles = files.filter(file => file.sessions && file.crcOk)
const xmlFiles = files.filter(file => typeof file.totals?.timer_s === 'number')

function decode(name: string): DecodedFile {
  const decoded = decodeActivityFile(realFile(name), name)
  if (!decoded.ok) throw new Error(`${name}: ${JSON.stringify(decoded.refusal)}`)
  return decoded.value
}

function refusal(name: string): FileRefusal | undefined {
  const decoded = decodeActivityFile(realFile(name), name)
  return decoded.ok ? undefined : decoded.refusal
}

function expectDistance(activity: Measured, meters: number): void {
  expect(Math.abs((activity.distanceCm ?? 0) / 100 - meters) / meters).toBeLessThan(0.003)
}

function expectHeartRate(bpm: number | null, expected: number | null): void {
  if (expected === null) expect(bpm).toBeNull()
  else expect(Math.abs((bpm ?? 0) - expected)).toBeLessThanOrEqual(0.5)
}

describe.skipIf(!HAS_REAL_FILES)(`real activity files${REAL_FILES_NOTE}`, () => {
  it('are all here', () => {
    expect(fitFiles).toHaveLength(6)
    expect(xmlFiles).toHaveLength(5)
  })

  it.each(fitFiles.map(file => [file.file, file] as const))(
    '%s has the totals of its sessions',
    (name, file) => {
      const decoded = decode(name)
      const sports = (file.sessions ?? []).filter(session => session.sport !== 'transition')
      expect(decoded).toMatchObject({ format: 'fit', sha256: file.sha256 })
      expect(decoded.activities).toHaveLength(sports.length)
      for (const [index, session] of sports.entries()) {
        const activity = decoded.activities[index]
        if (!activity) throw new Error('an activity is missing')
        expect(activity.startedAt).toBe(Date.parse(session.start))
        expectDistance(activity, session.distance_m)
        expect(activity.durationMs).toBe(Math.round(session.timer_s * 1_000))
        expect(activity.elapsedMs).toBe(Math.round(session.elapsed_s * 1_000))
        expect(activity.climbCm).toBe(session.ascent_m === null ? null : session.ascent_m * 100)
        expect(activity.device).toBe(file.device?.replace('/', ' '))
        if (session.avgHr !== null) expect(activity.averageHeartRate).toBe(session.avgHr)
        if (session.maxHr !== null) expect(activity.maxHeartRate).toBe(session.maxHr)
      }
      const single = sports.length === 1 ? decoded.activities[0] : undefined
      if (single && sports[0]?.avgHr === null) {
        expectHeartRate(single.averageHeartRate, file.hrMean ?? null)
        expectHeartRate(single.maxHeartRate, file.hrMax ?? null)
      }
    },
  )

  it.each(xmlFiles.map(file => [file.file, file] as const))('%s has its known totals', (name, file) => {
    const { format, sha256, activities } = decode(name)
    const [activity] = activities
    if (!activity || !file.totals) throw new Error('totals are missing')
    expect(activities).toHaveLength(1)
    expect(sha256).toBe(file.sha256)
    expectDistance(activity, file.totals.distance_m)
    expect(Math.floor(activity.durationMs / 1_000)).toBe(Math.floor(file.totals.timer_s ?? 0))
    expect(Math.floor(activity.elapsedMs / 1_000)).toBe(file.totals.elapsed_s)
    // expected.json states no heart rate for the GPX files, though their points have one.
    if (format === 'tcx') {
      expectHeartRate(activity.averageHeartRate, file.totals.hrMean)
      expectHeartRate(activity.maxHeartRate, file.totals.hrMax)
    }
  })

  it('give each session of a multisport day its own heart rate', () => {
    const { activities } = decode('multisport-fenix2.fit')
    expect(activities.map(activity => activity.subType)).toEqual(['other', 'easy-run', 'easy-run', 'ride'])
    expect(activities.map(activity => activity.averageHeartRate)).toEqual([135, 164, 158, 154])
    expect(Math.max(...activities.map(activity => activity.maxHeartRate ?? 0))).toBe(172)
  })

  it('name the sport', () => {
    expect(decode('ride-edge820.fit').activities[0]?.subType).toBe('ride')
    expect(decode('run-treadmill-no-gps.fit').activities[0]?.subType).toBe('treadmill')
    expect(decode('run-strava-export.gpx').activities[0]?.subType).toBe('easy-run')
    expect(decode('run-4.7km-hr.tcx').activities[0]?.subType).toBe('easy-run')
  })

  it('tell the same run the same way in FIT and in packed TCX', () => {
    const [fit] = decode('run-hilly-fr945-sloatsburg.fit').activities as Recorded[]
    const [tcx] = decode('run-hilly-fr945-sloatsburg.tcx.gz').activities as Recorded[]
    const { climbCm: fitClimb, device: _fit, efforts: fitEfforts, ...fitTotals } = fit ?? ({} as Recorded)
    const { climbCm: tcxClimb, device: _tcx, efforts: tcxEfforts, ...tcxTotals } = tcx ?? ({} as Recorded)
    expect(tcxTotals).toEqual(fitTotals)
    expect(Math.abs((tcxEfforts?.gradedSpeed ?? 0) - (fitEfforts?.gradedSpeed ?? 1e6))).toBeLessThan(3)
    expect(tcxEfforts?.bests).toEqual(fitEfforts?.bests)
    expect(Math.abs((tcxClimb ?? 0) - (fitClimb ?? 0))).toBeLessThan(1_000)
  })

  it('have the heart rate of GPX points under any prefix', () => {
    expect(decode('run-garmin-export-hr.gpx').activities[0]).toMatchObject({
      averageHeartRate: 134,
      maxHeartRate: 178,
    })
    expect(decode('run-strava-export.gpx').activities[0]).toMatchObject({
      averageHeartRate: 146,
      maxHeartRate: 176,
    })
  })

  it('are refused for what they are when they are no sound recording', () => {
    expect(refusal('run-strava-app-bad-crc.fit')).toEqual({
      code: 'file-damaged',
      format: 'fit',
      detail: 'truncated',
    })
    expect(refusal('track-without-times.gpx')).toEqual({ code: 'no-times' })
    expect(refusal('unicode-with-bom.gpx')).toEqual({ code: 'no-track' })
  })
})
