import { SlackError } from '../slack-error.ts'
import { userObject } from '../wire/user-object.ts'
import { boolean, optional, required, string } from './arguments.ts'
import { method, TIER } from './method.ts'
import { pageOf, paging } from './page-of.ts'

const info = method({
  name: 'users.info',
  scopes: ['users:read'],
  perMinute: TIER.four,
  args: { user: required(string), include_locale: optional(boolean) },
  run(world, { user: id, include_locale: withLocale }) {
    const person = world.space.people.get(id)
    if (!person) throw new SlackError('user_not_found')
    return { user: { ...userObject(world, person), ...(withLocale && { locale: 'en-GB' }) } }
  },
})

const list = method({
  name: 'users.list',
  scopes: ['users:read'],
  perMinute: TIER.two,
  args: { ...paging, include_locale: optional(boolean) },
  run(world, args) {
    const { page, ...rest } = pageOf([...world.space.people.values()], args, 1000)
    return {
      members: page.map(each => userObject(world, each)),
      cache_ts: Math.floor(world.now() / 1000),
      ...rest,
    }
  },
})

const lookupByEmail = method({
  name: 'users.lookupByEmail',
  scopes: ['users:read.email'],
  perMinute: TIER.three,
  args: { email: required(string) },
  run(world, { email }) {
    const wanted = email.toLowerCase()
    const isWanted = (each: { email: string | null; isDeactivated: boolean; teamId: string }) =>
      each.email?.toLowerCase() === wanted && !each.isDeactivated && each.teamId === world.space.team.id
    const person = [...world.space.people.values()].find(isWanted)
    if (!person) throw new SlackError('users_not_found')
    return { user: userObject(world, person) }
  },
})

export const USER_METHODS = [info, list, lookupByEmail]
