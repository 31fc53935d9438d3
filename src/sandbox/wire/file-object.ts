import { isFileReady } from '../files.ts'
import type { StoredFile } from '../workspace.ts'
import type { World } from '../world.ts'

/** A file as `files.info` gives it; while it is being processed it has no type yet. */
export function fileObject(world: World, file: StoredFile): Record<string, unknown> {
  const isReady = isFileReady(world, file)
  const type = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  const base = `${world.origin()}/files-pri/${world.space.team.id}-${file.id}`
  const name = encodeURIComponent(file.name)
  const created = Math.floor(file.createdAt / 1000)
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: isReady ? file.mimetype : '',
    filetype: isReady ? type : '',
    pretty_type: isReady ? type.toUpperCase() : '',
    user: file.ownerId,
    user_team: world.space.people.get(file.ownerId)?.teamId ?? world.space.team.id,
    editable: false,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${base}/${name}`,
    url_private_download: `${base}/download/${name}`,
    permalink: permalinkOf(world, file),
    permalink_public: '',
    has_rich_preview: false,
    file_access: 'visible',
    channels: [...file.channels].filter(id => world.space.channels.get(id)?.kind === 'channel'),
    groups: [...file.channels].filter(id => world.space.channels.get(id)?.kind === 'private'),
    ims: [...file.channels].filter(id => world.space.channels.get(id)?.kind === 'im'),
  }
}

export function permalinkOf(world: World, file: StoredFile): string {
  return `https://${world.space.team.domain}.slack.com/files/${file.ownerId}/${file.id}/${encodeURIComponent(file.name)}`
}
