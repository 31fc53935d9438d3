/** A page with a title and a few sentences, escaped, without script or anything from elsewhere. */
export function messagePage(title: string, sentences: readonly string[]): string {
  const paragraphs = sentences.map(sentence => `<p>${escapeHtml(sentence)}</p>`).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto 4rem; padding: 0 1.25rem; color: #1d1c1d; background: #fff }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #1a1d21 } }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs}
</main>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
