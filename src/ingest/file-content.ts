import { decodeText } from './xml/decode-text.ts'
import { rootElementName } from './xml/root-element.ts'

/** What a file is by its first bytes; its name is never asked. */
export type FileContent = 'fit' | 'gpx' | 'tcx' | 'gzip' | 'zip' | 'doctype' | 'unknown'

/** Comments before the root element may fill this much. */
const PROLOG_BYTES = 16 * 1024

export function fileContent(bytes: Uint8Array): FileContent {
  if (startsWith(bytes, 0, [0x1f, 0x8b])) return 'gzip'
  if (startsWith(bytes, 0, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, 0, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip'
  if (startsWith(bytes, 8, [0x2e, 0x46, 0x49, 0x54])) return 'fit'
  switch (rootElementName(decodeText(bytes.subarray(0, PROLOG_BYTES)))) {
    case 'gpx':
      return 'gpx'
    case 'TrainingCenterDatabase':
      return 'tcx'
    case '!DOCTYPE':
      return 'doctype'
    default:
      return 'unknown'
  }
}

function startsWith(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte)
}
