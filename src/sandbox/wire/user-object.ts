import type { Member } from '../workspace.ts'
import type { World } from '../world.ts'

/** A person as `users.info` and the user events give them. */
export function userObject(world: World, member: Member): Record<string, unknown> {
  const isStranger = member.teamId !== world.space.team.id
  const mayReadEmail = world.app.scopes.has('users:read.email') && !isStranger
  const [first = '', ...last] = member.realName.split(' ')
  return {
    id: member.id,
    team_id: member.teamId,
    name: member.name,
    deleted: member.isDeactivated,
    color: '9f69e7',
    real_name: member.realName,
    ...(!member.isDeactivated && {
      tz: member.tz,
      tz_label: member.tz,
      tz_offset: offsetSeconds(member.tz, world.now()),
    }),
    profile: {
      real_name: member.realName,
      real_name_normalized: member.realName,
      display_name: member.isBot ? '' : member.realName,
      display_name_normalized: member.isBot ? '' : member.realName,
      first_name: first,
      last_name: last.join(' '),
      status_text: '',
      status_emoji: '',
      avatar_hash: 'sandbox',
      team: member.teamId,
      ...(mayReadEmail && member.email !== null && { email: member.email }),
      ...(member.id === world.app.botUserId && { bot_id: world.app.botId, api_app_id: world.app.id }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: member.isGuest,
    is_ultra_restricted: false,
    is_bot: member.isBot,
    is_app_user: false,
    ...(isStranger && { is_stranger: true }),
    updated: Math.floor(member.updatedAt / 1000),
    is_email_confirmed: true,
  }
}

/** Seconds east of UTC at an instant. */
function offsetSeconds(tz: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).formatToParts(
    at,
  )
  const name = parts.find(part => part.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name)
  if (!match) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60
  return match[1] === '-' ? -seconds : seconds
}
