import type { SubType } from '#domain/activity/sub-type.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId, OrganizationId, WorkoutId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { parseWorkout } from './text/parse-workout.ts'
import { printWorkout } from './text/print-workout.ts'
import {
  type Blocks,
  isRepeat,
  WORKOUT_TITLE_MAX,
  type Workout,
  type WorkoutType,
  type WorkoutVisibility,
} from './workout.ts'
import type { WorkoutRefusal } from './workout-refusal.ts'

/** What a coach says of a workout. */
export type WorkoutWords = {
  title: string
  text: string
  /** Null lets the blocks say it. */
  subType: SubType | null
  visibility: WorkoutVisibility
}

export type NewWorkoutFacts = {
  id: WorkoutId
  organizationId: OrganizationId
  ownerId: AccountId
  words: WorkoutWords
  /** The live workout that already has this title's key, if any. */
  namesake: Workout | undefined
  now: Instant
}

export function decideNewWorkout(facts: NewWorkoutFacts): Result<Workout, WorkoutRefusal> {
  const said = requireWorkoutWords(facts.words)
  if (!said.ok) return said
  if (facts.namesake) return refuse({ code: 'workout-title-taken', title: facts.namesake.title })
  return ok({
    id: facts.id,
    organizationId: facts.organizationId,
    ownerId: facts.ownerId,
    ...said.value,
    version: 1,
    createdAt: facts.now,
    updatedAt: facts.now,
    archivedAt: null,
  })
}

export type WorkoutChangeFacts = {
  workout: Workout
  words: WorkoutWords
  /** The version that the coach saw while they wrote. */
  seenVersion: number
  namesake: Workout | undefined
  now: Instant
}

export function decideWorkoutChange(facts: WorkoutChangeFacts): Result<Workout, WorkoutRefusal> {
  const { workout, namesake } = facts
  if (workout.archivedAt !== null) return refuse({ code: 'workout-archived', title: workout.title })
  const said = requireWorkoutWords(facts.words)
  if (!said.ok) return said
  if (facts.seenVersion !== workout.version) {
    return refuse({ code: 'workout-changed-meanwhile', current: workout })
  }
  if (namesake && namesake.id !== workout.id) {
    return refuse({ code: 'workout-title-taken', title: namesake.title })
  }
  return ok({ ...workout, ...said.value, version: workout.version + 1, updatedAt: facts.now })
}

/** The same workout put away, or back into the library. */
export function decideWorkoutArchived(workout: Workout, isArchived: boolean, now: Instant): Workout {
  return {
    ...workout,
    archivedAt: isArchived ? now : null,
    version: workout.version + 1,
    updatedAt: now,
  }
}

function requireWorkoutWords(
  words: WorkoutWords,
): Result<
  Pick<Workout, 'title' | 'titleKey' | 'type' | 'subType' | 'text' | 'blocks' | 'visibility'>,
  WorkoutRefusal
> {
  const title = cleanName(words.title)
  const titleKey = nameKey(title)
  if (titleKey === '') return refuse({ code: 'workout-title-empty' })
  if (title.length > WORKOUT_TITLE_MAX) {
    return refuse({ code: 'workout-title-too-long', limit: WORKOUT_TITLE_MAX, length: title.length })
  }
  const parsed = parseWorkout(words.text)
  if (!parsed.ok) return refuse({ code: 'workout-text-wrong', text: words.text, fault: parsed.refusal })
  const blocks = parsed.value
  const subType = words.subType ?? guessedSubType(blocks)
  return ok({
    title,
    titleKey,
    type: typeOfSubType(subType),
    subType,
    text: printWorkout(blocks),
    blocks,
    visibility: words.visibility,
  })
}

/** Repeats make it intervals, hard words a tempo run, a long way a long run, and everything else an easy one. */
export function guessedSubType(blocks: Blocks): SubType {
  if (blocks.some(isRepeat)) return 'interval'
  const steps = blocks.flatMap(block => (isRepeat(block) ? [] : [block]))
  if (steps.some(step => step.word === 'tempo' || step.word === 'threshold')) return 'tempo'
  const isLong = steps.some(
    ({ length }) =>
      (length.kind === 'distance' && length.cm >= 1_600_000) ||
      (length.kind === 'duration' && length.ms >= 5_400_000),
  )
  if (isLong) return 'long-run'
  return steps.every(step => step.word === 'walk') ? 'walk' : 'easy-run'
}

const TYPES: Partial<Record<SubType, WorkoutType>> = {
  ride: 'bike',
  swim: 'swim',
  strength: 'strength',
  walk: 'walk',
  hike: 'hike',
}

export function typeOfSubType(subType: SubType): WorkoutType {
  return TYPES[subType] ?? 'run'
}
