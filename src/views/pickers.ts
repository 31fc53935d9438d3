import type { ExternalSelect, MultiExternalSelect, PlainTextOption } from '@slack/types'
import { option, plain } from './blocks.ts'
import { LIMITS } from './limits.ts'

/** Action ids of the typeaheads; each is answered by one source, wherever it stands. */
export const PICK_ATHLETE = 'pick-athlete'
export const PICK_GROUP = 'pick-group'
export const PICK_OWNER = 'pick-owner'
export const PICK_PLAN = 'pick-plan'

/** One athlete by name or address; the value is their account id. */
export function athletePicker(): ExternalSelect {
  return {
    type: 'external_select',
    action_id: PICK_ATHLETE,
    min_query_length: 0,
    placeholder: plain('Type a name', LIMITS.optionText),
  }
}

export function athletesPicker(
  chosen: readonly { accountId: string; name: string }[] = [],
): MultiExternalSelect {
  return {
    type: 'multi_external_select',
    action_id: PICK_ATHLETE,
    min_query_length: 0,
    placeholder: plain('Type names', LIMITS.optionText),
    ...(chosen.length > 0
      ? { initial_options: chosen.map(({ accountId, name }) => option(name, accountId)) }
      : {}),
  }
}

/** One group by its name; the value is its id. */
export function groupPicker(
  placeholder: string,
  chosen: { id: string; name: string } | null = null,
): ExternalSelect {
  return {
    type: 'external_select',
    action_id: PICK_GROUP,
    min_query_length: 0,
    placeholder: plain(placeholder, LIMITS.optionText),
    ...(chosen ? { initial_option: groupOption(chosen) } : {}),
  }
}

/** One training plan by its title; the value is its id. */
export function planPicker(
  placeholder: string,
  chosen: { id: string; title: string } | null = null,
): ExternalSelect {
  return {
    type: 'external_select',
    action_id: PICK_PLAN,
    min_query_length: 0,
    placeholder: plain(placeholder, LIMITS.optionText),
    ...(chosen ? { initial_option: planOption(chosen) } : {}),
  }
}

export function planOption(plan: { id: string; title: string }): PlainTextOption {
  return option(plan.title, plan.id)
}

export function groupOption(group: { id: string; name: string }): PlainTextOption {
  return option(group.name, group.id)
}

/** Where the club has another name for somebody than Slack, or their address is known, it stands below. */
export function athleteOption(athlete: {
  accountId: string
  name: string
  slackName: string
  email: string | null
}): PlainTextOption {
  const inSlack = athlete.name === athlete.slackName ? [] : [`${athlete.slackName} in Slack`]
  const below = [...inSlack, ...(athlete.email ? [athlete.email] : [])].join(', ')
  return option(athlete.name, athlete.accountId, below === '' ? undefined : below)
}

/** Somebody of the club who owns a group; the value is their account id. */
export function ownerPicker(chosen: { accountId: string; name: string } | null): ExternalSelect {
  return {
    type: 'external_select',
    action_id: PICK_OWNER,
    min_query_length: 0,
    placeholder: plain('Type a name', LIMITS.optionText),
    ...(chosen ? { initial_option: ownerOption(chosen) } : {}),
  }
}

export function ownerOption({ accountId, name }: { accountId: string; name: string }): PlainTextOption {
  return option(name, accountId)
}
