import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { FILE_LIMIT_BYTES, FORMAT_LIMIT_BYTES } from '#ingest/file-limits.ts'
import { instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { encodeGpxRun } from '../activity-files/encode-gpx.ts'
import { encodeTcxRun } from '../activity-files/encode-tcx.ts'

const run = { startedAt: instant(1_700_000_000_000), distanceMeters: 3_000, durationSeconds: 900 }
const MEGABYTE = 1024 * 1024

function decode(content: Uint8Array | string, name = 'run.gpx') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return decodeActivityFile(bytes, name)
}

function refusal(content: Uint8Array | string, name?: string): unknown {
  const decoded = decode(content, name)
  return decoded.ok ? 'accepted' : decoded.refusal
}

describe('a file that is no activity', () => {
  it('is told by its content, whatever its name says', () => {
    expect(decode(encodeFitRun(run), 'run.gpx')).toMatchObject({ ok: true, value: { format: 'fit' } })
    expect(decode(encodeGpxRun(run), 'run.fit')).toMatchObject({ ok: true, value: { format: 'gpx' } })
    expect(decode(encodeTcxRun(run), 'holiday.jpg')).toMatchObject({ ok: true, value: { format: 'tcx' } })
    expect(refusal('%PDF-1.7 not a run', 'run.fit')).toEqual({
      code: 'not-an-activity-file',
      extension: 'fit',
    })
  })

  it('is refused with what its name claims', () => {
    expect(refusal('hello', 'Notes.TXT')).toEqual({ code: 'not-an-activity-file', extension: 'txt' })
    expect(refusal('hello', '<!channel>')).toEqual({ code: 'not-an-activity-file', extension: null })
    expect(refusal('<kml><Document/></kml>', 'x.kml')).toMatchObject({ code: 'not-an-activity-file' })
    expect(refusal(gzipSync(gzipSync(encodeGpxRun(run))))).toMatchObject({ code: 'not-an-activity-file' })
  })

  it('is refused when empty, packed or not', () => {
    expect(refusal('')).toEqual({ code: 'file-empty' })
    expect(refusal(gzipSync(''))).toEqual({ code: 'file-empty' })
  })

  it('is named when it is a ZIP', () => {
    expect(refusal(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 20, 0))).toEqual({ code: 'zip-not-supported' })
    expect(refusal(Uint8Array.of(0x50, 0x4b, 0x05, 0x06, 0, 0))).toEqual({ code: 'zip-not-supported' })
  })
})

describe('a file beyond the limits', () => {
  it('is refused before it is parsed', () => {
    const fit = new Uint8Array(FORMAT_LIMIT_BYTES.fit + 1)
    fit.set(encodeFitRun(run))
    expect(refusal(fit)).toEqual({ code: 'file-too-large', limitBytes: 16 * MEGABYTE })
    expect(refusal(new Uint8Array(FILE_LIMIT_BYTES + 1))).toEqual({
      code: 'file-too-large',
      limitBytes: 32 * MEGABYTE,
    })
  })

  it('is refused when it unpacks to a hundred times its size', () => {
    const bomb = gzipSync(new Uint8Array(8 * MEGABYTE))
    expect(refusal(bomb)).toEqual({ code: 'unpacked-too-large', limitBytes: bomb.length * 100 })
  })

  it('is refused when its packed FIT is too large, though its ratio is fine', () => {
    const fit = new Uint8Array(FORMAT_LIMIT_BYTES.fit + 1)
    let state = 1
    for (let at = 0; at < fit.length; at += 16) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      fit[at] = state >>> 24
    }
    fit.set(encodeFitRun(run))
    expect(refusal(gzipSync(fit, { level: 1 }))).toEqual({
      code: 'unpacked-too-large',
      limitBytes: 16 * MEGABYTE,
    })
  })
})

describe('a packed file', () => {
  it.each([
    ['fit', encodeFitRun],
    ['gpx', encodeGpxRun],
    ['tcx', encodeTcxRun],
  ] as const)('of %s reads as the file within', (_format, encode) => {
    const [plain, packed] = [decode(encode(run)), decode(gzipSync(encode(run)))]
    if (!plain.ok || !packed.ok) throw new Error('refused')
    expect(packed.value.activities).toEqual(plain.value.activities)
    expect(packed.value.sha256).not.toBe(plain.value.sha256)
  })

  it('is damaged when cut off or changed', () => {
    const packed = gzipSync(encodeGpxRun(run))
    expect(refusal(packed.subarray(0, packed.length - 20))).toEqual({
      code: 'file-damaged',
      format: 'gz',
      detail: 'truncated',
    })
    const changed = Uint8Array.from(packed)
    changed[changed.length - 6] = (changed[changed.length - 6] ?? 0) ^ 1
    expect(refusal(changed)).toEqual({ code: 'file-damaged', format: 'gz', detail: 'checksum' })
  })
})

describe('hostile XML', () => {
  const bomb =
    '<!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

  it('is refused with a document type, before or after its root begins', () => {
    expect(refusal(`<?xml version="1.0"?>${bomb}<gpx><trk><name>&c;</name></trk></gpx>`)).toMatchObject({
      code: 'file-damaged',
      detail: 'doctype',
    })
    expect(refusal(`<gpx>${bomb}<trk/></gpx>`)).toMatchObject({ code: 'file-damaged', detail: 'doctype' })
    expect(
      refusal('<!doctype gpx SYSTEM "file:///etc/passwd"><gpx><trk><name>&x;</name></trk></gpx>'),
    ).toMatchObject({ code: 'file-damaged', detail: 'doctype' })
  })

  it('is refused when its elements nest too deep', () => {
    const deep = (levels: number) => `<gpx>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</gpx>`
    expect(refusal(deep(20))).toEqual({ code: 'no-track' })
    expect(refusal(deep(200_000))).toMatchObject({ code: 'file-damaged', detail: 'too-deep' })
  })

  it('gains nothing by names that objects have', () => {
    const text = '<gpx><__proto__><trk/></__proto__><constructor>1</constructor><toString/></gpx>'
    expect(decode(text).ok).toBe(false)
    expect(({} as Record<string, unknown>).trk).toBeUndefined()
  })

  it.each([
    ['gpx', encodeGpxRun],
    ['tcx', encodeTcxRun],
  ] as const)('of %s is refused when it is cut off anywhere', (_format, encode) => {
    const whole = encode({ ...run, durationSeconds: 60 })
    const end = new TextDecoder().decode(whole).trimEnd().length
    for (let length = 0; length < end; length += 1) {
      expect(decode(whole.subarray(0, length)).ok, `cut to ${length}`).toBe(false)
    }
  })
})

describe('random bytes', () => {
  const openings = [
    [],
    [0x1f, 0x8b, 8, 0],
    [14, 16, 0, 0, 20, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0],
    [...new TextEncoder().encode('<gpx><trk><trkseg>')],
    [...new TextEncoder().encode('<TrainingCenterDatabase><Activities>')],
  ]

  it('are refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...openings), fc.uint8Array({ maxLength: 300 }), (opening, rest) => {
        expect(decode(Uint8Array.of(...opening, ...rest)).ok).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})
