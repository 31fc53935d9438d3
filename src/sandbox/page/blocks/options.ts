import type { Drawing } from './drawing.ts'
import { type Fields, fieldsOf, listOf, maybeText, textOf, textsOf } from './read.ts'
import { plainWords } from './text-object.ts'

export type Option = { value: string; label: string; description: string | null; text: unknown }
export type OptionGroup = { label: string | null; options: Option[] }

function optionOf(value: unknown): Option {
  const option = fieldsOf(value)
  return {
    value: textOf(option.value),
    label: plainWords(option.text),
    description: option.description ? plainWords(option.description) : null,
    text: option.text,
  }
}

function peopleOptions(drawing: Drawing): Option[] {
  return [...drawing.people.values()]
    .filter(person => !person.isDeactivated)
    .map(person => named(person.id, person.realName || person.name, person.isBot ? 'app' : null))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

function named(value: string, label: string, description: string | null): Option {
  return { value, label, description, text: { type: 'plain_text', text: label } }
}

function conversationOptions(drawing: Drawing, element: Fields): Option[] {
  const include = textsOf(fieldsOf(element.filter).include)
  const excludesBots = fieldsOf(element.filter).exclude_bot_users === true
  const isPublicOnly = textOf(element.type).endsWith('channels_select')
  const kindOf = { channel: 'public', private: 'private', im: 'im' } as const
  return [...drawing.conversations.values()]
    .filter(item => !item.isArchived)
    .filter(item => (isPublicOnly ? item.kind === 'channel' : true))
    .filter(item => include.length === 0 || include.includes(kindOf[item.kind]))
    .filter(item => !(excludesBots && item.partnerId && drawing.people.get(item.partnerId)?.isBot))
    .map(item => {
      const partner = item.partnerId ? drawing.people.get(item.partnerId) : undefined
      const label = partner ? partner.realName || partner.name : `#${item.name}`
      return named(item.id, label, item.kind === 'private' ? 'private' : null)
    })
}

/** What may be chosen in a select, whichever of Slack's five sources it has; empty for an external one. */
export function optionGroupsOf(drawing: Drawing, element: Fields): OptionGroup[] {
  const type = textOf(element.type).replace(/^multi_/, '')
  if (type === 'users_select') return [{ label: null, options: peopleOptions(drawing) }]
  if (type === 'channels_select' || type === 'conversations_select')
    return [{ label: null, options: conversationOptions(drawing, element) }]
  if (Array.isArray(element.option_groups))
    return listOf(element.option_groups).map(group => ({
      label: maybeText(plainWords(group.label)),
      options: listOf(group.options).map(optionOf),
    }))
  return [{ label: null, options: listOf(element.options).map(optionOf) }]
}

/** What the app chose beforehand, as options (a bare id is looked up among `groups`). */
export function initialOptionsOf(element: Fields, groups: OptionGroup[]): Option[] {
  const ids = [
    maybeText(element.initial_user),
    maybeText(element.initial_channel),
    maybeText(element.initial_conversation),
    ...textsOf(element.initial_users),
    ...textsOf(element.initial_channels),
    ...textsOf(element.initial_conversations),
  ].filter(id => id !== null)
  const all = groups.flatMap(group => group.options)
  return [
    ...(element.initial_option ? [optionOf(element.initial_option)] : []),
    ...listOf(element.initial_options).map(optionOf),
    ...ids.map(id => all.find(option => option.value === id) ?? named(id, id, null)),
  ]
}
