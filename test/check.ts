import { spawnSync } from 'node:child_process'

/** Everything but the tests' behaviour: types, lint and format, and the house rules. */
const CHECKS = [
  ['types', ['node_modules/typescript/bin/tsc', '--project', '.']],
  ['types of the sandbox page', ['node_modules/typescript/bin/tsc', '--project', 'src/sandbox/page/client']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings']],
  ['architecture', ['node_modules/vitest/vitest.mjs', 'run', 'test/architecture.test.ts']],
] as const

let failed = 0
for (const [name, args] of CHECKS) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'}`)
  if (status !== 0) failed += 1
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
