import type { Instant, LocalDay } from '#kernel/instant.ts'

/** Something of a whole day. `uid` is the same for the same thing, however often it is printed. */
export type IcsEvent = { uid: string; on: LocalDay; summary: string; description: string }
export type IcsCalendar = { name: string; events: readonly IcsEvent[] }

/** RFC 5545, 3.1: a line has at most 75 octets, its break left out. */
const LINE_OCTETS = 75

/** A calendar has to hold something (RFC 5545, 3.6): the definition of UTC stands where there is no event. */
const NOTHING = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The calendar as iCalendar, RFC 5545. Whole days are nobody's busy time. `stampedAt` is when it was printed. */
export function printIcs(calendar: IcsCalendar, stampedAt: Instant): string {
  const name = textOf(calendar.name)
  const stamp = `${new Date(stampedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Astral//Training plan//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...(calendar.events.length === 0 ? NOTHING : calendar.events.flatMap(event => eventLines(event, stamp))),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, on, summary, description }: IcsEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textOf(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `SUMMARY:${textOf(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${textOf(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** RFC 5545, 3.3.11: no control character but the tab stands in a text. */
function textOf(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Cut between characters, never within one: each line of the answer is UTF-8 of its own. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > LINE_OCTETS) {
      parts.push(part)
      part = ''
      // The space that begins a continued line.
      octets = 1
    }
    part += character
    octets += more
  }
  return [...parts, part].join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
