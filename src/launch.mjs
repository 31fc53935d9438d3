// The one plain-JavaScript file: any Node from 20 on can read it. It finds a Node that can run the
// TypeScript sources (24 or newer), hands over, passes signals on and gives back the exit code.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const NEEDED_MAJOR = 24
const [script, ...args] = process.argv.slice(2)

function bundledNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const path = fileURLToPath(
    new URL(`../node_modules/node-${platform}-${process.arch}/${binary}`, import.meta.url),
  )
  return existsSync(path) ? path : undefined
}

const current = Number(process.versions.node.split('.')[0])
const node = current >= NEEDED_MAJOR ? process.execPath : bundledNode()

if (!script) {
  console.error('Usage: node src/launch.mjs <script> [arguments]')
  process.exit(2)
}
if (!node) {
  console.error(
    `Astral needs Node ${NEEDED_MAJOR} or newer; this is Node ${process.versions.node}, and no bundled Node was installed for ` +
      `${process.platform}-${process.arch}. Install Node ${NEEDED_MAJOR} from https://nodejs.org, or run "npm ci" without --omit=optional.`,
  )
  process.exit(1)
}

// Without a build step Node reads and compiles every source file at each start: what it made of them is kept, and made
// again where a file changed. A folder that cannot be written is passed over.
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const env = { NODE_COMPILE_CACHE: compiled, ...process.env }
const child = spawn(node, [script, ...args], { stdio: 'inherit', env })
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) process.on(signal, () => child.kill(signal))
child.on('error', error => {
  console.error(`Could not start ${node}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))
})
