import { createCanvas } from '@napi-rs/canvas'
import { describeChart } from '#charts/describe-chart.ts'
import { createDrawer } from '#charts/draw/draw-chart.ts'
import { encodePng } from '#charts/draw/encode-png.ts'
import { createFontBook } from '#charts/draw/font-book.ts'
import { board } from '../charts/sample-boards.ts'
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
  ]
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
