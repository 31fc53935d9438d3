import { option } from '#views/blocks.ts'
import { PICK_ZONE } from '#views/profile-form.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

const OPTIONS_MOST = 100

/** Time zones in which what was typed occurs; spaces stand for the underscore of `America/New_York`. */
export const zoneSuggestions: SuggestionSource = {
  actionId: PICK_ZONE,
  async options(_context, typed) {
    const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '_')
    return ['UTC', ...Intl.supportedValuesOf('timeZone')]
      .filter(name => name.toLowerCase().includes(text))
      .slice(0, OPTIONS_MOST)
      .map(name => option(name, name))
  },
}
