import { SlackError } from '../slack-error.ts'
import { checkedView, openView, publishHome, pushView, stackOf, updateView } from '../views.ts'
import { viewObject } from '../wire/view-object.ts'
import { findView } from '../workspace.ts'
import { json, optional, required, string } from './arguments.ts'
import { method, TIER } from './method.ts'

const open = method({
  name: 'views.open',
  perMinute: TIER.four,
  args: { trigger_id: required(string), view: required(json) },
  run(world, args) {
    const view = checkedView(world, args.view, 'modal')
    const trigger = world.triggers.exchange(args.trigger_id)
    return { view: viewObject(world, openView(world, trigger, view)) }
  },
})

const push = method({
  name: 'views.push',
  perMinute: TIER.four,
  args: { trigger_id: required(string), view: required(json) },
  run(world, args) {
    const view = checkedView(world, args.view, 'modal')
    const trigger = world.triggers.exchange(args.trigger_id)
    const isOpen = stackOf(world, trigger.userId).some(each => each.id === trigger.viewId)
    // Only a doing inside an open modal can put another on top of it.
    if (!isOpen) throw new SlackError('invalid_trigger_id')
    return { view: viewObject(world, pushView(world, trigger.userId, view)) }
  },
})

const update = method({
  name: 'views.update',
  perMinute: TIER.four,
  args: {
    view: required(json),
    view_id: optional(string),
    external_id: optional(string),
    hash: optional(string),
  },
  run(world, args) {
    const { view_id: id, external_id: externalId } = args
    if ((id === undefined) === (externalId === undefined)) {
      throw new SlackError('invalid_arguments', [
        '[ERROR] exactly one of view_id and external_id must be given',
      ])
    }
    const stored = findView(world.space, each =>
      id === undefined ? each.externalId === externalId : each.id === id,
    )
    if (!stored) throw new SlackError('not_found')
    const view = checkedView(world, args.view, stored.type)
    updateView(world, stored, view, args.hash)
    return { view: viewObject(world, stored) }
  },
})

const publish = method({
  name: 'views.publish',
  perMinute: TIER.four,
  args: { user_id: required(string), view: required(json), hash: optional(string) },
  run(world, args) {
    if (world.app.manifest.features?.app_home?.home_tab_enabled !== true) throw new SlackError('not_enabled')
    const person = world.space.people.get(args.user_id)
    if (!person) throw new SlackError('user_not_found')
    const view = checkedView(world, args.view, 'home')
    return { view: viewObject(world, publishHome(world, person.id, view, args.hash)) }
  },
})

export const VIEW_METHODS = [open, push, update, publish]
