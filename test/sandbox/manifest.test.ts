import { describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { checkManifest } from '#sandbox/check-manifest.ts'
import { defaultManifest, type Manifest } from '#sandbox/seed.ts'
import { times, words } from './samples.ts'

const LIMITS = SLACK_LIMITS.manifest
const usual = defaultManifest()
const shown = (more: object): Manifest => ({
  ...usual,
  display_information: { ...usual.display_information, ...more },
})
const featured = (more: object): Manifest => ({ ...usual, features: { ...usual.features, ...more } })
const command = (more: object = {}) => ({ command: '/astral', description: 'Runs', ...more })
const shortcut = (more: object = {}) => ({
  name: 'Log',
  type: 'global',
  callback_id: 'log',
  description: 'Log',
  ...more,
})

const RULES: [string, number, (length: number) => Manifest][] = [
  ['name', LIMITS.name, n => shown({ name: words(n) })],
  ['description', LIMITS.description, n => shown({ description: words(n) })],
  ['long description', LIMITS.long_description[1], n => shown({ long_description: words(n) })],
  ['bot name', LIMITS.bot_display_name, n => featured({ bot_user: { display_name: words(n) } })],
  ['shortcuts', LIMITS.shortcuts, n => featured({ shortcuts: times(n, () => shortcut()) })],
  ['shortcut name', LIMITS.shortcut_name, n => featured({ shortcuts: [shortcut({ name: words(n) })] })],
  ['commands', LIMITS.slash_commands, n => featured({ slash_commands: times(n, () => command()) })],
  ['command', LIMITS.command, n => featured({ slash_commands: [command({ command: `/${words(n - 1)}` })] })],
  ['usage hint', LIMITS.usage_hint, n => featured({ slash_commands: [command({ usage_hint: words(n) })] })],
]

describe('a manifest', () => {
  it.each(RULES)('has a %s of %i at most', (_what, most, make) => {
    expect(() => checkManifest(make(most))).not.toThrow()
    expect(() => checkManifest(make(most + 1))).toThrow('invalid_manifest')
  })

  it('has a long description that is long', () => {
    const [least] = LIMITS.long_description
    expect(() => checkManifest(shown({ long_description: words(least) }))).not.toThrow()
    expect(() => checkManifest(shown({ long_description: words(least - 1) }))).toThrow('invalid_manifest')
  })

  it.each([
    ['message.im', 'im:history'],
    ['member_joined_channel', 'channels:read'],
    ['team_join', 'users:read'],
    ['reaction_added', 'reactions:read'],
    ['file_shared', 'files:read'],
  ])('subscribes to %s only with %s', (event, scope) => {
    const manifest = (scopes: string[]): Manifest => ({
      ...usual,
      oauth_config: { scopes: { bot: ['commands', ...scopes] } },
      settings: { event_subscriptions: { bot_events: [event] } },
    })
    expect(() => checkManifest(manifest([scope]))).not.toThrow()
    expect(() => checkManifest(manifest([]))).toThrow(scope)
  })

  it('has commands only with the scope for them', () => {
    expect(() => checkManifest({ ...usual, oauth_config: {}, settings: {} })).toThrow('commands')
  })
})
