import type { LocalDay } from '#kernel/instant.ts'
import { isLocalDay } from '#kernel/instant.ts'
import { ok, refuse } from '#kernel/result.ts'
import { addDays, weekdayOf } from '../calendar/local-day.ts'
import { localTimeOf, NOON } from '../calendar/local-time.ts'
import { WEEKDAY_WORDS, weekdayFromWord } from '../calendar/weekday.ts'
import type { LineReader, LineReading } from './line-fact.ts'
import { wordPattern } from './line-fact.ts'

/** Said after a day; it names no hour, so the start stays assumed. */
const PART_OF_DAY = String.raw`(?:\s+(?:morning|afternoon|evening|night))?`

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** The words that name a day, for suggestions. */
export const DAY_WORDS: readonly string[] = ['today', 'yesterday', ...WEEKDAY_WORDS]

/** `today`, `yesterday`, `this morning`, `monday`, `last monday`, `2026-11-20`, `20 Nov`, `Nov 20 2026` */
export const dayReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(String.raw`(?:on\s+)?(\d{4})-(\d{1,2})-(\d{1,2})`),
    read: ([text = '', year = '', month = '', day = '']) => dayOf(year, Number(month), day, text),
  },
  {
    pattern: wordPattern(String.raw`today|tonight|this\s+(?:morning|noon|afternoon|evening)`),
    read: (_, { today }) => ok({ field: 'day', value: today }),
  },
  {
    pattern: wordPattern(`(day before )?yesterday${PART_OF_DAY}`),
    read: ([, dayBefore], { today }) => ok({ field: 'day', value: addDays(today, dayBefore ? -2 : -1) }),
  },
  {
    pattern: wordPattern(String.raw`(?:(on|last|this)\s+)?(${WEEKDAY_WORDS.join('|')})${PART_OF_DAY}`),
    read: ([, which, name = ''], { today }) => {
      const back = (weekdayOf(today) - (weekdayFromWord(name) ?? 0) + 7) % 7
      return ok({ field: 'day', value: addDays(today, back === 0 && which === 'last' ? -7 : -back) })
    },
  },
  {
    pattern: wordPattern(
      String.raw`(?:on\s+)?(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(${MONTH})|(${MONTH})\s+(\d{1,2})(?:st|nd|rd|th)?)\.?(?:,?\s+(20\d\d))?`,
    ),
    read: ([text = '', dayFirst, monthAfter, monthFirst, dayAfter, year], { today }) => {
      const [day = '', name = ''] = [dayFirst ?? dayAfter, monthAfter ?? monthFirst]
      const month = MONTHS.findIndex(word => name.startsWith(word)) + 1
      if (year) return dayOf(year, month, day, text)
      const thisYear = Number(today.slice(0, 4))
      const first = dayOf(String(thisYear), month, day, text)
      // Without a year the latest one is meant: "28 Dec" in January is last year's.
      const ahead = first?.ok && first.value.field === 'day' && first.value.value > today
      return ahead ? dayOf(String(thisYear - 1), month, day, text) : first
    },
  },
]

/** `at 6:30`, `at 18`, `06:30am`, `6 pm`. Without `at`, `am` or `pm` the same digits are a duration. */
export const clockReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(String.raw`(?:at\s+)?noon`),
    read: () => ok({ field: 'clock', value: NOON }),
  },
  {
    pattern: wordPattern(
      String.raw`at\s+(\d{1,2})(?:[:.](\d\d))?(?:\s*([ap]\.?m))?|(\d{1,2})(?:[:.](\d\d))?\s*([ap]\.?m)`,
    ),
    read: ([text = '', hour, minute, half, bareHour, bareMinute, bareHalf]) => {
      const time = localTimeOf(hour ?? bareHour ?? '', minute ?? bareMinute, half ?? bareHalf)
      return time ? ok({ field: 'clock', value: time }) : refuse({ code: 'clock-unreadable', text })
    },
  },
]

function dayOf(year: string, month: number, day: string, text: string): LineReading {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` as LocalDay
  return isLocalDay(written)
    ? ok({ field: 'day', value: written })
    : refuse({ code: 'day-unreadable', text: text.replace(/^on\s+/, '') })
}
