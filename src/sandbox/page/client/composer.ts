import { ask } from './ask.ts'
import { type Completions, completionsFor, type Words } from './completion.ts'
import { readFiles } from './files.ts'
import { followEnd } from './message-scroll.ts'

const drafts = new Map<string, string>()
const attached = new Map<string, File[]>()
let open: { field: HTMLTextAreaElement; completions: Completions; at: number } | null = null

function fieldOf(target: EventTarget | null): HTMLTextAreaElement | null {
  return target instanceof HTMLTextAreaElement && target.closest('[data-composer]') ? target : null
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, 180)}px`
}

function write(field: HTMLTextAreaElement, text: string): void {
  field.value = text
  drafts.set(field.id, text)
  grow(field)
}

/** Text left unsent in a conversation is there again when one comes back to it. */
export function restoreDraft(field: HTMLTextAreaElement): void {
  const draft = drafts.get(field.id)
  if (draft && field.value === '') write(field, draft)
}

export function insertIntoComposer(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('#main [data-composer] textarea')
  if (!field) return
  write(field, text)
  field.focus()
}

function listOf(field: HTMLTextAreaElement): HTMLElement | null {
  return document.getElementById(`${field.id}-list`)
}

function closeList(): void {
  if (!open) return
  const list = listOf(open.field)
  if (list) list.hidden = true
  open.field.removeAttribute('aria-activedescendant')
  open = null
}

function suggest(field: HTMLTextAreaElement): void {
  const words: Words = JSON.parse(document.body.dataset.words ?? '{}')
  const completions = completionsFor(words, field.value, field.selectionStart)
  const list = listOf(field)
  if (!list || completions.items.length === 0) {
    closeList()
    return
  }
  open = { field, completions, at: 0 }
  list.replaceChildren(
    ...completions.items.map(({ label, detail }, index) => {
      const option = document.createElement('div')
      option.role = 'option'
      option.id = `${field.id}-option-${index}`
      option.dataset.complete = String(index)
      const name = document.createElement('bdi')
      name.textContent = label
      const small = document.createElement('small')
      small.textContent = detail
      option.append(name, small)
      return option
    }),
  )
  list.hidden = false
  mark(0)
}

function mark(at: number): void {
  if (!open) return
  open.at = at
  const options = [...(listOf(open.field)?.children ?? [])]
  options.forEach((option, index) => {
    option.setAttribute('aria-selected', String(index === at))
    if (index === at) option.scrollIntoView({ block: 'nearest' })
  })
  open.field.setAttribute('aria-activedescendant', `${open.field.id}-option-${at}`)
}

function take(index: number): void {
  if (!open) return
  const { field, completions } = open
  const item = completions.items[index]
  if (!item) return
  const after = field.value.slice(field.selectionStart)
  const start = field.value.slice(0, completions.from) + item.insert
  write(field, start + after)
  field.setSelectionRange(start.length, start.length)
  field.focus()
  suggest(field)
}

async function send(field: HTMLTextAreaElement): Promise<void> {
  const form = field.closest<HTMLElement>('[data-composer]')
  const text = field.value
  const files = attached.get(field.id) ?? []
  if (!form || (text.trim() === '' && files.length === 0)) return
  const { channel, thread } = form.dataset
  closeList()
  write(field, '')
  attach(field, [])
  followEnd(form)
  const answer =
    files.length > 0
      ? await ask('drop-files', { channel, text: text.trim(), files: await readFiles(files) })
      : await ask('type', { channel, text, threadTs: thread ?? null })
  if (answer.ok || field.value !== '') return
  write(field, text)
  attach(field, files)
}

function attach(field: HTMLTextAreaElement, files: File[]): void {
  attached.set(field.id, files)
  const list = document.getElementById(`${field.id}-files`)
  list?.replaceChildren(
    ...files.map((file, index) => {
      const row = document.createElement('li')
      const remove = document.createElement('button')
      remove.type = 'button'
      remove.className = 'link-button'
      remove.textContent = '×'
      remove.setAttribute('aria-label', `Do not send ${file.name}`)
      remove.addEventListener('click', () => {
        attach(
          field,
          files.filter((_, other) => other !== index),
        )
        field.focus()
      })
      row.append(file.name, ' ', remove)
      return row
    }),
  )
}

function onKey(event: KeyboardEvent): void {
  const field = fieldOf(event.target)
  if (!field || event.isComposing) return
  if (open && open.field === field) {
    const count = open.completions.items.length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      mark((open.at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count)
      return
    }
    if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault()
      take(open.at)
      return
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      closeList()
      return
    }
    // Enter completes a person or channel; a command is complete as it stands, so Enter sends it.
    if (event.key === 'Enter' && !field.value.startsWith('/')) {
      event.preventDefault()
      take(open.at)
      return
    }
  }
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  void send(field)
}

function watchDrop(): void {
  const zoneOf = (event: DragEvent) => {
    const main = event.target instanceof Element ? event.target.closest('#main') : null
    return event.dataTransfer?.types.includes('Files') && main?.querySelector('[data-composer]') ? main : null
  }
  document.addEventListener('dragover', event => {
    const zone = zoneOf(event)
    if (!zone) return
    event.preventDefault()
    zone.classList.add('drop-here')
  })
  document.addEventListener('dragleave', event => {
    const main = document.getElementById('main')
    if (!(event.relatedTarget instanceof Node && main?.contains(event.relatedTarget)))
      main?.classList.remove('drop-here')
  })
  document.addEventListener('drop', event => {
    const zone = zoneOf(event)
    if (!zone) return
    event.preventDefault()
    zone.classList.remove('drop-here')
    const field = zone.querySelector<HTMLTextAreaElement>('[data-composer] textarea')
    if (!field) return
    attach(field, [...(attached.get(field.id) ?? []), ...(event.dataTransfer?.files ?? [])])
    void send(field)
  })
}

export function watchComposer(): void {
  document.addEventListener('keydown', onKey)
  document.addEventListener('input', event => {
    const field = fieldOf(event.target)
    if (!field) return
    drafts.set(field.id, field.value)
    grow(field)
    suggest(field)
  })
  document.addEventListener('focusin', event => {
    const field = fieldOf(event.target)
    if (field) restoreDraft(field)
  })
  document.addEventListener('focusout', event => {
    if (fieldOf(event.target)) closeList()
  })
  document.addEventListener('submit', event => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches('[data-composer]')) return
    event.preventDefault()
    const field = event.target.querySelector('textarea')
    if (field) void send(field)
  })
  document.addEventListener('mousedown', event => {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-complete]') : null
    if (!option) return
    event.preventDefault()
    take(Number(option.dataset.complete))
  })
  document.addEventListener('change', event => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || !('attach' in input.dataset)) return
    const field = input.closest('[data-composer]')?.querySelector('textarea')
    if (!field) return
    attach(field, [...(attached.get(field.id) ?? []), ...(input.files ?? [])])
    input.value = ''
    field.focus()
  })
  watchDrop()
}
