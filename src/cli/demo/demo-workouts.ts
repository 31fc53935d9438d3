import type { WorkoutWords } from '#domain/plan/decide-workout.ts'

/** What a club of all levels runs in a week: two for speed, two for strength, two for the miles. */
export const DEMO_WORKOUTS: readonly WorkoutWords[] = [
  workout('Classic 800s', '2km easy + 6x800m @z5 r400m jog + 2km easy', 'interval'),
  workout(
    'Hill sprints',
    '15min easy + 8x45s interval "uphill, walk back" r90s walk + 15min easy',
    'interval',
  ),
  workout('Cruise intervals', '2km easy + 4x1.6km threshold r60s rest + 2km easy', 'tempo'),
  workout('Marathon pace sandwich', '4km easy + 2x(5km marathon + 1km jog) + 2km easy', 'long-run'),
  workout('Easy hour with strides', '50min easy + 6x20s strides r40s walk + 5min walk', 'easy-run'),
  workout('Run and walk for beginners', '5min walk + 6x(2min jog + 2min walk) + 5min walk', 'easy-run'),
  workout('Time trial', 'wu 3km easy + 5km @rpe9 + cd 2km jog', 'race', 'coaches'),
]

function workout(
  title: string,
  text: string,
  subType: WorkoutWords['subType'],
  visibility: WorkoutWords['visibility'] = 'public',
): WorkoutWords {
  return { title, text, subType, visibility }
}
