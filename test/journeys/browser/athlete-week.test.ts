import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../../activity-files/encode-fit.ts'
import { DEMO, refusedCalls } from '../../fixtures/club-in-sandbox.ts'
import { type ClubInBrowser, clubInBrowser } from './club-in-browser.ts'

const INGRID = 'U0INGRID'
const MILERS = 'C0MORNINGMILERS'

describe("an athlete's week in the sandbox's page", () => {
  let seen: ClubInBrowser

  beforeAll(async () => {
    seen = await clubInBrowser('athlete-week')
  })
  afterAll(() => seen?.stop())

  it('begins at Home, where the day’s session stands first', async () => {
    await seen.goHome(INGRID)
    await seen.page.getByText('My week').waitFor()
    await seen.picture('1-home')
  })

  it('shows the day and the week, and sends the picture of the session', async () => {
    await seen.become(INGRID, 'app')
    await seen.type('/astral today')
    const day = await seen.said('Day after ▶')
    await seen.picture('2-today')
    // A day of rest has no picture; the plan has no two of them in a row.
    for (let days = 0; days < 3; days += 1) {
      if ((await day.getByRole('button', { name: 'Send me the picture' }).count()) > 0) break
      const head = await day.innerText()
      await day.getByRole('button', { name: 'Day after ▶' }).click()
      await expect.poll(() => day.innerText()).not.toBe(head)
    }
    await seen.picture('2-session')
    await day.getByRole('button', { name: 'Send me the picture' }).first().click()
    const image = seen.page.locator('#main img[src^="/files/"]')
    await image.waitFor()
    expect(await image.getAttribute('alt')).toMatch(/km|min|:/)
    await seen.picture('2-session-picture')
    await seen.type('/astral week')
    await seen.said(/week 15/i)
    await seen.picture('2-week')
  })

  it('logs a run by a line in the direct message, and says in two taps how hard it was', async () => {
    await seen.type('8.2km 45:10 easy')
    const logged = await seen.said('Logged 8.2 km in 45:10 (5:30 /km), easy run')
    await logged.locator('select').first().selectOption({ index: 4 })
    await seen.said(/effort \d+\/10/)
    await seen.picture('3-logged')
  })

  it('explains the numbers', async () => {
    await seen.type('/astral paces')
    await seen.said(/VDOT/)
    await seen.picture('4-paces')
    await seen.type('/astral why load')
    await seen.said(/load/i)
    await seen.picture('4-why')
  })

  it('takes a ZIP of two files', async () => {
    const run = (daysAgo: number, distanceMeters: number) =>
      encodeFitRun({
        startedAt: instant(seen.club.app.engine.businessNow() - daysAgo * DAY_MS),
        distanceMeters,
        durationSeconds: Math.round(distanceMeters / 3),
        heartRate: 141,
      })
    await seen.drop('watch.zip', zipSync({ 'one.fit': run(1, 3_210), 'two.fit': run(2, 4_560) }))
    await seen.said('2 new')
    await seen.picture('5-zip')
    await seen.type('/astral runs')
    const runs = await seen.said('4.56 km')
    expect(await runs.innerText()).toContain('3.21 km')
    await seen.picture('5-runs')
  })

  it('asks to join a public group, and hears the coach’s answer', async () => {
    await seen.club.say(DEMO.coach, DEMO.track, '/astral group create "Hill Repeats" public')
    await seen.type('/astral group list --public')
    const list = await seen.said('Hill Repeats')
    await seen.picture('6-groups')
    await list.getByRole('button', { name: 'Ask to join Hill Repeats' }).click()
    await seen.page
      .getByRole('button', { name: /Take back|Take it back/ })
      .first()
      .waitFor()
    await seen.picture('6-asked')
    await seen.become(DEMO.coach, 'app')
    const asked = await seen.said('Hill Repeats')
    await seen.picture('6-request')
    await asked.getByRole('button', { name: /Approve/ }).click()
    await seen.become(INGRID, 'app')
    await seen.said(/Hill Repeats/)
    await seen.picture('6-answer')
  })

  it('cheers for a run of the channel’s card', async () => {
    await seen.become(INGRID, MILERS)
    await seen.said('Every run is in the thread')
    await seen.picture('7-card')
    await seen.page
      .getByText(/\d+ repl/)
      .first()
      .click()
    const thread = seen.page.locator('.thread')
    await thread.getByText('Every run of').waitFor()
    // Few runs have a button each, many a menu; the last is the earliest run, and not her own.
    const menu = thread.locator('select')
    const options = await menu.locator('option').count()
    if (options > 0) await menu.selectOption({ index: options - 1 })
    else
      await thread
        .getByRole('button', { name: /^Cheer for/ })
        .first()
        .click()
    await thread.getByText('You cheer for').waitFor()
    // Card and thread wait some seconds for more before they are edited.
    await expect.poll(() => thread.textContent(), { timeout: 10_000 }).toContain('👏 1')
    await seen.said('👏 1')
    await seen.picture('7-thread')
  })

  it('had every call of Slack accepted, and logged no error', () => {
    expect(refusedCalls(seen.club.desk)).toEqual([])
    expect(seen.club.log.errors).toEqual([])
  })
})
