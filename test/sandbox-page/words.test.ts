import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf, toneOf } from '../../src/sandbox/page/avatar.ts'
import { completionsFor, type Words } from '../../src/sandbox/page/client/completion.ts'
import { instantOf, localDateTime } from '../../src/sandbox/page/client/zoned-time.ts'
import { clockWords } from '../../src/sandbox/page/message-time.ts'
import { nextMondayNine } from '../../src/sandbox/page/topbar.ts'

const words: Words = {
  commands: [
    { command: '/astral', description: 'Runs', usageHint: '[help | log 8.2km 45:10 | group create]' },
    { command: '/remind', description: 'Reminders', usageHint: '' },
  ],
  people: [
    { name: 'ana', realName: 'Ana Kovačević' },
    { name: 'noa', realName: 'נועה לוי' },
  ],
  channels: [{ name: 'general' }, { name: 'tuesday-track' }],
}

const inserts = (text: string, caret = text.length) =>
  completionsFor(words, text, caret).items.map(item => item.insert)

describe('completion', () => {
  test('offers commands, then the words that may follow one', () => {
    expect(inserts('/')).toEqual(['/astral ', '/remind '])
    expect(inserts('/as')).toEqual(['/astral '])
    expect(inserts('/astral ')).toEqual(['/astral help ', '/astral log ', '/astral group '])
    expect(inserts('/astral l')).toEqual(['/astral log '])
    expect(inserts('/astral log 8')).toEqual([])
  })

  test('offers people by handle or any part of their name, and channels, wherever the caret is', () => {
    expect(inserts('/astral invite @kov')).toEqual(['@ana '])
    expect(inserts('hello @לוי')).toEqual(['@noa '])
    expect(inserts('see #tu')).toEqual(['#tuesday-track '])
    expect(completionsFor(words, 'hi @an there', 6)).toMatchObject({
      from: 3,
      items: [{ label: 'Ana Kovačević' }],
    })
    expect(inserts('mail me a@b')).toEqual([])
  })
})

describe('times', () => {
  test('a wall time and its instant belong together in any zone', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2034, 0) / 60_000 }),
        fc.constantFrom(...zones),
        (minute, zone) => {
          const wall = localDateTime(minute * 60_000, zone)
          const back = instantOf(wall, zone)
          expect(localDateTime(back, zone)).toBe(wall)
          expect(back).toBeLessThanOrEqual(minute * 60_000)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a wall time that the clocks skip is as much later, and nonsense is no time', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30))
    expect(instantOf('tomorrow', 'UTC')).toBeNaN()
  })

  test('the next Monday nine is one on a local clock, within a week, and never now', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati'),
        (minute, zone) => {
          const now = minute * 60_000
          const monday = nextMondayNine(now, zone)
          expect(clockWords(monday, zone)).toMatch(/^Mon .* 09:00$/)
          expect(monday).toBeGreaterThan(now)
          expect(monday - now).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('avatars', () => {
  test.each([
    ['Coach Mara', 'CM'],
    ['Олена Шевченко', 'ОШ'],
    ['林美玲', '林'],
    ['🏃 runner', 'R'],
    ['', '?'],
  ])('%j is abbreviated as %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('a person keeps their colour', () => {
    expect(toneOf('U0MARA')).toBe(toneOf('U0MARA'))
    expect(
      new Set(['U0MARA', 'U0JONAS', 'U0ANA', 'U0OLENA', 'U0NOA', 'U0LIN'].map(toneOf)).size,
    ).toBeGreaterThan(3)
  })
})
