import type { SuggestionSource } from '../kit/suggestion.ts'
import { rosterGroupSuggestions } from './roster-group.ts'

/** Every typeahead. */
export const SUGGESTIONS: readonly SuggestionSource[] = [rosterGroupSuggestions]
