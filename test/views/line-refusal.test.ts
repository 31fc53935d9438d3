import { describe, expect, it } from 'vitest'
import { parseActivityLine } from '#domain/activity/activity-line.ts'
import { lineRefusalInWords } from '#views/line-refusal.ts'
import { OSLO } from '../fixtures/test-club.ts'
import { TEST_NOW } from '../fixtures/test-engine.ts'

describe('why a typed line is no run', () => {
  it.each([
    ['', 'Tell me what you did, such as `8.2km 45:10 easy`.'],
    ['@5:30 easy', 'A pace alone is not enough: add the distance or the time, such as `8km @5:30`.'],
    ['12.5 km long', 'How long did it take? Add the time, such as `12.5km 45:10`.'],
    ['easy', 'How long did it take? Add the time, such as `8.2km 45:10`.'],
    ['8km 45', 'What is 45? Add its unit: `45min` is a time, `45km` a distance.'],
    ['8km 9km 45:10', 'There are two distances: “8km” and “9km”. Leave one out, or put a note in quotes.'],
    [
      '8km 45:10 easy tempo',
      'There are two kinds of run: “easy” and “tempo”. Leave one out, or put a note in quotes.',
    ],
    [
      '8km 45:75',
      'I do not understand “45:75” as a time. Write it as 45:10 (minutes and seconds) or 1:12:30 (hours).',
    ],
    ['8km 45:10 at 25:00', '“at 25:00” is no time of day. Write it as `at 18:30` or `6:30pm`.'],
    [
      '8km 45:10 2026-02-30',
      'There is no day “2026-02-30”. Write it as `yesterday`, `monday` or `2026-11-20`.',
    ],
    ['8km 45:10 2026-11-21', 'Sat 21 Nov is still to come. Log a run when it is done.'],
    [
      '8km 45:10 @4:00',
      'Distance and time make a pace of 5:39 /km, but you wrote 4:00 /km. Leave one of the three out.',
    ],
    [
      '8km 45:10 eazy',
      'I do not understand “eazy”. Did you mean easy? A note goes in quotes: `8.2km 45:10 easy "windy"`.',
    ],
    [
      '8km 45:10 <!channel>',
      'I do not understand “&lt;!channel&gt;”. A run looks like `8.2km 45:10 easy`; a note goes in quotes.',
    ],
    ['x'.repeat(1_001), 'That line has 1001 characters; 1000 is the most.'],
  ])('is said of “%.40s”', (line, words) => {
    const parsed = parseActivityLine(line, { now: TEST_NOW, zone: OSLO })
    expect(parsed.ok ? 'understood' : lineRefusalInWords(parsed.refusal).mrkdwn).toBe(words)
  })
})
