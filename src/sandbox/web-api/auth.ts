import { SlackError } from '../slack-error.ts'
import { optional, required, string } from './arguments.ts'
import { method, TIER } from './method.ts'

const apiTest = method({
  name: 'api.test',
  token: 'none',
  perMinute: TIER.special,
  args: { error: optional(string), foo: optional(string) },
  run(_world, args) {
    if (args.error) throw new SlackError(args.error, [], { args })
    return { args }
  },
})

const authTest = method({
  name: 'auth.test',
  perMinute: TIER.special,
  args: {},
  run({ space, app }) {
    return {
      url: `https://${space.team.domain}.slack.com/`,
      team: space.team.name,
      user: space.people.get(app.botUserId)?.name,
      team_id: space.team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }
  },
})

const connectionsOpen = method({
  name: 'apps.connections.open',
  token: 'app',
  perMinute: TIER.connections,
  args: {},
  run(world) {
    const origin = world.origin().replace(/^http/, 'ws')
    return { url: `${origin}/socket?ticket=${world.issueSocketTicket()}&app_id=${world.app.id}` }
  },
})

const teamInfo = method({
  name: 'team.info',
  scopes: ['team:read'],
  perMinute: TIER.three,
  args: { team: optional(string), domain: optional(string) },
  run({ space }, { team, domain }) {
    if ((team && team !== space.team.id) || (domain && domain !== space.team.domain)) {
      throw new SlackError('team_not_found')
    }
    return {
      team: {
        id: space.team.id,
        name: space.team.name,
        url: `https://${space.team.domain}.slack.com/`,
        domain: space.team.domain,
        email_domain: '',
        icon: { image_default: true },
      },
    }
  },
})

const botsInfo = method({
  name: 'bots.info',
  scopes: ['users:read'],
  perMinute: TIER.three,
  args: { bot: required(string) },
  run({ app }, { bot }) {
    if (bot !== app.botId) throw new SlackError('bot_not_found')
    return {
      bot: {
        id: app.botId,
        deleted: false,
        name: app.name,
        updated: 0,
        app_id: app.id,
        user_id: app.botUserId,
        icons: {},
      },
    }
  },
})

export const AUTH_METHODS = [apiTest, authTest, connectionsOpen, teamInfo, botsInfo]
