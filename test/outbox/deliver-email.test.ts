import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant, SECOND_MS } from '#kernel/instant.ts'
import { createOutbox, type Outbox } from '#outbox/outbox.ts'
import { createMailer, type Mailer } from '#outbox/send-email.ts'
import { inviteByEmail } from '#usecases/invitation/invite-by-email.ts'
import { openJoinLink } from '#usecases/invitation/open-join-link.ts'
import { perform } from '#usecases/perform.ts'
import { type FakeSlack, fakeSlack } from '../fixtures/fake-slack.ts'
import { type MailServer, mailServer } from '../fixtures/mail-server.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('invitations by mail', () => {
  let engine: TestEngine
  let slack: FakeSlack
  let server: MailServer
  let mailer: Mailer
  let outbox: Outbox

  beforeEach(async () => {
    engine = await testEngine()
    await testClub(engine)
    slack = await fakeSlack(() => engine.realNow())
    server = await mailServer()
    mailer = createMailer({ url: server.url, from: 'club@example.org' })
    outbox = outboxWith({ mailer, publicUrl: 'https://astral.example.com' })
  })
  afterEach(async () => {
    await outbox.stop()
    mailer.close()
    await server.close()
    await slack.close()
    await engine.close()
  })

  it('arrive once, from the club, with a code that is good and is not in the database', async () => {
    await invite('Zoë')
    await outbox.drain()
    expect(server.mails).toMatchObject([{ from: 'club@example.org', to: 'nora@example.org' }])
    const text = textOf(server.mails[0]?.content ?? '')
    expect(text).toContain('Hello Zoë,')
    expect(text).toContain('Coach Mara invites you to join Test Club.')
    const token = /\/astral join ([A-Z2-9-]+)/.exec(text)?.[1] ?? ''
    expect(text).toContain(`https://astral.example.com/join/${token}`)
    expect(await openJoinLink(engine, TEST_TEAM, token)).toEqual({ clubName: 'Test Club' })
    expect(
      JSON.stringify(await engine.db.selectFrom('email_invitations').selectAll().execute()),
    ).not.toContain(token)
    await outbox.drain()
    expect(server.mails).toHaveLength(1)
  })

  it('cannot be given headers or further recipients by a name', async () => {
    await invite('Nora\r\nBcc: evil@example.org <evil@example.org>,')
    await outbox.drain()
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.to).toBe('nora@example.org')
    expect(server.mails[0]?.content).not.toMatch(/^bcc:/im)
  })

  it('are given up when the server refuses for good, and the coach is told', async () => {
    server.refuseRecipients('550 no such user')
    await invite('Nora')
    await outbox.drain()
    expect(await states()).toEqual([
      ['email', 'failed'],
      ['delivery-problem', 'sent'],
    ])
    expect(slack.posts.at(-1)?.text).toContain('could not be sent to nora@example.org')
    expect(server.mails).toEqual([])
  })

  it('are tried again when the server says later', async () => {
    server.refuseRecipients('451 busy')
    await invite('Nora')
    await outbox.drain()
    expect(await states()).toEqual([['email', 'pending']])
    server.refuseRecipients(null)
    engine.setNow(instant(engine.realNow() + 10 * SECOND_MS))
    await outbox.drain()
    expect(await states()).toEqual([['email', 'sent']])
    expect(server.mails).toHaveLength(1)
  })

  it('are not sent once the invitation was taken back', async () => {
    await invite('Nora')
    await engine.db.updateTable('email_invitations').set({ state: 'revoked' }).execute()
    await outbox.drain()
    expect(server.mails).toEqual([])
    expect(await states()).toEqual([['email', 'sent']])
  })

  it('tell the coach when the mail server is gone from the configuration', async () => {
    await invite('Nora')
    const without = outboxWith(null)
    await without.drain()
    await without.stop()
    expect(slack.posts.at(-1)?.text).toContain('SMTP')
  })

  function outboxWith(mail: { mailer: Mailer; publicUrl: string | null } | null): Outbox {
    return createOutbox({
      engine,
      apiUrl: slack.apiUrl,
      botToken: 'xoxb-test',
      renderer: { render: async () => new Uint8Array(), close: async () => {} },
      logger: silentLogger,
      exportData: async () => new Uint8Array(),
      wait: async () => {},
      mail,
    })
  }

  async function invite(firstName: string): Promise<void> {
    const sent = await perform(engine, by('UHEAD'), inviteByEmail, {
      address: 'nora@example.org',
      firstName,
      groupName: null,
      isMailed: true,
    })
    if (!sent.ok) throw new Error(sent.refusal.code)
  }

  async function states(): Promise<string[][]> {
    const rows = await engine.db.selectFrom('outbox').select(['kind', 'state']).orderBy('id').execute()
    return rows.map(row => [row.kind, row.state])
  }
})

/** Undoes the quoted-printable of a mail's body, if it has it. */
function textOf(content: string): string {
  const body = content.slice(content.indexOf('\n\n') + 2)
  if (/^content-transfer-encoding: base64/im.test(content))
    return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(content)) return body
  const bytes = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
