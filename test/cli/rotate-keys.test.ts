import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { STRAVA_TOKENS } from '#domain/connection/connection.ts'
import { findSecret, upsertSecret } from '#store/connection-secret-store.ts'
import { readKeyFile, readOrMakeKeyFile } from '#vault/key-file.ts'
import { createVault } from '#vault/vault.ts'
import { rotateKeys } from '../../src/cli/rotate-keys.ts'
import { openVault } from '../../src/open-vault.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('keys rotate', () => {
  let engine: TestEngine
  let club: TestClub
  let folder: string
  let path: string
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    folder = mkdtempSync(join(tmpdir(), 'keys-'))
    path = join(folder, 'club.encryption-key')
  })
  afterEach(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const rowOf = (who: 'UANA' | 'UBEN') => ({
    organizationId: club.organizationId,
    accountId: club.accounts[who],
    kind: STRAVA_TOKENS,
  })
  const read = async (who: 'UANA' | 'UBEN') =>
    (await findSecret(engine.db, club.organizationId, club.accounts[who], STRAVA_TOKENS)) ?? ''
  async function put() {
    const vault = createVault(() => readOrMakeKeyFile(path))
    await engine.db.transaction().execute(async tx => {
      for (const who of ['UANA', 'UBEN'] as const) {
        await upsertSecret(tx, rowOf(who), vault.seal(`of ${who}`, rowOf(who)), TEST_NOW)
      }
    })
    return vault
  }

  it('seals everything anew, says how many, and a running app goes on', async () => {
    const running = await put()
    const before = await read('UANA')
    const said = await rotateKeys(engine.db, path)
    const { currentId } = readKeyFile(path)
    expect(said).toBe(
      `2 secrets are sealed with the new key ${currentId} in ${path}. The key before stays in the file, for backups.`,
    )
    expect(await read('UANA')).not.toBe(before)
    expect((await read('UBEN')).split('.')[1]).toBe(currentId)
    expect(running.open(await read('UANA'), rowOf('UANA'))).toBe('of UANA')
    expect(running.open(before, rowOf('UANA'))).toBe('of UANA')
    expect(await rotateKeys(engine.db, path)).toContain('2 keys before stay')
  })

  it('changes nothing when one secret cannot be opened', async () => {
    await put()
    await engine.db
      .updateTable('connection_secrets')
      .set({ sealed: await read('UANA') })
      .where('account_id', '=', club.accounts.UBEN)
      .execute()
    const before = await read('UANA')
    await expect(rotateKeys(engine.db, path)).rejects.toThrow('belongs to another row')
    expect(await read('UANA')).toBe(before)
  })

  it('makes the file where there is none, and the start refuses to go on without one that is needed', async () => {
    expect(await rotateKeys(engine.db, path)).toMatch(/^0 secrets are sealed with the new key \w+ in \S+\.$/)
    await put()
    const whole = readFileSync(path, 'utf8')
    rmSync(path)
    await expect(openVault(engine.db, path)).rejects.toThrow('There is no encryption key')
    writeFileSync(path, 'other')
    await expect(openVault(engine.db, path)).rejects.toThrow('does not hold encryption keys')
    writeFileSync(path, whole)
    const vault = await openVault(engine.db, path)
    expect(vault.open(await read('UANA'), rowOf('UANA'))).toBe('of UANA')
  })
})
