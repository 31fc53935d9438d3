import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const FILTER_NONE = 0
const FILTER_UP = 2
const LEVEL = 3
/** 8 bits a channel, colour type 2 (RGB), and the only compression, filter and interlace methods worth having. */
const FORMAT = [8, 2, 0, 0, 0]

/**
 * A lossless PNG of opaque pixels: `rgba` holds `width * height` of them, four bytes each, and their alpha is dropped.
 * Charts are mostly rows equal to the row above: those become zeros by the filter Up, and a quick deflate does the
 * rest in less time and fewer bytes than the canvas library needs (PNG specification, third edition, sections 7-10).
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(FORMAT, 8)
  const data = deflateSync(filteredRows(rgba, width, height), { level: LEVEL })
  const parts = [
    SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('IDAT', data),
    ...chunk('IEND', Buffer.alloc(0)),
  ]
  const png = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let offset = 0
  for (const part of parts) {
    png.set(part, offset)
    offset += part.length
  }
  return png
}

function filteredRows(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const source = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength)
  const sourceStride = width * 4
  const stride = width * 3 + 1
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const start = y * sourceStride
    const at = y * stride
    if (y > 0 && source.compare(source, start - sourceStride, start, start, start + sourceStride) === 0) {
      rows[at] = FILTER_UP
    } else {
      rows[at] = FILTER_NONE
      packRow(source, start, rows, at + 1, width)
    }
  }
  return rows
}

function packRow(source: Uint8Array, start: number, rows: Uint8Array, at: number, width: number): void {
  const end = start + width * 4
  let to = at
  for (let from = start; from < end; from += 4) {
    rows[to] = source[from] ?? 0
    rows[to + 1] = source[from + 1] ?? 0
    rows[to + 2] = source[from + 2] ?? 0
    to += 3
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const name = Buffer.from(type, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(data, crc32(name)))
  return [length, name, data, check]
}
