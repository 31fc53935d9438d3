import type { Instant } from '#kernel/instant.ts'
import {
  byte,
  degrees,
  enumeration,
  FIT_MESSAGE,
  type FitMessage,
  fitFile,
  time,
  uint16,
  uint32,
} from './fit-message.ts'
import { pointsOf, type RunToEncode } from './run-to-encode.ts'

const SPORT_NUMBERS = { running: 1, cycling: 2, walking: 11 } as const

/** The run as a Forerunner 945 would write it: records, one lap, one session. */
export function encodeFitRun(run: RunToEncode): Uint8Array {
  return fitFile([fileIdMessage(run.startedAt), ...recordMessages(run), lapMessage(run), sessionMessage(run)])
}

/** `type` 4 is an activity, 6 a course. */
export function fileIdMessage(createdAt: Instant, type = 4): FitMessage {
  return {
    number: FIT_MESSAGE.fileId,
    fields: [enumeration(0, type), uint16(1, 1), uint16(2, 3113), time(4, createdAt)],
  }
}

export function recordMessages(run: RunToEncode): FitMessage[] {
  return pointsOf(run).map(point => ({
    number: FIT_MESSAGE.record,
    fields: [
      time(253, point.at),
      degrees(0, point.latitude),
      degrees(1, point.longitude),
      uint32(5, point.meters * 100),
      ...(run.heartRate === undefined ? [] : [byte(3, run.heartRate)]),
    ],
  }))
}

export function lapMessage(run: RunToEncode): FitMessage {
  return { number: FIT_MESSAGE.lap, fields: totalFields(run) }
}

export function sessionMessage(run: RunToEncode): FitMessage {
  const fields = [...totalFields(run), enumeration(5, SPORT_NUMBERS[run.sport ?? 'running'])]
  if (run.heartRate !== undefined) fields.push(byte(16, run.heartRate), byte(17, run.heartRate))
  return { number: FIT_MESSAGE.session, fields }
}

function totalFields(run: RunToEncode): FitMessage['fields'] {
  return [
    time(253, (run.startedAt + run.durationSeconds * 1_000) as Instant),
    time(2, run.startedAt),
    uint32(7, run.durationSeconds * 1_000),
    uint32(8, run.durationSeconds * 1_000),
    uint32(9, run.distanceMeters * 100),
  ]
}
