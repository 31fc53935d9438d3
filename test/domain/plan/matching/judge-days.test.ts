import { describe, expect, it } from 'vitest'
import { daysOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { judgeDays, type PlanDayKind } from '#domain/plan/matching/judge-days.ts'
import { shareOfPlan } from '#domain/plan/matching/share-of-plan.ts'
import { DAYS, type Day, dayOn, done, locks, MONDAY, plannedWeek } from './kept-weeks.ts'

type Case = {
  week: string
  plan: string[]
  did: string[]
  hand?: string[]
  /** The day it is; after the week where nothing is said. */
  today?: Day
  paused?: Day[]
  outside?: Day[]
  /** Bands and rest, a day a word: `full part missed pending`, `rest` kept, `ran`, `-` outside, `paused`; `!` over; `=r1` by which run. */
  kept: string
  share: number | null
}

const FOUR = ['Tue 8km easy', 'Thu 6km easy', 'Sat 5km easy', 'Sun 16km easy']

const CASES: Case[] = [
  {
    week: 'everything as written',
    plan: FOUR,
    did: ['Tue easy-run 8km', 'Thu easy-run 6km', 'Sat easy-run 5km', 'Sun long-run 16km'],
    kept: 'rest full rest full rest full full',
    share: 100,
  },
  {
    week: 'nothing at all: rest alone is no plan kept',
    plan: FOUR,
    did: [],
    kept: 'rest missed rest missed rest missed missed',
    share: 0,
  },
  {
    week: 'a session missed, and the rest of it kept',
    plan: FOUR,
    did: ['Tue easy-run 8km', 'Thu easy-run 6km', 'Sun long-run 16km'],
    kept: 'rest full rest full rest missed full',
    share: 85,
  },
  {
    week: 'a little short is all of it, just short of a fifth too',
    plan: FOUR,
    did: ['Tue easy-run 6.4km', 'Thu easy-run 5.5km', 'Sat easy-run 4km', 'Sun long-run 13km'],
    kept: 'rest full rest full rest full full',
    share: 100,
  },
  {
    week: 'half of the long run',
    plan: FOUR,
    did: ['Tue easy-run 8km', 'Thu easy-run 6km', 'Sat easy-run 5km', 'Sun long-run 8km'],
    kept: 'rest full rest full rest full part',
    share: 92,
  },
  {
    week: 'more than asked earns no more and makes up for nothing',
    plan: FOUR,
    did: ['Tue easy-run 14km', 'Sat easy-run 12km', 'Sun long-run 30km'],
    kept: 'rest full! rest missed rest full! full!',
    share: 85,
  },
  {
    week: 'a run on a rest day',
    plan: FOUR,
    did: [
      'Mon easy-run 5km',
      'Tue easy-run 8km',
      'Thu easy-run 6km',
      'Sat easy-run 5km',
      'Sun long-run 16km',
    ],
    kept: 'ran full rest full rest full full',
    share: 85,
  },
  {
    week: 'a walk and a ride on rest days',
    plan: FOUR,
    did: [
      'Mon walk 5km',
      'Wed ride 20km',
      'Tue easy-run 8km',
      'Thu easy-run 6km',
      'Sat easy-run 5km',
      'Sun long-run 16km',
    ],
    kept: 'rest full rest full rest full full',
    share: 100,
  },
  {
    week: 'a ride on a run day is not the run',
    plan: ['Tue 8km easy', 'Thu 6km easy'],
    did: ['Tue ride 25km', 'Thu easy-run 6km'],
    kept: 'rest missed rest full rest rest rest',
    share: 85,
  },
  {
    week: 'two sessions a day, run the other way round',
    plan: ['Tue 12km easy', 'Tue 5km easy'],
    did: ['Tue easy-run 5.2km', 'Tue easy-run 11.5km'],
    kept: 'rest full=r2,full=r1 rest rest rest rest rest',
    share: 100,
  },
  {
    week: 'two sessions a day, one of them done',
    plan: ['Tue 12km easy', 'Tue 5km easy'],
    did: ['Tue easy-run 11km'],
    kept: 'rest full=r1,missed rest rest rest rest rest',
    share: 87,
  },
  {
    week: 'two lengths that fit best together, not the closest first',
    plan: ['Tue 10km easy', 'Tue 5km easy'],
    did: ['Tue easy-run 6km', 'Tue easy-run 4km'],
    kept: 'rest part=r1,full=r2 rest rest rest rest rest',
    share: 95,
  },
  {
    week: 'one session, run twice that day: the closer one counts',
    plan: ['Tue 8km easy'],
    did: ['Tue easy-run 3km', 'Tue easy-run 8.3km'],
    kept: 'rest full=r2 rest rest rest rest rest',
    share: 100,
  },
  {
    week: 'warm-up, intervals and cool-down in three files: each counts once',
    plan: ['Tue 2km easy + 4x1km @3:50/km r400m jog + 2km easy'],
    did: ['Tue easy-run 2km', 'Tue interval 5.2km', 'Tue easy-run 2km'],
    kept: 'rest part=r2 rest rest rest rest rest',
    share: 93,
  },
  {
    week: 'a long run moved to Saturday, nobody told Astral',
    plan: ['Sun 16km easy'],
    did: ['Sat long-run 16km'],
    kept: 'rest rest rest rest rest ran missed',
    share: 0,
  },
  {
    week: 'a long run moved to Saturday, matched by hand',
    plan: ['Sun 16km easy'],
    did: ['Sat long-run 16km'],
    hand: ['r1 = Sun 0'],
    kept: 'rest rest rest rest rest rest full=r1',
    share: 100,
  },
  {
    week: 'by hand no further than a day',
    plan: ['Sun 16km easy'],
    did: ['Thu long-run 16km'],
    hand: ['r1 = Sun 0'],
    kept: 'rest rest rest ran rest rest missed',
    share: 0,
  },
  {
    week: 'a run that was said to be none of the sessions',
    plan: ['Tue 8km easy'],
    did: ['Tue easy-run 8km'],
    hand: ['r1 = none'],
    kept: 'rest missed rest rest rest rest rest',
    share: 0,
  },
  {
    week: 'by hand a ride may stand for a run',
    plan: ['Tue 60min easy'],
    did: ['Tue ride 25km 60min'],
    hand: ['r1 = Tue 0'],
    kept: 'rest full=r1 rest rest rest rest rest',
    share: 100,
  },
  {
    week: 'said by hand goes before what is closer',
    plan: ['Tue 8km easy'],
    did: ['Tue easy-run 8km', 'Tue easy-run 5km'],
    hand: ['r2 = Tue 0'],
    kept: 'rest part=r2 rest rest rest rest rest',
    share: 94,
  },
  {
    week: 'the treadmill does not know its distance',
    plan: ['Tue 10km easy'],
    did: ['Tue treadmill 60min'],
    kept: 'rest full rest rest rest rest rest',
    share: 100,
  },
  {
    week: 'a race instead of the tempo',
    plan: ['Sat 2km easy + 20min tempo + 2km easy'],
    did: ['Sat race 10km 44min'],
    kept: 'rest rest rest rest rest full! rest',
    share: 100,
  },
  {
    week: 'by time, however slow',
    plan: ['Tue 45min easy'],
    did: ['Tue easy-run 4.8km 46min'],
    kept: 'rest full rest rest rest rest rest',
    share: 100,
  },
  {
    week: 'by time, broken off after twenty minutes',
    plan: ['Tue 45min easy'],
    did: ['Tue easy-run 4km 20min'],
    kept: 'rest part rest rest rest rest rest',
    share: 92,
  },
  {
    week: 'a run begun before midnight belongs to its own day',
    plan: ['Wed 8km easy'],
    did: ['Tue easy-run 8km'],
    kept: 'rest ran missed rest rest rest rest',
    share: 0,
  },
  {
    week: 'a bike session, swum',
    plan: ['Wed "Bike hour" 60min'],
    did: ['Wed swim 2km 60min'],
    kept: 'rest rest missed rest rest rest rest',
    share: 0,
  },
  {
    week: 'a bike session, ridden, and the run beside it',
    plan: ['Wed "Bike hour" 60min', 'Wed 5km easy'],
    did: ['Wed easy-run 5km', 'Wed ride 22km 55min'],
    kept: 'rest rest full=r2,full=r1 rest rest rest rest',
    share: 100,
  },
  {
    week: 'strength without a distance',
    plan: ['Fri "Core strength" 30min'],
    did: ['Fri strength 35min'],
    kept: 'rest rest rest rest full rest rest',
    share: 100,
  },
  {
    week: 'Wednesday of the week: what is to come is not missed',
    plan: FOUR,
    did: ['Tue easy-run 8km'],
    today: 'Wed',
    kept: 'rest full restday pending restday pending pending',
    share: 100,
  },
  {
    week: 'today’s session is not missed before the day is over',
    plan: ['Tue 8km easy', 'Thu 6km easy'],
    did: ['Tue easy-run 4km'],
    today: 'Thu',
    kept: 'rest part rest pending restday restday restday',
    share: 83,
  },
  {
    week: 'Monday morning: nothing is due',
    plan: FOUR,
    did: [],
    today: 'Mon',
    kept: 'restday pending restday pending restday pending pending',
    share: null,
  },
  {
    week: 'ill from Thursday: the pause asks nothing',
    plan: ['Tue 8km easy'],
    did: ['Tue easy-run 8km'],
    paused: ['Thu', 'Fri', 'Sat', 'Sun'],
    kept: 'rest full rest paused paused paused paused',
    share: 100,
  },
  {
    week: 'ill, and running after all: nothing is judged',
    plan: ['Tue 8km easy'],
    did: ['Tue easy-run 8km', 'Fri easy-run 5km'],
    paused: ['Thu', 'Fri', 'Sat', 'Sun'],
    kept: 'rest full rest paused paused paused paused',
    share: 100,
  },
  {
    week: 'joined on Thursday: what was before is nobody’s',
    plan: ['Thu 6km easy', 'Sun 10km easy'],
    did: ['Thu easy-run 6km', 'Mon easy-run 9km'],
    outside: ['Mon', 'Tue', 'Wed'],
    kept: '- - - full rest rest missed',
    share: 75,
  },
  {
    week: 'no plan in the week',
    plan: [],
    did: ['Tue easy-run 8km'],
    outside: [...DAYS],
    kept: '- - - - - - -',
    share: null,
  },
  {
    week: 'a week of rest in the plan',
    plan: [],
    did: [],
    kept: 'rest rest rest rest rest rest rest',
    share: null,
  },
  {
    week: 'something that is no training',
    plan: ['Tue 8km easy'],
    did: ['Tue other 60min'],
    kept: 'rest missed rest rest rest rest rest',
    share: 0,
  },
  {
    week: 'a hike for the walk',
    plan: ['Sat "Long walk" 90min walk'],
    did: ['Sat hike 9km 110min'],
    kept: 'rest rest rest rest rest full! rest',
    share: 100,
  },
]

describe('judging a week', () => {
  it.each(CASES)('$week', ({ plan, did, hand = [], today, paused = [], outside = [], kept, share }) => {
    const kindOf = (on: string): PlanDayKind =>
      paused.some(day => dayOn(day) === on)
        ? 'paused'
        : outside.some(day => dayOn(day) === on)
          ? 'none'
          : 'in-plan'
    const days = judgeDays({
      days: daysOf({ from: MONDAY, to: addDays(MONDAY, 6) }),
      today: today ? dayOn(today) : addDays(MONDAY, 7),
      asked: plannedWeek(plan),
      activities: done(did),
      locks: locks(hand),
      kindOf,
    })
    const showsRuns = kept.includes('=')
    const said = days.map(day => {
      if (day.sessions.length > 0) {
        return day.sessions
          .map(({ band, isOver, match }) => {
            const by = showsRuns && match ? `=${match.activity.id}` : ''
            return `${band}${isOver ? '!' : ''}${by}`
          })
          .join(',')
      }
      if (day.rest) return { kept: 'rest', broken: 'ran', pending: 'restday' }[day.rest]
      return day.kind === 'paused' ? 'paused' : '-'
    })
    expect(said.join(' ')).toBe(kept)
    expect(shareOfPlan(days)).toBe(share)
  })
})
