import type { Shortcut } from '../kit/shortcut.ts'

/** Every shortcut of the manifest. */
export const SHORTCUTS: readonly Shortcut[] = []
