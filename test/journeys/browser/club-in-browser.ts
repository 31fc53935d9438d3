import { mkdirSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { type ClubInSandbox, clubInSandbox } from '../../fixtures/club-in-sandbox.ts'
import { openBrowser } from './open-browser.ts'

export type ClubInBrowser = {
  club: ClubInSandbox
  page: Page
  /** Looks at a conversation as somebody; `app` is their direct message with Astral. */
  become(as: string, place: string): Promise<void>
  /** Looks at Astral's Home tab as somebody. */
  goHome(as: string): Promise<void>
  /** Types into the conversation that is open, and sends it. */
  type(text: string): Promise<void>
  drop(name: string, bytes: Uint8Array): Promise<void>
  /** Waits until the newest message with these words is seen, and gives it. */
  said(text: string | RegExp): Promise<Locator>
  /** The form or window of this title. */
  dialog(title: string | RegExp): Locator
  closeDialog(): Promise<void>
  /** Keeps what is seen now, for whoever looks at it afterwards. */
  picture(name: string): Promise<void>
  stop(): Promise<void>
}

/** The demo club with its real process, seen in the sandbox's page by a headless browser. */
export async function clubInBrowser(
  journey: string,
  viewport: { width: number; height: number } = { width: 1280, height: 900 },
): Promise<ClubInBrowser> {
  const pictures = new URL(`../../../test-output/${journey}/`, import.meta.url)
  mkdirSync(pictures, { recursive: true })
  const club = await clubInSandbox()
  let browser: Browser
  try {
    browser = await openBrowser()
  } catch (error) {
    await club.stop()
    throw error
  }
  const context = await browser.newContext({ viewport, locale: 'en-GB' })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  page.on('pageerror', error => {
    throw error
  })
  const main = page.locator('#main')
  const send = () => main.getByRole('button', { name: 'Send', exact: true }).first().click()
  async function open(address: string): Promise<void> {
    await page.goto(`${club.app.sandboxUrl}/?${address}`)
    await page.waitForSelector('body[data-ready]')
  }
  return {
    club,
    page,
    become: (as, place) => open(`as=${as}&c=${place === 'app' ? club.dm(as) : place}`),
    goHome: as => open(`as=${as}&home`),
    async type(text) {
      await main.locator('textarea').fill(text)
      await send()
    },
    async drop(name, bytes) {
      const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
      await main.locator('[data-attach]').first().setInputFiles(file)
      await send()
    },
    async said(text) {
      const message = main.locator('.message').filter({ hasText: text }).last()
      await message.waitFor()
      return message
    },
    dialog: title => page.getByRole('dialog', { name: title }),
    async closeDialog() {
      const open = page.locator('dialog[data-view]')
      const before = await open.count()
      await page.keyboard.press('Escape')
      for (let tries = 0; tries < 50 && (await open.count()) >= before; tries += 1)
        await page.waitForTimeout(20)
    },
    async picture(name) {
      await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname })
    },
    async stop() {
      await browser.close()
      await club.stop()
    },
  }
}
