import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPage } from '#sandbox/page/page.ts'
import { IDS, type TestSandbox, testSandbox } from '../../sandbox/world-for-tests.ts'
import { type ExampleApp, startExampleApp } from './example-app.ts'
import { openBrowser } from './open-browser.ts'

const pictures = new URL('../../../test-output/', import.meta.url)
const chart = readFileSync(new URL('example-chart.png', import.meta.url))
const { coach, ana, general, track } = IDS

let browser: Browser
let context: BrowserContext
let sandbox: TestSandbox
let app: ExampleApp
let appNow: number
const faults: string[] = []

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  appNow = Date.UTC(2026, 10, 21, 8)
  const timeMachine = {
    now: () => appNow,
    moveTo: async (instant: number) => {
      appNow = instant
    },
  }
  const tips = [{ title: 'Create a group', text: 'Type `/astral group create` in a channel.' }]
  sandbox = await testSandbox({
    fileProcessingMs: 50,
    timing: { ackMs: 400 },
    now: () => Date.now(),
    page: desk => createPage(desk, { isDemo: true, tips, timeMachine }),
  })
  app = await startExampleApp(sandbox, chart)
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  context.setDefaultTimeout(5_000)
  faults.length = 0
  context.on('weberror', error => faults.push(error.error().message))
  context.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
})
afterEach(async () => {
  await context.close()
  await app.stop()
  await sandbox.close()
  expect(faults).toEqual([])
})

