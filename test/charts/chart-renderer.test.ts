import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, describe, expect, it } from 'vitest'
import { ChartUnavailable, type LeaderboardChart } from '#charts/chart.ts'
import { createChartRenderer } from '#charts/chart-renderer.ts'
import { encodePng } from '#charts/draw/encode-png.ts'
import { recordingLogger } from './recording-logger.ts'
import { board } from './sample-boards.ts'
import { standInServer } from './stand-in-server.ts'

const PICTURES = join(import.meta.dirname, '../../test-output/charts')
const { logger, lines } = recordingLogger()
const renderer = createChartRenderer({ quickChartUrl: null, logger })

afterAll(() => renderer.close())

async function picture(name: string, chart: LeaderboardChart) {
  const png = await renderer.render(chart)
  mkdirSync(PICTURES, { recursive: true })
  writeFileSync(join(PICTURES, `${name}.png`), png)
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const colorAt = (x: number, y: number) =>
    Buffer.from(context.getImageData(x, y, 1, 1).data).toString('hex', 0, 3)
  return { png, width: image.width, height: image.height, colorAt, pixels: canvas.data() }
}

/** The share of pixels of one colour. */
function shareOf(color: string, pixels: Buffer): number {
  let count = 0
  for (let at = 0; at < pixels.length; at += 4) if (pixels.toString('hex', at, at + 3) === color) count += 1
  return count / (pixels.length / 4)
}

describe('a leaderboard as a picture', () => {
  it.each([1, 3, 20, 40])('is 1600 pixels wide and as high as its %i bars need', async count => {
    const { width, height, colorAt } = await picture(`leaderboard-${count}`, board(count))
    expect([width, height]).toEqual([1_600, { 1: 328, 3: 536, 20: 1_904, 40: 3_184 }[count]])
    expect([colorAt(0, 0), colorAt(width - 1, height - 1)]).toEqual(['ffffff', 'ffffff'])
  })

  it('shows the first three in the darker tone and bars as long as their values', async () => {
    const { pixels } = await picture(
      'leaderboard-6',
      board(6, () => 10),
    )
    const [dark, light] = [shareOf('0a6150', pixels), shareOf('4a9d87', pixels)]
    // Three bars each; the badges of the first three make up what the darker tone has more.
    expect(dark).toBeGreaterThan(light)
    expect(dark).toBeLessThan(light * 1.2)
    const halved = await picture(
      'leaderboard-halved',
      board(6, index => (index < 3 ? 10 : 5)),
    )
    expect(shareOf('4a9d87', halved.pixels) / light).toBeCloseTo(0.5, 1)
  })

  it('stays calm when all are at zero, and when nobody ran', async () => {
    const zeros = await picture(
      'leaderboard-zeros',
      board(4, () => 0),
    )
    expect(shareOf('0a6150', zeros.pixels) + shareOf('4a9d87', zeros.pixels)).toBe(0)
    const empty = await picture('leaderboard-empty', board(0))
    expect([empty.width, empty.height]).toEqual([1_600, 600])
    expect(shareOf('55606e', empty.pixels)).toBeGreaterThan(0)
  })

  it('gives a long title a second line, and the picture the height for it', async () => {
    const title =
      'Weekly distance · The Extraordinarily Long Named Saturday Morning Trail Running Group of the North'
    const { height } = await picture('leaderboard-long-title', { ...board(5), title })
    expect(height).toBeGreaterThan((await picture('leaderboard-5', board(5))).height)
  })

  it('is the same bytes for the same data, whatever was drawn before and in another thread too', async () => {
    const before = await renderer.render(board(20))
    await renderer.render({ ...board(3), title: 'தமிழ் ქართული 東京 🇧🇷' })
    expect(Buffer.from(await renderer.render(board(20))).equals(before)).toBe(true)
    const other = createChartRenderer({ quickChartUrl: null, logger })
    try {
      expect(Buffer.from(await other.render(board(20))).equals(before)).toBe(true)
    } finally {
      await other.close()
    }
  })

  it('is refused beyond forty bars', async () => {
    await expect(renderer.render(board(41))).rejects.toThrow(ChartUnavailable)
  })

  it('says once, without the name, that a letter has no font', async () => {
    const strange = { ...board(1), bars: [{ name: '𒀀𒀁', value: 1, label: '1 km', rank: 1 }] }
    await renderer.render(strange)
    await renderer.render({ ...strange, title: '𒀂' })
    expect(lines).toEqual([
      { level: 'warn', message: expect.stringMatching(/none of the bundled fonts/), reason: undefined },
    ])
  })
})

describe('with a QuickChart server', () => {
  const png = encodePng(new Uint8Array(16).fill(255), 2, 2)

  async function renderThrough(answer: Parameters<typeof standInServer>[0]) {
    const server = await standInServer(answer)
    const recorded = recordingLogger()
    const through = createChartRenderer({ quickChartUrl: server.url, logger: recorded.logger })
    try {
      return { picture: await through.render(board(3)), lines: recorded.lines }
    } finally {
      await through.close()
      await server.close()
    }
  }

  it('takes its picture', async () => {
    expect(await renderThrough(response => response.end(png))).toEqual({ picture: png, lines: [] })
  })

  it('draws here when it fails, and warns', async () => {
    const { picture: drawn, lines: warned } = await renderThrough(response => response.writeHead(503).end())
    expect(Buffer.from(drawn).equals(await renderer.render(board(3)))).toBe(true)
    expect(warned).toEqual([
      {
        level: 'warn',
        message: 'The QuickChart server failed; drawing the chart here',
        reason: 'the QuickChart server answered 503',
      },
    ])
  })
})
