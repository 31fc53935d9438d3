import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { BenchRow } from './bench-row.ts'

/**
 * Runs every bench of this folder and prints one Markdown table for the README, with the machine it was measured on.
 * `npm run bench -- charts` runs one alone. A file `name-bench.ts` exports `nameBench`.
 */
const wanted = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .flatMap(file => /^(.+)-bench\.ts$/.exec(file)?.[1] ?? [])
  .filter(name => wanted.length === 0 || wanted.includes(name))
  .sort()
const unknown = wanted.filter(name => !names.includes(name))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}`)
  process.exit(2)
}

const lines: string[] = []
for (const name of names) {
  console.error(`${name} …`)
  const rows = await benchNamed(name)
  if (rows.length === 0) console.error(`${name}: nothing to measure here; its data is absent`)
  lines.push(...rows.map(row => lineOf(name, row)))
}
console.log(`${machine()}\n`)
console.log('| bench | what | ours | peer | unit | ratio |\n| --- | --- | ---: | ---: | --- | ---: |')
for (const line of lines) console.log(line)

async function benchNamed(name: string): Promise<readonly BenchRow[]> {
  const exported: Record<string, unknown> = await import(`./${name}-bench.ts`)
  const run = exported[`${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Bench`]
  if (typeof run !== 'function') throw new Error(`${name}-bench.ts does not export its bench`)
  return run()
}

function lineOf(bench: string, { name, ours, peer, unit, ratio }: BenchRow): string {
  return `| ${bench} | ${name} | ${figure(ours)} | ${figure(peer)} | ${unit} | ${ratio.toFixed(2)} |`
}

/** Three significant digits. */
function figure(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}

function machine(): string {
  const processors = cpus()
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return [
    new Date().toISOString().slice(0, 10),
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${gigabytes} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
  ].join(', ')
}
