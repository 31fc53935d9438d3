import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

const cache = new Map<string, string>()

/**
 * A module of the client script as JavaScript, or null if there is none of that name.
 * @param name such as `main.ts`; import specifiers between modules stay as written
 */
export function clientModule(name: string): string | null {
  const cached = cache.get(name)
  if (cached !== undefined) return cached
  if (!/^[a-z-]+\.ts$/.test(name)) return null
  let source: string
  try {
    source = readFileSync(new URL(`./client/${name}`, import.meta.url), 'utf8')
  } catch {
    return null
  }
  const script = withoutWarning(() => stripTypeScriptTypes(source))
  cache.set(name, script)
  return script
}

/** Node calls type stripping by this function experimental, on the console of whoever starts the app. */
function withoutWarning<T>(strip: () => T): T {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return strip()
  } finally {
    process.emitWarning = emitWarning
  }
}
