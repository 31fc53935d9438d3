import { createCanvas } from '@napi-rs/canvas'

/** No font has a glyph for a noncharacter, so that this draws what a font draws for want of one. */
export const NOBODYS = '\u{10FFFF}'
const SIDE = 48

/** Whether a registered family draws something of its own for a text: neither nothing nor the box of a missing glyph. */
export type GlyphTest = (family: string, text: string) => boolean

/** The tables of font packages promise letters that the files lack, so the only proof is to draw. */
export function createGlyphTest(): GlyphTest {
  const canvas = createCanvas(SIDE, SIDE)
  const context = canvas.getContext('2d')
  const boxes = new Map<string, Buffer>()

  function pixelsOf(family: string, text: string): Buffer {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, SIDE, SIDE)
    context.fillStyle = '#000000'
    context.font = `400 24px "${family}"`
    context.fillText(text, 8, 34)
    return Buffer.from(canvas.data())
  }

  const blank = pixelsOf('none', '')
  return (family, text) => {
    const box = boxes.get(family) ?? pixelsOf(family, NOBODYS)
    boxes.set(family, box)
    const pixels = pixelsOf(family, text)
    return !pixels.equals(box) && !pixels.equals(blank)
  }
}
