import { endianness } from 'node:os'
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const FILTER_NONE = 0
const FILTER_UP = 2
const LEVEL = 3
/** Most pictures fit one output chunk of this size. */
const CHUNK_BYTES = 512 * 1_024
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
  const data = deflateSync(filteredRows(rgba, width, height), { level: LEVEL, chunkSize: CHUNK_BYTES })
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
  const rows = roomFor(stride * height)
  const packRow = rowPacker(rgba, width)
  for (let y = 0; y < height; y += 1) {
    const start = y * sourceStride
    const at = y * stride
    if (y > 0 && source.compare(source, start - sourceStride, start, start, start + sourceStride) === 0) {
      rows[at] = FILTER_UP
      rows.fill(0, at + 1, at + stride)
    } else {
      rows[at] = FILTER_NONE
      packRow(y, rows, at + 1)
    }
  }
  return rows
}

let room = new Uint8Array(0)

/** Bytes to write over from end to end; kept from picture to picture, since fresh ones cost as much as the packing. */
function roomFor(size: number): Uint8Array {
  if (room.length < size) room = new Uint8Array(size)
  return room.subarray(0, size)
}

/** Writes the pixels of row `y`, without their alpha, into `rows` from byte `at` on. */
type PackRow = (y: number, rows: Uint8Array, at: number) => void

function rowPacker(rgba: Uint8Array, width: number): PackRow {
  const isWholeWords = width % 4 === 0 && rgba.byteOffset % 4 === 0 && endianness() === 'LE'
  return isWholeWords ? packerOfWords(rgba, width) : packerOfBytes(rgba, width)
}

function packerOfBytes(rgba: Uint8Array, width: number): PackRow {
  return (y, rows, at) => {
    const start = y * width * 4
    const end = start + width * 4
    let to = at
    for (let from = start; from < end; from += 4) {
      rows[to] = rgba[from] ?? 0
      rows[to + 1] = rgba[from + 1] ?? 0
      rows[to + 2] = rgba[from + 2] ?? 0
      to += 3
    }
  }
}

/** Four pixels, as words 0xAABBGGRR, become three words: twice as fast as byte by byte. */
function packerOfWords(rgba: Uint8Array, width: number): PackRow {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2)
  const words = new Uint32Array((width * 3) / 4)
  const bytes = new Uint8Array(words.buffer)
  return (y, rows, at) => {
    let from = y * width
    for (let to = 0; to < words.length; to += 3) {
      const first = pixels[from] ?? 0
      const second = pixels[from + 1] ?? 0
      const third = pixels[from + 2] ?? 0
      const fourth = pixels[from + 3] ?? 0
      words[to] = (first & 0xffffff) | (second << 24)
      words[to + 1] = ((second >>> 8) & 0xffff) | (third << 16)
      words[to + 2] = ((third >>> 16) & 0xff) | (fourth << 8)
      from += 4
    }
    rows.set(bytes, at)
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
