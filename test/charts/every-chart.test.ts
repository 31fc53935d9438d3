import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { altTextOf } from '#charts/alt-text.ts'
import type { Chart } from '#charts/chart.ts'
import { describeChart } from '#charts/describe-chart.ts'
import { createDrawer } from '#charts/draw/draw-chart.ts'
import { createFontBook } from '#charts/draw/font-book.ts'
import { HARD_NAMES } from './sample-boards.ts'
import { CHARTS_OF_KIND } from './sample-charts.ts'

type Box = { text: string; left: number; right: number; top: number; bottom: number }

const KINDS = Object.keys(CHARTS_OF_KIND) as Chart['kind'][]
const LONG = 'W'.repeat(120)
const TOWER = `Z${'\u0301\u0336\u20DD'.repeat(30)}algo`
const HOSTILE = [
  ...HARD_NAMES,
  LONG,
  'محمد '.repeat(24).trim(),
  '👩🏽‍🚀'.repeat(120),
  TOWER,
  '\u202Egnp.exe',
  '"});throw 1//',
  '',
  '   ',
  '\uD800 alone',
]

/** Writes down where each text was written, in pixels, from the canvas's own measures. */
function watched(boxes: Box[]): () => void {
  const prototype: SKRSContext2D = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d'))
  const { fillText } = prototype
  prototype.fillText = function (this: SKRSContext2D, text: string, x: number, y: number, ...rest: []) {
    const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = this.measureText(text)
    const { a, d, e, f } = this.getTransform()
    // By the advance: what the library says of where ink begins is not to be had for text from right to left.
    const start = this.textAlign === 'center' ? x - width / 2 : this.textAlign === 'right' ? x - width : x
    boxes.push({
      text,
      left: e + a * start,
      right: e + a * (start + width),
      top: f + d * (y - actualBoundingBoxAscent),
      bottom: f + d * (y + actualBoundingBoxDescent),
    })
    return fillText.call(this, text, x, y, ...rest)
  }
  return () => {
    prototype.fillText = fillText
  }
}

describe('a chart of every kind', () => {
  const boxes: Box[] = []
  let size = { width: 0, height: 0 }
  let drawer: ReturnType<typeof createDrawer>
  let draw: (chart: Chart) => Uint8Array

  beforeAll(() => {
    const stop = watched(boxes)
    const fonts = createFontBook(() => {})
    // Packing is proven elsewhere: here the raw picture does.
    const raw = (canvas: Canvas) => {
      size = { width: canvas.width, height: canvas.height }
      return new Uint8Array()
    }
    const measuring = createDrawer(fonts, raw)
    drawer = createDrawer(createFontBook(() => {}))
    stop()
    draw = chart => measuring.draw(describeChart(chart))
  })
  afterEach(() => {
    boxes.length = 0
  })

  function check(chart: Chart): void {
    boxes.length = 0
    draw(chart)
    const seen = boxes.filter(box => box.right - box.left > 1 && box.bottom - box.top > 1)
    for (const box of seen) {
      expect.soft(box.left, `${chart.kind}: left of “${box.text}”`).toBeGreaterThanOrEqual(-1)
      expect.soft(box.right, `${chart.kind}: right of “${box.text}”`).toBeLessThanOrEqual(size.width + 1)
      expect.soft(box.bottom, `${chart.kind}: below “${box.text}”`).toBeLessThanOrEqual(size.height + 1)
    }
    expect(overlapsOf(seen), chart.kind).toEqual([])
  }

  it.each(KINDS)('%s: draws the same bytes for the same data, whatever was drawn before', kind => {
    const { most, of } = CHARTS_OF_KIND[kind]
    const chart = of(Math.min(most, 12), HARD_NAMES, index => 3 + ((index * 7) % 11))
    const first = drawer.draw(describeChart(chart))
    drawer.draw(describeChart(CHARTS_OF_KIND.columns.of(5, HARD_NAMES, index => index)))
    const again = drawer.draw(describeChart(structuredClone(chart)))
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
  })

  it.each(KINDS)('%s: says its data in words that fit into an alt text', kind => {
    const { most, of } = CHARTS_OF_KIND[kind]
    const plain = altTextOf(of(Math.min(most, 3), ['Ana', 'Ben', 'Cleo'], index => 10.5 + index))
    expect(plain).toMatch(/\d/)
    for (const names of [HARD_NAMES, HOSTILE, [LONG], ['👩🏽‍🚀'.repeat(120)]]) {
      for (const count of [0, 1, most]) {
        const alt = altTextOf(of(count, names, index => index + 0.5))
        expect(alt.length).toBeGreaterThan(10)
        expect(alt.length).toBeLessThanOrEqual(2_000)
        expect(alt.isWellFormed()).toBe(true)
        expect(alt).not.toMatch(/[\u202A-\u202E\n]/u)
      }
    }
  })

  it.each(KINDS)(
    '%s: keeps its texts apart and on the paper: none, one, the most; zeros, equal, steep',
    kind => {
      const { most, of } = CHARTS_OF_KIND[kind]
      for (const names of [HARD_NAMES, [LONG], ['Jo']]) {
        for (const count of [0, 1, 2, most]) {
          for (const figureOf of [() => 0, () => 12, (index: number) => 10_000 / (1 + index) ** 3]) {
            check(of(count, names, figureOf))
          }
        }
      }
    },
  )

  it.each(KINDS)('%s: takes any names and any figures', kind => {
    const { most, of } = CHARTS_OF_KIND[kind]
    const value = fc.oneof(
      fc.double({ min: 0, max: 500, noNaN: true }),
      fc.constantFrom(0, -3, 1e9, Number.NaN, Number.POSITIVE_INFINITY),
    )
    const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 120 }))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: most }),
        fc.array(name, { minLength: 1, maxLength: 8 }),
        fc.array(value, { minLength: 1, maxLength: 20 }),
        (count, names, values) => {
          const chart = of(count, names, index => values[index % values.length] ?? 0)
          draw(chart)
          expect(altTextOf(chart).length).toBeLessThanOrEqual(2_000)
        },
      ),
      { numRuns: 6 },
    )
  })
})

/** Pairs of texts whose boxes cover each other by more than a hair. */
function overlapsOf(boxes: readonly Box[]): string[] {
  const hair = 2
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        other =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > hair &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > hair,
      )
      .map(other => `“${one.text.slice(0, 30)}” and “${other.text.slice(0, 30)}”`),
  )
}
