import { describe, expect, it } from 'vitest'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { HAS_REAL_FILES, REAL_FILES_NOTE, realFile } from '../activity-files/real-files.ts'

const small = encodeFitRun({
  startedAt: instant(1_700_000_000_000),
  distanceMeters: 900,
  durationSeconds: 300,
  heartRate: 140,
})

function isRefused(bytes: Uint8Array): boolean {
  return !decodeActivityFile(bytes, 'run.fit').ok
}

function withFlippedBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes)
  const at = Math.floor(bit / 8)
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8))
  return flipped
}

function detailOf(bytes: Uint8Array): unknown {
  const decoded = decodeActivityFile(bytes, 'run.fit')
  return !decoded.ok && 'detail' in decoded.refusal ? decoded.refusal.detail : decoded
}

describe('a damaged FIT file', () => {
  it('is refused at every length but its own', () => {
    expect(isRefused(small)).toBe(false)
    for (let length = 0; length < small.length; length += 1) {
      expect(isRefused(small.subarray(0, length)), `cut to ${length}`).toBe(true)
    }
  })

  it('is refused for any single bit that differs', () => {
    const accepted: number[] = []
    for (let bit = 0; bit < small.length * 8; bit += 1) {
      if (!isRefused(withFlippedBit(small, bit))) accepted.push(bit)
    }
    expect(accepted).toEqual([])
  })

  it('says whether it was cut off, changed or written on', () => {
    expect(detailOf(small.subarray(0, small.length - 1))).toBe('truncated')
    expect(detailOf(withFlippedBit(small, 200 * 8))).toBe('checksum')
    expect(detailOf(Uint8Array.of(...small, 0, 0, 0))).toBe('trailing-bytes')
  })

  it('is refused when sound files stand before it', () => {
    expect(isRefused(Uint8Array.of(...small, ...small))).toBe(false)
    expect(detailOf(Uint8Array.of(...small, ...small.subarray(0, 300)))).toBe('truncated')
    expect(detailOf(Uint8Array.of(...small, ...withFlippedBit(small, 200 * 8)))).toBe('checksum')
  })
})

describe.skipIf(!HAS_REAL_FILES)(`a damaged real FIT file${REAL_FILES_NOTE}`, () => {
  it('is refused when cut at any of fifty places, or for any of three hundred flipped bits', () => {
    const real = realFile('run-9km-fenix2-hr.fit')
    for (let place = 0; place < 50; place += 1) {
      expect(isRefused(real.subarray(0, Math.floor((real.length * place) / 50)))).toBe(true)
    }
    // A stride prime to the length visits bytes all over the file, and every place within a byte.
    const stride = 3_001
    for (let flip = 0; flip < 300; flip += 1) {
      expect(isRefused(withFlippedBit(real, (flip * stride) % (real.length * 8)))).toBe(true)
    }
  })
})
