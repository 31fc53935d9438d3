import { describe, expect, it } from 'vitest'
import { readBoardTyped } from '#slack/board-typed.ts'
import { splitWords } from '#slack/kit/words.ts'
import { readScheduleTyped } from '#slack/schedule-typed.ts'

const CHANNEL = '<#C0RUN|running>'

describe('what is typed after leaderboard', () => {
  const read = (typed: string) => readBoardTyped(splitWords(typed))
  const nothing = { groupName: null, range: null, metric: null, channelId: null, isPost: false }

  it.each([
    ['', {}],
    ['"Tuesday Track" 7d --post', { groupName: 'Tuesday Track', range: '7d', isPost: true }],
    ['“Tuesday Track” last week', { groupName: 'Tuesday Track', range: 'last week' }],
    ['last week time "Tuesday Track"', { groupName: 'Tuesday Track', range: 'last week', metric: 'time' }],
    ['Tuesday Track', { groupName: 'Tuesday Track' }],
    [
      'Tuesday Track this month elevation',
      { groupName: 'Tuesday Track', range: 'this month', metric: 'elevation' },
    ],
    ['Tuesday Track active days 30d', { groupName: 'Tuesday Track', range: '30d', metric: 'active days' }],
    ['7d', { range: '7d' }],
    ['"distance"', { groupName: 'distance' }],
    ['Milers 2026-04-01..2026-04-30', { groupName: 'Milers', range: '2026-04-01..2026-04-30' }],
    ['Milers 2026-04-01 to 2026-04-30', { groupName: 'Milers', range: '2026-04-01 to 2026-04-30' }],
    ['Milers 2026-04-30..2026-04-01', { groupName: 'Milers', range: '2026-04-30..2026-04-01' }],
    [`Milers ${CHANNEL} --post`, { groupName: 'Milers', channelId: 'C0RUN', isPost: true }],
  ])('understands %j', (typed, meant) => {
    expect(read(typed)).toEqual({ ok: true, value: { ...nothing, ...meant } })
  })

  it.each([
    ['"Milers" 7f', /“7f”/],
    ['"Milers" distence', /Did you mean distance/],
    ['Milers --share', /--share/],
    [`Milers ${CHANNEL}`, /--post/],
    ['<@U0ANA>', /of a group/],
  ])('says what is wrong with %j', (typed, problem) => {
    expect(read(typed)).toMatchObject({ ok: false, refusal: { problem: expect.stringMatching(problem) } })
  })
})

describe('what is typed after schedule', () => {
  const read = (typed: string) => readScheduleTyped(splitWords(typed))
  const monday = {
    groupName: 'Tuesday Track',
    channelId: 'C0RUN',
    weekday: 1,
    time: '08:00',
    zone: null,
    metric: null,
  }

  it.each([
    [`"Tuesday Track" monday 08:00 ${CHANNEL}`, {}],
    [`Tuesday Track monday 08:00 ${CHANNEL}`, {}],
    [`${CHANNEL} 8:00 Mondays "Tuesday Track"`, {}],
    [`"Tuesday Track" every mon at 8 ${CHANNEL} Europe/Oslo`, { zone: 'Europe/Oslo' }],
    [
      `"Tuesday Track" sunday 6:30 pm ${CHANNEL} elevation`,
      { weekday: 7, time: '18:30', metric: 'elevation' },
    ],
    [`"Group 8" fri 19:15 ${CHANNEL} UTC`, { groupName: 'Group 8', weekday: 5, time: '19:15', zone: 'UTC' }],
    [`Group 8 fri 19:15 ${CHANNEL}`, { groupName: 'Group 8', weekday: 5, time: '19:15' }],
  ])('understands %j', (typed, meant) => {
    expect(read(typed)).toEqual({ ok: true, value: { ...monday, ...meant } })
  })

  it.each([
    [`"Tuesday Track" mondey 08:00 ${CHANNEL}`, { code: 'weekday-unknown', suggestion: 'monday' }],
    [`"Tuesday Track" monday 25:00 ${CHANNEL}`, { code: 'time-unknown', text: '25:00' }],
    ['"Tuesday Track" monday 08:00', { code: 'channel-missing' }],
    [`"Tuesday Track" monday ${CHANNEL}`, { code: 'misuse' }],
    [`"Tuesday Track" 08:00 ${CHANNEL}`, { code: 'misuse' }],
    [`monday 08:00 ${CHANNEL}`, { code: 'misuse' }],
    [`"Tuesday Track" monday 08:00 ${CHANNEL} weekly`, { code: 'misuse' }],
  ])('says what is wrong with %j', (typed, refusal) => {
    expect(read(typed)).toMatchObject({ ok: false, refusal })
  })
})
