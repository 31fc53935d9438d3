import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { createFileDecoder, type FileDecoder, type FileDecoderOptions } from '#ingest/ingest-pool.ts'
import { instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { encodeGpxRun } from '../activity-files/encode-gpx.ts'
import { crowdedGpx, endlessFit } from '../activity-files/hard-files.ts'

const run = { startedAt: instant(1_700_000_000_000), distanceMeters: 3_000, durationSeconds: 900 }
const fit = encodeFitRun(run)
const endless = endlessFit()

const open: FileDecoder[] = []

function decoderWith(options: FileDecoderOptions = {}): FileDecoder {
  const decoder = createFileDecoder(options)
  open.push(decoder)
  return decoder
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(decoder => decoder.close()))
})

describe('the file decoder', () => {
  it('answers as the decoding itself does, file by file and in order', async () => {
    const decoder = decoderWith()
    const files = [fit, encodeGpxRun(run), new TextEncoder().encode('no run at all')]
    const answers = await Promise.all(files.map(bytes => decoder.decode(bytes, 'run.txt')))
    expect(answers).toEqual(files.map(bytes => decodeActivityFile(bytes, 'run.txt')))
    expect(answers.map(answer => answer.ok)).toEqual([true, true, false])
  })

  it('leaves the bytes with the caller, whole', async () => {
    const mine = Uint8Array.from(fit)
    await decoderWith().decode(mine, '')
    expect(mine).toEqual(fit)
  })

  it('gives up a file that takes longer than its deadline, and reads the next', async () => {
    const decoder = decoderWith({ limits: { deadlineMs: 400 } })
    const [slow, next] = await Promise.all([decoder.decode(endless, ''), decoder.decode(fit, '')])
    expect(slow).toEqual({
      ok: false,
      refusal: { code: 'file-damaged', format: 'unknown', detail: 'too-slow' },
    })
    expect(next.ok).toBe(true)
  })

  it('keeps the event loop free while a file is read', async () => {
    const decoder = decoderWith({ limits: { deadlineMs: 60_000 } })
    await decoder.decode(fit, '')
    let isAnswered = false
    const reading = decoder.decode(endless, '').finally(() => {
      isAnswered = true
    })
    for (let turn = 0; turn < 200; turn += 1) await nextTurn()
    // Two hundred turns went by with the file unread: it is read elsewhere.
    expect(isAnswered).toBe(false)
    await decoder.close()
    await reading
  })

  it('survives a thread that dies of its memory, tells of it, and reads the next file', async () => {
    const faults: unknown[] = []
    const decoder = decoderWith({ limits: { heapMegabytes: 40 }, onFault: error => faults.push(error) })
    const [greedy, next] = await Promise.all([decoder.decode(crowdedGpx(), ''), decoder.decode(fit, '')])
    expect(greedy).toEqual({
      ok: false,
      refusal: { code: 'file-damaged', format: 'unknown', detail: 'out-of-memory' },
    })
    expect(next.ok).toBe(true)
    expect(faults).toHaveLength(1)
  })

  it('refuses at once what is too large or empty, without a thread', async () => {
    const decoder = decoderWith({ limits: { deadlineMs: 0 } })
    expect(await decoder.decode(new Uint8Array(0), '')).toMatchObject({ refusal: { code: 'file-empty' } })
    expect(await decoder.decode(new Uint8Array(32 * 1024 * 1024 + 1), '')).toMatchObject({
      refusal: { code: 'file-too-large' },
    })
  })

  it('refuses files beyond its queue as too busy, by number and by bytes', async () => {
    const refusedAs = { ok: false, refusal: { code: 'too-busy' } }
    const byNumber = decoderWith({ limits: { queueLength: 1 } })
    const three = [fit, fit, fit].map(bytes => byNumber.decode(bytes, ''))
    expect((await Promise.all(three)).map(answer => answer.ok)).toEqual([true, true, false])
    expect(await three[2]).toEqual(refusedAs)

    const byBytes = decoderWith({ limits: { queueBytes: fit.length } })
    const two = [fit, fit, fit].map(bytes => byBytes.decode(bytes, ''))
    expect((await Promise.all(two)).map(answer => answer.ok)).toEqual([true, true, false])
  })

  it('answers everyone when it is closed, and nobody later', async () => {
    const decoder = decoderWith()
    const pending = [decoder.decode(endless, ''), decoder.decode(fit, ''), decoder.decode(fit, '')]
    await decoder.close()
    const answers = [...(await Promise.all(pending)), await decoder.decode(fit, '')]
    expect(answers).toEqual(answers.map(() => ({ ok: false, refusal: { code: 'too-busy' } })))
  })

  it('does not hold a process that is done', async () => {
    const pool = new URL('../../src/ingest/ingest-pool.ts', import.meta.url)
    const script = `
      const { createFileDecoder } = await import(${JSON.stringify(pool.href)})
      const answer = await createFileDecoder().decode(new TextEncoder().encode('<gpx></gpx>'), '')
      process.stdout.write(answer.refusal.code)
    `
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', chunk => {
      printed += chunk
    })
    const [code] = await once(child, 'close')
    expect({ code, printed }).toEqual({ code: 0, printed: 'no-track' })
  })
})
