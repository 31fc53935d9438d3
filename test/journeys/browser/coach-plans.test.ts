import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO, refusedCalls } from '../../fixtures/club-in-sandbox.ts'
import { type ClubInBrowser, clubInBrowser } from './club-in-browser.ts'

const OMER = 'U0OMER'
const FAULTY = 'Week 1\nTue 5km easy\nThu 2km easy + 6x400m @z9 r200m jog\nSun 8km easy'
const MENDED = FAULTY.replace('@z9', '@z5')

describe("a coach's plans in the sandbox's page", () => {
  let seen: ClubInBrowser

  beforeAll(async () => {
    seen = await clubInBrowser('coach-plans')
  })
  afterAll(() => seen?.stop())

  it('begin with a workout, read aloud while it is written', async () => {
    await seen.become(DEMO.coach, 'app')
    await seen.type('/astral workout create')
    const form = seen.dialog('New workout')
    await form.getByLabel('Title', { exact: true }).fill('Bridge repeats')
    const steps = form.getByLabel('Workout', { exact: true })
    await steps.fill('2km easy + 5x800m @3:40/km r400m jog + 2km eazy')
    await form.getByText(/eazy/).nth(1).waitFor()
    await seen.picture('1-fault')
    await steps.fill('2km easy + 5x800m @3:40/km r400m jog + 2km easy')
    await form.getByText(/^In all/).waitFor()
    await seen.picture('1-preview')
    await form.getByRole('button', { name: 'Save' }).click()
    await seen.page.getByText('Bridge repeats').first().waitFor()
    await seen.picture('1-saved')
    await seen.closeDialog()
  })

  it('are written as text, where a fault stands at its field', async () => {
    await seen.become(DEMO.coach, 'app')
    await seen.type('/astral plan create')
    const form = seen.dialog('New plan')
    await form.getByLabel('Title', { exact: true }).fill('Track start')
    const weeks = form.getByLabel('Weeks', { exact: true })
    await weeks.fill(FAULTY)
    await form.getByRole('button', { name: 'Create' }).click()
    await form.locator('.field-error:visible').waitFor()
    expect(await form.locator('.field-error:visible').innerText()).toContain('z9')
    await seen.picture('2-fault')
    await weeks.fill(MENDED)
    await form.getByRole('button', { name: 'Create' }).click()
    await seen.page.getByText('Track start').first().waitFor()
    await seen.picture('2-created')
    await seen.closeDialog()
  })

  it('are assigned to a group after a look at what stands out', async () => {
    await seen.become(DEMO.coach, 'app')
    await seen.type('/astral plan assign "Track start"')
    const form = seen.dialog('Assign a plan')
    const group = form.getByLabel(/Everybody in this group/)
    await group.fill('Morning')
    await seen.page.getByRole('option', { name: /Morning Milers/ }).click()
    await form.getByLabel(/^Starts/).fill('next monday')
    await seen.picture('3-assign')
    await form.getByRole('button', { name: 'Look it over' }).click()
    await form.getByRole('button', { name: 'Assign', exact: true }).waitFor()
    await seen.picture('3-look')
    await form.getByRole('radio', { name: /Keep both/ }).check()
    await form.getByRole('button', { name: 'Assign', exact: true }).click()
    await seen.dialog('Assigned').getByText('is assigned to').waitFor()
    await seen.picture('3-assigned')
    await seen.closeDialog()
  })

  it('show who needs the coach today, who writes to one', async () => {
    await seen.goHome(DEMO.coach)
    await seen.page.getByText('Who needs me today').waitFor()
    await seen.picture('4-home')
    await seen.become(DEMO.coach, 'app')
    await seen.type('/astral signals')
    const list = await seen.said('Who needs you today')
    await seen.picture('4-signals')
    await list.getByRole('button', { name: /^Write to Ömer/ }).click()
    const nudge = seen.dialog('Nudge')
    await nudge.getByRole('button', { name: 'Send' }).waitFor()
    await seen.picture('4-nudge')
    // Whether it is night there depends on when this is played.
    const now = nudge.getByRole('radio', { name: 'Now' })
    if ((await now.count()) > 0) await now.check()
    await nudge.getByRole('button', { name: 'Send' }).click()
    await nudge.getByText(/On its way to/).waitFor()
    await seen.closeDialog()
    await seen.become(OMER, 'app')
    await seen.said('your coach, writes:')
    await seen.picture('4-nudged')
  })

  it('show the group’s week', async () => {
    await seen.become(DEMO.coach, 'app')
    await seen.type('/astral plan week "Marathon Block" last week')
    const week = await seen.said('the plan’s week')
    await seen.picture('5-week')
    await week.getByRole('button', { name: 'As a picture' }).click()
    await seen.page.locator('#main img[src^="/files/"]').waitFor()
    await seen.picture('5-week-picture')
  })

  it('end in a card with five ways to win, where everybody finds their own place', async () => {
    await seen.become(DEMO.coach, DEMO.marathonBlock)
    await seen.type('/astral leaderboard "Marathon Block" five-ways last week --post')
    await seen.page.locator('#main img[src^="/files/"]').waitFor()
    await seen.picture('6-card')
    await seen.become('U0INGRID', DEMO.marathonBlock)
    await seen.page.getByRole('button', { name: 'Where am I?' }).click()
    await seen.page.getByText(/Your week in/).waitFor()
    await seen.picture('6-own-place')
  })

  it('are seen beside stats, groups beside each other, and help by topic', async () => {
    await seen.become(DEMO.coach, 'app')
    await seen.type('/astral stats "Marathon Block" last week')
    const stats = await seen.said('◀ Earlier')
    await seen.picture('7-stats')
    const head = await stats.innerText()
    await stats.getByRole('button', { name: '◀ Earlier' }).click()
    await expect.poll(() => stats.innerText()).not.toBe(head)
    await seen.picture('7-stats-earlier')
    await seen.type('/astral compare 14d')
    await seen.said('Couch to 10K')
    await seen.picture('7-compare')
    await seen.type('/astral help')
    const help = await seen.said('Plans and workouts')
    await seen.picture('7-help')
    await help.getByRole('button', { name: 'Show Plans and workouts' }).click()
    await seen.said('/astral plan create')
    await seen.picture('7-help-plans')
  })

  it('had every call of Slack accepted, and logged no error', () => {
    expect(refusedCalls(seen.club.desk)).toEqual([])
    expect(seen.club.log.errors).toEqual([])
  })
})
