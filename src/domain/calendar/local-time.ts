import type { LocalTime } from '#kernel/instant.ts'

export const NOON = '12:00' as LocalTime

/** The time of day, or undefined where no clock shows it. `half` is `am` or `pm` in lower case, dots forgiven. */
export function localTimeOf(hour: string, minute: string | undefined, half: string | undefined) {
  const [h, m] = [Number(hour), Number(minute ?? '0')]
  const ofHalf = half?.[0]
  if (m > 59 || (ofHalf ? h < 1 || h > 12 : h > 23)) return undefined
  const hour24 = ofHalf ? (h % 12) + (ofHalf === 'p' ? 12 : 0) : h
  return `${String(hour24).padStart(2, '0')}:${String(m).padStart(2, '0')}` as LocalTime
}

const TIME_OF_DAY = /^(?:at\s+)?(\d{1,2})(?:[:.](\d\d))?(?:\s*([ap]\.?m\.?))?$/

/** The time of day that `9:00`, `09.30`, `9`, `9am`, `6:30 pm`, `noon` or `midnight` means, if any. */
export function localTimeFromWords(text: string): LocalTime | undefined {
  const words = text.trim().toLowerCase()
  if (words === 'noon') return NOON
  if (words === 'midnight') return '00:00' as LocalTime
  const [, hour, minute, half] = TIME_OF_DAY.exec(words) ?? []
  return hour === undefined ? undefined : localTimeOf(hour, minute, half)
}
