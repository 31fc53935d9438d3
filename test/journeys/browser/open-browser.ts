import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A headless Chromium of the system. It is not downloaded: Debian's package `chromium` brings it.
 * @throws when there is no executable at `executablePath`
 */
export async function openBrowser(executablePath = '/usr/bin/chromium'): Promise<Browser> {
  if (!existsSync(executablePath))
    throw new Error(`No Chromium at ${executablePath}. Install the system's package "chromium".`)
  return chromium.launch({ executablePath, args, headless: true })
}
