import MarkdownIt, { type Token } from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
const validateLink = markdown.validateLink.bind(markdown)
markdown.validateLink = (url) => validateLink(url) && /^(https?:|mailto:|tel:|\/|#)/i.test(url)

/** Markdown as HTML. Raw HTML in the source comes out as text, links lead only to the web, mail and telephone. */
export function toHtml(source: string): string {
  return markdown.render(source)
}

/**
 * Markdown as a text to read as it is: headings on lines of their own, links written out, paragraphs
 * wrapped. A word longer than the line, such as an address, is never broken.
 * @param width longest line in characters
 */
export function toPlainText(source: string, width = 72): string {
  const blocks: string[] = []
  const lists: { next: number | null }[] = []
  let pendingMarker: string | null = null
  let inTightList = false
  for (const token of markdown.parse(source, {})) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ next: null })
        break
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1) })
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop()
        if (lists.length === 0) inTightList = false
        break
      case 'list_item_open': {
        const list = lists.at(-1)!
        pendingMarker = list.next === null ? '- ' : `${list.next++}. `
        break
      }
      case 'hr':
        blocks.push('-'.repeat(24))
        break
      case 'inline': {
        const depth = Math.max(0, lists.length - 1) * 2
        const marker: string = lists.length > 0 ? (pendingMarker ?? '  ') : ''
        const first = ' '.repeat(depth) + marker
        const block = wrap(inlineText(token), width, first, ' '.repeat(first.length))
        if (inTightList && lists.length > 0) blocks.push(`${blocks.pop()}\n${block}`)
        else blocks.push(block)
        inTightList = lists.length > 0
        pendingMarker = null
        break
      }
    }
  }
  return `${blocks.join('\n\n')}\n`
}

function inlineText(token: Token): string {
  let text = ''
  let link: { href: string; from: number } | null = null
  for (const child of token.children ?? []) {
    if (child.type === 'link_open') link = { href: String(child.attrGet('href') ?? ''), from: text.length }
    else if (child.type === 'link_close' && link) {
      const shown = text.slice(link.from)
      const target = link.href.replace(/^(mailto:|tel:)/, '')
      if (shown.replaceAll(' ', '') !== target) text += ` (${target})`
      link = null
    } else if (child.type === 'softbreak') text += ' '
    else if (child.type === 'hardbreak') text += '\n'
    else text += child.content
  }
  return text
}

function wrap(text: string, width: number, first: string, rest: string): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : rest
    let empty = true
    for (const word of paragraph.split(/ +/).filter(Boolean)) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line)
        line = rest
        empty = true
      }
      line += empty ? word : ` ${word}`
      empty = false
    }
    lines.push(line)
  }
  return lines.join('\n')
}
