import type { FileFormat, FileRefusal } from '#domain/activity/file-refusal.ts'

const MEGABYTE = 1024 * 1024

/** Bytes a file of each format may have, unpacked. */
export const FORMAT_LIMIT_BYTES: Readonly<Record<FileFormat, number>> = {
  fit: 16 * MEGABYTE,
  gpx: 32 * MEGABYTE,
  tcx: 32 * MEGABYTE,
}

/** No file is looked into beyond this size, whatever it is. */
export const FILE_LIMIT_BYTES = 32 * MEGABYTE

/** How many times its packed size a gzip file may unpack to; recorded tracks stay below 40. */
export const UNPACK_RATIO_LIMIT = 100

/** Elements within elements: GPX and TCX with all known extensions need a dozen. */
export const XML_DEPTH_LIMIT = 32

/** What the size alone says about a file, before a byte of it is read or copied; undefined when it may be read. */
export function sizeRefusal(bytes: Uint8Array): FileRefusal | undefined {
  if (bytes.length === 0) return { code: 'file-empty' }
  if (bytes.length > FILE_LIMIT_BYTES) return { code: 'file-too-large', limitBytes: FILE_LIMIT_BYTES }
  return undefined
}
