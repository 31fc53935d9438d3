import { readFileSync } from 'node:fs'

/** The parts of the manifest that are read or change with the transport. */
type Manifest = {
  display_information: { name: string }
  features: { slash_commands: { command: string; description: string; url?: string }[] }
  settings: {
    event_subscriptions: { bot_events: string[]; request_url?: string }
    interactivity: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string }
    socket_mode_enabled: boolean
  }
}

/** The manifest of Socket Mode as it stands in the repository. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')) as Manifest
}

/**
 * The HTTP variant: the same app, with Slack's requests sent to `baseUrl`/slack/events. Throws a sentence when the
 * address is not one that Slack can reach.
 */
export function httpManifest(manifest: Manifest, baseUrl: string): Manifest {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  const isPlain = base?.search === '' && base.hash === '' && base.username === ''
  if (base?.protocol !== 'https:' || !isPlain) {
    throw new Error(
      'Slack needs an https address, for example: npm run manifest -- --url https://astral.example.com',
    )
  }
  const url = `${base.origin}${base.pathname.replace(/\/+$/, '')}/slack/events`
  return {
    ...manifest,
    features: {
      ...manifest.features,
      slash_commands: manifest.features.slash_commands.map(command => ({ ...command, url })),
    },
    settings: {
      ...manifest.settings,
      event_subscriptions: { request_url: url, ...manifest.settings.event_subscriptions },
      interactivity: {
        ...manifest.settings.interactivity,
        request_url: url,
        message_menu_options_url: url,
      },
      socket_mode_enabled: false,
    },
  }
}
