import type { SuggestionSource } from '../kit/suggestion.ts'
import { athleteSuggestions } from './pick-athlete.ts'
import { groupSuggestions } from './pick-group.ts'
import { ownerSuggestions } from './pick-owner.ts'
import { planSuggestions } from './pick-plan.ts'
import { workoutSuggestions } from './pick-workout.ts'
import { zoneSuggestions } from './pick-zone.ts'
import { rosterFilterSuggestions } from './roster-filters.ts'
import { rosterGroupSuggestions } from './roster-group.ts'

/** Every typeahead. */
export const SUGGESTIONS: readonly SuggestionSource[] = [
  athleteSuggestions,
  groupSuggestions,
  ownerSuggestions,
  rosterGroupSuggestions,
  ...rosterFilterSuggestions,
  zoneSuggestions,
  workoutSuggestions,
  planSuggestions,
]
