import type { StoredFile, Workspace } from './workspace.ts'
import type { World } from './world.ts'

/** Whether Slack would be through with scanning and thumbnails. */
export function isFileReady(world: World, file: StoredFile): boolean {
  return file.readyAt !== null && world.now() >= file.readyAt
}

type NewFile = {
  name: string
  title?: string
  ownerId: string
  length: number
  uploadKey: string
  at: number
}

export function addFile(
  space: Workspace,
  { name, title, ownerId, length, uploadKey, at }: NewFile,
): StoredFile {
  const file: StoredFile = {
    id: space.newId('F'),
    name,
    title: title ?? name,
    mimetype: 'application/octet-stream',
    ownerId,
    length,
    bytes: null,
    readyAt: null,
    uploadKey,
    channels: new Set(),
    createdAt: at,
  }
  space.files.set(file.id, file)
  return file
}

const BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gpx: 'application/gpx+xml',
  json: 'application/json',
  pdf: 'application/pdf',
  tcx: 'application/vnd.garmin.tcx+xml',
  txt: 'text/plain',
  zip: 'application/zip',
}

/** The type by the first bytes, else by the name. */
export function mimetypeOf(name: string, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (head === '\x89PNG') return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head === 'GIF8') return 'image/gif'
  return BY_EXTENSION[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

/** The bot reads a file it owns, or one shared where it is a member. */
export function mayBotRead(world: World, file: StoredFile): boolean {
  if (file.ownerId === world.app.botUserId) return true
  return [...file.channels].some(id => world.space.channels.get(id)?.members.has(world.app.botUserId))
}
