import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../../fixtures/club-in-sandbox.ts'
import { openBrowser } from './open-browser.ts'

const PICTURES = new URL('../../../test-output/roster/', import.meta.url)

describe('the roster in the browser', () => {
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

  it('is searched, narrowed and opened to a profile', async () => {
    await page.goto(`${club.app.sandboxUrl}/?as=${DEMO.coach}&c=${DEMO.general}`)
    await page.waitForSelector('body[data-ready]')
    await type('/astral roster')
    const roster = page.getByRole('dialog', { name: 'Roster' })
    await roster.getByText('24 athletes in the club').waitFor()
    await picture('1-roster')
    await roster.getByRole('textbox').fill('ingrid')
    await roster.getByRole('button', { name: 'Search' }).click()
    await roster.getByText('1 athlete match').waitFor()
    await roster.getByRole('button', { name: /^Open/ }).click()
    const card = page.getByRole('dialog', { name: 'Athlete' })
    await card.getByText('Runs a week').waitFor()
    await picture('2-profile')
    await card.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('dialog', { name: 'Edit athlete' }).waitFor()
    await picture('3-edit')
    expect(refusedCalls(club.desk)).toEqual([])
  })

  async function type(text: string): Promise<void> {
    await page.locator('#main textarea').fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).first().click()
  }

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname })
  }
})
