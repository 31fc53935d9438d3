import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

export type Request = { method: string; path: string; type: string; body: string }

/** A QuickChart server of the test's own on the loopback; `answer` gets each request once its body is there. */
export async function standInServer(answer: (response: ServerResponse, request: Request) => void): Promise<{
  url: string
  requests: Request[]
  close(): Promise<void>
}> {
  const requests: Request[] = []
  const server = createServer((incoming: IncomingMessage, response) => {
    void text(incoming).then(body => {
      const { method = '', url = '', headers } = incoming
      const request = { method, path: url, type: headers['content-type'] ?? '', body }
      requests.push(request)
      answer(response, request)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
