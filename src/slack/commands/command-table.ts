import type { Subcommand } from '../kit/subcommand.ts'
import { claimCommand } from './claim.ts'
import { createGroupCommand } from './create-group.ts'
import { helpCommand } from './help.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Subcommand[] = [createGroupCommand, claimCommand, helpCommand(() => COMMANDS)]
