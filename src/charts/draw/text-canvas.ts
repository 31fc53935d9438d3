import type { SKRSContext2D } from '@napi-rs/canvas'
import { directionOf } from '../chart-words.ts'
import type { FontBook } from './font-book.ts'

/** The width of a text in logical pixels, in a font as CSS writes it. */
export type Measure = (text: string, font: string) => number

/**
 * Lets a canvas draw every text in the bundled fonts that text needs. Size and weight are taken from `font` as it is
 * set; its families are not. The weight goes to the variable fonts' own axis: some have the thinnest as their default,
 * and the library would only smear a bold.
 */
export function drawTextWith(context: SKRSContext2D, fonts: FontBook): void {
  const fillText = context.fillText.bind(context)
  const measureText = context.measureText.bind(context)

  function inFontsFor<T>(text: string, act: () => T): T {
    const asked = context.font
    const { weight, size } = sizeAndWeight(asked)
    context.font = `400 ${size}px ${fonts.familiesFor(text)}`
    context.fontVariationSettings = `"wght" ${weight}`
    context.direction = directionOf(text)
    try {
      return act()
    } finally {
      context.font = asked
    }
  }

  context.fillText = (text, x, y, maxWidth) =>
    inFontsFor(text, () => (maxWidth === undefined ? fillText(text, x, y) : fillText(text, x, y, maxWidth)))
  context.measureText = text => inFontsFor(text, () => measureText(text))
}

/** Of a CSS font such as `600 24px Inter`; `bold` and `normal` stand for 700 and 400. */
function sizeAndWeight(font: string): { weight: number; size: number } {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 16)
  const weight = /\bbold\b/.test(font) ? 700 : Number(/(?:^|\s)([1-9]00)\s/.exec(font)?.[1] ?? 400)
  return { weight, size }
}
