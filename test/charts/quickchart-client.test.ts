import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { describeChart } from '#charts/describe-chart.ts'
import { encodePng } from '#charts/draw/encode-png.ts'
import { createQuickChartClient } from '#charts/quickchart-client.ts'
import { board, HARD_NAMES } from './sample-boards.ts'
import { standInServer } from './stand-in-server.ts'

const description = describeChart(board(20))
const png = encodePng(new Uint8Array(16).fill(255), 2, 2)
const open: { close(): Promise<void> }[] = []

async function serve(answer: (response: ServerResponse) => void) {
  const server = await standInServer(answer)
  open.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(server => server.close()))
})

describe('the QuickChart client', () => {
  it('posts the description as JSON data, without a function, and gives back the picture', async () => {
    const server = await serve(response => response.end(png))
    expect(await createQuickChartClient(`${server.url}/`).draw(description)).toEqual(png)
    const [request] = server.requests
    expect(request).toMatchObject({ method: 'POST', path: '/chart', type: 'application/json' })
    const body = JSON.parse(request?.body ?? '')
    expect(body).toMatchObject({ version: '4', width: 800, height: 952, devicePixelRatio: 2, format: 'png' })
    expect(body.chart.options.plugins.astral.leaderboard.names).toEqual(HARD_NAMES)
    expect(request?.body).not.toMatch(/function\s*\(|=>/)
  })

  it('refuses an error of the server', async () => {
    const server = await serve(response => response.writeHead(500).end('boom'))
    await expect(createQuickChartClient(server.url).draw(description)).rejects.toThrow('answered 500')
  })

  it('refuses what is not a PNG', async () => {
    const server = await serve(response => response.end('<html>a chart, honestly</html>'))
    await expect(createQuickChartClient(server.url).draw(description)).rejects.toThrow('not a PNG')
  })

  it('refuses an empty answer', async () => {
    const server = await serve(response => response.writeHead(200).end())
    await expect(createQuickChartClient(server.url).draw(description)).rejects.toThrow('not a PNG')
  })

  it('stops reading what is too large', async () => {
    let isCut = false
    const cut = Promise.withResolvers<void>()
    const server = await serve(response => {
      response.on('close', () => {
        isCut = !response.writableFinished
        cut.resolve()
      })
      const more = () => {
        while (response.write(new Uint8Array(64 * 1_024))) {}
      }
      response.on('drain', more)
      response.write(png)
      more()
    })
    await expect(createQuickChartClient(server.url).draw(description)).rejects.toThrow(
      'more than 2097152 bytes',
    )
    await cut.promise
    expect(isCut).toBe(true)
  })

  it('gives up on a server that is silent, and on one that stops in the middle', async () => {
    const silent = await serve(() => {})
    await expect(createQuickChartClient(silent.url, 30).draw(description)).rejects.toThrow(/timeout/)
    const halting = await serve(response => void response.write(png.subarray(0, 20)))
    await expect(createQuickChartClient(halting.url, 30).draw(description)).rejects.toThrow(/timeout/)
  })

  it('follows no redirect, since it would carry the names elsewhere', async () => {
    const elsewhere = await serve(response => response.end(png))
    const server = await serve(response =>
      response.writeHead(307, { location: `${elsewhere.url}/chart` }).end(),
    )
    await expect(createQuickChartClient(server.url).draw(description)).rejects.toThrow()
    expect(elsewhere.requests).toEqual([])
  })
})
