import { type Html, html } from './html.ts'
import type { PageState } from './regions.ts'

/** The whole page. Regions are filled here once and kept up to date by the client script. */
export function drawDocument(state: PageState): Html {
  const { regions } = state
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${state.title}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/style/page.css">
<script type="module" src="/page/client/main.ts"></script>
</head>
<body data-as="${state.as}" data-aside="${state.asideKind}" data-place-kind="${state.placeKind}" data-words="${state.words}">
<a class="skip" href="#main">Skip to the conversation</a>
<header id="topbar" class="topbar">${regions.topbar}</header>
<div class="columns">
<aside id="sidebar" class="sidebar" aria-label="People and channels">${regions.sidebar}</aside>
<main id="main" class="main">${regions.main}</main>
<aside id="aside" class="aside" aria-label="Details">${regions.aside}</aside>
</div>
<div id="modals">${regions.modals}</div>
<div id="dialogs">${regions.dialogs}</div>
<div id="menus">${regions.menus}</div>
<div id="toasts" class="toasts" data-stay role="status" aria-live="polite"></div>
<noscript><p class="no-script">The sandbox needs JavaScript: everything it does is live.</p></noscript>
</body>
</html>`
}

export function drawNobody(): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox</title><link rel="stylesheet" href="/page/style/page.css"></head><body><main class="main"><p class="empty">This workspace has no people yet.</p></main></body></html>`
}
