import { createHash } from 'node:crypto'

/** A short stable name for any JSON value: 16 hexadecimal digits, good for ids and for "has this changed?". */
export function digest(value: unknown): string {
  return createHash('sha1')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16)
}
