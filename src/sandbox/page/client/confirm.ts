/** Asks what the app wants asked before an action is sent. True at once where it wants nothing. */
export async function isConfirmed(frame: Element): Promise<boolean> {
  const template = frame.querySelector<HTMLTemplateElement>(':scope > template[data-confirm]')
  if (!template) return true
  const { title = '', confirmLabel = 'Yes', denyLabel = 'Cancel', style = 'primary' } = template.dataset
  const dialog = document.createElement('dialog')
  dialog.className = 'modal modal-small'
  dialog.setAttribute('aria-labelledby', 'confirm-title')
  const heading = document.createElement('h2')
  heading.id = 'confirm-title'
  heading.textContent = title
  const head = part('header', 'modal-head', heading)
  const body = part('div', 'modal-body', template.content.cloneNode(true))
  const deny = button('button', denyLabel, 'deny')
  const yes = button(`button button-${style}`, confirmLabel, 'confirm')
  const form = document.createElement('form')
  form.method = 'dialog'
  form.append(head, body, part('footer', 'modal-foot', deny, yes))
  dialog.append(form)
  document.body.append(dialog)
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'confirm')
      dialog.remove()
    })
    dialog.showModal()
    yes.focus()
  })
}

function part(tag: string, className: string, ...content: Node[]): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.append(...content)
  return element
}

function button(className: string, label: string, value: string): HTMLButtonElement {
  const element = document.createElement('button')
  element.className = className
  element.textContent = label
  element.value = value
  return element
}
