import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addKey, readKeyFile, readOrMakeKeyFile, VaultFault } from '#vault/key-file.ts'
import { createVault, type SealedFor } from '#vault/vault.ts'

const ROW: SealedFor = { organizationId: 'org', accountId: 'ana', kind: 'strava-tokens' }

describe('the vault', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vault-'))
    path = join(folder, 'made', 'club.encryption-key')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const vault = () => createVault(() => readOrMakeKeyFile(path))

  it('makes its key file at the first need, readable by its owner alone', () => {
    const made = vault()
    expect(() => statSync(path)).toThrow()
    made.seal('secret', ROW)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('opens what it sealed, whatever it is, and never seals the same twice', () => {
    const it = vault()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const [one, other] = [it.seal(text, ROW), it.seal(text, ROW)]
        expect(it.open(one, ROW)).toBe(text)
        expect(one).not.toBe(other)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses every altered character', () => {
    const opened = vault()
    const sealed = opened.seal('a refresh token', ROW)
    const body = Buffer.from(sealed.split('.')[3] ?? '', 'base64url')
    for (let at = 0; at < body.length; at += 1) {
      const altered = Buffer.from(body)
      altered[at] = (altered[at] ?? 0) ^ 1
      const text = [...sealed.split('.').slice(0, 3), altered.toString('base64url')].join('.')
      expect(() => opened.open(text, ROW)).toThrow(VaultFault)
    }
    expect(() => opened.open('', ROW)).toThrow('not sealed as Astral seals')
    expect(() => opened.open(sealed.replace('v1', 'v2'), ROW)).toThrow('not sealed as Astral seals')
    expect(() => opened.open(sealed.slice(0, -20), ROW)).toThrow(VaultFault)
  })

  it.each([{ organizationId: 'other' }, { accountId: 'ben' }, { kind: 'other' }])(
    'does not open for another row: %o',
    other => {
      const opened = vault()
      const sealed = opened.seal('a refresh token', ROW)
      expect(() => opened.open(sealed, { ...ROW, ...other })).toThrow('belongs to another row')
    },
  )

  it('seals with the newest key and opens with every key of the file, without a restart', () => {
    const running = vault()
    const before = running.seal('one', ROW)
    const { currentId } = addKey(path)
    const rotated = vault()
    expect(rotated.isCurrent(before)).toBe(false)
    const after = rotated.seal(rotated.open(before, ROW), ROW)
    expect(after.split('.')[1]).toBe(currentId)
    expect(running.open(after, ROW)).toBe('one')
    expect(running.open(before, ROW)).toBe('one')
    expect(running.isCurrent(after)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('names a key that is gone, and no key', () => {
    const sealed = vault().seal('one', ROW)
    rmSync(path)
    const [, gone = ''] = sealed.split('.')
    expect(() => vault().open(sealed, ROW)).toThrow(
      `sealed with the key ${gone}, which is not in the key file`,
    )
  })

  it.each(['', '{}', '{"current":"a","keys":{}}', '{"current":"a","keys":{"a":"c2hvcnQ="}}', 'null'])(
    'refuses a file that holds no keys: %s',
    text => {
      readOrMakeKeyFile(path)
      const whole = readFileSync(path, 'utf8')
      writeFileSync(path, text)
      expect(() => readKeyFile(path)).toThrow('does not hold encryption keys')
      writeFileSync(path, whole)
      expect(readKeyFile(path).keys.size).toBe(1)
      rmSync(path)
      expect(() => readKeyFile(path)).toThrow('There is no encryption key')
    },
  )
})
