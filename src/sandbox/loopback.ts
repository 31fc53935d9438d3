import type { IncomingMessage } from 'node:http'

export function isLoopbackName(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]', '::1'].includes(hostname.toLowerCase())
}

/**
 * Whether a request comes from this machine's own programs or the sandbox's own page: the Host is a loopback name
 * (no rebinding), and a browser's POST names this very origin.
 */
export function isFromHere(req: IncomingMessage): boolean {
  const host = req.headers.host ?? ''
  if (!URL.canParse(`http://${host}`) || !isLoopbackName(new URL(`http://${host}`).hostname)) return false
  const { origin } = req.headers
  if (origin !== undefined && req.method !== 'GET' && req.method !== 'HEAD')
    return origin === `http://${host}`
  return req.headers['sec-fetch-site'] !== 'cross-site'
}
