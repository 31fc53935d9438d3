import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO, refusedCalls } from '../../fixtures/club-in-sandbox.ts'
import { type ClubInBrowser, clubInBrowser } from './club-in-browser.ts'

const INGRID = 'U0INGRID'

describe('on a phone', () => {
  let seen: ClubInBrowser

  beforeAll(async () => {
    seen = await clubInBrowser('phone', { width: 390, height: 844 })
  })
  afterAll(() => seen?.stop())

  /** Keeps the picture, and holds the page to the phone's width. */
  async function fits(name: string): Promise<void> {
    await seen.picture(name)
    expect(await seen.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    // A conversation scrolls within itself, and never sideways.
    const list = '(document.querySelector("#main [data-messages]")?.scrollWidth ?? 0)'
    expect(await seen.page.evaluate(list)).toBeLessThanOrEqual(390)
  }

  it('an athlete reads Home, the day and the week', async () => {
    await seen.goHome(INGRID)
    await seen.page.getByText('My week').waitFor()
    await fits('1-home')
    await seen.become(INGRID, 'app')
    await seen.type('/astral today')
    await seen.said('Day after ▶')
    await fits('2-today')
    await seen.type('/astral week')
    await seen.said('Week after ▶')
    await fits('3-week')
  })

  it('a coach reads Home, the group’s week and the card of the week', async () => {
    await seen.goHome(DEMO.coach)
    await seen.page.getByText('The club at a glance', { exact: true }).waitFor()
    await fits('4-home-coach')
    await seen.become(DEMO.coach, DEMO.marathonBlock)
    await seen.type('/astral plan week "Marathon Block" last week')
    await seen.said('the plan’s week')
    await fits('5-group-week')
    await seen.type('/astral stats "Marathon Block" last week')
    await seen.said('◀ Earlier')
    await fits('6-stats')
    await seen.type('/astral leaderboard "Marathon Block" five-ways last week --post')
    await seen.page.locator('#main img[src^="/files/"]').waitFor()
    await fits('7-five-ways')
    await seen.type('/astral plan assign')
    await seen.dialog('Assign a plan').waitFor()
    await fits('8-form')
  })

  it('had every call of Slack accepted, and logged no error', () => {
    expect(refusedCalls(seen.club.desk)).toEqual([])
    expect(seen.club.log.errors).toEqual([])
  })
})
