import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { METHODS } from '#sandbox/web-api/method-table.ts'
import { SHORTCUTS } from '#slack/shortcuts/shortcut-table.ts'
import { SUGGESTIONS } from '#slack/suggestions/suggestion-table.ts'
import { httpManifest, readManifest } from '../src/cli/manifest.ts'

type Whole = {
  features: {
    slash_commands: { command: string; should_escape: boolean; url?: string }[]
    shortcuts: { callback_id: string; type: string }[]
    app_home: { home_tab_enabled: boolean; messages_tab_enabled: boolean }
  }
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: {
    event_subscriptions: { bot_events: string[]; request_url?: string }
    interactivity: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string }
    socket_mode_enabled: boolean
  }
}

const manifest = readManifest() as unknown as Whole
const HTTPS = 'https://astral.example.com/slack/events'

/** What an event needs; `app_home_opened` needs nothing. */
const EVENTS: Record<string, { listener: string; scopes: string[] }> = {
  app_home_opened: { listener: 'app_home_opened', scopes: [] },
  'message.im': { listener: 'message', scopes: ['im:history'] },
  'message.channels': { listener: 'message', scopes: ['channels:history'] },
  'message.groups': { listener: 'message', scopes: ['groups:history'] },
  reaction_added: { listener: 'reaction_added', scopes: ['reactions:read'] },
  reaction_removed: { listener: 'reaction_removed', scopes: ['reactions:read'] },
  team_join: { listener: 'team_join', scopes: ['users:read'] },
  member_joined_channel: { listener: 'member_joined_channel', scopes: ['channels:read', 'groups:read'] },
  member_left_channel: { listener: 'member_left_channel', scopes: ['channels:read', 'groups:read'] },
  user_change: { listener: 'user_change', scopes: ['users:read'] },
}

/** Methods that the client's helpers call for us. */
const HELPERS: Record<string, string[]> = {
  filesUploadV2: ['files.getUploadURLExternal', 'files.completeUploadExternal'],
}

/** Methods whose scope is that of the kind of channel they are asked about: all of these are needed. */
const BY_CHANNEL: Record<string, string[]> = {
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.replies': ['channels:history', 'groups:history'],
}

const sources = sourcesOf('slack', 'outbox')

describe('manifest.json', () => {
  const schema = new URL('../../shared/reference/manifest.schema.2.0.0.json', import.meta.url)
  it.skipIf(!existsSync(schema)).each([
    ['Socket Mode', manifest],
    ['HTTP', httpManifest(readManifest(), 'https://astral.example.com')],
  ])('is valid against Slack’s schema (skipped where that is absent): %s', (_, value) => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    )
    expect(validate(value) ? [] : validate.errors).toEqual([])
  })

  it('keeps within the lengths that Slack allows', () => {
    const { display_information: about } = JSON.parse(
      readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'),
    )
    expect(about.name.length).toBeLessThanOrEqual(35)
    expect(about.description.length).toBeLessThanOrEqual(140)
    expect(about.long_description.length).toBeGreaterThanOrEqual(174)
    expect(about.long_description.length).toBeLessThanOrEqual(4_000)
  })

  it('names the commands that the code listens for, each with mentions escaped', () => {
    expect(manifest.features.slash_commands.map(each => each.command)).toEqual(
      found(/app\.command\('([^']+)'/g),
    )
    expect(manifest.features.slash_commands.every(each => each.should_escape)).toBe(true)
  })

  it('names the shortcuts that the code answers, and no others', () => {
    expect(manifest.features.shortcuts.map(each => each.callback_id).sort()).toEqual(
      SHORTCUTS.map(shortcut => shortcut.callbackId).sort(),
    )
  })

  it('subscribes to the events that the code listens for, and no others', () => {
    const subscribed = manifest.settings.event_subscriptions.bot_events
    expect(subscribed.filter(event => !(event in EVENTS))).toEqual([])
    expect([...new Set(subscribed.map(event => EVENTS[event]?.listener))].sort()).toEqual(
      [...new Set(found(/app\.event\('([^']+)'/g))].sort(),
    )
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true })
    expect(manifest.settings.interactivity.is_enabled).toBe(true)
  })

  it('asks for the scopes that its calls and events need, and for no others', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes
    const calls = found(/client\.(\w+(?:\.\w+)*)\(/g).flatMap(call => HELPERS[call] ?? [call])
    expect(calls).not.toEqual([])
    const unknown = calls.filter(call => !METHODS.has(call))
    expect(unknown).toEqual([])
    const needs = [...new Set(calls)].flatMap(
      call => BY_CHANNEL[call]?.map(scope => [scope]) ?? [METHODS.get(call)?.scopes ?? []],
    )
    for (const anyOf of needs) {
      if (anyOf.length > 0) expect(bot).toEqual(expect.arrayContaining([expect.toBeOneOf([...anyOf])]))
    }
    const events = manifest.settings.event_subscriptions.bot_events.flatMap(
      event => EVENTS[event]?.scopes ?? [],
    )
    for (const scope of events) expect(bot).toContain(scope)
    const used = new Set([...needs.flat(), ...events, 'commands'])
    expect(bot.filter(scope => !used.has(scope))).toEqual([])
    expect(bot_optional.filter(scope => !bot.includes(scope))).toEqual([])
    expect(new Set(bot).size).toBe(bot.length)
  })

  it('has no addresses in Socket Mode', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(manifest)).not.toContain('https://')
  })
})

describe('the HTTP variant', () => {
  it.each(['https://astral.example.com', 'https://astral.example.com/', 'https://astral.example.com//'])(
    'of %s sends everything to one address',
    base => {
      const http = httpManifest(readManifest(), base) as unknown as Whole
      expect(http.settings).toMatchObject({
        socket_mode_enabled: false,
        event_subscriptions: {
          request_url: HTTPS,
          bot_events: manifest.settings.event_subscriptions.bot_events,
        },
        interactivity: { is_enabled: true, request_url: HTTPS },
      })
      if (SUGGESTIONS.length > 0) expect(http.settings.interactivity.message_menu_options_url).toBe(HTTPS)
      expect(http.features.slash_commands.map(each => each.url)).toEqual([HTTPS])
      expect(http.oauth_config).toEqual(manifest.oauth_config)
    },
  )

  it('keeps the folder under which a proxy serves Astral', () => {
    const http = httpManifest(readManifest(), 'https://club.example.com/astral/') as unknown as Whole
    expect(http.settings.interactivity.request_url).toBe('https://club.example.com/astral/slack/events')
  })

  it.each([
    '',
    'astral.example.com',
    'http://astral.example.com',
    'https://x.example.com/?a=1',
    'https://x/#a',
  ])('refuses “%s” in a sentence', base => {
    expect(() => httpManifest(readManifest(), base)).toThrow('Slack needs an https address')
  })
})

function found(pattern: RegExp): string[] {
  return [...sources.matchAll(pattern)].map(match => match[1] ?? '')
}

function sourcesOf(...rooms: string[]): string {
  return rooms
    .map(room => new URL(`../src/${room}/`, import.meta.url))
    .filter(room => existsSync(room))
    .flatMap(room =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.ts'))
        .map(file => readFileSync(new URL(file, room), 'utf8')),
    )
    .join('\n')
}
