import { escapeHtml, htmlPage } from './html-page.ts'

/** The page behind a link: what this is and what to do. No script, nothing from elsewhere, nothing about the person. */
export function joinPage(clubName: string, code: string): string {
  return page(
    `Join ${clubName}`,
    `<h1>Join ${escapeHtml(clubName)}</h1>
<p>You were invited to a running club that lives in Slack. Its assistant there is called Astral.</p>
<ol>
<li>Open the club’s Slack workspace. If you are not in it yet, ask your coach for an invitation to Slack.</li>
<li>In any channel, type<br><code>/astral join ${escapeHtml(code)}</code></li>
<li>Astral says who invites you and what others would see, and asks what you share. Nothing happens before you have answered.</li>
</ol>
<p>If you do not want to join, there is nothing to do. Nobody will remind you.</p>`,
  )
}

/** One page for every link that leads nowhere, so that trying codes tells nothing. */
export function deadLinkPage(): string {
  return page(
    'This link leads nowhere',
    `<h1>This link leads nowhere</h1>
<p>It is not complete, or not good any more. Ask your coach for a new one.</p>`,
  )
}

export function tooManyPage(): string {
  return page(
    'Too many links',
    `<h1>Please wait</h1>
<p>There were too many wrong links from where you are. Try again in ten minutes.</p>`,
  )
}

const STYLE =
  ':root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1.25rem}h1{line-height:1.2}li{margin:.75rem 0}code{display:inline-block;margin-top:.25rem;padding:.25rem .5rem;border:1px solid;border-radius:.375rem;overflow-wrap:anywhere}'

function page(title: string, body: string): string {
  return htmlPage(title, STYLE, body)
}
