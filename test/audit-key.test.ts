import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditKeyPath } from '../src/app-paths.ts'
import { readAuditKey, requireAuditKey } from '../src/audit-key.ts'

describe('the audit’s key', () => {
  let directory: string

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'astral-key-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it('is made once, for its owner’s eyes, and read ever after', () => {
    const path = join(directory, 'deeper', 'club.audit-key')
    const key = readAuditKey(path)
    expect(key).toHaveLength(32)
    expect(readAuditKey(path)).toEqual(key)
    expect(requireAuditKey(path)).toEqual(key)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readAuditKey(join(directory, 'other.audit-key'))).not.toEqual(key)
  })

  it('is never replaced when its file is damaged, nor made where one must be', () => {
    const path = join(directory, 'club.audit-key')
    expect(() => requireAuditKey(path)).toThrow(`There is no key at ${path}; restore it from your backup`)
    expect(existsSync(path)).toBe(false)
    writeFileSync(path, 'c2hvcnQ=\n')
    expect(() => readAuditKey(path)).toThrow('does not hold a key of 32 bytes')
    expect(readFileSync(path, 'utf8')).toBe('c2hvcnQ=\n')
  })

  it.each([
    ['data/astral.db', 'data/astral.audit-key'],
    ['astral.db', 'astral.audit-key'],
    ['./astral.db', 'astral.audit-key'],
    ['/astral.db', '/astral.audit-key'],
    ['/srv/club/runs.sqlite', '/srv/club/runs.sqlite.audit-key'],
    ['data/a.db.db', 'data/a.db.audit-key'],
  ])('of %s stands beside it', (database, key) => {
    expect(auditKeyPath(database)).toBe(join(key))
  })
})
