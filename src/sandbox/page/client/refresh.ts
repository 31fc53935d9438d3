import { ask } from './ask.ts'
import { rememberFocus, returnFocus } from './focus.ts'
import { afterMessages, beforeMessages } from './message-scroll.ts'
import { morph } from './morph.ts'
import { showInitialChoices } from './typeahead.ts'
import { openViews } from './views.ts'

type State = {
  title: string
  as: string
  asideKind: string
  placeKind: string
  words: string
  regions: Record<string, string>
}

const shown: Record<string, string> = {}
let isUnderWay = false
let isWanted = false
let entered = ''

/** Asks for what this tab shows and brings the page to it. Calls during one that is under way become one more. */
export async function refresh(): Promise<void> {
  if (isUnderWay) {
    isWanted = true
    return
  }
  isUnderWay = true
  try {
    do {
      isWanted = false
      await bringUpToDate()
    } while (isWanted)
  } finally {
    isUnderWay = false
  }
}

async function bringUpToDate(): Promise<void> {
  const address = location.search
  let state: State
  try {
    const response = await fetch(`/page/state${address}`)
    if (!response.ok) return
    state = await response.json()
  } catch {
    document.body.dataset.offline = ''
    return
  }
  delete document.body.dataset.offline
  if (address !== location.search) {
    isWanted = true
    return
  }
  apply(state)
  enter(state)
}

function apply(state: State): void {
  document.title = state.title
  Object.assign(document.body.dataset, {
    as: state.as,
    aside: state.asideKind,
    placeKind: state.placeKind,
    words: state.words,
  })
  const focus = rememberFocus()
  const scroll = beforeMessages()
  for (const [name, markup] of Object.entries(state.regions)) {
    const region = document.getElementById(name)
    if (!region || shown[name] === markup) continue
    morph(region, markup)
    shown[name] = markup
  }
  showInitialChoices()
  openViews()
  afterMessages(scroll)
  returnFocus(focus)
}

/** Tells the workspace what is being looked at: the app learns of its Home, unread counts go. */
function enter(state: State): void {
  const unread = document.querySelector<HTMLElement>('#main [data-unread]')
  if (unread && document.visibilityState === 'visible')
    void ask('mark-read', { channel: unread.dataset.channel }, true)
  const place = `${state.as} ${state.placeKind}`
  if (place === entered) return
  entered = place
  if (state.placeKind === 'home') void ask('open-home', { tab: 'home' })
  if (state.placeKind === 'app') void ask('open-home', { tab: 'messages' }, true)
}
