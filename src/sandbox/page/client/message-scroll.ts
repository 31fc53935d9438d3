const nearPx = 60
const atEnd = new WeakMap<Element, boolean>()

export type ScrollTrail = Map<string, boolean>

function lists(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-messages]')]
}

function isAtEnd(list: HTMLElement): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < nearPx
}

/** Which lists are scrolled to their end, by id. */
export function beforeMessages(): ScrollTrail {
  return new Map(lists().map(list => [list.id, isAtEnd(list)]))
}

/** A list that was at its end stays there, one just opened starts there, others keep their place. */
export function afterMessages(trail: ScrollTrail): void {
  for (const list of lists()) {
    if (trail.get(list.id) === false) continue
    list.scrollTop = list.scrollHeight
    atEnd.set(list, true)
  }
}

/** Whoever says something wants to see the answer: the list of that composer goes to its end and stays there. */
export function followEnd(composer: Element): void {
  const list = composer.parentElement?.querySelector<HTMLElement>('[data-messages]')
  if (!list) return
  list.scrollTop = list.scrollHeight
  atEnd.set(list, true)
}

export function watchMessages(): void {
  document.addEventListener(
    'scroll',
    event => {
      const list = event.target
      if (list instanceof HTMLElement && 'messages' in list.dataset) atEnd.set(list, isAtEnd(list))
    },
    { capture: true, passive: true },
  )
  // A picture gets its height late: what was at the end must not slip away from it.
  document.addEventListener(
    'load',
    event => {
      const list = event.target instanceof Element ? event.target.closest('[data-messages]') : null
      if (list && atEnd.get(list) === true) list.scrollTop = list.scrollHeight
    },
    { capture: true },
  )
  document.addEventListener('keydown', walkMessages)
  afterMessages(new Map())
}

function walkMessages(event: KeyboardEvent): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement)) return
  const list = target.matches('[data-messages]') ? target : target.parentElement
  if (!list?.matches('[data-messages]') || !['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return
  const messages = [...list.querySelectorAll<HTMLElement>('li.message')]
  const at = messages.indexOf(target)
  const next =
    key === 'Home'
      ? messages[0]
      : key === 'End' || at === -1
        ? messages.at(-1)
        : messages[at + (key === 'ArrowUp' ? -1 : 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
