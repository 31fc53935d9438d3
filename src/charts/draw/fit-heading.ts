import { shortenUntil } from '../chart-words.ts'
import type { Measure } from './text-canvas.ts'

/** One or two lines no wider than `width`, broken between words; what still does not fit ends in an ellipsis. */
export function fitHeading(text: string, font: string, width: number, measure: Measure): string[] {
  const fits = (candidate: string) => measure(candidate, font) <= width
  if (fits(text)) return [text]
  const words = text.split(' ')
  let count = words.length - 1
  while (count > 0 && !fits(words.slice(0, count).join(' '))) count -= 1
  if (count === 0) return [shortenUntil(text, fits)]
  return [words.slice(0, count).join(' '), shortenUntil(words.slice(count).join(' '), fits)]
}
