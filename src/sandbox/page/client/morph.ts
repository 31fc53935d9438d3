/**
 * Brings what is on the page to what the server drew, keeping every element that stays: with it stay focus,
 * what was typed, scroll positions and open menus. Elements are recognised by their id, others by their place.
 *
 * `data-content`: equal means nothing inside changed. `data-keep`: what is inside belongs to the script, replaced
 * only when `data-content` changes. `data-stay`: put there by the script, never removed.
 */
export function morph(target: Element, markup: string): void {
  const template = document.createElement('template')
  template.innerHTML = markup
  morphChildren(target, template.content)
}

function idOf(node: Node): string | null {
  return node instanceof Element && node.id !== '' ? node.id : null
}

function morphChildren(target: Element, fresh: ParentNode & Node): void {
  const wanted = new Set([...fresh.children].map(idOf))
  const present = new Map<string, Element>()
  for (const child of target.children) if (child.id) present.set(child.id, child)
  let cursor = target.firstChild
  for (const next of [...fresh.childNodes]) {
    cursor = dropUnwanted(cursor, wanted)
    const id = idOf(next)
    const match = id ? present.get(id) : isAlike(cursor, next) ? cursor : undefined
    if (!match || match.nodeName !== next.nodeName) {
      target.insertBefore(next, cursor)
      continue
    }
    if (match === cursor) cursor = cursor.nextSibling
    else moveBefore(target, match, cursor)
    morphNode(match, next)
  }
  while (cursor) {
    const following: ChildNode | null = cursor.nextSibling
    drop(cursor)
    cursor = following
  }
}

function isAlike(cursor: Node | null, next: Node): cursor is ChildNode {
  return cursor !== null && cursor.nodeName === next.nodeName && idOf(cursor) === null
}

function dropUnwanted(from: ChildNode | null, wanted: Set<string | null>): ChildNode | null {
  let cursor = from
  while (cursor) {
    const id = idOf(cursor)
    if (id === null || wanted.has(id)) return cursor
    const following: ChildNode | null = cursor.nextSibling
    drop(cursor)
    cursor = following
  }
  return null
}

function drop(node: ChildNode): void {
  if (node instanceof HTMLElement && 'stay' in node.dataset) return
  if (node instanceof Element) {
    for (const stays of node.querySelectorAll('[data-stay]')) document.body.append(stays)
    // Closing before removing gives the focus back to where it was.
    if (node instanceof HTMLDialogElement && node.open) node.close()
  }
  node.remove()
}

function moveBefore(target: Element, node: Node, cursor: Node | null): void {
  if ('moveBefore' in target && typeof target.moveBefore === 'function') target.moveBefore(node, cursor)
  else target.insertBefore(node, cursor)
}

function morphNode(old: Node, fresh: Node): void {
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue
    return
  }
  const before = old.getAttribute('data-content')
  const after = fresh.getAttribute('data-content')
  const isSame = before === after
  if (old.hasAttribute('data-keep')) {
    if (!isSame) old.replaceWith(fresh)
    return
  }
  if (isSame && before !== null) {
    syncAttributes(old, fresh)
    return
  }
  syncAttributes(old, fresh)
  if (!(old instanceof HTMLTextAreaElement)) morphChildren(old, fresh)
}

/** State that belongs to the person or the script, not to the server. */
const ownAttributes = new Set([
  'open',
  'hidden',
  'style',
  'checked',
  'selected',
  'aria-expanded',
  'aria-activedescendant',
  'data-page-now',
  'data-sorted',
])

function isOwn(element: Element, name: string): boolean {
  if (ownAttributes.has(name)) return true
  if (name !== 'value' || !(element instanceof HTMLInputElement)) return false
  return element.type !== 'hidden' && !('fresh' in element.dataset)
}

function syncAttributes(old: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes)
    if (!isOwn(old, name) && old.getAttribute(name) !== value) old.setAttribute(name, value)
  for (const { name } of [...old.attributes])
    if (!isOwn(old, name) && !fresh.hasAttribute(name)) old.removeAttribute(name)
}
