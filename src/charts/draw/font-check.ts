import { createCanvas } from '@napi-rs/canvas'
import type { FontBook } from './font-book.ts'
import { NOBODYS } from './glyph-test.ts'
import { drawTextWith } from './text-canvas.ts'

/** What no chart can do without: should one of these have no glyph, a chart would go out without its words. */
const INDISPENSABLE = [
  'A',
  'a',
  'k',
  'm',
  '0',
  '1',
  '7',
  '.',
  '…',
  '·',
  'é',
  'Ж',
  'Ω',
  'ở',
  'א',
  'م',
  'ท',
  'न',
  '🏃',
]
const SIDE = 64

/** Throws when a sample of the bundled fonts draws nothing, or the box for want of a glyph. */
export function requireInk(fonts: FontBook): void {
  const missing = withoutGlyph(fonts, INDISPENSABLE)
  if (missing.length > 0) throw new Error(`the bundled fonts draw nothing for ${missing.join(' ')}`)
}

/** Those of the texts, one grapheme each, that come out blank or as the box of a missing glyph. */
export function withoutGlyph(fonts: FontBook, texts: readonly string[]): string[] {
  const canvas = createCanvas(SIDE, SIDE)
  const context = canvas.getContext('2d')
  drawTextWith(context, fonts)

  function pixelsOf(text: string): Buffer {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, SIDE, SIDE)
    context.fillStyle = '#000000'
    context.font = '400 32px sans-serif'
    context.textAlign = 'left'
    context.fillText(text, 8, 44)
    return Buffer.from(canvas.data())
  }

  const blank = pixelsOf('')
  const box = pixelsOf(NOBODYS)
  return texts.filter(text => {
    const pixels = pixelsOf(text)
    return pixels.equals(blank) || pixels.equals(box)
  })
}
