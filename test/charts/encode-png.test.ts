import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePng } from '#charts/draw/encode-png.ts'

/** Read back by the canvas library's own decoder, which knows nothing of our encoder. */
async function decode(png: Uint8Array): Promise<{ width: number; height: number; pixels: Buffer }> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return { width: image.width, height: image.height, pixels: Buffer.from(canvas.data()) }
}

function opaque(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, index) => (index % 4 === 3 ? 255 : byte)))
}

describe('the PNG encoder', () => {
  it('loses no pixel, whatever the width and however rows repeat', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 19 }),
        fc.array(fc.tuple(fc.infiniteStream(fc.nat(255)), fc.integer({ min: 1, max: 3 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (width, rows) => {
          const lines = rows.flatMap(([bytes, times]) => {
            const line = [...bytes.take(width * 4)]
            return Array.from({ length: times }, () => line)
          })
          const pixels = opaque(Uint8Array.from(lines.flat()))
          const decoded = await decode(encodePng(pixels, width, lines.length))
          expect(decoded).toEqual({ width, height: lines.length, pixels })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('reads pixels that do not start on a word', async () => {
    const room = new Uint8Array(2 + 4 * 4 * 2).map((_, index) => (index * 37) % 256)
    const pixels = opaque(room.subarray(2))
    const shifted = new Uint8Array(room.length)
    shifted.set(pixels, 2)
    const decoded = await decode(encodePng(shifted.subarray(2), 4, 2))
    expect(decoded.pixels.equals(pixels)).toBe(true)
  })

  it('forgets the picture before, smaller or larger', async () => {
    const large = opaque(new Uint8Array(8 * 8 * 4).fill(200))
    const small = opaque(new Uint8Array(4 * 3 * 4).map((_, index) => index))
    encodePng(large, 8, 8)
    expect((await decode(encodePng(small, 4, 3))).pixels.equals(small)).toBe(true)
    expect((await decode(encodePng(large, 8, 8))).pixels.equals(large)).toBe(true)
  })
})
