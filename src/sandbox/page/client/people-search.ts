/** The person switcher's search: hides who does not fit; Enter takes the first who does. */
export function watchPeopleSearch(): void {
  document.addEventListener('input', event => {
    const search = event.target
    if (!(search instanceof HTMLInputElement) || !('filterPeople' in search.dataset)) return
    const words = search.value.trim().toLocaleLowerCase()
    for (const row of document.querySelectorAll<HTMLElement>('#people > li'))
      row.hidden = !(row.dataset.words ?? '').includes(words)
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      document.getElementById('people-menu')?.showPopover()
      return
    }
    const search = event.target
    if (event.key !== 'Enter' || !(search instanceof HTMLInputElement) || !('filterPeople' in search.dataset))
      return
    event.preventDefault()
    document.querySelector<HTMLElement>('#people > li:not([hidden]) a')?.click()
  })
  document.addEventListener(
    'toggle',
    event => {
      if (!(event.target instanceof HTMLElement) || event.target.id !== 'people-menu') return
      const search = event.target.querySelector('input')
      if (!search || search.value === '') return
      search.value = ''
      search.dispatchEvent(new Event('input', { bubbles: true }))
    },
    { capture: true },
  )
}
