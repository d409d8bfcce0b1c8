import MarkdownIt, { type Token } from 'markdown-it'
import { safeHref } from './inline.ts'
import type { Block, Heading, Inline, Run } from './model.ts'

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })

export interface MarkdownOptions {
  /** Level of the text's first heading; deeper ones follow it step by step, down to 4. */
  level?: Heading['level']
  /** Tables are named with it: "observations-table", "observations-table-2". */
  name?: string
}

/**
 * What a person wrote in Markdown as blocks: headings, paragraphs, lists, quotations, tables, rules, bold,
 * italic and links. Raw HTML comes out as text, a picture as its words, a link to anywhere but the web, mail or
 * telephone as its text. A list within a list becomes part of the outer one.
 */
export function blocksOf(source: string, { level = 2, name = 'text' }: MarkdownOptions = {}): Block[] {
  const tokens = markdown.parse(source, {})
  const blocks: Block[] = []
  const levelOf = headingLevels(level)
  let tables = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const end = closing(tokens, i)
    const inner = tokens.slice(i + 1, end)
    switch (token.type) {
      case 'heading_open': {
        const text = wordsOf(inner).trim()
        if (text) blocks.push({ kind: 'heading', level: levelOf(Number(token.tag.slice(1))), text })
        break
      }
      case 'paragraph_open':
        blocks.push({ kind: 'paragraph', runs: runsIn(inner) })
        break
      case 'bullet_list_open':
      case 'ordered_list_open':
        blocks.push({ kind: 'list', ordered: token.type === 'ordered_list_open', items: itemsOf(inner) })
        break
      case 'blockquote_open':
        blocks.push({ kind: 'quote', runs: runsIn(inner) })
        break
      case 'table_open':
        blocks.push(tableOf(inner, `${name}-table${tables++ ? `-${tables}` : ''}`))
        break
      case 'fence':
      case 'code_block':
        blocks.push({ kind: 'paragraph', runs: [token.content.trimEnd()] })
        break
      case 'hr':
        blocks.push({ kind: 'rule' })
    }
    i = Math.max(i, end)
  }
  return blocks
}

/**
 * Levels for headings as they come. Who writes `##` without a `#`, or `###` after `#`, leaves a gap that a reader who
 * listens would search for what is in it (WCAG 1.3.1): it is closed up.
 */
function headingLevels(level: number): (marks: number) => Heading['level'] {
  const above: number[] = []
  return (marks) => {
    while (above.length > 0 && above.at(-1)! >= marks) above.pop()
    above.push(marks)
    return Math.min(4, level + above.length - 1) as Heading['level']
  }
}

/** The index of the token that closes the one at `from`; `from` itself for one that stands alone. */
function closing(tokens: Token[], from: number): number {
  let depth = 0
  for (let i = from; i < tokens.length; i++) {
    depth += tokens[i]!.nesting
    if (depth === 0) return i
  }
  return tokens.length - 1
}

/** All words within, paragraphs parted by a line break. */
function runsIn(tokens: Token[]): Inline[] {
  return tokens
    .filter((token) => token.type === 'inline')
    .flatMap((token, i) => (i > 0 ? ['\n', ...runs(token)] : runs(token)))
}

const wordsOf = (tokens: Token[]) =>
  runsIn(tokens)
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('')

function itemsOf(tokens: Token[]): Inline[][] {
  const items: Inline[][] = []
  let open = false
  for (const token of tokens) {
    if (token.type === 'list_item_open') open = false
    if (token.type !== 'inline') continue
    if (open) items.at(-1)!.push('\n', ...runs(token))
    else items.push(runs(token))
    open = true
  }
  return items
}

function tableOf(tokens: Token[], name: string): Block {
  const rows: string[][] = []
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'inline') rows.at(-1)!.push(wordsOf([token]))
  }
  const [head = [], ...lines] = rows
  return {
    kind: 'table',
    name,
    caption: head.join(', '),
    header: head[0] ?? '',
    columns: head.slice(1).map((label) => ({ label, type: 'text' })),
    rows: lines.map(([label = '', ...cells]) => ({ label, cells })),
  }
}

function runs(token: Token): Run[] {
  const found: Run[] = []
  let [bold, italic] = [0, 0]
  let href: string | undefined
  for (const child of token.children ?? []) {
    if (child.type === 'strong_open') bold++
    else if (child.type === 'strong_close') bold--
    else if (child.type === 'em_open') italic++
    else if (child.type === 'em_close') italic--
    else if (child.type === 'link_open') href = safeHref(String(child.attrGet('href') ?? ''))
    else if (child.type === 'link_close') href = undefined
    else {
      const text = { softbreak: ' ', hardbreak: '\n' }[child.type] ?? child.content
      if (text) found.push(runOf(text, bold > 0, italic > 0, href))
    }
  }
  return found
}

function runOf(text: string, bold: boolean, italic: boolean, href: string | undefined): Run {
  return {
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(href && !href.startsWith('#') ? { href } : {}),
  }
}
