import { NUDGE_MAX } from '#domain/signal/decide-nudge.ts'
import type { SignalFinding } from '#domain/signal/signal.ts'
import type { NudgeCard } from '#domain/signal/signal-card.ts'
import { context, input, option, section } from './blocks.ts'
import { distanceText, durationText } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'
import { raceText } from './signal-words.ts'

/** Block ids of the form's fields. */
export const NUDGE_FORM = { text: 'nudge-text', when: 'nudge-when' } as const

/** A draft that the coach makes their own. It knows no more than the athlete said, and asks rather than tells. */
export function nudgeForm(card: NudgeCard): ModalView {
  const { rule, subject } = card.signal
  const now = option('Now', 'now')
  return modalView({
    callbackId: 'nudge',
    title: 'Nudge',
    submit: 'Send',
    meta: { rule, subject, athleteId: card.athleteId },
    blocks: [
      section(mrkdwn`To *${shorten(card.name, 80)}*, as a message from you that Astral delivers.`),
      input(NUDGE_FORM.text, 'Message', {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: NUDGE_MAX,
        initial_value: draftOf(card.signal.finding, firstNameOf(card.name)),
      }),
      ...(card.nightTime !== null && card.quietUntil !== null
        ? [
            section(mrkdwn`It is ${card.nightTime} there, within their quiet hours.`),
            input(NUDGE_FORM.when, 'Deliver', {
              type: 'radio_buttons',
              action_id: 'value',
              options: [option(`At ${card.quietUntil}, when they are over`, 'held'), now],
              initial_option: option(`At ${card.quietUntil}, when they are over`, 'held'),
            }),
          ]
        : []),
      context(mrkdwn`One message a day to an athlete, whoever writes it. With that the signal is done.`),
    ],
  })
}

export function nudgeSentModal(sent: { name: string; isHeld: boolean }): ModalView {
  return modalView({
    callbackId: 'nudge-sent',
    title: 'Nudge',
    blocks: [
      section(
        sent.isHeld
          ? mrkdwn`*${sent.name}* gets it when their quiet hours are over.`
          : mrkdwn`On its way to *${sent.name}*. They can answer you in a direct message.`,
      ),
    ],
  })
}

/** What the athlete reads. */
export function nudged({ coachName, text }: { coachName: string; text: string }): Message {
  const head = mrkdwn`*${coachName}*, your coach, writes:`
  return {
    text: shortenMrkdwn(mrkdwn`${head}\n${text}`.mrkdwn, LIMITS.messageText),
    blocks: [
      section(head),
      section(mrkdwn`${text}`),
      context(mrkdwn`Sent through Astral. Answer your coach directly: I do not pass answers on.`),
    ],
  }
}

function draftOf(finding: SignalFinding, name: string): string {
  switch (finding.rule) {
    case 'pain':
      return `Hi ${name}, I read your note about the last run. How does it feel today? Take it easy if you need to, and tell me if we should change anything this week.`
    case 'longest-run':
      return `Hi ${name}, ${distanceText(finding.distanceCm)}, that was a big one! How did it go, and how are the legs? Take the next days easy if they ask for it.`
    case 'quiet':
      return `Hi ${name}, I have not seen a run from you for a while. Everything all right? No pressure at all: if life is busy or something is in the way, tell me and we will find a way that fits.`
    case 'effort':
      return `Hi ${name}, your easy runs seem to feel harder than usual lately. How are sleep and stress? We can take a few easier days if you like.`
    case 'jump':
      return `Hi ${name}, quite a week! Was it planned? How are you feeling? Let us keep the next one a bit easier if you are tired.`
    case 'back':
      return `Hi ${name}, great to see you back! How did it feel? Let us build up gently from here.`
    case 'best':
      return `Hi ${name}, ${durationText(finding.durationMs)} over ${raceText(finding.raceMeters)}, your best so far. Congratulations! Tell me how it went.`
    case 'streak':
      return `Hi ${name}, ${finding.weeks} weeks in a row. Well done!`
  }
}

function firstNameOf(name: string): string {
  return shorten(name.split(' ')[0] ?? name, 40)
}
