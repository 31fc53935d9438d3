import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Desk } from '../../src/sandbox/desk.ts'
import { createPage, type PageOptions } from '../../src/sandbox/page/page.ts'

export type PageServer = { origin: string; close(): Promise<void> }

/** The page of `desk` on a free port of this computer. */
export async function startPageServer(desk: Desk, options: PageOptions = {}): Promise<PageServer> {
  const page = createPage(desk, options)
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    page(request, response, url).then(
      isAnswered => {
        if (!isAnswered) response.writeHead(404).end()
      },
      error => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
