import { z } from 'zod'
import { FEED_MODES } from '#domain/feed/subscription.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { commentRun } from '#usecases/feed/comment-run.ts'
import { type SetSubscription, setSubscription } from '#usecases/feed/set-subscription.ts'
import { showFeed } from '#usecases/feed/show-feed.ts'
import { FEEDBACK_FORM, feedbackGivenModal } from '#views/feedback.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { FEED_FORM, SUBSCRIBE_FORM } from '#views/subscribe-form.ts'
import { subscriptionSetModal } from '#views/subscriptions.ts'
import { requirePostable } from '../directory.ts'
import { feedMessage } from '../feed-message.ts'
import { type FieldErrors, type Modal, modal, noMeta, readForm } from '../kit/modal.ts'

const subscribeFields = z.object({
  [SUBSCRIBE_FORM.group]: z.string({ error: 'Choose a group.' }),
  [SUBSCRIBE_FORM.channel]: z.string({ error: 'Choose a channel.' }),
  [SUBSCRIBE_FORM.mode]: z.enum(FEED_MODES, { error: 'Choose how.' }),
})

export const subscribeModal = modal({
  callbackId: 'subscribe',
  meta: noMeta,
  async read(values, _meta, context): Promise<Result<SetSubscription, FieldErrors>> {
    const form = readForm(subscribeFields, values.all())
    if (!form.ok) return form
    const { group, channel, mode } = form.value
    const postable = await requirePostable(context.client, channel)
    if (!postable.ok) return refuse({ [SUBSCRIBE_FORM.channel]: inPlain(refusalInWords(postable.refusal)) })
    return ok({ groupId: group, channelId: channel, mode, subTypes: values.list(SUBSCRIBE_FORM.subTypes) })
  },
  useCase: setSubscription,
  fieldOf: refusal =>
    refusal.code === 'group-gone' || refusal.code === 'not-a-board-poster' ? SUBSCRIBE_FORM.group : null,
  done: subscriptionSetModal,
})

const feedFields = z.object({
  [FEED_FORM.group]: z.string({ error: 'Choose a group.' }),
  [FEED_FORM.range]: z.string().nullable(),
})

/** Shows what was chosen in place of the form; its buttons turn it there. */
export const feedModal: Modal = {
  callbackId: 'feed',
  async submit(context, values) {
    const form = readForm(feedFields, values.all())
    if (!form.ok) return { kind: 'errors', errors: form.refusal }
    const asked = {
      groupId: form.value[FEED_FORM.group],
      subTypes: values.list(FEED_FORM.subTypes),
      range: form.value[FEED_FORM.range],
    }
    const page = await ask(context.deps.engine, context.who, showFeed, { ...asked, turn: null })
    if (!page.ok) {
      const words = refusalInWords(page.refusal)
      const isAboutDays = ['unknown-range', 'range-backwards', 'range-too-long'].includes(page.refusal.code)
      return isAboutDays
        ? { kind: 'errors', errors: { [FEED_FORM.range]: inPlain(words) } }
        : { kind: 'update', view: refusedModal(words) }
    }
    return { kind: 'update', view: feedModalView(feedMessage(page.value, asked, context.units).blocks) }
  },
}

export function feedModalView(blocks: Parameters<typeof modalView>[0]['blocks']) {
  return modalView({ callbackId: 'feed-shown', title: 'Feed', blocks })
}

export const giveFeedbackModal = modal({
  callbackId: 'give-feedback',
  meta: z.object({ activityId: z.string().nullable() }),
  read(values, { activityId }) {
    const chosen = activityId ?? values.text(FEEDBACK_FORM.run)
    if (chosen === null) return refuse({ [FEEDBACK_FORM.run]: 'Choose a run.' })
    return ok({ activityId: chosen, text: values.text(FEEDBACK_FORM.text) ?? '', slackMessage: null })
  },
  useCase: commentRun,
  fieldOf: refusal =>
    refusal.code === 'comment-empty' || refusal.code === 'comment-too-long' ? FEEDBACK_FORM.text : null,
  done: feedbackGivenModal,
})
