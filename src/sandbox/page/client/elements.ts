import { ask } from './ask.ts'
import { heldValue, type RawValue, restoreValue, stateOf } from './collect-state.ts'
import { isConfirmed } from './confirm.ts'
import { readFiles } from './files.ts'

/** Keyboard changes a choice step by step: it counts when the person has settled on it. */
const settleMs = 1000

const pending = new Map<HTMLElement, number>()
const sent = new WeakMap<HTMLElement, RawValue>()

function frameOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-element]') : null
}

/** Sends an element's action with the state of all inputs in the same message or view. */
export async function sendAction(frame: HTMLElement, value: RawValue, busy?: Element): Promise<void> {
  const place = frame.closest<HTMLElement>('[data-place]')
  if (!place || !(await isConfirmed(frame))) {
    restoreValue(frame, sent.get(frame) ?? null)
    return
  }
  if (frame.dataset.holds !== 'nothing') sent.set(frame, value)
  busy?.setAttribute('aria-busy', 'true')
  await ask('act', {
    place: JSON.parse(place.dataset.place ?? '{}'),
    element: { blockId: frame.dataset.block, actionId: frame.dataset.action },
    value,
    state: stateOf(place),
  })
  busy?.removeAttribute('aria-busy')
}

function settle(frame: HTMLElement, delayMs: number): void {
  clearTimeout(pending.get(frame))
  pending.set(
    frame,
    window.setTimeout(() => flush(frame), delayMs),
  )
}

function flush(frame: HTMLElement): void {
  if (!pending.has(frame)) return
  clearTimeout(pending.get(frame))
  pending.delete(frame)
  void sendAction(frame, heldValue(frame))
}

function onClick(event: MouseEvent): void {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-press]') : null
  const frame = frameOf(control)
  if (!control || !frame || control.getAttribute('aria-busy') === 'true') return
  control.closest<HTMLElement>('[popover]')?.hidePopover()
  const value = control instanceof HTMLButtonElement ? control.value : (control.dataset.value ?? '')
  void sendAction(frame, value === '' ? null : value, control)
}

let lastPointer = 0

function onChange(event: Event): void {
  const frame = frameOf(event.target)
  if (!frame || frame.dataset.holds === 'typeahead') return
  if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
    void keepFiles(frame, event.target)
    return
  }
  if (frame.dataset.dispatch !== 'at-once' || isTyped(event.target)) return
  limitChoices(frame, event.target)
  const isByPointer = event.timeStamp - lastPointer < 400
  settle(frame, isByPointer && frame.dataset.holds !== 'choices' ? 0 : settleMs)
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && ('triggers' in target.dataset || 'filterChoices' in target.dataset)
}

function limitChoices(frame: HTMLElement, target: EventTarget | null): void {
  const most = Number(frame.dataset.most ?? 0)
  const isOver = most > 0 && frame.querySelectorAll('input:checked').length > most
  if (isOver && target instanceof HTMLInputElement) target.checked = false
}

async function keepFiles(frame: HTMLElement, input: HTMLInputElement): Promise<void> {
  const answer = await ask('keep-files', { files: await readFiles([...(input.files ?? [])]) })
  frame.dataset.ids = JSON.stringify(answer.ids ?? [])
  if (!answer.ok) input.value = ''
}

function onKey(event: KeyboardEvent): void {
  const frame = frameOf(event.target)
  if (!frame || event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return
  if ('filterChoices' in event.target.dataset) event.preventDefault()
  if (pending.has(frame)) {
    event.preventDefault()
    flush(frame)
  } else if (event.target.dataset.triggers?.includes('on_enter_pressed') && !event.shiftKey) {
    event.preventDefault()
    void sendAction(frame, heldValue(frame))
  }
}

function onInput(event: Event): void {
  const frame = frameOf(event.target)
  if (!frame || !(event.target instanceof HTMLElement)) return
  if (event.target.dataset.triggers?.includes('on_character_entered')) settle(frame, 300)
  if ('filterChoices' in event.target.dataset && event.target instanceof HTMLInputElement)
    filterChoices(frame, event.target.value)
}

function filterChoices(frame: HTMLElement, words: string): void {
  for (const choice of frame.querySelectorAll<HTMLElement>('.choice'))
    choice.hidden = !choice.textContent.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase())
}

export function watchElements(): void {
  document.addEventListener('pointerdown', event => (lastPointer = event.timeStamp), { capture: true })
  document.addEventListener('pointerup', event => (lastPointer = event.timeStamp), { capture: true })
  document.addEventListener('click', onClick)
  document.addEventListener('change', onChange)
  document.addEventListener('keydown', onKey)
  document.addEventListener('input', onInput)
  document.addEventListener('focusin', event => {
    const frame = frameOf(event.target)
    if (frame && !sent.has(frame)) sent.set(frame, heldValue(frame))
  })
  document.addEventListener('focusout', event => {
    const frame = frameOf(event.target)
    const stays = event.relatedTarget instanceof Node && frame?.contains(event.relatedTarget)
    if (frame && !stays) flush(frame)
  })
}
