import { afterEach, describe, expect, it } from 'vitest'
import { ChartUnavailable } from '#charts/chart.ts'
import { describeChart } from '#charts/describe-chart.ts'
import { type DrawLimits, type DrawWorker, startDrawWorker } from '#charts/draw-worker.ts'
import { createEmbeddedRenderer, type EmbeddedRenderer } from '#charts/embedded-renderer.ts'
import { recordingLogger } from './recording-logger.ts'
import { board } from './sample-boards.ts'

const LIMITS: DrawLimits = { deadlineMs: 10_000 }
const small = describeChart(board(1))

const open: EmbeddedRenderer[] = []

function start(limits = LIMITS) {
  const { logger, lines } = recordingLogger()
  const threads: DrawWorker[] = []
  const renderer = createEmbeddedRenderer(logger, limits, (...args) => {
    const thread = startDrawWorker(...args)
    threads.push(thread)
    return thread
  })
  open.push(renderer)
  return { renderer, lines, threads }
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(renderer => renderer.close()))
})

describe('the embedded renderer', () => {
  it('replaces a thread that dies over a chart, for the next one', async () => {
    const { renderer, lines, threads } = start()
    await renderer.draw(small)
    const dying = expect(renderer.draw(small)).rejects.toThrow(ChartUnavailable)
    const next = renderer.draw(small)
    await threads[0]?.close()
    await dying
    expect((await next).length).toBeGreaterThan(1_000)
    expect(threads.map(thread => thread.hasExited())).toEqual([true, false])
    expect(lines).toEqual([
      { level: 'error', message: 'A chart could not be drawn', reason: 'the drawing thread stopped' },
    ])
  })

  it('starts no thread before the first chart, and one for all that follow', async () => {
    const { renderer, threads } = start()
    expect(threads).toEqual([])
    await Promise.all([renderer.draw(small), renderer.draw(small)])
    expect(threads).toHaveLength(1)
  })

  it('ends a chart that takes too long', async () => {
    const { renderer } = start({ ...LIMITS, deadlineMs: 1 })
    await expect(renderer.draw(small)).rejects.toThrow('a chart took over 1 ms')
  })

  it('keeps its thread when a description makes no sense', async () => {
    const { renderer } = start()
    await expect(
      renderer.draw({ ...small, chart: '{"type":"none","data":{"datasets":[{"data":[1]}]}}' }),
    ).rejects.toThrow(ChartUnavailable)
    await expect(renderer.draw({ ...small, chart: 'no JSON' })).rejects.toThrow(ChartUnavailable)
    expect((await renderer.draw(small)).length).toBeGreaterThan(1_000)
  })

  it('refuses more than sixty-four waiting charts, and draws those', async () => {
    const { renderer } = start()
    const results = await Promise.allSettled(Array.from({ length: 70 }, () => renderer.draw(small)))
    expect(results.map(result => result.status)).toEqual([
      ...Array<string>(65).fill('fulfilled'),
      ...Array<string>(5).fill('rejected'),
    ])
    expect(results[65]).toMatchObject({ reason: expect.any(ChartUnavailable) })
    expect((await renderer.draw(small)).length).toBeGreaterThan(1_000)
  })

  it('answers those that wait when it closes, and none after', async () => {
    const { renderer, lines } = start()
    const waiting = [renderer.draw(small), renderer.draw(small)].map(drawing =>
      expect(drawing).rejects.toThrow(ChartUnavailable),
    )
    await Promise.resolve()
    await renderer.close()
    await Promise.all(waiting)
    await expect(renderer.draw(small)).rejects.toThrow('closed')
    expect(lines).toEqual([])
  })
})
