import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

export function clubClaimed(club: { name: string; zone: string }): Message {
  return words(
    mrkdwn`You are head coach of *${club.name}* now (time zone ${club.zone}). Next: \`/astral group create\`, then \`/astral invite @athlete\`.`,
  )
}
