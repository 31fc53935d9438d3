import { expect, it } from 'vitest'
import type { OrganizationId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import {
  findEmailInvitation,
  findEmailInvitationByToken,
  listWaitingForAddress,
  updateEmailInvitation,
} from '#store/email-invitation-store.ts'
import {
  countCodeUse,
  findCodeByHash,
  findInvitationCode,
  listInvitationCodes,
  listWrongCodes,
  markCodeRevoked,
} from '#store/invitation-code-store.ts'
import { countInvitations, listPendingOfAllKinds } from '#store/read/invitation-read.ts'
import { createCode } from '#usecases/invitation/create-code.ts'
import { enterCode } from '#usecases/invitation/enter-code.ts'
import { inviteByEmail } from '#usecases/invitation/invite-by-email.ts'
import { hashOfCode } from '#usecases/invitation/secret-code.ts'
import { perform } from '#usecases/perform.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

it('keeps codes and invitations by e-mail within their club, in questions and in changes', async () => {
  const engine = await testEngine()
  const club = await testClub(engine)
  const other = await testClub(engine, 'T0OTHER')
  const made = await perform(engine, by('UHEAD'), createCode, {
    groupName: null,
    cap: null,
    until: null,
    vanity: 'SPRING26',
    channelId: null,
  })
  const sent = await perform(engine, by('UHEAD'), inviteByEmail, {
    address: 'nora@example.org',
    firstName: 'Nora',
    groupName: null,
    isMailed: false,
  })
  await perform(engine, by('UNORA'), enterCode, { typed: 'WRONG1', person: person('UNORA', 'Nora') })
  if (!made.ok || !sent.ok) throw new Error('not set up')
  const { db } = engine
  const codeId = made.value.code.id
  const emailId = (await db.selectFrom('email_invitations').select('id').executeTakeFirstOrThrow()).id
  const questions = (id: OrganizationId): Promise<unknown>[] => [
    findInvitationCode(db, id, codeId),
    findCodeByHash(db, id, hashOfCode('spring26')),
    listInvitationCodes(db, id),
    listWrongCodes(db, id, 'UNORA', instant(0)),
    findEmailInvitation(db, id, emailId),
    findEmailInvitationByToken(db, id, hashOfCode(sent.value.token ?? '')),
    listWaitingForAddress(db, id, 'nora@example.org', TEST_NOW),
    listPendingOfAllKinds(db, id, { limit: 10, offset: 0 }, TEST_NOW),
    countInvitations(db, id, TEST_NOW).then(({ sent }) => sent || undefined),
  ]
  const isNothing = (found: unknown) => found === undefined || (Array.isArray(found) && found.length === 0)
  expect((await Promise.all(questions(club.organizationId))).map(isNothing)).toEqual(Array(9).fill(false))
  expect((await Promise.all(questions(other.organizationId))).map(isNothing)).toEqual(Array(9).fill(true))

  const mine = await findEmailInvitation(db, club.organizationId, emailId)
  if (!mine) throw new Error('no invitation')
  const before = await wholeDatabase(engine)
  const changed = await db
    .transaction()
    .execute(async tx => [
      await countCodeUse(tx, other.organizationId, codeId),
      await markCodeRevoked(tx, other.organizationId, codeId, TEST_NOW),
      await updateEmailInvitation(tx, { ...mine, organizationId: other.organizationId, state: 'revoked' }),
    ])
  expect(changed).toEqual([false, false, false])
  expect(await wholeDatabase(engine)).toEqual(before)
  await engine.close()
})
