import type { Lang } from '../../language/lang.ts'
import { cellText } from '../cells.ts'
import { drawChart } from '../charts/draw.ts'
import { toSvg } from '../charts/svg.ts'
import { escapeHtml } from '../escape.ts'
import type { Block, Figure, KeyFigures } from '../model.ts'
import type { Names } from '../numbering.ts'
import { inlineHtml } from './inline.ts'
import { tableHtml } from './table.ts'

/** One block as HTML. Level 1 is `<h2>`: the document's title is the `<h1>`. */
export function blockHtml(lang: Lang, names: Names, block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      const language = block.lang && block.lang !== lang ? ` lang="${block.lang}"` : ''
      return `<${tag} id="${escapeHtml(names.anchors.get(block)!)}"${language}>${escapeHtml(block.text)}</${tag}>`
    }
    case 'paragraph': {
      const tone = block.tone && block.tone !== 'normal' ? ` class="doc-${block.tone}"` : ''
      return `<p${tone}>${inlineHtml(block.runs)}</p>`
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return tableHtml(lang, block, names.captions.get(block)!)
    case 'figure':
      return figureHtml(lang, block, names.captions.get(block)!)
    case 'key-figures':
      return keyFiguresHtml(lang, block)
    case 'callout': {
      const title = block.title ? `<p class="doc-callout-title">${escapeHtml(block.title)}</p>` : ''
      return `<div class="doc-callout">${title}<p>${inlineHtml(block.runs)}</p></div>`
    }
    case 'quote': {
      const source = block.source ? `<footer>${escapeHtml(block.source)}</footer>` : ''
      return `<blockquote><p>${inlineHtml(block.runs)}</p>${source}</blockquote>`
    }
    case 'signature':
      return `<p class="doc-signature">${escapeHtml(block.name).replaceAll('\n', '<br>')}</p>`
    case 'rule':
      return '<hr>'
    case 'page-break':
      return '<div class="doc-page-break"></div>'
  }
}

function figureHtml(lang: Lang, figure: Figure, title: string): string {
  const svg = toSvg(drawChart(figure.chart, lang), figure.name, title, figure.alt)
  const caption = figure.caption ? `<p class="doc-small">${escapeHtml(figure.caption)}</p>` : ''
  return `<figure id="${figure.name}"><figcaption>${escapeHtml(title)}</figcaption>${svg}${caption}</figure>`
}

function keyFiguresHtml(lang: Lang, block: KeyFigures): string {
  const items = block.items.map((item) => {
    const unit = item.unit ? ` <span class="doc-unit">${escapeHtml(item.unit)}</span>` : ''
    const note = item.note ? `<dd class="doc-small">${escapeHtml(item.note)}</dd>` : ''
    return (
      `<div><dt>${escapeHtml(item.label)}</dt>` +
      `<dd class="doc-value">${escapeHtml(cellText(lang, item.value, item.decimals))}${unit}</dd>${note}</div>`
    )
  })
  return `<dl class="doc-key-figures">${items.join('')}</dl>`
}
