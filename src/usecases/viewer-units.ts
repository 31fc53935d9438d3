import type { Units } from '#domain/activity/units.ts'
import { findViewerUnits } from '#store/read/viewer-units.ts'
import type { Engine, Identity } from './perform.ts'

/** The units in which whoever asks reads distances. */
export async function viewerUnits(engine: Pick<Engine, 'db'>, who: Identity): Promise<Units> {
  return who.kind === 'slack' ? findViewerUnits(engine.db, who) : 'km'
}
