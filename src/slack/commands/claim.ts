import { ok } from '#kernel/result.ts'
import { claimOrganization } from '#usecases/organization/claim-organization.ts'
import { clubClaimed } from '#views/club-claimed.ts'
import { findPerson } from '../directory.ts'
import { misuse, subcommand } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'

export const claimCommand = subcommand({
  name: 'claim',
  usage: 'claim CODE',
  summary: 'Become head coach with the code printed at the first start',
  example: 'claim ABCDE-FGHJK-…',
  audience: 'unclaimed',
  async input(words, context) {
    if (words.length === 0) return misuse('The code is missing.')
    const person = await findPerson(context.client, context.teamId, context.userId)
    if (!person.ok) return person
    const { team } = await context.client.team.info()
    return ok({ code: textOf(words), teamName: team?.name ?? 'Running club', person: person.value })
  },
  useCase: claimOrganization,
  view: clubClaimed,
})
