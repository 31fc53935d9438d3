import { FitBaseType, FitEncoder } from 'fit-file-parser/encoder'
import { describe, expect, it } from 'vitest'
import type { Measured } from '#domain/activity/activity.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import {
  encodeFitRun,
  fileIdMessage,
  lapMessage,
  recordMessages,
  sessionMessage,
} from '../activity-files/encode-fit.ts'
import {
  byte,
  enumeration,
  FIT_MESSAGE,
  type FitMessage,
  fitFile,
  time,
  uint16,
  uint32,
} from '../activity-files/fit-message.ts'
import type { RunToEncode } from '../activity-files/run-to-encode.ts'

const START = instant(1_700_000_000_000)
const run: RunToEncode = { startedAt: START, distanceMeters: 1_000, durationSeconds: 300, heartRate: 150 }

function activities(bytes: Uint8Array): Measured[] {
  const decoded = decodeActivityFile(bytes, '')
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusal))
  return decoded.value.activities
}

function refusal(bytes: Uint8Array): FileRefusal | undefined {
  const decoded = decodeActivityFile(bytes, '')
  return decoded.ok ? undefined : decoded.refusal
}

function secondsIn(seconds: number): Instant {
  return instant(START + seconds * 1_000)
}

function timerEvent(at: Instant, type: number): FitMessage {
  return { number: FIT_MESSAGE.event, fields: [time(253, at), enumeration(0, 0), enumeration(1, type)] }
}

function session(...fields: FitMessage['fields']): FitMessage {
  return { number: FIT_MESSAGE.session, fields }
}

