import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Node {
  role?: string
  alt?: string
  lang?: string
  id?: string
  type?: string
  children?: Node[]
}

/** A PDF as another program reads it: text of each page, its structure tree, outline and metadata. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const pages = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const marked = new Map<string, string>()
    const open: string[] = []
    let all = ''
    for (const item of content.items) {
      if ('str' in item) {
        all += item.str + (item.hasEOL ? '\n' : '')
        const id = open.findLast((one) => one !== '')
        if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push('id' in item && item.id ? item.id : '')
    }
    pages.push({
      text: all,
      /** What a screen reader meets, in the order of the structure tree; artifacts are not in it. */
      tree: (await page.getStructTree()) as unknown as Node | null,
      marked,
      annotations: await page.getAnnotations(),
    })
  }
  const result = {
    pages,
    outline: await pdf.getOutline(),
    info: (await pdf.getMetadata()).info as Record<string, unknown>,
    preferences: await pdf.getViewerPreferences(),
    tagged: ((await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') ?? false,
  }
  await task.destroy()
  return result
}

export type ReadPdf = Awaited<ReturnType<typeof readPdf>>

/** Every node of one role, over all pages, in order; with the words under it. */
export function nodesOf(pdf: ReadPdf, role: string): (Node & { text: string })[] {
  const found: (Node & { text: string })[] = []
  for (const { tree, marked } of pdf.pages) {
    const text = (node: Node): string =>
      node.type === 'content' ? (marked.get(node.id!) ?? '') : (node.children ?? []).map(text).join('')
    const walk = (node: Node) => {
      if (node.role === role) found.push({ ...node, text: text(node) })
      node.children?.forEach(walk)
    }
    if (tree) walk(tree)
  }
  return found
}
