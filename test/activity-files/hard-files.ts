import { FitEncoder } from 'fit-file-parser/encoder'

/**
 * A FIT file with right checksums that takes any reader far longer than a minute: millions of one-byte records, each of 255
 * fields of no size.
 */
export function endlessFit(): Uint8Array {
  const records = 15_000_000
  const definition = [
    0x40,
    0,
    0,
    0x00,
    0xff,
    255,
    ...Array.from({ length: 255 }, (_, at) => [at, 0, 2]).flat(),
  ]
  const bytes = new Uint8Array(14 + definition.length + records + 2)
  const view = new DataView(bytes.buffer)
  bytes.set([14, 0x20, 0, 0])
  view.setUint32(4, definition.length + records, true)
  bytes.set([0x2e, 0x46, 0x49, 0x54], 8)
  bytes.set(definition, 14)
  view.setUint16(bytes.length - 2, FitEncoder.calculateCRC(bytes.subarray(0, -2)), true)
  return bytes
}

/** A well-formed GPX file of so many empty elements that its tree fills hundreds of megabytes. */
export function crowdedGpx(): Uint8Array {
  return new TextEncoder().encode(`<gpx>${'<a/>'.repeat(2_000_000)}</gpx>`)
}
