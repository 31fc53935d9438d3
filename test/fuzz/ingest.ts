// Usage: node src/launch.mjs test/fuzz/ingest.ts [inputs a parser, default 100000] [seed, default 1]
import { FUZZ_PARSERS, fuzzIngest } from './fuzz-ingest.ts'

const [inputs = 100_000, seed = 1] = process.argv.slice(2).map(Number)

for (const parser of Object.keys(FUZZ_PARSERS) as (keyof typeof FUZZ_PARSERS)[]) {
  const { accepted, slowestMs, failures } = fuzzIngest(parser, inputs, seed)
  console.log(
    `${parser}: ${inputs} inputs, ${accepted} accepted, slowest ${slowestMs.toFixed(1)} ms, ${failures.length} failures`,
  )
  for (const failure of failures.slice(0, 10)) console.log(`  input ${failure.input}: ${failure.why}`)
  if (failures.length > 0) process.exitCode = 1
}
