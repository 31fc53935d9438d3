import type { Message } from '../desk.ts'
import { type Html, html } from './html.ts'
import { drawMessage } from './message.ts'
import { dayName, instantOfTs } from './message-time.ts'
import type { Scene } from './scene.ts'

const closeMs = 5 * 60_000

function continues(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.authorId === message.authorId &&
    before.ephemeralFor === message.ephemeralFor &&
    instantOfTs(message.ts) - instantOfTs(before.ts) < closeMs
  )
}

/** Messages, oldest first, under a heading for each day. */
export function drawMessageList(scene: Scene, messages: Message[], isInThread: boolean): Html {
  const zone = scene.looking.viewer.tz
  const rows: Html[] = []
  let day = ''
  let before: Message | undefined
  for (const message of messages) {
    const ofDay = dayName(instantOfTs(message.ts), zone)
    if (ofDay !== day && !isInThread) {
      rows.push(html`<li class="day" id="day-${ofDay.replaceAll(/\W+/g, '-')}"><span>${ofDay}</span></li>`)
      before = undefined
    }
    day = ofDay
    rows.push(drawMessage(scene, message, { continues: continues(before, message), isInThread }))
    before = message
  }
  return html`${rows}`
}
