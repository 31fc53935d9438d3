import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import type { Desk } from '../desk.ts'
import { clientModule } from './client-script.ts'
import { send } from './guard.ts'

const sheets = ['base', 'layout', 'sidebar', 'messages', 'blocks', 'controls', 'dialogs', 'panels', 'phone']

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f5f56"/><path d="M8 21c4-1 5-9 9-9s3 6 7 5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`

let style: string | null = null

function styleSheet(): string {
  style ??= sheets
    .map(name => readFileSync(new URL(`./style/${name}.css`, import.meta.url), 'utf8'))
    .join('\n')
  return style
}

/** Scripts, style and icon under `/page/`. False for anything else. */
export function serveAsset(response: ServerResponse, path: string): boolean {
  if (path === '/page/style/page.css') {
    send(response, 200, 'text/css; charset=utf-8', styleSheet())
    return true
  }
  if (path === '/page/icon.svg') {
    send(response, 200, 'image/svg+xml', icon)
    return true
  }
  const name = /^\/page\/client\/([a-z-]+\.ts)$/.exec(path)?.[1]
  const script = name ? clientModule(name) : null
  if (script === null) return false
  send(response, 200, 'text/javascript; charset=utf-8', script)
  return true
}

const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** `/files/<id>[/name]`: pictures are shown, everything else is only offered for download. */
export function serveFile(desk: Desk, response: ServerResponse, path: string): boolean {
  const id = /^\/files\/([^/]+)(?:\/[^/]*)?$/.exec(path)?.[1]
  const file = id ? desk.file(decodeId(id)) : null
  if (!file) return false
  if (!shownTypes.includes(file.mimetype)) {
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
    send(response, 200, 'application/octet-stream', file.bytes)
    return true
  }
  response.setHeader('Cache-Control', 'private, max-age=3600')
  send(response, 200, file.mimetype, file.bytes)
  return true
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
