import type { SubType } from '#domain/activity/sub-type.ts'
import type { AccountId, OrganizationId, WorkoutId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

export const WORKOUT_TYPES = ['run', 'bike', 'swim', 'strength', 'walk', 'hike'] as const
export type WorkoutType = (typeof WORKOUT_TYPES)[number]

/** Who finds it in the library: everybody in the club, or its coaches. */
export const WORKOUT_VISIBILITIES = ['public', 'coaches'] as const
export type WorkoutVisibility = (typeof WORKOUT_VISIBILITIES)[number]

export const STEP_KINDS = ['warm-up', 'run', 'interval', 'recovery', 'cool-down'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Said in a word how it should feel; a target may stand beside it. */
export const EFFORT_WORDS = [
  'easy',
  'steady',
  'tempo',
  'threshold',
  'marathon',
  'interval',
  'jog',
  'walk',
  'strides',
  'rest',
] as const
export type EffortWord = (typeof EFFORT_WORDS)[number]

export const PACE_ZONES = [1, 2, 3, 4, 5, 6] as const
export type PaceZone = (typeof PACE_ZONES)[number]

/** The unit in which the coach wrote it, so that it reads back as it was written. */
export type LengthUnit = 'km' | 'mi'

/** How far or how long: whole centimetres, whole milliseconds, or until whoever runs presses lap. */
export type Length =
  | { kind: 'distance'; cm: number; unit: LengthUnit }
  | { kind: 'duration'; ms: number }
  | { kind: 'open' }

export type Target =
  | { kind: 'none' }
  | { kind: 'zone'; zone: PaceZone }
  /** Milliseconds for each kilometre, whole; both the same where one pace is asked for. */
  | { kind: 'pace'; fastestMsPerKm: number; slowestMsPerKm: number; unit: LengthUnit }
  | { kind: 'heart-rate'; lowBpm: number; highBpm: number }
  /** 1 (nothing) to 10 (all out). */
  | { kind: 'effort'; effort: number }

export type Step = {
  kind: StepKind
  length: Length
  word: EffortWord | null
  target: Target
  /** One line; empty when there is nothing to say. */
  note: string
}

/** Blocks done several times over, with a recovery between two times and none after the last. */
export type Repeat = {
  kind: 'repeat'
  times: number
  blocks: Blocks
  recovery: Step | null
  note: string
}

export type Block = Step | Repeat
export type Blocks = readonly Block[]

export function isRepeat(block: Block): block is Repeat {
  return block.kind === 'repeat'
}

/** What bounds a workout, in its text and in its blocks. */
export const WORKOUT_LIMITS = {
  textLength: 500,
  noteLength: 80,
  repeats: 100,
  nesting: 4,
  /** Steps with every repeat counted. */
  steps: 500,
  distanceCm: 10_000_000,
  durationMs: 86_400_000,
} as const

export const WORKOUT_TITLE_MAX = 60

/** One workout of a club's library. */
export type Workout = {
  id: WorkoutId
  organizationId: OrganizationId
  title: string
  /** What makes the title unique among the live ones: see `nameKey`. */
  titleKey: string
  type: WorkoutType
  subType: SubType
  /** Canonical: what `printWorkout` makes of the blocks. */
  text: string
  blocks: Blocks
  visibility: WorkoutVisibility
  ownerId: AccountId
  /** Grows with every change; an edit names the version it was made on. */
  version: number
  createdAt: Instant
  updatedAt: Instant
  archivedAt: Instant | null
}
