import type { RecordedCall, RecordedDelivery } from '../desk.ts'
import { digest } from './digest.ts'
import { attributes, type Html, html } from './html.ts'
import { hrefOf } from './looking.ts'
import type { Scene } from './scene.ts'

const mostShown = 120
const mostCharacters = 20_000

type Entry = { at: number; order: number; isRefused: boolean; key: string; content: Html }

/** Forms carry their objects as JSON in a text: unfolded, they can be read. */
function unfolded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, parsedIfJson(each)]))
}

function parsedIfJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function json(title: string, value: unknown): Html {
  const text = JSON.stringify(unfolded(value), null, 2) ?? 'nothing'
  const shown =
    text.length > mostCharacters
      ? `${text.slice(0, mostCharacters)}\n… ${text.length - mostCharacters} more characters`
      : text
  return html`<h4>${title}</h4><pre>${shown}</pre>`
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 23)
}

function entryOfCall(call: RecordedCall, order: number): Entry {
  const key = `call-${digest([order, call.at, call.method])}`
  return {
    at: call.at,
    order,
    isRefused: !call.ok,
    key,
    content: html`<summary><span class="direction" title="The app called">app →</span> <strong>${call.method}</strong>${
      call.ok ? null : html` <span class="refusal">${call.error ?? 'refused'}</span>`
    }${call.messages.map(message => html`<span class="refusal-message">${message}</span>`)}<span class="entry-time">${clock(call.at)} · ${Math.round(call.milliseconds)} ms</span></summary>${json('Arguments', call.arguments)}`,
  }
}

const outcomeWords: Record<RecordedDelivery['outcome'], string> = {
  acknowledged: 'acknowledged',
  'timed-out': 'no answer within 3 s',
  failed: 'failed',
  'not-connected': 'app not connected',
}

function entryOfDelivery(delivery: RecordedDelivery, order: number): Entry {
  const isRefused = delivery.outcome !== 'acknowledged'
  const response = delivery.response === undefined || delivery.response === null ? null : delivery.response
  return {
    at: delivery.at,
    order,
    isRefused,
    key: `delivery-${digest([order, delivery.at, delivery.kind])}`,
    content: html`<summary><span class="direction" title="Sent to the app">→ app</span> <strong>${delivery.kind}</strong> <span class="entry-summary">${delivery.summary}</span>${
      isRefused ? html` <span class="refusal">${outcomeWords[delivery.outcome]}</span>` : null
    }<span class="entry-time">${clock(delivery.at)} · ${Math.round(delivery.milliseconds)} ms</span></summary>${json('Payload', delivery.payload)}${
      response === null ? null : json('Answer', response)
    }`,
  }
}

export function countRefused(scene: Scene): number {
  return (
    scene.desk.calls().filter(call => !call.ok).length +
    scene.desk.deliveries().filter(delivery => delivery.outcome !== 'acknowledged').length
  )
}

/** Everything that went over the wire, newest first. */
export function drawInspector(scene: Scene): Html {
  const entries = [
    ...scene.desk.calls().map(entryOfCall),
    ...scene.desk.deliveries().map(entryOfDelivery),
  ].sort((a, b) => b.at - a.at || b.order - a.order)
  const refused = entries.filter(entry => entry.isRefused).length
  return html`<section class="panel inspector" aria-labelledby="inspector-name"><header class="panel-head"><h2 id="inspector-name" tabindex="-1">Inspector</h2><label class="refused-only"><input type="checkbox" id="refused-only"> Refused only (${refused})</label><a class="button button-icon" data-nav data-escape href="${hrefOf(scene.looking, { inspect: false })}" aria-label="Close the inspector"><span aria-hidden="true">×</span></a></header><p class="inspector-legend">What was sent to ${scene.app.name}, and what it called. Newest first.</p><ol class="entries" tabindex="0" aria-label="Deliveries and calls">${
    entries.length === 0
      ? html`<li class="empty" id="no-entries">Nothing has gone over the wire yet.</li>`
      : null
  }${entries
    .slice(0, mostShown)
    .map(
      entry =>
        html`<li${attributes({ id: entry.key, class: entry.isRefused ? 'entry refused' : 'entry', 'data-content': digest([entry.key, entry.isRefused]) })}><details>${entry.content}</details></li>`,
    )}</ol></section>`
}
