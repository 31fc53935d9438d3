import { ask } from './ask.ts'
import { stateOf } from './collect-state.ts'
import { toast } from './toast.ts'
import { problemsOf, showProblems } from './view-problems.ts'

function viewDialogs(): HTMLDialogElement[] {
  return [...document.querySelectorAll<HTMLDialogElement>('#modals > dialog')]
}

/** Opens modals that came with the last drawing, and takes the person to the first field the app complained of. */
export function openViews(): void {
  for (const dialog of viewDialogs()) {
    if (!dialog.open) {
      for (const menu of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) menu.hidePopover()
      dialog.showModal()
      focusFirst(dialog)
    }
    const complaints = [...dialog.querySelectorAll('.field-error')].map(one => one.textContent).join('\n')
    if (complaints.trim() !== '' && complaints !== (dialog.dataset.complaints ?? ''))
      dialog.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    dialog.dataset.complaints = complaints
  }
}

function focusFirst(dialog: HTMLDialogElement): void {
  const field =
    dialog.querySelector<HTMLElement>('[data-focus-first]') ??
    dialog.querySelector<HTMLElement>(
      '.modal-body :is(input, textarea, select):not([type=hidden]):not([disabled])',
    ) ??
    dialog.querySelector<HTMLElement>('.modal-foot button[type=submit]') ??
    dialog.querySelector<HTMLElement>('h2')
  field?.focus()
}

async function submit(form: HTMLFormElement): Promise<void> {
  const dialog = form.closest<HTMLDialogElement>('dialog')
  const button = form.querySelector<HTMLElement>('button[type=submit]')
  if (!dialog || button?.getAttribute('aria-busy') === 'true') return
  const problems = problemsOf(dialog)
  showProblems(dialog, problems)
  if (problems.size > 0) return
  button?.setAttribute('aria-busy', 'true')
  const answer = await ask('submit', { viewId: dialog.dataset.view, state: stateOf(dialog) }, true)
  if (answer.ok) return
  button?.removeAttribute('aria-busy')
  // What is wrong with a field is said at the field.
  if (answer.error !== 'invalid_input') toast(answer.message ?? 'That did not work.', 'error')
}

async function close(dialog: HTMLDialogElement | null): Promise<void> {
  if (dialog?.dataset.view) await ask('close-view', { viewId: dialog.dataset.view })
}

export function watchViews(): void {
  document.addEventListener('submit', event => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches('[data-view-form]')) return
    event.preventDefault()
    void submit(event.target)
  })
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('[data-close-view]') : null
    if (button) void close(button.closest('dialog'))
  })
  // The app may want to know, so the workspace closes the modal and the next drawing takes it away.
  document.addEventListener(
    'cancel',
    event => {
      if (!(event.target instanceof HTMLDialogElement) || !event.target.dataset.view) return
      event.preventDefault()
      void close(event.target)
    },
    { capture: true },
  )
  // A browser that closes it all the same (second Escape) must not leave the workspace believing it open.
  document.addEventListener(
    'close',
    event => {
      if (event.target instanceof HTMLDialogElement && event.target.isConnected) void close(event.target)
    },
    { capture: true },
  )
}
