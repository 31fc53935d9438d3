import type { App } from '@slack/bolt'
import { refusedModal } from '#views/refused.ts'
import { faultInWords, reportFault } from './fault.ts'
import { publishHome } from './home/listen-for-home.ts'
import { type SlackDeps, viewerContext } from './kit/context.ts'
import { formValues, stateSchema } from './kit/form-values.ts'
import { MODALS } from './modals/modal-table.ts'

/** Forms that are sent: the acknowledgement carries the field errors or the next view. */
export function listenForSubmissions(app: App, deps: SlackDeps): void {
  for (const modal of MODALS) {
    app.view(
      { type: 'view_submission', callback_id: modal.callbackId },
      async ({ ack, body, view, client }) => {
        const context = await viewerContext(deps, {
          client,
          teamId: body.team?.id ?? body.user.team_id ?? '',
          userId: body.user.id,
        })
        try {
          const meta: unknown = view.private_metadata ? JSON.parse(view.private_metadata) : {}
          const submitted = await modal.submit(context, formValues(stateSchema.parse(view.state)), meta)
          if (submitted.kind === 'errors') {
            await ack({ response_action: 'errors', errors: { ...submitted.errors } })
          } else if (submitted.kind === 'update') {
            await ack({ response_action: 'update', view: submitted.view })
          } else {
            await ack()
          }
          if (submitted.kind !== 'errors') await publishHome(context)
        } catch (error) {
          const reference = reportFault(deps, error, { where: 'modal', modal: modal.callbackId })
          await ack({
            response_action: 'update',
            view: refusedModal({ mrkdwn: faultInWords(reference).text }),
          })
        }
      },
    )
  }
}
