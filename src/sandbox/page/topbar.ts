import { shownName } from './avatar.ts'
import { instantOf, localDateTime } from './client/zoned-time.ts'
import { doing } from './doing.ts'
import { attributes, type Html, html } from './html.ts'
import { countRefused } from './inspector.ts'
import { hrefOf } from './looking.ts'
import { clockWords } from './message-time.ts'
import type { Scene } from './scene.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The next Monday 09:00 on a clock in `zone`, strictly after `now`. Milliseconds. */
export function nextMondayNine(now: number, zone: string): number {
  for (let days = 0; days <= 8; days += 1) {
    const local = localDateTime(now + days * dayMs, zone)
    const monday = instantOf(`${local.slice(0, 10)}T09:00`, zone)
    if (new Date(`${local.slice(0, 10)}T12:00Z`).getUTCDay() === 1 && monday > now) return monday
  }
  return now + 7 * dayMs
}

/** The year and the zone are left out where there is little room. */
function drawClock(now: number): Html {
  const words = clockWords(now, 'UTC')
  return html`${words.slice(0, -11)}<span class="wide-only"> ${words.slice(-10, -6)}</span> ${words.slice(-5)}<span class="wide-only"> UTC</span>`
}

function drawTimeMachine(scene: Scene): Html {
  const { timeMachine } = scene.options
  if (!timeMachine) return html``
  const now = timeMachine.now()
  const zone = scene.looking.viewer.tz
  const monday = nextMondayNine(now, zone)
  const jump = (label: string, instant: number, detail: string | null = null) =>
    html`<button type="button" class="button"${doing('move-clock', { instant })}>${label}${detail ? html` <small>${detail}</small>` : null}</button>`
  return html`<button type="button" class="clock" id="clock" popovertarget="clock-menu" aria-haspopup="dialog" title="Time machine"><span aria-hidden="true">◷</span> <span class="clock-label">App’s clock</span> <time${attributes({ 'data-instant': now })} datetime="${new Date(now).toISOString()}">${drawClock(now)}</time> <span class="chevron" aria-hidden="true">▾</span></button><div popover class="menu clock-menu" role="dialog" aria-label="Time machine" id="clock-menu" data-anchor="clock"><h2>Time machine</h2><p>For you it is <strong>${clockWords(now, zone)}</strong> (${zone}). The app’s clock only goes forward; what is due on the way happens.</p><div class="jumps">${jump('+1 hour', now + hourMs)}${jump('+1 day', now + dayMs)}${jump('Next Monday 09:00', monday, clockWords(monday, zone).slice(0, -11))}</div><form class="go-to" data-clock-form data-zone="${zone}"><label for="clock-goal">Go to (${zone})</label><div><input type="datetime-local" class="field" id="clock-goal" required${attributes({ min: localDateTime(now, zone), value: localDateTime(now + hourMs, zone) })}><button type="submit" class="button button-primary">Go</button></div></form></div>`
}

export function drawTopbar(scene: Scene): Html {
  const { team, looking, options } = scene
  const refused = countRefused(scene)
  return html`<button type="button" class="button button-icon sidebar-toggle" data-toggle-sidebar id="toggle-sidebar" aria-label="People and channels. You are ${shownName(looking.viewer)}" aria-controls="sidebar"><span aria-hidden="true">☰</span><span class="toggle-name"><bdi>${shownName(looking.viewer)}</bdi></span></button><button type="button" class="workspace" id="workspace" popovertarget="workspace-menu" aria-haspopup="menu"><span class="mark" aria-hidden="true"></span><strong><bdi>${team.name}</bdi></strong> <span class="chevron" aria-hidden="true">▾</span></button><div popover class="menu" role="menu" aria-label="Workspace" id="workspace-menu" data-anchor="workspace"><button type="button" role="menuitem" tabindex="-1" data-open-dialog="dialog-person">Add a person…</button><button type="button" role="menuitem" tabindex="-1" data-open-dialog="dialog-channel">Create a channel…</button><button type="button" role="menuitem" tabindex="-1" data-open-dialog="dialog-deactivate">Deactivate or bring back a person…</button></div><span class="sandbox-chip" title="A stand-in for Slack on this computer. Nothing leaves it.">Sandbox, not Slack</span>${
    options.isDemo
      ? html`<span class="sandbox-chip demo-chip" title="People and runs are invented">Invented club</span>`
      : null
  }<span class="topbar-gap"></span>${drawTimeMachine(scene)}${
    options.tips && options.tips.length > 0
      ? html`<button type="button" class="button topbar-button" data-tips="show" id="show-tips">What to try</button>`
      : null
  }<a class="button topbar-button" data-nav id="inspector-toggle"${attributes({
    href: hrefOf(looking, { inspect: !looking.isInspecting }),
    'aria-pressed': looking.isInspecting ? 'true' : 'false',
    role: 'button',
    title: 'What goes over the wire',
  })}><span class="narrow-only" aria-hidden="true">{ }</span><span class="wide-only">Inspector</span>${refused > 0 ? html` <span class="count count-refused"><span class="visually-hidden">refused: </span>${refused}</span>` : null}</a>`
}
