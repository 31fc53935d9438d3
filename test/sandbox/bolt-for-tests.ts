import { App, LogLevel } from '@slack/bolt'
import type { TestSandbox } from './world-for-tests.ts'

/** A real Bolt app on the sandbox's Socket Mode. */
export function boltApp(sandbox: TestSandbox): App {
  return new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: {
      slackApiUrl: sandbox.apiUrl,
      retryConfig: { retries: 2, minTimeout: 50 },
      timeout: 5_000,
    },
  })
}
