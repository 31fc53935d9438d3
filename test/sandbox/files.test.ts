import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { words } from './samples.ts'
import { connect, latest } from './wire-app.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)])
const PROCESSING_MS = 300

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await testSandbox()
})
afterEach(() => sandbox.close())

async function begin(length = PNG.length, filename = 'chart.png') {
  const answer = await sandbox.call('files.getUploadURLExternal', { filename, length })
  return { url: String(answer.upload_url), id: String(answer.file_id) }
}

async function upload(bytes = PNG, filename = 'chart.png'): Promise<string> {
  const { url, id } = await begin(bytes.length, filename)
  expect((await fetch(url, { method: 'POST', body: new Uint8Array(bytes) })).status).toBe(200)
  expect(await complete(id)).toMatchObject({ ok: true, files: [{ id }] })
  return id
}

const complete = (id: string, more: Record<string, unknown> = {}) =>
  sandbox.call('files.completeUploadExternal', { files: [{ id, title: 'Chart' }], ...more })

const picture = (slackFile: Record<string, unknown>) => ({
  type: 'image',
  slack_file: slackFile,
  alt_text: 'Chart',
})
const postPicture = (slackFile: Record<string, unknown>) =>
  sandbox.call('chat.postMessage', { channel: IDS.general, text: 'Chart', blocks: [picture(slackFile)] })

describe('an uploaded picture', () => {
  it('can be shown only when it is processed', async () => {
    const id = await upload()
    const early = await postPicture({ id })
    expect(early).toMatchObject({ error: 'invalid_blocks' })
    expect(early.response_metadata?.messages).toEqual([
      '[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]',
    ])
    expect(await sandbox.call('files.info', { file: id })).toMatchObject({ file: { mimetype: '' } })
    sandbox.clock.advance(PROCESSING_MS)
    expect(await sandbox.call('files.info', { file: id })).toMatchObject({
      file: { mimetype: 'image/png', title: 'Chart' },
    })
    expect(await postPicture({ id })).toMatchObject({ ok: true })
    expect(sandbox.desk.file(id)?.bytes).toEqual(new Uint8Array(PNG))
  })

  it('can be named by its address', async () => {
    const id = await upload()
    sandbox.clock.advance(PROCESSING_MS)
    const { file } = await sandbox.call('files.info', { file: id })
    expect(await postPicture({ url: (file as { permalink: string }).permalink })).toMatchObject({ ok: true })
  })

  it('is a picture of a kind Slack shows', async () => {
    const formats: readonly string[] = SLACK_LIMITS.blocks.image.formats
    expect(formats).toContain('png')
    const id = await upload(Buffer.from('a,b\n'), 'table.csv')
    sandbox.clock.advance(PROCESSING_MS)
    expect(await postPicture({ id })).toMatchObject({ error: 'invalid_blocks' })
  })

  it('comes through the real client, as a part of a form', async () => {
    const client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl })
    const uploaded = await client.filesUploadV2({
      file: PNG,
      filename: 'chart.png',
      title: 'Week',
      highlight_type: 'png',
    })
    const [group] = uploaded.files as { files: { id: string; title: string }[] }[]
    expect(group?.files[0]).toMatchObject({ title: 'Week' })
    expect(sandbox.desk.file(group?.files[0]?.id ?? '')?.bytes).toEqual(new Uint8Array(PNG))
    expect(sandbox.desk.calls().every(call => call.ok)).toBe(true)
  })

  it('can be shared into a channel at once', async () => {
    const { url, id } = await begin()
    await fetch(url, { method: 'POST', body: new Uint8Array(PNG) })
    expect(await complete(id, { channel_id: IDS.general, initial_comment: 'Look' })).toMatchObject({
      ok: true,
    })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]).toMatchObject({
      text: 'Look',
      files: [{ id, name: 'chart.png', title: 'Chart', bytes: PNG.length }],
    })
  })

  it('is gone when it is deleted', async () => {
    const id = await upload()
    expect(await sandbox.call('files.delete', { file: id })).toMatchObject({ ok: true })
    expect(await sandbox.call('files.delete', { file: id })).toMatchObject({ error: 'file_not_found' })
    expect(sandbox.desk.file(id)).toBeNull()
  })
})

