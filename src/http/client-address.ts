import type { IncomingMessage } from 'node:http'

/** Loopback and private networks, where a proxy of ours stands. */
const NEAR = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i

/**
 * Who asks: the address of the connection, or what a proxy near us wrote down last (anybody can write the entries before
 * it). Of an IPv6 address the first half, since whoever has one has its neighbours too.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const direct = plainAddress(request.socket.remoteAddress ?? '')
  const forwarded = request.headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return network(NEAR.test(direct) && last ? plainAddress(last) : direct)
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function network(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}
