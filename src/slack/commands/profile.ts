import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showOwnProfile } from '#usecases/roster/edit-profile.ts'
import { profileForm } from '#views/profile-form.ts'
import { freeCommand } from '../kit/subcommand.ts'

export const profileCommand = freeCommand({
  name: 'profile',
  usage: 'profile',
  summary: 'Your goal race, target pace, units, time zone, birth year and heart rates',
  example: 'profile',
  audience: 'athlete',
  async answer(context) {
    const own = await ask(context.deps.engine, context.who, showOwnProfile, {})
    return own.ok ? ok({ kind: 'modal', view: profileForm(own.value) }) : own
  },
})
