export type FocusTrail = { element: Element | null; ids: string[] }

/** Where the focus is, and everything around it by id, nearest first. */
export function rememberFocus(): FocusTrail {
  const element = document.activeElement
  const ids: string[] = []
  for (let around: Element | null = element; around; around = around.parentElement)
    if (around.id) ids.push(around.id)
  return { element, ids }
}

/** If the focused element is gone, focuses the nearest thing around it that is still there. */
export function returnFocus(trail: FocusTrail): void {
  if (!trail.element || trail.element === document.body || trail.element.isConnected) return
  if (document.activeElement && document.activeElement !== document.body) return
  for (const id of trail.ids) {
    const around = document.getElementById(id)
    if (!around) continue
    around.focus()
    if (document.activeElement === around) return
  }
  focusPlace()
}

/** The composer where one can write, else the name of the place. */
export function focusPlace(): void {
  const target =
    document.querySelector<HTMLElement>('#main [data-composer] textarea') ??
    document.getElementById('place-name')
  target?.focus({ preventScroll: true })
}
