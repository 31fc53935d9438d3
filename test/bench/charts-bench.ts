import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Chart } from '#charts/chart.ts'
import { describeChart } from '#charts/describe-chart.ts'
import { createDrawer } from '#charts/draw/draw-chart.ts'
import { encodePng } from '#charts/draw/encode-png.ts'
import { createFontBook } from '#charts/draw/font-book.ts'
import { createEmbeddedRenderer } from '#charts/embedded-renderer.ts'
import { board, HARD_NAMES } from '../charts/sample-boards.ts'
import { CHARTS_OF_KIND } from '../charts/sample-charts.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import type { BenchRow } from './bench-row.ts'

const ROUNDS = 20

/** A board of twenty, against the same drawing given to the canvas library's own PNG encoder, in turns. */
export async function chartsBench(): Promise<BenchRow[]> {
  const fonts = createFontBook(() => {})
  const description = describeChart(board(20))
  const ours = createDrawer(fonts)
  const stock = createDrawer(fonts, canvas => new Uint8Array(canvas.toBuffer('image/png')))
  const bytes = { ours: ours.draw(description).length, stock: stock.draw(description).length }
  const whole = await inTurns(
    () => ours.draw(description),
    () => stock.draw(description),
  )
  const still = createCanvas(1_600, 1_000)
  const context = still.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 1_600, 1_000)
  const blank = await inTurns(
    () => encodePng(still.data(), 1_600, 1_000),
    () => still.toBuffer('image/png'),
  )
  return [
    row('leaderboard of 20, data to PNG', whole, 'ms'),
    row('encoding a white 1600 x 1000', blank, 'ms'),
    row('leaderboard of 20, size of the PNG', { ours: bytes.ours / 1_024, peer: bytes.stock / 1_024 }, 'KiB'),
    ...(await kindsAgainstPacking()),
    await delayWhileDrawing(),
  ]
}

/** How much of each kind clubs have in a picture; of others a dozen. */
const USUAL: Partial<Record<string, number>> = {
  leaderboard: 20,
  columns: 14,
  podiums: 5,
  load: 90,
  weeks: 8,
  adherence: 14,
  'plan-calendar': 16,
  workout: 40,
}

const KINDS = Object.keys(CHARTS_OF_KIND) as Chart['kind'][]

const chartOf = (kind: Chart['kind']) =>
  CHARTS_OF_KIND[kind].of(USUAL[kind] ?? 12, HARD_NAMES, index => 30 + 20 * Math.sin(index))

/**
 * Each kind from data to PNG, against reading and packing the pixels of the same picture and no more, which no drawing
 * can beat.
 */
async function kindsAgainstPacking(): Promise<BenchRow[]> {
  const drawer = createDrawer(createFontBook(() => {}))
  const rows: BenchRow[] = []
  for (const kind of KINDS) {
    const picture = await loadImage(Buffer.from(drawer.draw(describeChart(chartOf(kind)))))
    const { width, height } = picture
    const still = createCanvas(width, height)
    still.getContext('2d').drawImage(picture, 0, 0)
    const times = await inTurns(
      () => drawer.draw(describeChart(chartOf(kind))),
      () => encodePng(still.data(), width, height),
    )
    rows.push(row(`${kind}, data to PNG; packing its pixels alone`, times, 'ms'))
  }
  return rows
}

/** How late others come to their turn while chart after chart is drawn, against the 20 ms they may. */
async function delayWhileDrawing(): Promise<BenchRow> {
  const renderer = createEmbeddedRenderer(silentLogger)
  await renderer.draw(describeChart(chartOf('load')))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (let drawn = 0; drawn < 10 * KINDS.length; drawn += 1) {
    await renderer.draw(describeChart(chartOf(KINDS[drawn % KINDS.length] ?? 'load')))
  }
  delay.disable()
  await renderer.close()
  const ours = delay.percentile(99) / 1e6
  return {
    name: 'p99 delay of the event loop, charts back to back',
    ours,
    peer: 20,
    ratio: ours / 20,
    unit: 'ms',
  }
}

function row(name: string, { ours, peer }: { ours: number; peer: number }, unit: string): BenchRow {
  return { name, ours, peer, ratio: ours / peer, unit }
}

/** Median milliseconds of each, round by round, so that what else the machine does falls on both. */
async function inTurns(ours: () => unknown, peer: () => unknown): Promise<{ ours: number; peer: number }> {
  const [our, their]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    our.push(millisecondsOf(ours))
    their.push(millisecondsOf(peer))
    // The canvas library frees its buffers between turns of the event loop only.
    await new Promise(resolve => setImmediate(resolve))
  }
  return { ours: median(our), peer: median(their) }
}

function millisecondsOf(act: () => unknown): number {
  const startedAt = performance.now()
  act()
  return performance.now() - startedAt
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
