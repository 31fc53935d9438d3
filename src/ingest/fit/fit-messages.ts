import FitParser from 'fit-file-parser'
import type { Damage } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { FitFields } from './fit-fields.ts'

/** What one FIT file says, of what its totals are made from. */
export type FitMessages = {
  fileId: FitFields
  sessions: readonly FitFields[]
  laps: readonly FitFields[]
  records: readonly FitFields[]
  events: readonly FitFields[]
  sports: readonly FitFields[]
}

/** Bytes a file is longer than its header and data: the checksum at its end. */
const CHECKSUM_BYTES = 2

/**
 * Reads the FIT files in `bytes`; the protocol lets several stand one after another. Each must have the length its header
 * says and the checksums of header and content: a file that was cut off or changed in a single bit is damaged as a whole.
 */
export function readFitMessages(bytes: Uint8Array): Result<FitMessages[], Damage> {
  const files: FitMessages[] = []
  let at = 0
  while (at < bytes.length) {
    const rest = bytes.subarray(at)
    const length = fileLength(rest)
    if (length === undefined) return refuse(at === 0 ? 'structure' : 'trailing-bytes')
    if (length > rest.length) return refuse('truncated')
    const messages = parseFit(rest.subarray(0, length))
    if (!messages.ok) return messages
    files.push(messages.value)
    at += length
  }
  return ok(files)
}

/** The length in bytes of the FIT file that begins here, as its header has it; undefined where none begins. */
function fileLength(bytes: Uint8Array): number | undefined {
  const headerLength = bytes[0]
  if ((headerLength !== 12 && headerLength !== 14) || bytes.length < headerLength) return undefined
  if (![0x2e, 0x46, 0x49, 0x54].every((byte, index) => bytes[8 + index] === byte)) return undefined
  const dataLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  return headerLength + dataLength + CHECKSUM_BYTES
}

function parseFit(bytes: Uint8Array): Result<FitMessages, Damage> {
  let answer: Result<FitMessages, Damage> = refuse('structure')
  try {
    // `force: false` is what makes the parser compare the checksums; it calls back before it returns.
    new FitParser({ force: false, mode: 'list' }).parse(Buffer.from(bytes), (error, parsed) => {
      if (!parsed) answer = refuse(error?.includes('CRC') ? 'checksum' : 'structure')
      else
        answer = ok({
          fileId: messageOf(parsed.file_ids),
          sessions: messagesOf(parsed.sessions),
          laps: messagesOf(parsed.laps),
          records: messagesOf(parsed.records),
          events: messagesOf(parsed.events),
          sports: messagesOf(parsed.sports),
        })
    })
  } catch {
    // The parser throws on records that do not follow from their definitions.
    return refuse('structure')
  }
  return answer
}

function messagesOf(messages: readonly object[] | undefined): readonly FitFields[] {
  return (messages ?? []) as readonly FitFields[]
}

function messageOf(messages: readonly object[] | undefined): FitFields {
  return messagesOf(messages)[0] ?? {}
}
