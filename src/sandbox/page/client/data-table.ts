import { sortedPositions } from './sort-rows.ts'

function rowsIn(table: Element): HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody > tr')]
}

function showPage(table: HTMLElement, page: number): void {
  const rows = rowsIn(table)
  const size = Number(table.dataset.pageSize)
  const last = Math.max(0, Math.ceil(rows.length / size) - 1)
  const now = Math.min(Math.max(page, 0), last)
  table.dataset.pageNow = String(now)
  rows.forEach((row, index) => {
    row.hidden = index < now * size || index >= (now + 1) * size
  })
  const words = table.querySelector('[data-page-words]')
  if (words)
    words.textContent = `${now * size + 1}–${Math.min((now + 1) * size, rows.length)} of ${rows.length}`
  for (const button of table.querySelectorAll<HTMLButtonElement>('[data-page]'))
    button.disabled = button.dataset.page === '1' ? now === last : now === 0
}

function sort(table: HTMLElement, button: HTMLElement): void {
  const column = Number(button.dataset.sort)
  const header = button.closest('th')
  const isDescending = header?.getAttribute('aria-sort') === 'ascending'
  for (const other of table.querySelectorAll('th[aria-sort]')) other.setAttribute('aria-sort', 'none')
  header?.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending')
  const rows = rowsIn(table)
  const byPosition = new Map(rows.map(row => [Number(row.dataset.position), row]))
  const values = rows.map(row => {
    const cell = row.cells[column]
    const number = cell?.dataset.number
    return {
      position: Number(row.dataset.position),
      text: cell?.textContent ?? '',
      number: number === undefined ? null : Number(number),
    }
  })
  const order = sortedPositions(values, button.dataset.numeric !== undefined, isDescending)
  table
    .querySelector('tbody')
    ?.append(...order.map(position => byPosition.get(position)).filter(row => row !== undefined))
  showPage(table, 0)
}

export function watchDataTables(): void {
  document.addEventListener('click', event => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sort], [data-page]') : null
    const table = button?.closest<HTMLElement>('.data-table')
    if (!button || !table) return
    if (button.dataset.sort !== undefined) sort(table, button)
    else showPage(table, Number(table.dataset.pageNow ?? 0) + Number(button.dataset.page))
  })
}
