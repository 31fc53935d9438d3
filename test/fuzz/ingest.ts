// Usage: node src/launch.mjs test/fuzz/ingest.ts [inputs a parser, default 100000] [seed, default 1]
import { FUZZ_ARCHIVES, fuzzArchive } from './fuzz-archive.ts'
import { FUZZ_PARSERS, type FuzzReport, fuzzIngest } from './fuzz-ingest.ts'

const [inputs = 100_000, seed = 1] = process.argv.slice(2).map(Number)

for (const parser of Object.keys(FUZZ_PARSERS) as (keyof typeof FUZZ_PARSERS)[]) {
  tell(fuzzIngest(parser, inputs, seed))
}
for (const parser of Object.keys(FUZZ_ARCHIVES) as (keyof typeof FUZZ_ARCHIVES)[]) {
  tell(await fuzzArchive(parser, inputs, seed))
}

function tell({ parser, accepted, slowestMs, failures }: FuzzReport): void {
  console.log(
    `${parser}: ${inputs} inputs, ${accepted} accepted, slowest ${slowestMs.toFixed(1)} ms, ${failures.length} failures`,
  )
  for (const failure of failures.slice(0, 10)) console.log(`  input ${failure.input}: ${failure.why}`)
  if (failures.length > 0) process.exitCode = 1
}
