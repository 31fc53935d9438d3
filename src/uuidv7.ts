import { randomBytes } from 'node:crypto'
import type { IdSource } from '#kernel/ids.ts'
import type { Clock } from '#kernel/instant.ts'

/**
 * Ids of RFC 9562 version 7 that rise also within one millisecond: the 12 bits after the version count up from a
 * random start, so that "order by id" is the order of making.
 */
export function uuidv7Source(now: Clock): IdSource {
  let last = 0
  let counter = 0
  return <T extends string>() => {
    const at = Math.max(now(), last)
    if (at > last) {
      last = at
      counter = randomBytes(2).readUInt16BE() & 0x7ff
    } else {
      counter += 1
      if (counter > 0xfff) {
        last += 1
        counter = 0
      }
    }
    const time = last.toString(16).padStart(12, '0')
    const tail = randomBytes(8)
    tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0)
    const rest = tail.toString('hex')
    const low = counter.toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${low}-${rest.slice(0, 4)}-${rest.slice(4)}` as T
  }
}
