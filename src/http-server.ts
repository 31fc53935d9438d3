import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ListeningServer = { url: string; close(): Promise<void> }

/**
 * Listens with one server for everything over HTTP: `/slack/*` goes to Bolt, which checks the signature, `/health`
 * says that the process is up, `/join/*` explains an invitation. Rejects when the port is taken.
 */
export async function listenHttp(options: {
  port: number
  host?: string
  /** Null in Socket Mode. */
  slack: RequestListener | null
  join: RequestListener
  /** More listeners, by how the path begins. */
  routes?: Readonly<Record<string, RequestListener>>
}): Promise<ListeningServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (options.slack && path.startsWith('/slack/')) {
      options.slack(request, response)
      return
    }
    if (path.startsWith('/join/')) {
      options.join(request, response)
      return
    }
    const route = Object.entries(options.routes ?? {}).find(([prefix]) => path.startsWith(prefix))
    if (route) {
      route[1](request, response)
      return
    }
    const isHealth = path === '/health'
    response.writeHead(isHealth ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(isHealth ? 'ok\n' : 'Not here.\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server) }
}

/** Ends also the connections that browsers and Slack keep open for later. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
