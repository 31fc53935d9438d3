import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IcsEvent, printIcs } from '#domain/plan/calendar/print-ics.ts'
import { instant, localDay } from '#kernel/instant.ts'

const AT = instant(Date.parse('2026-11-20T12:34:56.789Z'))

/** What is read of a calendar again: unfolded, each line apart, its text without escapes. */
function read(ics: string) {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n')
  const events: IcsEvent[] = []
  let name = ''
  let event: Record<string, string> = {}
  for (const line of lines) {
    const at = line.indexOf(':')
    const [key, value] = [line.slice(0, at), line.slice(at + 1)]
    if (line === 'BEGIN:VEVENT') event = {}
    else if (line === 'END:VEVENT') events.push(eventOf(event))
    else if (key === 'X-WR-CALNAME') name = plain(value)
    else event[key] = value
  }
  return { name, events }
}

function eventOf(event: Record<string, string>): IcsEvent {
  const day = event['DTSTART;VALUE=DATE'] ?? ''
  return {
    uid: plain(event.UID ?? ''),
    on: localDay(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`),
    summary: plain(event.SUMMARY ?? ''),
    description: plain(event.DESCRIPTION ?? ''),
  }
}

function plain(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
}

const piece = fc.oneof(
  fc.constantFrom(
    '🏃🏽‍♀️',
    '👨‍👩‍👧',
    'é',
    'שלום',
    'مرحبا',
    '東京',
    '\n',
    ',',
    ';',
    '\\',
    '\\n',
    ':',
    '"',
    ' ',
    '\t',
  ),
  fc.string({ unit: 'grapheme' }),
)
const text = fc
  .array(piece, { maxLength: 60 })
  // Control characters are not there in a calendar; a lone carriage return is a line's end.
  .map(pieces => pieces.join('').replaceAll(/[\p{Cc}--[\t\n]]/gv, ''))
const event: fc.Arbitrary<IcsEvent> = fc.record({
  uid: fc.uuid().map(id => `${id}-3-0@astral`),
  on: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map(date => localDay(date.toISOString().slice(0, 10))),
  summary: text,
  description: text,
})

describe('a calendar as iCalendar', () => {
  it('is read back as it was put in, in lines of at most 75 octets that cut no character', () => {
    fc.assert(
      fc.property(text, fc.array(event, { maxLength: 4 }), (name, events) => {
        const ics = printIcs({ name, events }, AT)
        expect(read(ics)).toEqual({ name, events })
        expect(ics.endsWith('\r\n')).toBe(true)
        for (const line of ics.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]|^ ?$/)
          expect(line.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('stands as the standard has it', () => {
    const on = localDay('2026-12-01')
    const summary = '8×400m; fast, \\o/'
    const events = [{ uid: 'e-8-0@astral', on, summary, description: 'Warm-up\nRun' }]
    expect(printIcs({ name: 'Training', events }, AT).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Astral//Training plan//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Training',
      'X-WR-CALNAME:Training',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:e-8-0@astral',
      'DTSTAMP:20261120T123456Z',
      'DTSTART;VALUE=DATE:20261201',
      String.raw`SUMMARY:8×400m\; fast\, \\o/`,
      String.raw`DESCRIPTION:Warm-up\nRun`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('leaves out what may not stand in a text, and holds a component even where nothing is planned', () => {
    const on = localDay('2026-12-01')
    const events = [{ uid: 'e', on, summary: 'a\u0000\u001b\u007fb\rc\r\nd\ud800', description: '' }]
    const ics = printIcs({ name: 'T', events }, AT)
    expect(ics).toContain('SUMMARY:ab\\nc\\nd\ufffd\r\n')
    expect(ics).not.toContain('DESCRIPTION')
    const empty = printIcs({ name: 'T', events: [] }, AT)
    expect(empty.match(/BEGIN:\w+/g)).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:STANDARD'])
    expect(empty).not.toContain('VEVENT')
  })
})
