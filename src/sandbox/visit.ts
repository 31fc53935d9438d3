import type { Surface } from '#kernel/slack-limits.ts'
import type { Visit } from './block-kit/check.ts'
import { isFileReady } from './files.ts'
import { fileObject, permalinkOf } from './wire/file-object.ts'
import type { World } from './world.ts'

/** Begins a walk through blocks that knows this workspace's files and the app's scopes. */
export function visitOf(world: World, surface: Surface): Visit {
  return {
    surface,
    problems: [],
    hasScope: scope => world.app.scopes.has(scope),
    fileState({ id, url }) {
      for (const file of world.space.files.values()) {
        const urls = [permalinkOf(world, file), fileObject(world, file).url_private]
        if (file.id === id || urls.includes(url)) return isFileReady(world, file) ? 'ready' : 'processing'
      }
      return 'unknown'
    },
  }
}
