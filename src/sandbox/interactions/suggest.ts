import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { type Dict, dictsOf, isDict, object } from '../block-kit/check.ts'
import { optionGroups, options } from '../block-kit/objects.ts'
import { failDelivery } from '../delivery/outgoing.ts'
import type { ElementRef, Place, Suggestion } from '../desk.ts'
import { visitOf } from '../visit.ts'
import type { Member } from '../workspace.ts'
import type { World } from '../world.ts'
import { interactionHead } from './payload-parts.ts'
import { findElement, spotOf, spotPayload, valuesAt } from './place.ts'

const ANSWER = {
  options: object({
    required: { options: options({ min: 0, max: SLACK_LIMITS.elements.static_select.options }) },
  }),
  groups: object({ required: { option_groups: optionGroups } }),
}

/** Asks the app for the options of an external select, after Slack's least number of letters. */
export async function suggest(
  world: World,
  person: Member,
  place: Place,
  ref: ElementRef,
  query: string,
): Promise<Suggestion[]> {
  const spot = spotOf(world, person, place)
  const { element } = findElement(spot, ref)
  const least = element.min_query_length ?? SLACK_LIMITS.elements.external_select.min_query_length_default
  if (query.length < Number(least)) return []
  const { container, view, channel, message } = spotPayload(world, spot, valuesAt(world, spot, {}))
  const { answer, record } = await world.deliver({
    route: 'interactive',
    kind: 'block_suggestion',
    summary: `${ref.actionId} “${query}”`,
    acceptsPayload: true,
    payload: {
      type: 'block_suggestion',
      ...interactionHead(world, person),
      container,
      ...(view !== undefined && { view }),
      ...(channel !== undefined && { channel }),
      ...(message !== undefined && { message }),
      action_id: ref.actionId,
      block_id: ref.blockId,
      value: query,
    },
  })
  if (answer.outcome !== 'acknowledged') return []
  const visit = visitOf(world, 'modal')
  const given: unknown = answer.payload
  const check = isDict(given) && given.option_groups !== undefined ? ANSWER.groups : ANSWER.options
  check(given, '', visit)
  if (visit.problems.length > 0 || !isDict(given)) {
    failDelivery(record, visit.problems.join('; '))
    world.changes.changed()
    return []
  }
  const found = [
    ...dictsOf(given.options).map(option => suggestionOf(option)),
    ...dictsOf(given.option_groups).flatMap(group =>
      dictsOf(group.options).map(option => suggestionOf(option, wordsOf(group.label))),
    ),
  ]
  remember(world, `${spot.key}/${ref.blockId}/${ref.actionId}`, [
    ...dictsOf(given.options),
    ...dictsOf(given.option_groups).flatMap(group => dictsOf(group.options)),
  ])
  return found
}

function suggestionOf(option: Dict, group?: string): Suggestion {
  return {
    text: wordsOf(option.text),
    value: String(option.value),
    ...(option.description !== undefined && { description: wordsOf(option.description) }),
    ...(group !== undefined && { group }),
  }
}

function wordsOf(value: unknown): string {
  return isDict(value) ? String(value.text) : ''
}

/** What was offered may be chosen later, after other letters were typed; the latest wording counts. */
function remember(world: World, key: string, offered: readonly Dict[]): void {
  const before = world.offered.get(key) ?? []
  const names = new Set(offered.map(option => option.value))
  world.offered.set(key, [...offered, ...before.filter(option => !names.has(option.value))])
}
