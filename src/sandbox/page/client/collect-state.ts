import { instantOf } from './zoned-time.ts'

export type RawValue = string | string[] | null
export type RawState = Record<string, Record<string, RawValue>>

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function controlOf(frame: Element): Control | null {
  return frame.querySelector<Control>('input, textarea, select')
}

function checkedIn(frame: Element): string[] {
  return [...frame.querySelectorAll<HTMLInputElement>('input:checked')].map(input => input.value)
}

/** What the element in `frame` holds, in the shape the desk understands; nothing chosen or typed is null. */
export function heldValue(frame: HTMLElement): RawValue {
  const text = controlOf(frame)?.value ?? ''
  switch (frame.dataset.holds) {
    case 'text':
      return text === '' ? null : text
    case 'choice':
      return checkedIn(frame)[0] ?? null
    case 'choices':
      return checkedIn(frame)
    case 'instant': {
      const at = instantOf(text, frame.dataset.zone ?? 'UTC')
      return Number.isNaN(at) ? null : String(at / 1000)
    }
    case 'typeahead': {
      const chosen = chosenIn(frame).map(one => one.value)
      return 'multi' in frame.dataset ? chosen : (chosen[0] ?? null)
    }
    case 'files':
      return JSON.parse(frame.dataset.ids ?? '[]')
    default:
      return null
  }
}

export function chosenIn(frame: HTMLElement): { value: string; text: string }[] {
  return JSON.parse(frame.dataset.chosen ?? '[]')
}

/** Puts a value taken by `heldValue` back, for a choice that was not confirmed. */
export function restoreValue(frame: HTMLElement, value: RawValue): void {
  const values = value === null ? [] : Array.isArray(value) ? value : [value]
  if (frame.dataset.holds === 'choice' || frame.dataset.holds === 'choices') {
    for (const input of frame.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]'))
      input.checked = values.includes(input.value)
    return
  }
  const control = controlOf(frame)
  if (frame.dataset.holds === 'text' && control) control.value = values[0] ?? ''
}

/** The values of all elements of a message or view, by block id and action id. */
export function stateOf(place: Element): RawState {
  const state: RawState = {}
  for (const frame of place.querySelectorAll<HTMLElement>('[data-element]')) {
    const { block, action, holds } = frame.dataset
    if (!block || !action || holds === 'nothing') continue
    const actions = state[block] ?? {}
    actions[action] = heldValue(frame)
    state[block] = actions
  }
  return state
}