async function open(query: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${sandbox.url}/?${query}`)
  await page.waitForSelector('body[data-ready]')
  return page
}

const composer = (page: Page) => page.locator('#main [data-composer] textarea')
const dialog = (page: Page) => page.locator('dialog[data-view][open]')
const picture = (page: Page, name: string) =>
  page.screenshot({ path: new URL(`sandbox-${name}.png`, pictures).pathname, animations: 'disabled' })

/** Run in the page: the markup of controls that nothing names. */
const namelessControls = `[...document.querySelectorAll('a[href], button, input, select, textarea, [role=button]')]
  .filter(one => one.type !== 'hidden')
  .filter(one => {
    const labels = [...(one.labels ?? [])].map(label => label.textContent)
    return ![one.getAttribute('aria-label'), one.textContent, ...labels].some(text => text?.trim())
  })
  .map(one => one.outerHTML.slice(0, 120))`

const idsUsedTwice = `[...document.querySelectorAll('[id]')]
  .map(one => one.id)
  .filter((id, index, ids) => ids.indexOf(id) !== index)`

/** Run in the page: the focus is in the dialog, or with the browser itself, but nowhere behind. */
const isFocusKept =
  "document.activeElement === document.body || document.activeElement.closest('dialog[open]') !== null"

describe('the sandbox page', () => {
  test('is played by keyboard alone: become somebody, command, form, error, close', async () => {
    const page = await open(`as=${coach}&c=${general}`)
    await page.keyboard.press('Control+k')
    await page.locator('#people-search:focus').waitFor()
    await page.keyboard.type('ben')
    await page.keyboard.press('Enter')
    await page.locator('#switcher', { hasText: 'Ben Athlete' }).waitFor()
    expect(new URL(page.url()).searchParams.get('as')).toBe(IDS.ben)

    await page.locator('#main textarea:focus').waitFor()
    await page.keyboard.type('/as')
    await page.locator('[data-complete]', { hasText: '/astral' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('group create')
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    const name = dialog(page).getByLabel('Name', { exact: true })
    await name.and(page.locator(':focus')).waitFor()

    await page.keyboard.type('Tuesday Track')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Fast and friendly')
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(isFocusKept)).toBe(true)
    }
    await name.focus()
    await page.keyboard.press('Enter')
    const error = page.locator('.field-error', { hasText: 'already a group' })
    await error.waitFor()
    expect(await error.getAttribute('role')).toBe('alert')
    expect(await name.getAttribute('aria-invalid')).toBe('true')
    expect(await name.and(page.locator(':focus')).count()).toBe(1)
    expect(await page.getByLabel('Description').inputValue()).toBe('Fast and friendly')
    await picture(page, 'modal-error')

    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(sandbox.desk.modals(IDS.ben)).toEqual([])
    await composer(page).and(page.locator(':focus')).waitFor()
  })

  test('keeps what is being typed, focus, scroll and open menus while others write', async () => {
    const page = await open(`as=${coach}&c=${general}`)
    for (let number = 1; number <= 40; number += 1) await sandbox.desk.type(ana, general, `line ${number}`)
    await page.getByText('line 40', { exact: true }).waitFor()
    const list = page.locator('#main [data-messages]')
    const distance = () => list.evaluate(one => one.scrollHeight - one.scrollTop - one.clientHeight)
    expect(await distance()).toBeLessThan(2)

    await composer(page).pressSequentially('half a thou')
    await list.evaluate(one => one.scrollTo(0, 0))
    await page.locator('#workspace').click()
    await page.locator('#workspace-menu:popover-open').waitFor()
    await sandbox.desk.type(ana, general, 'line 41')
    await page.getByText('line 41', { exact: true }).waitFor()
    expect(await list.evaluate(one => one.scrollTop)).toBe(0)
    expect(await page.locator('#workspace-menu:popover-open').count()).toBe(1)
    await page.keyboard.press('Escape')
    await composer(page).focus()
    await sandbox.desk.type(ana, general, 'line 42')
    await page.getByText('line 42', { exact: true }).waitFor()
    await page.keyboard.type('ght')
    expect(await composer(page).inputValue()).toBe('half a thought')

    await page.locator('.place', { hasText: 'tuesday-track' }).click()
    await page.getByRole('heading', { name: 'tuesday-track' }).waitFor()
    expect(await composer(page).inputValue()).toBe('')
    await page.locator('.place', { hasText: 'general' }).click()
    await page.getByRole('heading', { name: 'general' }).waitFor()
    await expect.poll(() => composer(page).inputValue()).toBe('half a thought')
  })

  test('lets two tabs be two people, and asks before what must be confirmed', async () => {
    const coachTab = await open(`as=${coach}&c=${track}`)
    const anaTab = await open(`as=${ana}&c=${general}`)
    await composer(coachTab).fill('/astral invite @ana')
    await composer(coachTab).press('Enter')
    const unread = anaTab.locator('.place.unread', { hasText: 'Messages' })
    await unread.waitFor()
    await unread.click()
    await anaTab.getByRole('button', { name: 'Decline' }).waitFor()
    await picture(anaTab, 'invitation')

    await anaTab.getByRole('button', { name: 'Decline' }).click()
    await anaTab.getByText('Decline this invitation?').waitFor()
    await anaTab.getByRole('button', { name: 'Back' }).click()
    expect(app.actions).toEqual([])
    await anaTab.getByRole('button', { name: 'Accept and share' }).click()
    await anaTab.getByText('You chose accept.').waitFor()
    expect(app.actions).toEqual(['accept'])
    expect(await anaTab.getByRole('button', { name: 'Decline' }).count()).toBe(0)
    expect(await anaTab.locator('.place.unread', { hasText: 'Messages' }).count()).toBe(0)
  })

  test('draws a leaderboard that sorts and turns its pages, and shows the refused call in the inspector', async () => {
    await sandbox.desk.joinChannel(IDS.bot, track)
    const page = await open(`as=${coach}&c=${track}`)
    await composer(page).fill('/astral leaderboard')
    await composer(page).press('Enter')
    const image = page.locator('.block-image')
    await image.waitFor()
    await expect
      .poll(() => image.evaluate(one => Number(Reflect.get(one, 'naturalWidth'))))
      .toBeGreaterThan(0)
    const table = page.getByRole('table', { name: /Leaderboard/ })
    const names = () => table.locator('tbody tr:visible th').allTextContents()
    expect((await names()).slice(0, 2)).toEqual(['Ana Kovačević', 'Олена Шевченко'])
    expect(await names()).toHaveLength(10)
    await table.getByRole('button', { name: 'Distance' }).click()
    expect((await names()).slice(0, 2)).toEqual(['Tom Short', 'Ewa Żak'])
    expect(await table.locator('[aria-sort=ascending]').count()).toBe(1)
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await names()).toEqual(['Олена Шевченко', 'Ana Kovačević'])
    // Somebody's message must not undo the sorting.
    await sandbox.desk.type(ana, track, 'Well run!')
    await page.getByText('Well run!').waitFor()
    expect(await names()).toEqual(['Олена Шевченко', 'Ana Kovačević'])
    await picture(page, 'leaderboard')

    await page.locator('#inspector-toggle', { hasText: '1' }).click()
    const refusal = page.locator('.entry.refused')
    await refusal.locator('summary').click()
    expect(await refusal.textContent()).toContain('invalid slack file [json-pointer:/blocks/1/slack_file]')
    await page.getByLabel(/Refused only/).check()
    expect(await page.locator('.entry:visible').count()).toBe(1)
    await picture(page, 'inspector')
    await page.getByRole('heading', { name: 'Inspector' }).focus()
    await page.keyboard.press('Escape')
    await page.locator('.inspector').waitFor({ state: 'detached' })
    await page.locator('#inspector-toggle:focus').waitFor()
  })

  test('keeps typed values when the app changes a form, and takes first values for what is new', async () => {
    const page = await open(`as=${coach}&c=${general}`)
    await composer(page).fill('/astral group create')
    await composer(page).press('Enter')
    await dialog(page).waitFor()
    await dialog(page).getByLabel('Name', { exact: true }).fill('Hill repeats')
    await dialog(page).getByLabel('Private').check()
    const athletes = dialog(page).getByRole('combobox')
    await athletes.pressSequentially('an')
    await page.getByRole('option', { name: 'Ana Athlete' }).waitFor()
    await athletes.press('Enter')
    await page.getByRole('button', { name: 'More fields' }).click()
    await dialog(page).getByLabel('Place').waitFor()
    expect(await dialog(page).getByLabel('Place').inputValue()).toBe('River gate')
    expect(await dialog(page).getByLabel('Name', { exact: true }).inputValue()).toBe('Hill repeats')
    expect(await dialog(page).getByLabel('Private').isChecked()).toBe(true)
    expect(await page.locator('.chips li').allTextContents()).toEqual([
      expect.stringContaining('Ana Athlete'),
    ])
    await dialog(page).getByRole('button', { name: 'Create', exact: true }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(app.submitted).toMatchObject([
      {
        user: coach,
        values: {
          name: { value: { value: 'Hill repeats' } },
          visibility: { value: { selected_option: { value: 'private' } } },
          athletes: { athletes: { selected_options: [{ value: 'Ana' }] } },
          place: { value: { value: 'River gate' } },
        },
      },
    ])
  })

  test('stacks forms, and Escape takes away only the top one', async () => {
    const page = await open(`as=${coach}&c=${general}`)
    await composer(page).fill('/astral group create')
    await composer(page).press('Enter')
    await dialog(page).getByLabel('Name', { exact: true }).fill('Ask first')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Are you sure?' }).waitFor()
    expect(await dialog(page).count()).toBe(2)
    await picture(page, 'stacked')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Are you sure?' }).waitFor({ state: 'detached' })
    expect(await dialog(page).getByLabel('Name', { exact: true }).inputValue()).toBe('Ask first')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(sandbox.desk.modals(coach)).toEqual([])
  })

  test('sends a choice made by keyboard once, when the person has settled on it', async () => {
    await sandbox.desk.joinChannel(IDS.bot, track)
    await sandbox.desk.type(coach, track, '/astral choose')
    await context.clock.install()
    const page = await open(`as=${coach}&c=${track}`)
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.locator('.message select').focus()
    for (const day of ['monday', 'tuesday', 'wednesday']) {
      await page.keyboard.press('ArrowDown')
      expect(await page.locator('.message select').inputValue()).toBe(day)
      await page.clock.runFor(600)
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => app.actions).toEqual(['pick wednesday'])
  })

  test('runs a shortcut on a message and reacts to it, by keyboard', async () => {
    await sandbox.desk.type(ana, track, 'Easy 8 km')
    const page = await open(`as=${coach}&c=${track}`)
    await page.locator('#main [data-messages]').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('.message:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('#reaction-menu [role=menuitem]:focus').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('.reaction[aria-pressed=true]', { hasText: '🎉 1' }).waitFor()
    await page.getByRole('button', { name: 'More actions for this message' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('#message-menu [role=menuitem]:focus', { hasText: 'Count as run' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => app.actions).toEqual(['count_run Easy 8 km'])
  })

  test('says what is missing before it sends a form', async () => {
    const page = await open(`as=${coach}&c=${general}`)
    await composer(page).fill('/astral group create')
    await composer(page).press('Enter')
    await dialog(page).waitFor()
    await dialog(page).getByRole('button', { name: 'Create', exact: true }).click()
    await page.locator('.field-error', { hasText: 'Please complete this required field.' }).waitFor()
    expect(app.submitted).toEqual([])
    expect(sandbox.desk.deliveries().map(one => one.kind)).not.toContain('view_submission')
  })

  test('says in words when the app does not answer, and keeps what was typed', async () => {
    const page = await open(`as=${coach}&c=${general}`)
    await composer(page).fill('/astral silence')
    await composer(page).press('Enter')
    await page.getByRole('status').getByText('/astral failed').waitFor()
    expect(await composer(page).inputValue()).toBe('/astral silence')
  })

  test('takes files by button and by dropping them onto the conversation', async () => {
    const page = await open(`as=${ana}&c=${general}`)
    const file = { name: 'morning.gpx', mimeType: 'application/gpx+xml', buffer: Buffer.from('<gpx/>') }
    await page.locator('[data-attach]').setInputFiles(file)
    await page.locator('.attached', { hasText: 'morning.gpx' }).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.locator('.file', { hasText: 'morning.gpx' }).waitFor()
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array([14, 16, 0])], 'evening.fit'))
      return data
    })()`)
    await page.dispatchEvent('#main', 'dragover', { dataTransfer: transfer })
    await page.dispatchEvent('#main', 'drop', { dataTransfer: transfer })
    await page.locator('.file', { hasText: 'evening.fit' }).waitFor()
    const dropped = sandbox.desk.messages(ana, general).at(-1)?.files[0]
    expect(sandbox.desk.file(dropped?.id ?? '')?.bytes).toEqual(new Uint8Array([14, 16, 0]))
  })

  test('opens the app’s Home, moves its clock, and remembers that the suggestions were put away', async () => {
    const page = await open(`as=${coach}&home`)
    await page.getByRole('heading', { name: 'The club this week' }).waitFor()
    await picture(page, 'home')
    await page.locator('#clock').click()
    await page.getByRole('button', { name: 'Next Monday 09:00' }).click()
    await page.getByText('The app’s clock shows Mon 23 Nov 2026 08:00 UTC.').waitFor()
    expect(appNow).toBe(Date.UTC(2026, 10, 23, 8))
    await page.getByLabel(/Go to/).fill('2026-11-22T09:00')
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    expect(appNow).toBe(Date.UTC(2026, 10, 23, 8))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Hide these suggestions' }).click()
    await page.reload()
    await page.waitForSelector('body[data-ready]')
    expect(await page.locator('.tips').isVisible()).toBe(false)
    await page.locator('#show-tips').click()
    await page.locator('[data-insert]').first().waitFor()
  })

  test('has a name for every control and one heading of the place', async () => {
    await sandbox.desk.type(ana, general, 'hello')
    const page = await open(`as=${coach}&c=${general}&inspect`)
    const nameless = await page.evaluate(namelessControls)
    expect(nameless).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    const twice = await page.evaluate(idsUsedTwice)
    expect(twice).toEqual([])
  })

  test('fits a phone', async () => {
    await sandbox.desk.joinChannel(IDS.bot, track)
    await sandbox.desk.type(coach, track, '/astral leaderboard')
    const page = await open(`as=${coach}&c=${track}`)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.block-image').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await picture(page, 'phone')
    await page.locator('#toggle-sidebar').click()
    await page.locator('#switcher').click()
    await page.locator('.person', { hasText: 'Ben Athlete' }).click()
    await page.locator('#toggle-sidebar', { hasText: 'Ben Athlete' }).waitFor()
    await expect.poll(() => page.locator('#switcher').isVisible()).toBe(false)
  })
})
