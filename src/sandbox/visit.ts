import { SLACK_LIMITS, type Surface } from '#kernel/slack-limits.ts'
import type { Visit } from './block-kit/check.ts'
import { isFileReady } from './files.ts'
import { fileObject, permalinkOf } from './wire/file-object.ts'
import type { World } from './world.ts'

const PICTURES = SLACK_LIMITS.blocks.image.formats.map(format => `image/${format}`)

function isPicture(mimetype: string): boolean {
  return PICTURES.some(each => each === mimetype)
}

/** Begins a walk through blocks that knows this workspace's files and the app's scopes. */
export function visitOf(world: World, surface: Surface): Visit {
  return {
    surface,
    problems: [],
    hasScope: scope => world.app.scopes.has(scope),
    fileState({ id, url }) {
      for (const file of world.space.files.values()) {
        const urls = [permalinkOf(world, file), fileObject(world, file).url_private]
        if (file.id !== id && !urls.includes(url)) continue
        if (!isFileReady(world, file)) return 'processing'
        return isPicture(file.mimetype) ? 'ready' : 'not-a-picture'
      }
      return 'unknown'
    },
  }
}
