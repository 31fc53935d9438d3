import { z } from 'zod'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { SentActivity } from '#domain/connection/connection.ts'
import { instant } from '#kernel/instant.ts'

export const grantSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds since 1970. */
  expires_at: z.number().int(),
  /** Comes with the first exchange alone. */
  athlete: z.object({ id: z.number().int() }).optional(),
})
export type Grant = z.output<typeof grantSchema>

/** What is read of an activity, in Strava's summary and in its detail alike; metres and seconds. */
export const activitySchema = z.object({
  id: z.number().int(),
  name: z.string().default(''),
  sport_type: z.string().optional(),
  type: z.string().optional(),
  start_date: z.string(),
  distance: z.number().default(0),
  moving_time: z.number(),
  elapsed_time: z.number(),
  total_elevation_gain: z.number().nullish(),
  average_heartrate: z.number().nullish(),
  max_heartrate: z.number().nullish(),
  trainer: z.boolean().nullish(),
  /** 1 race, 2 long run, 3 workout. */
  workout_type: z.number().nullish(),
})

export const eventSchema = z.object({
  object_type: z.enum(['activity', 'athlete']),
  object_id: z.number().int(),
  aspect_type: z.enum(['create', 'update', 'delete']),
  owner_id: z.number().int(),
  updates: z.record(z.string(), z.unknown()).nullish(),
})

const SPORTS: Readonly<Record<string, SubType>> = {
  Run: 'easy-run',
  TrailRun: 'trail-run',
  VirtualRun: 'treadmill',
  Walk: 'walk',
  Hike: 'hike',
  Ride: 'ride',
  GravelRide: 'ride',
  MountainBikeRide: 'ride',
  EBikeRide: 'ride',
  EMountainBikeRide: 'ride',
  VirtualRide: 'ride',
  Swim: 'swim',
  WeightTraining: 'strength',
}
const WORKOUTS: Readonly<Record<number, SubType>> = { 1: 'race', 2: 'long-run', 3: 'interval' }

/** Null when its start cannot be read. */
export function sentActivityOf(activity: z.output<typeof activitySchema>): SentActivity | null {
  const startedAt = Date.parse(activity.start_date)
  if (Number.isNaN(startedAt)) return null
  const subType = subTypeOf(activity)
  const durationMs = Math.round(activity.moving_time * 1_000)
  const { total_elevation_gain: climb } = activity
  return {
    externalId: String(activity.id),
    name: activity.name.slice(0, 80),
    measured: {
      subType,
      startedAt: instant(startedAt),
      distanceCm: activity.distance > 0 ? Math.round(activity.distance * 100) : null,
      durationMs,
      elapsedMs: Math.max(durationMs, Math.round(activity.elapsed_time * 1_000)),
      climbCm: typeof climb === 'number' && climb >= 0 ? Math.round(climb * 100) : null,
      averageHeartRate: beats(activity.average_heartrate),
      maxHeartRate: beats(activity.max_heartrate),
      device: null,
    },
  }
}

function subTypeOf(activity: z.output<typeof activitySchema>): SubType {
  const sport = SPORTS[activity.sport_type ?? activity.type ?? ''] ?? 'other'
  if (sport !== 'easy-run') return sport
  if (activity.trainer === true) return 'treadmill'
  return WORKOUTS[activity.workout_type ?? 0] ?? sport
}

function beats(value: number | null | undefined): number | null {
  return typeof value === 'number' && value > 0 ? Math.round(value) : null
}
