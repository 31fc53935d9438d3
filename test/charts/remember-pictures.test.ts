import { describe, expect, it } from 'vitest'
import { describeChart } from '#charts/describe-chart.ts'
import { hashOfChart, rememberPictures } from '#charts/remember-pictures.ts'
import { board } from './sample-boards.ts'

const description = (count: number) => describeChart(board(count))

function counting(mostBytes: number, bytesEach = 10) {
  const drawn: number[] = []
  const draw = rememberPictures(async ({ height }) => {
    drawn.push(height)
    return new Uint8Array(bytesEach)
  }, mostBytes)
  return { draw, drawn }
}

describe('remembered pictures', () => {
  it('draw the same description once, also while it is being drawn', async () => {
    const { draw, drawn } = counting(100)
    const [one, same] = await Promise.all([draw(description(3)), draw(description(3))])
    expect(await draw(description(3))).toBe(one)
    expect(same).toBe(one)
    expect(drawn).toHaveLength(1)
    await draw(description(4))
    expect(drawn).toHaveLength(2)
  })

  it('forget what was not asked for the longest, to stay within their bytes', async () => {
    const { draw, drawn } = counting(20)
    for (const count of [1, 2, 1, 3, 1, 2]) await draw(description(count))
    // The third pushed out the second, which is drawn again; the first was asked for in between.
    expect(drawn).toHaveLength(4)
  })

  it('keep nothing that is larger than all they may hold', async () => {
    const { draw, drawn } = counting(20, 21)
    await draw(description(1))
    await draw(description(1))
    expect(drawn).toHaveLength(2)
  })

  it('do not keep a failure', async () => {
    let failures = 0
    const draw = rememberPictures(async () => {
      failures += 1
      throw new Error('no canvas')
    })
    await expect(draw(description(1))).rejects.toThrow('no canvas')
    await expect(draw(description(1))).rejects.toThrow('no canvas')
    expect(failures).toBe(2)
  })

  it('know a chart by all that is drawn of it', () => {
    expect(hashOfChart(board(3))).toBe(hashOfChart(structuredClone(board(3))))
    expect(hashOfChart({ ...board(3), title: 'Other' })).not.toBe(hashOfChart(board(3)))
    expect(hashOfChart(board(41))).toBeNull()
  })
})
