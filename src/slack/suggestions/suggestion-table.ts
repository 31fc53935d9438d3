import type { SuggestionSource } from '../kit/suggestion.ts'
import { zoneSuggestions } from './pick-zone.ts'
import { rosterGroupSuggestions } from './roster-group.ts'

/** Every typeahead. */
export const SUGGESTIONS: readonly SuggestionSource[] = [rosterGroupSuggestions, zoneSuggestions]
