import { ask } from './ask.ts'

const gapPx = 6
const edgePx = 8

/** The message for which the shared menu was opened. */
let about: { channel: string; ts: string } | null = null
let opener: HTMLElement | null = null

function anchorOf(menu: HTMLElement): HTMLElement | null {
  return menu.dataset.anchor ? document.getElementById(menu.dataset.anchor) : opener
}

function placeMenu(menu: HTMLElement): void {
  const anchor = anchorOf(menu)
  if (!anchor) return
  const at = anchor.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const below = at.bottom + gapPx
  const top = below + height > innerHeight - edgePx ? Math.max(edgePx, at.top - gapPx - height) : below
  const wished = at.left + width > innerWidth - edgePx ? at.right - width : at.left
  menu.style.top = `${top}px`
  menu.style.left = `${Math.max(edgePx, Math.min(wished, innerWidth - width - edgePx))}px`
}

function itemsOf(menu: Element): HTMLElement[] {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem], .people a, button, input')]
  return items.filter(item => item.checkVisibility())
}

function onToggle(event: Event): void {
  const menu = event.target
  if (!(menu instanceof HTMLElement) || !menu.matches('.menu') || !(event instanceof ToggleEvent)) return
  const anchor = anchorOf(menu)
  anchor?.setAttribute('aria-expanded', String(event.newState === 'open'))
  if (event.newState !== 'open') return
  placeMenu(menu)
  itemsOf(menu)[0]?.focus()
}

function onKey(event: KeyboardEvent): void {
  const menu = event.target instanceof Element ? event.target.closest<HTMLElement>('.menu') : null
  if (!menu) return
  if (event.key === 'Tab' && menu.getAttribute('role') === 'menu') {
    menu.hidePopover()
    return
  }
  const isField = event.target instanceof HTMLInputElement && event.target.type !== 'search'
  if (isField || !['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key))
    return
  if (event.target instanceof HTMLInputElement && event.key !== 'ArrowDown') return
  const items = itemsOf(menu)
  const at = items.indexOf(document.activeElement instanceof HTMLElement ? document.activeElement : menu)
  const step = event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1
  const next =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? items.length - 1
        : (at + step + items.length) % items.length
  event.preventDefault()
  items[next]?.focus()
}

/** Opens a menu shared by many places at the button that asked for it. */
function openShared(button: HTMLElement): void {
  const menu = document.getElementById(button.dataset.menu ?? '')
  if (!menu) return
  const place = button.closest<HTMLElement>('[data-place]')?.dataset.place
  about = place ? JSON.parse(place) : null
  opener = button
  menu.togglePopover()
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const button = event.target.closest<HTMLElement>('[data-menu]')
  if (button) {
    openShared(button)
    return
  }
  const item = event.target.closest<HTMLElement>('[data-shortcut], [data-reaction]')
  if (!item) return
  item.closest<HTMLElement>('[popover]')?.hidePopover()
  if (item.dataset.reaction && about) void ask('react', { ...about, name: item.dataset.reaction })
  else if (item.dataset.shortcutType === 'message')
    void ask('shortcut', { callbackId: item.dataset.shortcut, on: about })
  else if (item.dataset.shortcut) void ask('shortcut', { callbackId: item.dataset.shortcut })
}

export function watchMenus(): void {
  document.addEventListener('toggle', onToggle, { capture: true })
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onClick)
  addEventListener('resize', () => {
    for (const menu of document.querySelectorAll<HTMLElement>('.menu:popover-open')) placeMenu(menu)
  })
}
