import { drawAside } from './aside.ts'
import { drawConversation } from './conversation.ts'
import { completionWords, drawDialogs, drawSharedMenus } from './dialogs.ts'
import { type Html, html } from './html.ts'
import { conversationName, type Scene } from './scene.ts'
import { drawSidebar } from './sidebar.ts'
import { drawTopbar } from './topbar.ts'
import { drawHome, drawModal } from './view.ts'

export type Regions = Record<'topbar' | 'sidebar' | 'main' | 'aside' | 'modals' | 'menus' | 'dialogs', Html>

export type PageState = {
  title: string
  as: string
  asideKind: string
  /** `home` and `app` are the app's own tabs: entering one tells the app. */
  placeKind: 'home' | 'app' | 'channel'
  words: string
  regions: Regions
}

/** The page in its parts; the client script replaces a part only when it has changed. */
export function stateOf(scene: Scene): PageState {
  const { looking, desk, team, app } = scene
  const { conversation, viewer } = looking
  const aside = drawAside(scene)
  const place = conversation ? conversationName(scene, conversation) : app.name
  return {
    title: `${place} · ${viewer.realName || viewer.name} · ${team.name}`,
    as: viewer.id,
    asideKind: aside.kind,
    placeKind: looking.isHome ? 'home' : looking.isWithApp ? 'app' : 'channel',
    words: completionWords(scene),
    regions: {
      topbar: drawTopbar(scene),
      sidebar: drawSidebar(scene),
      main: conversation ? drawConversation(scene, conversation) : drawHome(scene),
      aside: aside.content,
      modals: html`${desk.modals(viewer.id).map(view => drawModal(scene, view))}`,
      menus: drawSharedMenus(scene),
      dialogs: drawDialogs(scene),
    },
  }
}
