import { ask, type Suggestion } from './ask.ts'
import { chosenIn } from './collect-state.ts'
import { sendAction } from './elements.ts'

const waitMs = 200
const timers = new WeakMap<HTMLElement, number>()
const found = new WeakMap<HTMLElement, Suggestion[]>()

function frameOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-holds=typeahead]') : null
}

function partsOf(frame: HTMLElement) {
  return {
    field: frame.querySelector<HTMLInputElement>('[role=combobox]'),
    list: frame.querySelector<HTMLElement>('[role=listbox]'),
    chips: frame.querySelector<HTMLElement>('.chips'),
  }
}

function isMulti(frame: HTMLElement): boolean {
  return 'multi' in frame.dataset
}

/** Shows what each typeahead on the page holds; called after every drawing. */
export function showInitialChoices(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('[data-holds=typeahead]:not([data-shown])')) {
    frame.dataset.shown = ''
    showChosen(frame)
  }
}

function showChosen(frame: HTMLElement): void {
  const { field, chips } = partsOf(frame)
  const chosen = chosenIn(frame)
  if (!isMulti(frame)) {
    if (field) field.value = chosen[0]?.text ?? ''
    return
  }
  chips?.replaceChildren(
    ...chosen.map(({ value, text }) => {
      const chip = document.createElement('li')
      const remove = document.createElement('button')
      remove.type = 'button'
      remove.className = 'link-button'
      remove.dataset.unchoose = value
      remove.setAttribute('aria-label', `Remove ${text}`)
      remove.textContent = '×'
      chip.append(text, ' ', remove)
      return chip
    }),
  )
}

function choose(frame: HTMLElement, chosen: { value: string; text: string }[]): void {
  frame.dataset.chosen = JSON.stringify(chosen)
  showChosen(frame)
  const values = chosen.map(one => one.value)
  if (frame.dataset.dispatch === 'at-once')
    void sendAction(frame, isMulti(frame) ? values : (values[0] ?? null))
}

function closeList(frame: HTMLElement): void {
  const { field, list } = partsOf(frame)
  if (list) list.hidden = true
  field?.setAttribute('aria-expanded', 'false')
  field?.removeAttribute('aria-activedescendant')
}

function wait(frame: HTMLElement, query: string): void {
  clearTimeout(timers.get(frame))
  if (query.length < Number(frame.dataset.least ?? 3)) {
    closeList(frame)
    return
  }
  timers.set(
    frame,
    window.setTimeout(() => void search(frame, query), waitMs),
  )
}

async function search(frame: HTMLElement, query: string): Promise<void> {
  const place = frame.closest<HTMLElement>('[data-place]')
  const { field, list } = partsOf(frame)
  if (!place || !field || !list) return
  const { suggestions = [] } = await ask('suggest', {
    place: JSON.parse(place.dataset.place ?? '{}'),
    element: { blockId: frame.dataset.block, actionId: frame.dataset.action },
    query,
  })
  if (field.value.trim() !== query || document.activeElement !== field) return
  found.set(frame, suggestions)
  list.replaceChildren(...drawSuggestions(list.id, suggestions))
  list.hidden = false
  field.setAttribute('aria-expanded', 'true')
  mark(frame, suggestions.length > 0 ? 0 : -1)
}

function drawSuggestions(id: string, suggestions: Suggestion[]): HTMLElement[] {
  if (suggestions.length === 0) return [line('Nothing found', 'listbox-note')]
  return suggestions.flatMap((one, index) => {
    const option = line(one.text, '')
    option.role = 'option'
    option.id = `${id}-${index}`
    option.dataset.suggestion = String(index)
    if (one.description) {
      const small = document.createElement('small')
      small.textContent = one.description
      option.append(small)
    }
    const isNewGroup = one.group !== undefined && one.group !== suggestions[index - 1]?.group
    return isNewGroup ? [line(one.group ?? '', 'listbox-note'), option] : [option]
  })
}

function line(text: string, className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  const words = document.createElement('bdi')
  words.textContent = text
  element.append(words)
  return element
}

function mark(frame: HTMLElement, at: number): void {
  const { field, list } = partsOf(frame)
  if (!field || !list) return
  frame.dataset.at = String(at)
  for (const option of list.querySelectorAll<HTMLElement>('[role=option]')) {
    const isMarked = option.dataset.suggestion === String(at)
    option.setAttribute('aria-selected', String(isMarked))
    if (!isMarked) continue
    option.scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', option.id)
  }
}

function take(frame: HTMLElement, index: number): void {
  const one = found.get(frame)?.[index]
  const { field } = partsOf(frame)
  if (!one || !field) return
  const picked = { value: one.value, text: one.text }
  const others = chosenIn(frame).filter(other => other.value !== one.value)
  if (isMulti(frame)) field.value = ''
  closeList(frame)
  choose(frame, isMulti(frame) ? [...others, picked] : [picked])
}

function onKey(event: KeyboardEvent): void {
  const frame = frameOf(event.target)
  const list = frame ? partsOf(frame).list : null
  if (!frame || !list || list.hidden) return
  const count = found.get(frame)?.length ?? 0
  const at = Number(frame.dataset.at ?? -1)
  if (event.key === 'Escape') closeList(frame)
  else if (event.key === 'Enter' && at >= 0) take(frame, at)
  else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0)
    mark(frame, (at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count)
  else return
  event.preventDefault()
}

export function watchTypeaheads(): void {
  document.addEventListener('keydown', onKey)
  document.addEventListener('input', event => {
    const frame = frameOf(event.target)
    if (!frame || !(event.target instanceof HTMLInputElement)) return
    if (!isMulti(frame)) frame.dataset.chosen = '[]'
    wait(frame, event.target.value.trim())
  })
  document.addEventListener('focusin', event => {
    const frame = frameOf(event.target)
    if (frame && event.target instanceof HTMLInputElement && chosenIn(frame).length === 0)
      wait(frame, event.target.value.trim())
  })
  document.addEventListener('focusout', event => {
    const frame = frameOf(event.target)
    if (frame) closeList(frame)
  })
  document.addEventListener('mousedown', event => {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-suggestion]') : null
    const frame = frameOf(option)
    if (!option || !frame) return
    event.preventDefault()
    take(frame, Number(option.dataset.suggestion))
  })
  document.addEventListener('click', event => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-unchoose]') : null
    const frame = frameOf(button)
    if (!button || !frame) return
    choose(
      frame,
      chosenIn(frame).filter(one => one.value !== button.dataset.unchoose),
    )
    partsOf(frame).field?.focus()
  })
}
