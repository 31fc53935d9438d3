import { heldValue } from './collect-state.ts'

/** What the workspace itself finds wanting before a form goes to the app, by block id, as Slack's client does. */
export function problemsOf(dialog: HTMLElement): Map<string, string> {
  const problems = new Map<string, string>()
  for (const block of dialog.querySelectorAll<HTMLElement>('[data-input-block]')) {
    const frame = block.querySelector<HTMLElement>('[data-element]')
    if (!frame) continue
    const value = heldValue(frame)
    const isEmpty = value === null || value.length === 0 || (typeof value === 'string' && value.trim() === '')
    const words = isEmpty
      ? 'required' in block.dataset
        ? 'Please complete this required field.'
        : null
      : complaintOf(frame)
    if (words) problems.set(block.dataset.inputBlock ?? '', words)
  }
  return problems
}

function complaintOf(frame: HTMLElement): string | null {
  const control = frame.querySelector<HTMLInputElement | HTMLTextAreaElement>('input.field, textarea.field')
  if (!control || control.validity.valid) {
    const least = control ? Number(control.getAttribute('minlength') ?? 0) : 0
    return control && control.value.length < least ? `Write at least ${least} characters.` : null
  }
  const { validity } = control
  if (validity.badInput) return 'This is not a number.'
  if (validity.stepMismatch) return 'A whole number, please.'
  if (validity.rangeUnderflow) return `Not less than ${control.getAttribute('min')}.`
  if (validity.rangeOverflow) return `Not more than ${control.getAttribute('max')}.`
  if (validity.typeMismatch)
    return control.type === 'email' ? 'This is not an e-mail address.' : 'This is not a web address.'
  return control.validationMessage
}

/** Shows each problem at its field and takes the person to the first. */
export function showProblems(dialog: HTMLElement, problems: Map<string, string>): void {
  for (const block of dialog.querySelectorAll<HTMLElement>('[data-input-block]')) {
    const words = problems.get(block.dataset.inputBlock ?? '') ?? ''
    const place = block.querySelector('.field-error')
    if (place) place.textContent = words
    const named = block.querySelector('[aria-describedby]')
    if (words) named?.setAttribute('aria-invalid', 'true')
    else named?.removeAttribute('aria-invalid')
  }
  const first = dialog.querySelector<HTMLElement>('[aria-invalid=true]')
  const target = first?.matches('input, textarea, select')
    ? first
    : first?.querySelector<HTMLElement>('input')
  target?.focus()
}