describe('an upload', () => {
  it('has as many bytes as promised, and comes once', async () => {
    const { url, id } = await begin(PNG.length + 1)
    const send = (body: Buffer) => fetch(url, { method: 'POST', body: new Uint8Array(body) })
    expect((await send(PNG)).status).toBe(400)
    expect((await send(Buffer.concat([PNG, Buffer.from('x')]))).status).toBe(200)
    expect((await send(PNG)).status).toBe(404)
    expect((await complete(id)).ok).toBe(true)
  })

  it('is completed once, after its bytes came', async () => {
    const { url, id } = await begin()
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' })
    await fetch(url, { method: 'POST', body: new Uint8Array(PNG) })
    expect(await complete(id)).toMatchObject({ ok: true })
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' })
  })

  it('that failed to be shared can be completed again', async () => {
    const { url, id } = await begin()
    await fetch(url, { method: 'POST', body: new Uint8Array(PNG) })
    expect(await complete(id, { channel_id: IDS.track })).toMatchObject({ error: 'not_in_channel' })
    expect(await complete(id, { channel_id: IDS.general })).toMatchObject({ ok: true })
  })

  it.each([
    ['no length', { filename: 'a.png' }, 'invalid_arguments'],
    ['no bytes', { filename: 'a.png', length: 0 }, 'invalid_arguments'],
    ['no name', { length: 1 }, 'invalid_arguments'],
    [
      'alt_text, which Slack calls alt_txt',
      { filename: 'a.png', length: 1, alt_text: 'a' },
      'invalid_arguments',
    ],
    [
      'too long a description',
      { filename: 'a.png', length: 1, alt_txt: words(SLACK_LIMITS.files.alt_txt_at_upload + 1) },
      'invalid_arguments',
    ],
  ])('is refused with %s', async (_what, args, error) => {
    expect(await sandbox.call('files.getUploadURLExternal', args)).toMatchObject({ ok: false, error })
  })

  it('may describe itself in so many characters', async () => {
    const args = { filename: 'a.png', length: 1, alt_txt: words(SLACK_LIMITS.files.alt_txt_at_upload) }
    expect(await sandbox.call('files.getUploadURLExternal', args)).toMatchObject({ ok: true })
  })

  it('fits into the team’s storage, five gigabytes where not told otherwise', async () => {
    const length = SLACK_LIMITS.files.free_team_storage_gb * 2 ** 30
    const args = { filename: 'a.zip', length }
    expect(await sandbox.call('files.getUploadURLExternal', args)).toMatchObject({ ok: true })
    expect(await sandbox.call('files.getUploadURLExternal', { filename: 'b.zip', length: 1 })).toMatchObject({
      error: 'storage_limit_reached',
    })
  })
})

describe('a file that a person drops', () => {
  it('reaches the app as a message, and its bytes with the bot token only', async () => {
    const app = await connect(sandbox)
    const channel = sandbox.desk.openDirectMessage(IDS.ana, IDS.bot)
    const bytes = new TextEncoder().encode('<gpx/>')
    await sandbox.desk.dropFiles(IDS.ana, channel, [{ name: 'run.gpx', bytes }], 'my run')
    await sandbox.desk.until(() => app.envelopes.length === 2)
    const event = latest(app, 'message').event as { files: { id: string; url_private_download: string }[] }
    expect(event).toMatchObject({
      subtype: 'file_share',
      channel_type: 'im',
      user: IDS.ana,
      text: 'my run',
      files: [{ name: 'run.gpx', size: 6, filetype: 'gpx' }],
    })
    const [file] = event.files
    const url = file?.url_private_download ?? ''
    const read = (headers: Record<string, string>) => fetch(url, { headers })
    expect((await read({})).status).toBe(403)
    expect((await read({ authorization: 'Bearer xoxb-wrong' })).status).toBe(403)
    expect(await (await read({ authorization: `Bearer ${sandbox.botToken}` })).text()).toBe('<gpx/>')
    expect(await sandbox.call('files.info', { file: file?.id })).toMatchObject({ file: { name: 'run.gpx' } })
    expect(await sandbox.call('files.delete', { file: file?.id })).toMatchObject({
      error: 'cant_delete_file',
    })
    expect(latest(app, 'file_shared')).toMatchObject({ event: { file_id: file?.id, channel_id: channel } })
    await app.close()
  })

  it('where the app is not, is not the app’s to read', async () => {
    await sandbox.desk.dropFiles(IDS.ana, IDS.track, [{ name: 'run.gpx', bytes: new Uint8Array(3) }])
    const id = sandbox.desk.messages(IDS.ana, IDS.track)[0]?.files[0]?.id
    expect(await sandbox.call('files.info', { file: id })).toMatchObject({ error: 'file_not_found' })
  })

  it('is never served as a page of the sandbox', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>')
    await sandbox.desk.dropFiles(IDS.ana, IDS.general, [{ name: 'a.html', bytes }])
    const path = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.files[0]?.path
    const response = await fetch(sandbox.url + path)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toContain('attachment')
  })
})
