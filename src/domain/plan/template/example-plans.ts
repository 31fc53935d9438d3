import { parsePlan } from './parse-plan.ts'
import type { PlanLevel, PlanWeeks } from './plan.ts'

export type ExamplePlan = { title: string; level: PlanLevel; weeks: PlanWeeks }

/** Three plans of our own to begin with: they grow by about a tenth, step back every fourth week or so, and taper. */
export function examplePlans(): ExamplePlan[] {
  return [
    { title: '5 km in 8 weeks', level: 'basic', weeks: weeksOf(FIVE_KM) },
    { title: 'Half marathon in 12 weeks', level: 'intermediate', weeks: weeksOf(HALF_MARATHON) },
    { title: 'Marathon in 16 weeks', level: 'intermediate', weeks: weeksOf(MARATHON) },
  ]
}

function weeksOf(weeks: readonly string[]): PlanWeeks {
  const read = parsePlan(weeks.map((week, index) => `Week ${index + 1} ${week}`).join('\n'))
  if (!read.ok) throw new TypeError(`an example plan cannot be read: ${JSON.stringify(read.refusal)}`)
  return read.value
}

const FIVE_KM = [
  '// find an easy rhythm\nTue 3km easy\nThu 3km easy\nSat 3km easy\nSun 4km easy',
  '\nTue 3km easy\nThu 3.5km easy // finish with a few relaxed strides\nSat 3km easy\nSun 5km easy',
  '\nTue 3km easy\nThu 1.5km easy + 4x2min tempo r2min jog + 1.5km easy\nSat 3km easy\nSun 5km easy',
  '// step back\nTue 3km easy\nThu 4km easy\nSun 5km easy',
  '\nTue 4km easy\nThu 1.5km easy + 5x2min interval r2min jog + 1.5km easy\nSat 3km easy\nSun 6km easy',
  '\nTue 4km easy\nThu 1.5km easy + 5x400m interval r200m jog + 1.5km easy\nSat 4km easy\nSun 6.5km easy',
  '\nTue 4km easy\nThu 1.5km easy + 3x1km tempo r2min jog + 1.5km easy\nSat 4km easy\nSun 7km easy',
  '// race week\nTue 3km easy\nThu 2km easy + 3x200m interval r200m jog + 1km easy\nSun 5km interval // the race: begin calmly',
]

const HALF_MARATHON = [
  '// settle in\nTue 7km easy\nWed 5km easy\nThu 7km easy\nSat 5km easy\nSun 11km easy',
  '\nTue 7km easy\nWed 6km easy\nThu 2km easy + 6x400m interval r200m jog + 2km easy\nSat 5km easy\nSun 12km easy',
  '\nTue 8km easy\nWed 6km easy\nThu 2km easy + 20min tempo + 2km easy\nSat 6km easy\nSun 13km easy',
  '// step back\nTue 7km easy\nThu 7km easy\nSat 5km easy\nSun 11km easy',
  '\nTue 8km easy\nWed 7km easy\nThu 2km easy + 5x800m interval r400m jog + 2km easy\nSat 6km easy\nSun 14km easy',
  '\nTue 9km easy\nWed 7km easy\nThu 2km easy + 2x15min tempo r3min jog + 2km easy\nSat 6km easy\nSun 15km easy',
  '\nTue 9km easy\nWed 7km easy\nThu 2km easy + 5x1km interval r400m jog + 2km easy\nSat 7km easy\nSun 17km easy',
  '// step back\nTue 8km easy\nThu 2km easy + 20min tempo + 2km easy\nSat 6km easy\nSun 13km easy',
  '\nTue 9km easy\nWed 8km easy\nThu 2km easy + 3x2km threshold r3min jog + 2km easy\nSat 7km easy\nSun 18km easy',
  '// the biggest week\nTue 10km easy\nWed 8km easy\nThu 2km easy + 8km tempo + 2km easy\nSat 7km easy\nSun 19km easy',
  '// taper\nTue 8km easy\nThu 2km easy + 4x1km threshold r2min jog + 2km easy\nSat 5km easy\nSun 13km easy',
  '// race week\nTue 6km easy\nThu 2km easy + 3x1km tempo r2min jog + 1km easy\nSat 3km easy\nSun 21.1km tempo // the race',
]

const MARATHON = [
  '// settle in\nTue 8km easy\nWed 8km easy\nThu 9km easy\nSat 6km easy\nSun 14km easy',
  '\nTue 8km easy\nWed 9km easy\nThu 2km easy + 6x400m interval r200m jog + 3km easy\nSat 7km easy\nSun 16km easy',
  '\nTue 9km easy\nWed 9km easy\nThu 2km easy + 20min tempo + 3km easy\nSat 8km easy\nSun 18km easy',
  '// step back\nTue 8km easy\nWed 8km easy\nThu 9km easy\nSun 15km easy',
  '\nTue 10km easy\nWed 9km easy\nThu 2km easy + 5x1km interval r400m jog + 2km easy\nSat 8km easy\nSun 20km easy',
  '\nTue 10km easy\nWed 10km easy\nThu 2km easy + 2x15min tempo r3min jog + 3km easy\nSat 8km easy\nSun 22km easy',
  '\nTue 11km easy\nWed 10km easy\nThu 2km easy + 4x2km threshold r3min jog + 2km easy\nSat 9km easy\nSun 24km easy',
  '// step back\nTue 9km easy\nWed 9km easy\nThu 2km easy + 20min tempo + 2km easy\nSun 18km easy',
  '\nTue 11km easy\nWed 11km easy\nThu 2km easy + 10km marathon + 2km easy\nSat 9km easy\nSun 26km easy',
  '\nTue 12km easy\nWed 11km easy\nThu 2km easy + 6x1km interval r400m jog + 3km easy\nSat 10km easy\nSun 28km easy',
  '\nTue 12km easy\nWed 12km easy\nThu 2km easy + 12km marathon + 2km easy\nSat 10km easy\nSun 18km easy + 10km marathon',
  '// step back\nTue 10km easy\nWed 10km easy\nThu 2km easy + 25min tempo + 2km easy\nSun 20km easy',
  '// the biggest week\nTue 12km easy\nWed 12km easy\nThu 2km easy + 3x3km threshold r3min jog + 2km easy\nSat 10km easy\nSun 32km easy',
  '// taper begins\nTue 10km easy\nWed 10km easy\nThu 2km easy + 10km marathon + 2km easy\nSat 8km easy\nSun 22km easy',
  '// taper\nTue 9km easy\nThu 2km easy + 4x1km threshold r2min jog + 2km easy\nSat 7km easy\nSun 15km easy',
  '// race week\nTue 7km easy\nThu 2km easy + 3km marathon + 2km easy\nSat 3km easy\nSun 42.2km marathon // the race',
]
