import { describe, expect, it } from 'vitest'
import { makeDemoClub } from '#cli/demo/demo-club.ts'
import { requireDayPossible, requirePossible } from '#domain/activity/measured-sanity.ts'
import { isSameRun } from '#domain/activity/same-run.ts'
import { isRun } from '#domain/activity/sub-type.ts'
import { addDays, daysBetween, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import { instant } from '#kernel/instant.ts'

const friday = instant(Date.parse('2026-11-20T09:00:00Z'))
const club = makeDemoClub(friday)
const clubs = ['2026-11-20T09:00:00Z', '2026-11-23T00:00:00Z', '2027-03-28T23:30:00Z', '2026-01-01T12:00:00Z']
  .map(text => instant(Date.parse(text)))
  .map(now => ({ now, ...makeDemoClub(now) }))

/** Kilometres of running in each of the twelve weeks, for one athlete. */
function weeksOf(athleteKey: string, made = club): number[] {
  const weeks = Array.from({ length: 12 }, () => 0)
  const first = addDays(mondayOf(localDayAt(friday, made.zone)), -77)
  for (const { athleteKey: whose, measured, localOn } of made.activities) {
    if (whose !== athleteKey || !isRun(measured.subType)) continue
    const week = Math.floor(daysBetween(first, localOn) / 7)
    weeks[week] = (weeks[week] ?? 0) + (measured.distanceCm ?? 0) / 100_000
  }
  return weeks
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const athletes = club.people.filter(({ roles }) => roles.includes('athlete'))
const membersOf = (name: string) => club.groups.find(group => group.name === name)?.memberKeys ?? []

describe('the demo club', () => {
  it('is the same for the same instant', () => {
    expect(makeDemoClub(friday)).toEqual(club)
  })

  it('says that it is invented', () => {
    expect(club.isInvented).toBe(true)
    expect(club.name).toContain('demo')
    expect(club.notice).toContain('invented')
    for (const { description } of club.groups) expect(description).toContain('invented')
    for (const { email } of club.people) expect(email).toMatch(/\.example$/)
  })

  it('has 24 athletes, a head coach, an assistant coach and three groups that overlap', () => {
    expect(athletes).toHaveLength(24)
    expect(club.people.filter(({ roles }) => roles.includes('head-coach'))).toHaveLength(1)
    expect(club.people.filter(({ roles }) => roles.includes('assistant-coach'))).toHaveLength(1)
    expect(new Set(club.people.map(({ key }) => key)).size).toBe(26)
    expect(club.groups.map(({ name }) => name)).toEqual(['Marathon Block', 'Morning Milers', 'Couch to 10K'])
    const memberships = club.groups.flatMap(({ memberKeys }) => memberKeys)
    expect(athletes.filter(({ key }) => !memberships.includes(key))).toHaveLength(3)
    expect(memberships).toHaveLength(24)
    expect(new Set(memberships).size).toBe(21)
    const coaches = club.people.filter(({ roles }) => !roles.includes('athlete')).map(({ key }) => key)
    for (const { ownerKey } of club.groups) expect(coaches).toContain(ownerKey)
  })

  it('has names of many scripts, one with emoji and one of 40 characters, all clean', () => {
    const names = athletes.map(({ displayName }) => displayName)
    for (const script of ['Cyrl', 'Grek', 'Hebr', 'Arab', 'Hani', 'Hang', 'Thai', 'Deva', 'Latn']) {
      expect(names.some(name => new RegExp(`\\p{Script=${script}}`, 'u').test(name))).toBe(true)
    }
    expect(names.filter(name => /\p{Extended_Pictographic}/u.test(name))).toHaveLength(1)
    expect(Math.max(...names.map(name => [...name].length))).toBe(40)
    for (const { displayName, realName } of club.people) {
      expect([cleanName(displayName), cleanName(realName)]).toEqual([displayName, realName])
    }
  })

  it('lives mostly in Oslo', () => {
    const inOslo = club.people.filter(({ zone }) => zone === 'Europe/Oslo')
    expect(inOslo.length).toBeGreaterThan(club.people.length / 2)
    expect(new Set(club.people.map(({ zone }) => zone)).size).toBeGreaterThan(5)
  })

  it('mostly shares', () => {
    expect(club.sharing.map(({ athleteKey }) => athleteKey)).toEqual(athletes.map(({ key }) => key))
    const privately = club.sharing.filter(({ sharesByDefault }) => !sharesByDefault)
    expect(privately.length).toBeGreaterThan(1)
    expect(privately.length).toBeLessThan(6)
    const names = club.groups.map(({ name }) => name)
    for (const { notWith } of club.sharing) for (const name of notWith) expect(names).toContain(name)
  })
})

describe('its training', () => {
  it('is possible, past, within twelve weeks and on the days it names, whenever it is made', () => {
    for (const { now, activities } of clubs) {
      expect(activities.length).toBeGreaterThan(800)
      const perDay = new Map<string, number>()
      for (const { measured, localOn, zone, athleteKey } of activities) {
        expect(requirePossible(measured, now).ok).toBe(true)
        expect(measured.startedAt + measured.elapsedMs).toBeLessThanOrEqual(now)
        expect(localOn).toBe(localDayAt(measured.startedAt, zone))
        expect(daysBetween(localOn, localDayAt(now, zone))).toBeLessThan(84)
        const day = `${athleteKey} ${localOn}`
        perDay.set(day, (perDay.get(day) ?? 0) + measured.durationMs)
      }
      for (const totalMs of perDay.values()) expect(requireDayPossible(totalMs).ok).toBe(true)
    }
  })

  it('never overlaps nor repeats itself, and rises in time', () => {
    for (const { activities } of clubs) {
      const last = new Map<string, (typeof activities)[number]>()
      let before = 0
      for (const activity of activities) {
        const { measured, athleteKey } = activity
        expect(measured.startedAt).toBeGreaterThanOrEqual(before)
        before = measured.startedAt
        const earlier = last.get(athleteKey)
        if (earlier) {
          expect(measured.startedAt).toBeGreaterThan(earlier.measured.startedAt + earlier.measured.elapsedMs)
          expect(isSameRun({ ...earlier, ...earlier.measured }, { ...activity, ...measured })).toBe(
            'different',
          )
        }
        last.set(athleteKey, activity)
      }
    }
  })

  it('is of whole centimetres, milliseconds and beats', () => {
    for (const { measured } of club.activities) {
      const { distanceCm, durationMs, elapsedMs, climbCm, averageHeartRate, maxHeartRate } = measured
      for (const value of [distanceCm, durationMs, elapsedMs, climbCm, averageHeartRate, maxHeartRate]) {
        expect(value === null || Number.isSafeInteger(value)).toBe(true)
      }
      expect(elapsedMs).toBeGreaterThanOrEqual(durationMs)
      expect(maxHeartRate ?? 0).toBeGreaterThanOrEqual(averageHeartRate ?? 0)
    }
  })

  it('has weekly volumes a club would know', () => {
    for (const { key } of athletes) {
      const weeks = weeksOf(key)
      expect(Math.max(...weeks)).toBeLessThan(100)
      expect(weeks.filter(km => km > 0).length).toBeGreaterThanOrEqual(10)
    }
    for (const key of membersOf('Couch to 10K').filter(key => key !== 'tara' && key !== 'thao')) {
      const weeks = weeksOf(key)
      expect(weeks[0]).toBeLessThan(8)
      expect(sum(weeks.slice(8, 11))).toBeGreaterThan(1.7 * sum(weeks.slice(0, 3)))
    }
  })

  it('rises towards the marathon and tapers before it', () => {
    const group = membersOf('Marathon Block').map(key => weeksOf(key))
    const ofWeeks = (from: number, to: number) =>
      sum(group.map(weeks => sum(weeks.slice(from, to)))) / (to - from)
    expect(ofWeeks(8, 10)).toBeGreaterThan(1.15 * ofWeeks(0, 2))
    expect(ofWeeks(10, 11)).toBeLessThan(0.9 * ofWeeks(8, 10))
  })

  it('fits each athlete: an easy kilometre of the quickest is far from one of the slowest', () => {
    const paceOf = (key: string) => {
      const easy = club.activities.filter(
        ({ athleteKey, measured }) => athleteKey === key && measured.subType === 'easy-run',
      )
      const seconds = sum(easy.map(({ measured }) => measured.durationMs)) / 1_000
      return seconds / (sum(easy.map(({ measured }) => measured.distanceCm ?? 0)) / 100_000)
    }
    expect(paceOf('ingrid')).toBeLessThan(290)
    expect(paceOf('nia')).toBeGreaterThan(450)
  })

  it('has missed weeks, rides, walks, hidden runs and notes, each of them the exception', () => {
    const share = (test: (activity: (typeof club.activities)[number]) => boolean) =>
      club.activities.filter(test).length / club.activities.length
    for (const part of [
      share(({ measured }) => measured.subType === 'ride'),
      share(({ measured }) => measured.subType === 'walk'),
      share(({ measured }) => measured.subType === 'race'),
      share(({ visibility }) => visibility !== 'share'),
      share(({ note }) => note !== ''),
    ]) {
      expect(part).toBeGreaterThan(0)
      expect(part).toBeLessThan(0.25)
    }
    const missed = athletes.filter(({ key }) => weeksOf(key).slice(0, 11).includes(0))
    expect(missed.length).toBeGreaterThan(1)
    expect(missed.length).toBeLessThan(14)
    const withHeartRate = share(({ measured }) => measured.averageHeartRate !== null)
    expect(withHeartRate).toBeGreaterThan(0.3)
    expect(withHeartRate).toBeLessThan(0.8)
  })
})
