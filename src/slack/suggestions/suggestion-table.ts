import type { SuggestionSource } from '../kit/suggestion.ts'

/** Every typeahead. */
export const SUGGESTIONS: readonly SuggestionSource[] = []
