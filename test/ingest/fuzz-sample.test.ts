import { describe, expect, it } from 'vitest'
import { FUZZ_ARCHIVES, fuzzArchive } from '../fuzz/fuzz-archive.ts'
import { FUZZ_PARSERS, fuzzIngest } from '../fuzz/fuzz-ingest.ts'

describe('a mutated file', () => {
  it.each(Object.keys(FUZZ_PARSERS) as (keyof typeof FUZZ_PARSERS)[])(
    'of %s is read or refused, never thrown at, and never gives impossible totals',
    parser => {
      const report = fuzzIngest(parser, 500, 7)
      expect(report.failures).toEqual([])
      // Where nothing checks the bytes, some mutants must come through, or this would test the refusals alone.
      if (parser !== 'fit') expect(report.accepted).toBeGreaterThan(0)
    },
  )

  it.each(Object.keys(FUZZ_ARCHIVES) as (keyof typeof FUZZ_ARCHIVES)[])(
    'of %s inside an archive is read or refused, never thrown at',
    async parser => {
      const report = await fuzzArchive(parser, 200, 7)
      expect(report.failures).toEqual([])
      expect(report.accepted).toBeGreaterThan(0)
    },
  )
})
