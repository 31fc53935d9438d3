import type { Option } from '@slack/types'
import type { SlackContext } from './context.ts'

/** What a typeahead offers for what was typed so far; at most 100 options, within three seconds. */
export type SuggestionSource = {
  actionId: string
  options(context: SlackContext, typed: string): Promise<Option[]>
}
