import { documents } from '../../language/catalogues/documents.ts'
import { formatDate } from '../../language/formats.ts'
import { contentsHeadings } from '../contents.ts'
import { escapeHtml } from '../escape.ts'
import type { Document, Heading } from '../model.ts'
import { type Names, nameParts } from '../numbering.ts'
import { blockHtml } from './blocks.ts'
import { inlineHtml } from './inline.ts'
import { DOCUMENT_CSS, PAGE_CSS } from './stylesheet.ts'

/** The document as a piece of a page: one `<article class="doc">` with an `<h1>`, no inline styles. */
export function toHtmlFragment(document: Document): string {
  const names = nameParts(document)
  const blocks = document.blocks.map((block) => blockHtml(document.lang, names, block))
  return `<article class="doc${document.letter ? ' doc-letter' : ''}" lang="${document.lang}">\n${[headHtml(document), contentsHtml(document, names), ...blocks].filter(Boolean).join('\n')}\n</article>`
}

/** The document as a file that needs nothing beside it: stylesheet within, no script, no outside address. */
export function toHtmlPage(document: Document): string {
  const description = document.description
    ? `\n<meta name="description" content="${escapeHtml(document.description)}">`
    : ''
  return `<!doctype html>
<html lang="${document.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<meta name="author" content="${escapeHtml(document.author)}">${description}
<style>${PAGE_CSS}
${DOCUMENT_CSS}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(documents(document.lang)('skipToContent'))}</a>
<main id="content" tabindex="-1">
${toHtmlFragment(document)}
</main>
</body>
</html>
`
}

function headHtml({ title, subtitle, author, date, lang, cover, letter }: Document): string {
  if (letter)
    return [
      '<header>',
      `<p class="doc-sender">${inlineHtml([letter.sender])}</p>`,
      `<p class="doc-date">${formatDate(lang, date)}</p>`,
      `<p class="doc-addressee">${inlineHtml([letter.addressee])}</p>`,
      `<h1>${escapeHtml(title)}</h1>`,
      ...(subtitle ? [`<p class="doc-subtitle">${escapeHtml(subtitle)}</p>`] : []),
      '</header>',
    ].join('')
  const lines = [...(cover?.lines ?? []), `${author}, ${formatDate(lang, date)}`]
  return [
    '<header>',
    ...(cover ? [`<p class="doc-meta">${escapeHtml(cover.organisation)}</p>`] : []),
    `<h1>${escapeHtml(title)}</h1>`,
    ...(subtitle ? [`<p class="doc-subtitle">${escapeHtml(subtitle)}</p>`] : []),
    `<p class="doc-meta">${lines.map(escapeHtml).join('<br>')}</p>`,
    '</header>',
  ].join('')
}

/** Headings of level 1 and 2 as a nested list of links. */
function contentsHtml(document: Document, names: Names): string {
  if (!document.contents) return ''
  const words = documents(document.lang)
  const chapters: { heading: Heading; sections: Heading[] }[] = []
  for (const heading of contentsHeadings(document)) {
    const chapter = chapters.at(-1)
    if (heading.level === 1 || !chapter) chapters.push({ heading, sections: [] })
    else chapter.sections.push(heading)
  }
  const link = (heading: Heading) =>
    `<a href="#${escapeHtml(names.anchors.get(heading)!)}">${escapeHtml(heading.text)}</a>`
  const items = chapters.map(({ heading, sections }) => {
    const inner = sections.length
      ? `<ol>${sections.map((section) => `<li>${link(section)}</li>`).join('')}</ol>`
      : ''
    return `<li>${link(heading)}${inner}</li>`
  })
  return `<nav class="doc-contents" aria-labelledby="doc-contents"><h2 id="doc-contents">${escapeHtml(words('contents'))}</h2><ol>${items.join('')}</ol></nav>`
}
