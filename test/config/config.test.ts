import { describe, expect, it } from 'vitest'
import { CONFIG_VARIABLES, ConfigFaults, readConfig } from '#config/config.ts'

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' }
const SOCKET = { ...BOT, SLACK_APP_TOKEN: 'xapp-1' }
const HTTP = { ...BOT, SLACK_SIGNING_SECRET: 'secret-secret' }

function faultsOf(env: Record<string, string>, args: string[] = []): readonly string[] {
  try {
    readConfig(env, args)
    return []
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults
    throw error
  }
}

describe('the configuration', () => {
  it('is the sandbox with nothing set, and empty variables are not set', () => {
    const expected = {
      slack: { kind: 'sandbox', port: 3210, isDemo: true },
      database: { kind: 'sqlite', path: 'data/sandbox.db' },
      quickChartUrl: null,
      pagePort: null,
      publicUrl: null,
      smtp: null,
      logLevel: 'info',
      encryptionKeyFile: null,
      ageGradeTable: null,
      strava: null,
    }
    expect(readConfig({}, [])).toEqual(expected)
    const empty = Object.fromEntries(CONFIG_VARIABLES.map(name => [name, '']))
    expect(readConfig(empty, [])).toEqual(expected)
    expect(readConfig({ ...empty, PORT: '  ' }, [])).toEqual(expected)
    expect(readConfig({}, ['--empty']).slack).toEqual({ kind: 'sandbox', port: 3210, isDemo: false })
  })

  it('chooses the transport by the tokens, Socket Mode first', () => {
    const apiUrl = 'https://slack.com/api/'
    expect(readConfig(SOCKET, [])).toMatchObject({
      slack: { kind: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl },
      database: { path: 'data/astral.db' },
    })
    expect(readConfig(HTTP, []).slack).toEqual({
      kind: 'http',
      botToken: 'xoxb-1',
      signingSecret: 'secret-secret',
      port: 3000,
      apiUrl,
    })
    expect(readConfig({ ...HTTP, PORT: '8080' }, []).slack).toMatchObject({ port: 8080 })
    expect(readConfig({ ...SOCKET, ...HTTP }, []).slack).toMatchObject({ kind: 'socket' })
  })

  it('forgives white space round a value', () => {
    const env = { SLACK_BOT_TOKEN: ' xoxb-1\n', SLACK_APP_TOKEN: 'xapp-1\r\n' }
    expect(readConfig(env, []).slack).toMatchObject({ botToken: 'xoxb-1', appToken: 'xapp-1' })
  })

  it.each([
    'http://127.0.0.1:3210/api/',
    'http://localhost:3210/api',
    'http://[::1]:3210/api/',
    'https://slack.example.com/api',
  ])('takes %s for Slack', url => {
    const slack = readConfig({ ...SOCKET, SLACK_API_URL: url }, []).slack
    expect(slack).toMatchObject({ apiUrl: url.endsWith('/') ? url : `${url}/` })
  })

  it.each([
    'http://slack.com/api/',
    'http://127.0.0.1.example.com/api/',
    'http://localhost.example.com/',
    'http://10.0.0.1/api/',
    'http://user@example.com:80/127.0.0.1',
    'ftp://127.0.0.1/',
  ])('sends no token to %s', url => {
    expect(faultsOf({ ...SOCKET, SLACK_API_URL: url })).toEqual([
      'SLACK_API_URL must be https, or http on 127.0.0.1',
    ])
  })

  it.each([
    [{ DATABASE_URL: 'sqlite:' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'data/astral.db' }, 'DATABASE_URL'],
    [{ PORT: '80 80' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ SANDBOX_PORT: '1e3' }, 'SANDBOX_PORT'],
    [{ QUICKCHART_URL: 'quickchart' }, 'QUICKCHART_URL'],
    [{ QUICKCHART_URL: 'file:///etc/passwd' }, 'QUICKCHART_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ PUBLIC_URL: 'astral.example.com' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'http://astral.example.com' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://astral.example.com/?a=1' }, 'PUBLIC_URL'],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL starts with'],
    [{ SMTP_URL: 'https://mail.example.org?from=a@b.org' }, 'SMTP_URL starts with'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_URL needs a sender'],
    [{ SMTP_URL: 'smtps://user:secret@mail.example.org' }, 'SMTP_URL needs a sender'],
    [{ SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
    [BOT, 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_SIGNING_SECRET: 'secret-secret' }, 'SLACK_BOT_TOKEN is missing'],
    [{ ...SOCKET, SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN starts with "xoxb-"'],
    [{ ...BOT, SLACK_APP_TOKEN: 'nonsense' }, 'SLACK_APP_TOKEN starts with "xapp-"'],
  ])('says of %o what to set, in one sentence', (env, beginning) => {
    const faults = faultsOf(env as Record<string, string>)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.startsWith(beginning)).toBe(true)
  })

  it('knows where mail goes out, from whom, and where its links lead', () => {
    const smtp = (url: string) => readConfig({ SMTP_URL: url }, []).smtp
    expect(smtp('smtp://mail.example.org:587?from=club@example.org')).toEqual({
      url: 'smtp://mail.example.org:587',
      from: 'club@example.org',
    })
    expect(smtp('smtps://club%40example.org:secret@mail.example.org')?.from).toBe('club@example.org')
    expect(readConfig({ PUBLIC_URL: 'https://x.example/astral//' }, []).publicUrl).toBe(
      'https://x.example/astral',
    )
    expect(readConfig({ PUBLIC_URL: 'http://127.0.0.1:3000' }, []).publicUrl).toBe('http://127.0.0.1:3000')
    expect(readConfig({ ...SOCKET, PORT: '8080' }, []).pagePort).toBe(8080)
    expect(readConfig({ ...HTTP, PORT: '8080' }, []).pagePort).toBeNull()
  })

  it('lists every fault at once', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_API_URL: 'http://slack.com',
      PORT: 'none',
      SANDBOX_PORT: '99999',
      DATABASE_URL: 'postgres:x',
      QUICKCHART_URL: 'no',
      LOG_LEVEL: 'loud',
    }
    const faults = faultsOf(env, ['--emtpy'])
    expect(faults.map(fault => fault.split(' ')[0])).toEqual([
      'PORT',
      'SANDBOX_PORT',
      'QUICKCHART_URL',
      'LOG_LEVEL',
      'SLACK_API_URL',
      'SLACK_BOT_TOKEN',
      'DATABASE_URL',
      '"--emtpy"',
    ])
  })

  it('never repeats a token in its faults', () => {
    const env = { SLACK_BOT_TOKEN: 'sesame-1', SLACK_APP_TOKEN: 'sesame-2', SLACK_SIGNING_SECRET: 'sesame' }
    expect(faultsOf(env)).toHaveLength(3)
    expect(faultsOf(env).join(' ')).not.toContain('sesame')
  })
})
