import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../../fixtures/club-in-sandbox.ts'
import { openBrowser } from './open-browser.ts'

const PICTURES = new URL('../../../test-output/privacy/', import.meta.url)

describe('privacy in the browser', () => {
  let club: ClubInSandbox
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    club = await clubInSandbox()
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  })
  afterAll(async () => {
    await browser?.close()
    await club?.stop()
  })

  it('takes an athlete who hides from leaderboards out of the post that stands in the channel', async () => {
    await become(DEMO.coach, DEMO.general)
    await type('/astral leaderboard "Morning Milers" 7d --post')
    await club.desk.until(() => post() !== undefined)
    const athlete = await somebodyOnTheBoard()
    const channel = club.desk.messages(athlete.slackUserId, DEMO.general).length > 0 ? DEMO.general : 'app'
    await become(athlete.slackUserId, channel)
    await picture('1-post-before')
    await type('/astral privacy')
    const form = page.getByRole('dialog', { name: 'Privacy' })
    const leaderboards = form.getByRole('checkbox', { name: /leaderboards/i })
    await leaderboards.waitFor()
    expect(await leaderboards.isChecked()).toBe(true)
    await picture('2-form')
    await leaderboards.uncheck()
    await form.getByRole('button', { name: 'Save' }).click()
    await club.desk.until(() => post()?.text.includes(athlete.name) === false)
    await page.waitForTimeout(500)
    await picture('3-saved')
    await page.keyboard.press('Escape')
    await become(athlete.slackUserId, channel)
    await picture('4-post-after')
    expect(post()?.text).toContain('Morning Milers')
    expect(refusedCalls(club.desk)).toEqual([])
  })

  it('has its state in the Home tab, which is each person’s own', async () => {
    for (const [name, who] of [
      ['coach', DEMO.coach],
      ['assistant', DEMO.assistant],
      ['athlete', (await somebodyOnTheBoard()).slackUserId],
      ['stranger', DEMO.newcomer],
    ] as const) {
      await club.desk.openHome(who)
      await become(who, 'app')
      await page.getByText('Home', { exact: true }).first().click()
      await page.waitForTimeout(300)
      await page.setViewportSize({ width: 1280, height: 2_200 })
      await picture(`5-home-${name}`)
      await page.setViewportSize({ width: 1280, height: 1_000 })
    }
    expect(refusedCalls(club.desk)).toEqual([])
  })

  const post = () =>
    club.desk
      .messages(DEMO.coach, DEMO.general)
      .findLast(message => message.text.includes('Morning Milers') && message.text.includes('1. '))

  async function somebodyOnTheBoard(): Promise<{ slackUserId: string; name: string }> {
    const people = await club.app.engine.db
      .selectFrom('accounts as a')
      .innerJoin('memberships as m', 'm.account_id', 'a.id')
      .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
      .where('r.role', '=', 'athlete')
      .select(['a.slack_user_id', 'a.display_name'])
      .execute()
    const found = people.find(each => post()?.text.includes(each.display_name))
    if (!found) throw new Error('nobody stands on the board')
    return { slackUserId: found.slack_user_id, name: found.display_name }
  }

  async function become(who: string, channel: string): Promise<void> {
    await page.goto(`${club.app.sandboxUrl}/?as=${who}&c=${channel}`)
    await page.waitForSelector('body[data-ready]')
  }

  async function type(text: string): Promise<void> {
    await page.locator('#main textarea').fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).first().click()
  }

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname })
  }
})
