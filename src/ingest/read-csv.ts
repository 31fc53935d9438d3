import { parse } from 'csv-parse'
import { breathe } from '#kernel/breathe.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'

/** Bytes read before others have their turn. */
const SLICE = 64 * 1024
/** Characters of one line; longer ones are no table of people. */
const RECORD_MAX = 20_000
const DELIMITERS = [',', ';', '\t'] as const

export type NotATable = { code: 'import-not-a-table' }

/**
 * The rows of a CSV file: UTF-8, UTF-16 with its mark, or what Windows writes; separated by commas, semicolons or tabs,
 * whichever its first line has most of. At most `rowsMax` rows are given. Read in slices.
 */
export async function readCsv(bytes: Uint8Array, rowsMax: number): Promise<Result<string[][], NotATable>> {
  const text = textOf(bytes)
  if (text.includes('\u0000')) return refuse({ code: 'import-not-a-table' })
  const rows: string[][] = []
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    max_record_size: RECORD_MAX,
    to: rowsMax,
  })
  const failed: { code?: 'import-not-a-table' } = {}
  parser.on('data', (row: string[]) => rows.push(row))
  const ended = new Promise<void>(resolve => {
    parser.once('error', () => {
      failed.code = 'import-not-a-table'
      resolve()
    })
    parser.once('end', resolve)
  })
  const encoded = Buffer.from(text)
  for (let at = 0; at < encoded.length && failed.code === undefined && rows.length < rowsMax; at += SLICE) {
    parser.write(encoded.subarray(at, at + SLICE))
    await breathe()
  }
  if (failed.code === undefined) parser.end()
  await ended
  return failed.code === undefined ? ok(rows) : refuse({ code: failed.code })
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function delimiterOf(text: string): string {
  const firstLine = text.slice(0, RECORD_MAX).split(/[\r\n]/, 1)[0] ?? ''
  const counts = DELIMITERS.map(delimiter => firstLine.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
