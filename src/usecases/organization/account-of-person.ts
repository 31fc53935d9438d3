import type { PersonFacts } from '#domain/invitation/invitation.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { upsertAccount } from '#store/account-store.ts'
import type { UnitOfWork } from '../perform.ts'

/** The account of a person of the workspace, made where there is none, with what Slack says of them now. */
export function accountOfPerson(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  slackTeamId: string,
  person: PersonFacts,
): Promise<AccountId> {
  const { slackUserId, displayName, isDeactivated } = person
  return upsertAccount(
    tx,
    newId,
    {
      slackTeamId,
      slackUserId,
      displayName,
      zone: person.zone as Zone,
      isDeactivated,
      email: person.email ?? null,
    },
    now,
  )
}
