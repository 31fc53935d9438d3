import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the process', () => {
  let folder: string
  let running: ChildProcess | null

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'astral-process-'))
    running = null
  })
  afterEach(() => {
    running?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('starts in its sandbox, loads the invented club, and ends with 0 when told to', async () => {
    const process = start({})
    await process.says(/Astral is ready in its sandbox workspace: http:\/\/127\.0\.0\.1:\d+/)
    process.child.kill('SIGTERM')
    expect(await process.code()).toBe(0)
    expect(process.errors()).toBe('')
  })

  it('takes the two signals of one Ctrl-C for one', async () => {
    const process = start({})
    await process.says(/is ready/)
    process.child.kill('SIGINT')
    process.child.kill('SIGINT')
    expect(await process.code()).toBe(0)
  })

  it('prints the code to claim when nobody is head coach', async () => {
    const process = start({}, ['--empty'])
    await process.says(/\/astral claim [A-Z2-9]{5}(-[A-Z2-9]{1,5})+/)
    process.child.kill('SIGTERM')
    expect(await process.code()).toBe(0)
  })

  it('says every fault of the configuration and what to set', async () => {
    const process = start({ SLACK_BOT_TOKEN: 'xoxb-only', LOG_LEVEL: 'loud' })
    expect(await process.code()).toBe(1)
    expect(process.errors()).toContain('SLACK_BOT_TOKEN needs SLACK_APP_TOKEN beside it')
    expect(process.errors()).toContain('LOG_LEVEL is one of debug, info, warn, error')
    expect(process.errors()).not.toContain('    at ')
  })

  it('refuses to go on with an audit whose key is gone', async () => {
    const first = start({})
    await first.says(/is ready/)
    first.child.kill('SIGTERM')
    await first.code()
    rmSync(join(folder, 'club.audit-key'))
    const second = start({})
    expect(await second.code()).toBe(1)
    expect(second.errors()).toMatch(/There is no key at .*club\.audit-key; restore it/)
    expect(second.errors()).not.toContain('    at ')
  })

  it('says that Slack cannot be reached', async () => {
    const process = start({
      SLACK_BOT_TOKEN: 'xoxb-nobody',
      SLACK_APP_TOKEN: 'xapp-nobody',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
    })
    expect(await process.code()).toBe(1)
    expect(process.errors()).toContain('Slack cannot be reached')
    expect(process.errors()).not.toContain('    at ')
  })

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const process = start({ SANDBOX_PORT: port })
    expect(await process.code()).toBe(1)
    expect(process.errors()).toContain(`Port ${port} is taken`)
    other.close()
  })

  function start(env: Record<string, string>, args: string[] = []) {
    const child = spawn('node', ['src/launch.mjs', 'src/main.ts', ...args], {
      cwd: ROOT,
      env: {
        PATH: globalThis.process.env.PATH,
        SANDBOX_PORT: '0',
        DATABASE_URL: `sqlite:${join(folder, 'club.db')}`,
        ...env,
      },
    })
    running = child
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => {
      out += String(chunk)
    })
    child.stderr.on('data', chunk => {
      err += String(chunk)
    })
    const ended = once(child, 'exit').then(([code]) => code as number | null)
    return {
      child,
      errors: () => err,
      code: () => ended,
      async says(pattern: RegExp) {
        while (!pattern.test(out)) {
          await Promise.race([once(child.stdout, 'data'), ended])
          if (child.exitCode !== null && !pattern.test(out)) throw new Error(`ended: ${out}${err}`)
        }
      },
    }
  }
})
