import { ask } from './ask.ts'
import { insertIntoComposer } from './composer.ts'
import { goTo } from './navigate.ts'
import { instantOf } from './zoned-time.ts'

async function perform(button: HTMLElement): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  if (button.closest('[role=menu]')) button.closest<HTMLElement>('[popover]')?.hidePopover()
  const answer = await ask(button.dataset.do ?? '', JSON.parse(button.dataset.args ?? '{}'))
  button.removeAttribute('aria-busy')
  if (answer.href) await goTo(answer.href)
}

async function sendForm(form: HTMLFormElement): Promise<void> {
  const answer = await ask(form.dataset.doForm ?? '', Object.fromEntries(new FormData(form)), true)
  const problem = form.querySelector('[data-form-error]')
  if (problem) problem.textContent = answer.ok ? '' : (answer.message ?? answer.error ?? '')
  if (!answer.ok) return
  form.closest('dialog')?.close()
  form.reset()
  if (answer.href) await goTo(answer.href)
}

async function moveClock(form: HTMLFormElement): Promise<void> {
  const wall = form.querySelector('input')?.value ?? ''
  const { ok } = await ask('move-clock', { instant: instantOf(wall, form.dataset.zone ?? 'UTC') })
  if (ok) form.closest<HTMLElement>('[popover]')?.hidePopover()
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const target = event.target.closest<HTMLElement>(
    '[data-do], [data-open-dialog], [data-close-dialog], [data-insert], [data-tips], [data-toggle-sidebar]',
  )
  if (!target) {
    if (!event.target.closest('#sidebar')) document.body.classList.remove('sidebar-open')
    return
  }
  const { openDialog, insert, tips } = target.dataset
  if (insert !== undefined) event.preventDefault()
  if (target.dataset.do) void perform(target)
  else if (openDialog) {
    target.closest<HTMLElement>('[popover]')?.hidePopover()
    const dialog = document.getElementById(openDialog)
    if (dialog instanceof HTMLDialogElement) dialog.showModal()
  } else if ('closeDialog' in target.dataset) target.closest('dialog')?.close()
  else if (insert !== undefined) insertIntoComposer(insert)
  else if (tips) showTips(tips === 'show' ? !areTipsShown() : false)
  else document.body.classList.toggle('sidebar-open')
}

const tipsKey = 'sandbox.tips'

function areTipsShown(): boolean {
  return document.documentElement.dataset.tips !== 'hidden'
}

function showTips(isShown: boolean): void {
  document.documentElement.dataset.tips = isShown ? 'shown' : 'hidden'
  localStorage.setItem(tipsKey, isShown ? 'shown' : 'hidden')
  document.getElementById(isShown ? 'hide-tips' : 'show-tips')?.focus()
}

export function watchDoings(): void {
  const remembered = localStorage.getItem(tipsKey)
  if (remembered) document.documentElement.dataset.tips = remembered
  document.addEventListener('click', onClick)
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    if (form.dataset.doForm) {
      event.preventDefault()
      void sendForm(form)
    } else if ('clockForm' in form.dataset) {
      event.preventDefault()
      void moveClock(form)
    }
  })
}
