import type { Person } from '../desk.ts'
import { type Html, html } from './html.ts'

const tones = 10

/** The same colour for the same person, always. */
export function toneOf(id: string): number {
  let sum = 7
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003
  return sum % tones
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) if (/\p{L}|\p{N}/u.test(segment)) return segment
  return ''
}

/** One or two letters in any script; scripts without word spaces give their first sign. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s._-]+/)
    .map(firstLetter)
    .filter(letter => letter !== '')
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : ''
  return `${letters[0] ?? '?'}${last}`.toLocaleUpperCase('en')
}

export function shownName(person: Person): string {
  return person.realName || person.name
}

export function drawAvatar(person: Person | undefined, size: 'small' | 'normal' | 'large' = 'normal'): Html {
  if (!person) return html`<span class="avatar avatar-${size} tone-none" aria-hidden="true">?</span>`
  const look = person.isBot ? 'tone-app avatar-app' : `tone-${toneOf(person.id)}`
  return html`<span class="avatar avatar-${size} ${look}" aria-hidden="true">${initialsOf(shownName(person))}</span>`
}

export function drawBadges(person: Person, teamId: string): Html {
  const badges = [
    person.isBot ? 'App' : null,
    person.isGuest ? 'Guest' : null,
    person.isDeactivated ? 'Deactivated' : null,
    person.teamId !== teamId ? 'Other workspace' : null,
  ].filter(badge => badge !== null)
  return html`${badges.map(badge => html` <span class="badge">${badge}</span>`)}`
}
