import type { Clock, Instant } from '#kernel/instant.ts'
import { createPage } from '#sandbox/page/page.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { loadDemoClub } from '#usecases/demo/load-demo-club.ts'
import type { Engine } from '#usecases/perform.ts'
import { makeDemoClub } from './cli/demo/demo-club.ts'
import { demoClubData, demoWorkspace } from './cli/demo/demo-workspace.ts'
import { readManifest } from './cli/manifest.ts'
import { DEMO_TIPS, EMPTY_TIPS } from './things-to-try.ts'

export type SandboxWorkspace = Sandbox

/** Opens the stand-in workspace with its page and, in a new database, the demo club. */
export async function openSandboxWorkspace(options: {
  engine: Engine
  realNow: Clock
  port: number
  isDemo: boolean
  moveTo: (at: Instant) => Promise<void>
}): Promise<SandboxWorkspace> {
  const { engine, realNow, isDemo } = options
  const club = makeDemoClub(engine.businessNow())
  if (isDemo) await loadDemoClub(engine, demoClubData(club))
  const timeMachine = {
    now: () => engine.businessNow(),
    moveTo: (at: number) => options.moveTo(at as Instant),
  }
  return startSandbox({
    port: options.port,
    seed: demoWorkspace(club, readManifest()),
    now: realNow,
    timeMachine,
    page: desk => createPage(desk, { timeMachine, isDemo, tips: isDemo ? DEMO_TIPS : EMPTY_TIPS }),
  })
}
