const shownMs = 7000

/** A sentence at the foot of the page, read out. Put into the top dialog if one is open, for the rest is inert then. */
export function toast(words: string, kind: 'error' | 'note' = 'note'): void {
  const toasts = document.getElementById('toasts')
  if (!toasts) return
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  if (toasts.parentElement !== top) top.append(toasts)
  const one = document.createElement('div')
  one.className = `toast toast-${kind}`
  const text = document.createElement('span')
  text.textContent = words
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'link-button'
  close.textContent = 'Dismiss'
  close.addEventListener('click', () => one.remove())
  one.append(text, close)
  toasts.append(one)
  setTimeout(() => one.remove(), shownMs)
}
