import { focusPlace } from './focus.ts'
import { refresh } from './refresh.ts'

/** Shows another address of this page without loading it anew. */
export async function goTo(href: string): Promise<void> {
  const address = new URL(href, location.href)
  const before = document.body.dataset.aside
  history.pushState(null, '', address)
  document.body.classList.remove('sidebar-open')
  await refresh()
  const { aside } = document.body.dataset
  if (aside === before) focusPlace()
  else if (aside === 'inspector') document.getElementById('inspector-name')?.focus()
  else if (aside === 'thread') focusThread()
  else if (before === 'inspector') document.getElementById('inspector-toggle')?.focus()
  else focusPlace()
}

function focusThread(): void {
  const composer = document.querySelector<HTMLElement>('.thread [data-composer] textarea')
  ;(composer ?? document.getElementById('thread-name'))?.focus()
}

export function watchNavigation(): void {
  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-nav]') : null
    if (!link) return
    event.preventDefault()
    link.closest<HTMLElement>('[popover]')?.hidePopover()
    void goTo(link.href)
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) closePanel(event)
    if (event.key === ' ' && event.target instanceof Element && event.target.matches('a[role=button]')) {
      event.preventDefault()
      if (event.target instanceof HTMLElement) event.target.click()
    }
  })
  addEventListener('popstate', () => void refresh())
}

/** Escape inside the thread or the inspector closes it. */
function closePanel(event: KeyboardEvent): void {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return
  if (document.body.classList.contains('sidebar-open')) {
    document.body.classList.remove('sidebar-open')
    document.getElementById('toggle-sidebar')?.focus()
    return
  }
  const panel = event.target instanceof Element ? event.target.closest('.panel') : null
  panel?.querySelector<HTMLElement>('[data-escape]')?.click()
}