describe('a FIT file', () => {
  it('without a session is measured by its records', () => {
    const [activity] = activities(fitFile([fileIdMessage(START), ...recordMessages(run)]))
    expect(activity).toMatchObject({
      subType: 'other',
      startedAt: START,
      distanceCm: 100_000,
      durationMs: 300_000,
      elapsedMs: 300_000,
      averageHeartRate: 150,
    })
  })

  it('without a session takes the pauses between stops and starts off the timer', () => {
    const events = [timerEvent(START, 0), timerEvent(secondsIn(100), 4), timerEvent(secondsIn(160), 0)]
    const file = fitFile([
      fileIdMessage(START),
      ...events,
      ...recordMessages(run),
      timerEvent(secondsIn(300), 4),
    ])
    expect(activities(file)[0]).toMatchObject({ durationMs: 240_000, elapsedMs: 300_000 })
  })

  it('without a session takes the timer of its laps when they have more', () => {
    const file = fitFile([
      fileIdMessage(START),
      lapMessage({ ...run, durationSeconds: 299 }),
      ...recordMessages(run),
    ])
    expect(activities(file)[0]?.durationMs).toBe(300_000)
    const paused = [timerEvent(secondsIn(10), 4), timerEvent(secondsIn(200), 0)]
    const lapped = fitFile([fileIdMessage(START), ...paused, lapMessage(run), ...recordMessages(run)])
    expect(activities(lapped)[0]?.durationMs).toBe(300_000)
  })

  it('keeps the milliseconds of timer and elapsed time apart', () => {
    const file = fitFile([
      fileIdMessage(START),
      session(
        time(253, secondsIn(400)),
        time(2, START),
        uint32(7, 400_750),
        uint32(8, 299_123),
        enumeration(5, 1),
      ),
    ])
    expect(activities(file)[0]).toMatchObject({ durationMs: 299_123, elapsedMs: 400_750, distanceCm: null })
  })

  it('gives one activity a session, without transitions and sums', () => {
    const part = (from: number, to: number, sport: number, subSport = 0) =>
      session(
        time(253, secondsIn(to)),
        time(2, secondsIn(from)),
        uint32(7, (to - from) * 1_000),
        uint32(8, (to - from) * 1_000),
        enumeration(5, sport),
        enumeration(6, subSport),
      )
    const parts = [
      part(0, 100, 5, 18),
      part(100, 110, 3),
      part(110, 200, 2),
      part(200, 300, 1, 3),
      part(0, 300, 18),
    ]
    const measured = activities(fitFile([fileIdMessage(START), ...recordMessages(run), ...parts]))
    expect(measured.map(activity => activity.subType)).toEqual(['swim', 'ride', 'trail-run'])
    expect(measured.map(activity => activity.durationMs)).toEqual([100_000, 90_000, 100_000])
    expect(measured.map(activity => activity.averageHeartRate)).toEqual([150, 150, 150])
  })

  it('gives the activities of all files chained in it', () => {
    const second = encodeFitRun({ ...run, startedAt: secondsIn(1_000), sport: 'walking' })
    const chained = activities(Uint8Array.of(...encodeFitRun(run), ...second))
    expect(chained.map(activity => [activity.startedAt, activity.subType])).toEqual([
      [START, 'easy-run'],
      [secondsIn(1_000), 'walk'],
    ])
  })

  it('has no heart rate where the strap told none that a heart has', () => {
    const file = fitFile([
      fileIdMessage(START),
      ...recordMessages({ ...run, heartRate: 250 }),
      sessionMessage({ ...run, heartRate: 10 }),
    ])
    expect(activities(file)[0]).toMatchObject({ averageHeartRate: null, maxHeartRate: null })
  })

  it('takes a heart rate from the records where the session has none', () => {
    const { heartRate: _none, ...silent } = run
    const file = fitFile([fileIdMessage(START), ...recordMessages(run), sessionMessage(silent)])
    expect(activities(file)[0]).toMatchObject({ averageHeartRate: 150, maxHeartRate: 150 })
  })

  it('of another maker is named by number', () => {
    const fileId = { number: FIT_MESSAGE.fileId, fields: [enumeration(0, 4), uint16(1, 265), uint16(2, 102)] }
    expect(activities(fitFile([fileId, sessionMessage(run)]))[0]?.device).toBe('strava 102')
  })

  it('from a clock that was never set is refused', () => {
    const unset = instant(Date.UTC(1990, 0, 1))
    expect(refusal(encodeFitRun({ ...run, startedAt: unset }))).toEqual({
      code: 'clock-not-set',
      startedAt: unset,
    })
  })

  it('of a course, or of settings alone, holds no activity', () => {
    expect(refusal(fitFile([fileIdMessage(START, 6), ...recordMessages(run)]))).toEqual({
      code: 'no-activity',
    })
    expect(refusal(fitFile([fileIdMessage(START)]))).toEqual({ code: 'no-activity' })
    expect(refusal(fitFile([]))).toEqual({ code: 'no-activity' })
  })

  it('keeps its totals when a device gives its own field a standard name', () => {
    const named = (name: string) => Uint8Array.from({ length: 16 }, (_, at) => name.charCodeAt(at) || 0)
    const description: FitMessage = {
      number: 206,
      fields: [
        byte(0, 0),
        byte(1, 0),
        { number: 2, size: 1, baseType: FitBaseType.Uint8, value: 7 },
        { number: 3, size: 16, baseType: FitBaseType.String, value: named('total_distance') },
      ],
    }
    const plain = fitFile([fileIdMessage(START), ...recordMessages(run), description, sessionMessage(run)])
    expect(activities(withDeveloperField(plain))[0]).toMatchObject({
      distanceCm: 100_000,
      durationMs: 300_000,
    })
  })

  it('with records that do not follow from their definitions is damaged, though its checksum is right', () => {
    const file = encodeFitRun(run)
    file[14] = 0x0f
    expect(refusal(withChecksum(file))).toEqual({ code: 'file-damaged', format: 'fit', detail: 'structure' })
  })
})

/** The encoder writes no developer fields: its last definition, the session's, gets one of four letters here. */
function withDeveloperField(file: Uint8Array): Uint8Array {
  const body = [...file.subarray(0, -2)]
  const at = lastDefinition(body, FIT_MESSAGE.session)
  const fieldCount = body[at + 5] ?? 0
  body[at] = (body[at] ?? 0) | 0x20
  body.splice(at + 6 + fieldCount * 3, 0, 1, 0, 4, 0)
  body.push(0x66, 0x61, 0x72, 0)
  const dataLength = body.length - 14
  for (let index = 0; index < 4; index += 1) body[4 + index] = (dataLength >>> (index * 8)) & 0xff
  const header = FitEncoder.calculateCRC(body.slice(0, 12))
  body[12] = header & 0xff
  body[13] = header >>> 8
  return withChecksum(Uint8Array.of(...body, 0, 0))
}

function lastDefinition(body: readonly number[], message: number): number {
  for (let at = body.length - 6; at >= 14; at -= 1) {
    if (body[at] === 0x40 && body[at + 1] === 0 && body[at + 2] === 0 && body[at + 3] === message) return at
  }
  throw new Error('no such definition')
}

function withChecksum(file: Uint8Array): Uint8Array {
  const sum = FitEncoder.calculateCRC(file.subarray(0, -2))
  file[file.length - 2] = sum & 0xff
  file[file.length - 1] = sum >>> 8
  return file
}
