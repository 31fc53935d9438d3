import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../../activity-files/encode-fit.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../../fixtures/club-in-sandbox.ts'
import { openBrowser } from './open-browser.ts'

const PICTURES = new URL('../../../test-output/coach-week/', import.meta.url)

describe("a coach's week in the sandbox's page", () => {
  let club: ClubInSandbox
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    club = await clubInSandbox()
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    page.on('pageerror', error => {
      throw error
    })
  })
  afterAll(async () => {
    await browser?.close()
    await club?.stop()
  })

  it('begins with a group made by the form, whose taken name is an error at its field', async () => {
    await become(DEMO.coach, DEMO.track)
    await type('/astral group create')
    const form = page.getByRole('dialog', { name: 'New group' })
    await form.getByLabel('Name', { exact: true }).fill('morning MILERS')
    await form.getByRole('button', { name: 'Create' }).click()
    await form.getByText('There is a group called “Morning Milers” already.').waitFor()
    await picture('1-name-taken')
    await form.getByLabel('Name', { exact: true }).fill('Tuesday Track')
    await form.getByLabel(/Description/).fill('Intervals every Tuesday at six')
    await form.getByRole('radio', { name: /Private/ }).check()
    await form.getByRole('button', { name: 'Create' }).click()
    const made = page.getByRole('dialog', { name: 'Group created' })
    await made.getByText('Created the private group Tuesday Track.').waitFor()
    await picture('1-group-created')
    await closeModal()
    await type('/astral group create "Hill Repeats" public')
    await said('Created the public group Hill Repeats.')
  })

  it('invites an athlete, who answers once and is told so the second time', async () => {
    await become(DEMO.coach, DEMO.track)
    await type('/astral invite @nora "Tuesday Track"')
    await said('Invited Nora Nykomer into Tuesday Track.')
    await become(DEMO.newcomer, 'app')
    await said('Sigrun invites you to join Tuesday Track')
    await picture('2-invitation')
    const second = await context.newPage()
    await second.goto(address(DEMO.newcomer, 'app'))
    const stale = second.getByRole('button', { name: 'Decline' })
    await stale.waitFor()
    await page.getByRole('button', { name: 'Accept and share with my group' }).click()
    await said('You joined, and you share your runs with Tuesday Track')
    await picture('2-accepted')
    await second.close()
    await become(DEMO.coach, 'app')
    await said('Nora Nykomer accepted your invitation into Tuesday Track.')
  })

  it('logs runs by a line, by the form and by a dropped file', async () => {
    await become(DEMO.newcomer, 'app')
    await type('/astral log 8.2km 45:10 easy')
    await said('Logged 8.2 km in 45:10 (5:30 /km), easy run')
    await type('/astral log')
    const form = page.getByRole('dialog', { name: 'Log a run' })
    await form.getByLabel(/^Distance/).fill('5')
    await form.getByLabel('Time', { exact: true }).fill('0')
    await form.getByRole('button', { name: 'Log' }).click()
    await form.getByText('I do not understand this time').waitFor()
    await picture('3-form-error')
    await form.getByLabel('Time', { exact: true }).fill('27:30')
    await form.getByLabel(/^Day/).fill(dayBefore(1))
    await form.getByRole('button', { name: 'Log' }).click()
    await page.getByRole('dialog', { name: /ogged/ }).waitFor()
    await closeModal()
    const bytes = encodeFitRun({
      startedAt: instant(club.app.engine.businessNow() - 2 * DAY_MS - HOUR_MS),
      distanceMeters: 12_340,
      durationSeconds: 3_960,
      heartRate: 148,
    })
    await page
      .locator('[data-attach]')
      .first()
      .setInputFiles({
        name: 'morning.fit',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })
    await page.getByRole('button', { name: 'Send', exact: true }).first().click()
    await picture('3-sent')
    await said('12.34 km in 1:06:00')
    await picture('3-logged')
    await type('/astral runs')
    await page.getByText('5 km').first().waitFor()
    await picture('3-runs')
    await page
      .locator('[data-attach]')
      .first()
      .setInputFiles({
        name: 'broken.fit',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes.slice(0, 200)),
      })
    await page.getByRole('button', { name: 'Send', exact: true }).first().click()
    await said(/damaged|cut off|broken/i)
    const runs = await club.app.engine.db
      .selectFrom('activities')
      .selectAll()
      .where('source', '=', 'fit')
      .execute()
    expect(runs).toHaveLength(1)
  })

  it('posts the leaderboard with a picture, a table that sorts and the ranking in words', async () => {
    await become(DEMO.coach, DEMO.track)
    await type('/astral leaderboard "Tuesday Track" 7d --post')
    const image = page.locator('main img[src^="/files/"]')
    await image.waitFor()
    expect(await image.getAttribute('alt')).toContain('1. Nora Nykomer, 25.5 km (3 runs)')
    await become(DEMO.coach, DEMO.marathonBlock)
    await type('/astral leaderboard "Marathon Block" 7d --post')
    await image.waitFor()
    const runners = page.locator('main tbody tr th, main tbody tr td:nth-child(2)')
    const byRank = await runners.allInnerTexts()
    await page.getByRole('button', { name: /^Runner/ }).click()
    const byName = await runners.allInnerTexts()
    expect(byName).not.toEqual(byRank)
    expect([...byName].sort()).toEqual([...byRank].sort())
    await picture('4-leaderboard')
  })

  it('comes by itself on Monday, once', async () => {
    await become(DEMO.coach, DEMO.marathonBlock)
    await type('/astral schedule "Marathon Block" monday 08:00 #marathon-block Europe/Oslo')
    await said(/Monday/)
    const before = boards()
    await page.locator('#clock').click()
    await page.getByRole('button', { name: /Next Monday/ }).click()
    await expect.poll(boards).toBe(before + 1)
    await page.getByText('weekly, set up by Sigrun').waitFor()
    await picture('5-monday')
    await club.app.scheduler.tick()
    await club.app.outbox.drain()
    expect(boards()).toBe(before + 1)
  })

  it('can be read in the audit and seen at a glance, and Slack refused nothing', async () => {
    await become(DEMO.coach, DEMO.marathonBlock)
    await type('/astral audit')
    await said('Audit: everything that was done in the club')
    await picture('6-audit')
    await page.goto(`${club.app.sandboxUrl}/?as=${DEMO.coach}&home`)
    await page.getByText('The club at a glance', { exact: true }).waitFor()
    await picture('7-home-coach')
    await page.goto(`${club.app.sandboxUrl}/?as=${DEMO.newcomer}&home`)
    await page.getByText('My week').waitFor()
    await picture('7-home-athlete')
    await page.goto(`${club.app.sandboxUrl}/?as=${DEMO.otherNewcomer}&home`)
    await page.getByText('Welcome to Astral').waitFor()
    await picture('7-home-stranger')
    expect(refusedCalls(club.desk)).toEqual([])
    expect(club.log.errors).toEqual([])
  })

  /** Posts of leaderboards in the marathon channel. */
  function boards(): number {
    return club.desk
      .messages(DEMO.coach, DEMO.marathonBlock)
      .filter(message => message.blocks.some(block => block.type === 'image')).length
  }

  function address(as: string, channel: string): string {
    return `${club.app.sandboxUrl}/?as=${as}&c=${channel}`
  }

  async function become(as: string, channel: string): Promise<void> {
    await page.goto(address(as, channel))
    await page.waitForSelector('body[data-ready]')
  }

  async function type(text: string): Promise<void> {
    await page.locator('#main textarea').fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).first().click()
  }

  async function said(text: string | RegExp): Promise<void> {
    await page.locator('#main').getByText(text).last().waitFor()
  }

  async function closeModal(): Promise<void> {
    await page.keyboard.press('Escape')
    await page.locator('dialog[data-view]').waitFor({ state: 'detached' })
  }

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname })
  }

  function dayBefore(days: number): string {
    return new Date(club.app.engine.businessNow() - days * DAY_MS).toISOString().slice(0, 10)
  }
})
