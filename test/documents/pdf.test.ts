import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { rowTexts } from '../../src/documents/cells.ts'
import { plainText } from '../../src/documents/inline.ts'
import { type Block, type Document, heading, paragraph, tablesOf } from '../../src/documents/model.ts'
import { nameParts } from '../../src/documents/numbering.ts'
import { renderPdf } from '../../src/documents/pdf.ts'
import { elements, pagesOf, type RawElement, rawStructure, textOf } from './raw-pdf.ts'
import { nodesOf, type ReadPdf, readPdf } from './read-pdf.ts'
import { sample } from './sample.ts'

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The words of a document in reading order, as its author wrote them. */
function wordsOf(document: Document): string[] {
  const { captions } = nameParts(document)
  const of = (block: Block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [block.text]
      case 'paragraph':
        return [plainText(block.runs)]
      case 'quote':
        return [plainText(block.runs), ...(block.source ? [block.source] : [])]
      case 'callout':
        return [...(block.title ? [block.title] : []), plainText(block.runs)]
      case 'list':
        return block.items.map(plainText)
      case 'key-figures':
        return block.items.flatMap((item) => [item.label, ...(item.note ? [item.note] : [])])
      case 'figure':
        return [captions.get(block)!, ...(block.caption ? [block.caption] : [])]
      case 'table':
        return [
          captions.get(block)!,
          block.header,
          ...block.columns.map((column) => column.label),
          ...block.rows.flatMap((row) => [row.label, ...rowTexts(document.lang, block.columns, row.cells)]),
          ...(block.note ? [block.note] : []),
        ]
      default:
        return []
    }
  }
  return document.blocks.flatMap(of).filter(Boolean)
}

interface Canvases {
  create(
    width: number,
    height: number,
  ): {
    canvas: null
    context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } }
  }
}

/** Each page as pixels, red, green, blue and opacity. */
async function pictures(bytes: Uint8Array): Promise<Buffer[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const drawn: Buffer[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const viewport = page.getViewport({ scale: 1 })
    const { canvas, context } = (pdf.canvasFactory as Canvases).create(viewport.width, viewport.height)
    await page.render({ canvas, canvasContext: context as never, viewport }).promise
    drawn.push(Buffer.from(context.getImageData(0, 0, viewport.width, viewport.height).data))
  }
  await task.destroy()
  return drawn
}

describe('a document as PDF', () => {
  const document = sample()
  let bytes: Uint8Array
  let read: ReadPdf
  let root: RawElement
  beforeAll(async () => {
    bytes = await renderPdf(document)
    ;[read, root] = await Promise.all([readPdf(bytes), rawStructure(bytes)])
  })

  it('says its title, author and language', () => {
    expect(read.info).toMatchObject({
      Title: document.title,
      Author: document.author,
      Subject: document.description,
      Language: 'fi',
    })
    expect(read.preferences?.get('DisplayDocTitle')).toBe(true)
    expect(read.tagged).toBe(true)
  })

  it('has a bookmark for every chapter and section', () => {
    const titles = (items: typeof read.outline): unknown[] =>
      items.map((item) => [item.title, titles(item.items as typeof read.outline)])
    expect(titles(read.outline)).toEqual([
      ['Vuosi lyhyesti', [['Miten luvut on laskettu', []]]],
      ['Yhteydenotot', ['Kuukausittain', 'Kunnittain', 'Palveluittain'].map((text) => [text, []])],
      ['Havainnot ja suositukset', [['Pohjoissaamen sanoja', []]]],
      ['Liitteet', []],
    ])
  })

  it('tags headings by their level, the title above them', () => {
    const of = (level: number) =>
      document.blocks.filter((block) => block.kind === 'heading' && block.level === level)
    expect(elements(root, 'H1').map((one) => flat(textOf(one)))).toEqual([document.title])
    for (const level of [1, 2, 3, 4]) {
      const texts = elements(root, `H${level + 1}`).map((one) => flat(textOf(one)))
      const expected = of(level).map((block) => block.kind === 'heading' && block.text)
      expect(texts).toEqual(level === 1 ? ['Sisällys', ...expected] : expected)
    }
  })

  it('holds the words of the document, all of them, in order and with spaces between them', () => {
    const body = textOf(root)
    let from = body.indexOf('Vuosi lyhyesti', body.indexOf('Liitteet'))
    for (const words of wordsOf(document)) {
      const at = flat(body.slice(from)).indexOf(flat(words))
      expect(at, words).toBeGreaterThanOrEqual(0)
      from += Math.max(0, body.slice(from).indexOf(flat(words).split(' ')[0]!))
    }
  })

  it('marks up tables so that each figure has its row and column', () => {
    const tables = tablesOf(document)
    const found = elements(root, 'Table')
    expect(found).toHaveLength(tables.length)
    found.forEach((element, i) => {
      const { columns, rows, header } = tables[i]!
      const [head, ...lines] = elements(element, 'TR')
      const heads = elements(head!, 'TH')
      expect(heads.map((cell) => flat(textOf(cell)))).toEqual([header, ...columns.map((one) => one.label)])
      expect(heads.every((cell) => cell.scope === 'Column')).toBe(true)
      expect(lines.map((line) => line.kids.map((cell) => flat(textOf(cell as RawElement))))).toEqual(
        rows.map((row) => [row.label, ...rowTexts('fi', columns, row.cells)].map(flat)),
      )
      for (const line of lines) expect(elements(line, 'TH').map((cell) => cell.scope)).toEqual(['Row'])
    })
  })

  it('says in words that a figure is not shown', () => {
    const suppressed = tablesOf(document).flatMap((table) => table.rows.flatMap((row) => row.cells))
    const signs = elements(root, 'Table').flatMap((table) => elements(table, 'Span'))
    expect(signs).toHaveLength(suppressed.filter((cell) => cell === null).length)
    expect(new Set(signs.map((sign) => sign.alt))).toEqual(new Set(['lukua ei näytetä']))
  })

  it('gives every chart its words and its place', () => {
    const figures = document.blocks.filter((block) => block.kind === 'figure')
    expect(elements(root, 'Figure').map((one) => one.alt)).toEqual(figures.map((one) => one.alt))
    for (const { bbox } of elements(root, 'Figure')) {
      const [left, bottom, right, top] = bbox!
      expect(left!).toBeGreaterThanOrEqual(60)
      expect(right!).toBeLessThan(536)
      expect(top!).toBeGreaterThan(bottom!)
    }
  })

  it('tags lists, quotations and words in other languages', () => {
    const [, plain, ordered] = elements(root, 'L')
    expect([plain!.numbering, ordered!.numbering]).toEqual(['Disc', 'Decimal'])
    expect(elements(ordered!, 'LBody').map(textOf)).toHaveLength(3)
    expect(elements(ordered!, 'Lbl').map((one) => flat(textOf(one)))).toEqual(['1.', '2.', '3.'])
    expect(elements(root, 'BlockQuote')).toHaveLength(1)
    const languages = elements(root, 'Span').map((one) => one.lang)
    expect(languages).toEqual(expect.arrayContaining(['se', 'sv']))
  })

  it('ties each link in the tree to its place on the page', () => {
    const links = elements(root, 'Link')
    for (const link of links) expect(link.kids.some((kid) => 'annotation' in kid)).toBe(true)
    const annotations = read.pages.flatMap((page) => page.annotations)
    expect(annotations.map((one) => one.url).filter(Boolean)).toEqual([
      'https://www.finlex.fi/fi/laki/alkup/2023/20230739',
    ])
    expect(annotations.every((one) => one.url || Array.isArray(one.dest))).toBe(true)
  })

  it('lists each chapter with the page it is on', () => {
    const pageOf = new Map(
      [...elements(root, 'H2'), ...elements(root, 'H3')].map((one) => [flat(textOf(one)), pagesOf(one)[0]!]),
    )
    const entries = elements(root, 'TOCI').map((item) => flat(textOf(item.kids[0] as RawElement)))
    expect(entries).toHaveLength(8)
    for (const entry of entries) {
      const [, text, page] = /^(.*) (\d+)$/.exec(entry)!
      expect(Number(page), text).toBe(pageOf.get(text!)! + 1)
    }
  })

  it('repeats the head of a table that runs over, for the eye only', () => {
    const long = elements(root, 'Table').at(-1)!
    const pages = pagesOf(long)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.slice(1)) {
      expect(read.pages[page]!.text).toContain('Palvelutehtävät ja niiden palvelut (jatkuu)')
      expect(read.pages[page]!.text).toContain('Oikaisuvaatimus')
    }
    expect(elements(long, 'THead')).toHaveLength(1)
  })

  it('never leaves a heading alone at the foot of a page', async () => {
    for (let lines = 20; lines < 60; lines += 3) {
      const text = Array.from({ length: lines }, () => paragraph('Yksi rivi.'))
      const blocks = [
        heading(1, 'Luku'),
        ...text,
        heading(2, 'Otsikko'),
        heading(3, 'Alempi'),
        paragraph('Teksti.'),
      ]
      const tree = await rawStructure(
        await renderPdf({ title: 'T', lang: 'fi', author: 'A', date: '2026-01-01', blocks }),
      )
      const page = (tag: string) => pagesOf(elements(tree, tag)[0]!)
      expect(page('H3')).toEqual(page('H4'))
      expect(page('H4')).toEqual(pagesOf(elements(tree, 'P').at(-1)!))
    }
  })

  it('puts the same ink on the page as with the whole typefaces', async () => {
    const whole = await renderPdf(document, { embedding: 'whole' })
    expect(whole.length).toBeGreaterThan(bytes.length * 4)
    const [few, all] = await Promise.all([pictures(bytes), pictures(whole)])
    expect(few.length).toBe(all.length)
    few.forEach((page, n) => {
      expect(Buffer.compare(page, all[n]!), `page ${n + 1}`).toBe(0)
      expect(page.filter((value, i) => i % 4 === 0 && value < 128).length).toBeGreaterThan(100)
    })
  })

  it('is the same, byte for byte, each time', async () => {
    expect(Buffer.compare(await renderPdf(document), bytes)).toBe(0)
  })

  it('is read without an artifact among the words', () => {
    const said = nodesOf(read, 'Document').map((node) => node.text)
    expect(said.join('')).not.toContain(`3 (${read.pages.length})`)
    expect(said.join('')).not.toContain('(jatkuu)')
  })
})

describe('a paragraph that announces a list', () => {
  it('is never left alone at the foot of a page', async () => {
    for (const lines of [28, 29, 30, 31, 32, 33, 34, 35, 36]) {
      const fill = Array.from({ length: lines }, (_, i): Block => paragraph(`Line ${i}`))
      const blocks: Block[] = [
        ...fill,
        paragraph('There are two of them:'),
        { kind: 'list', items: [['The first one'], ['The second one']] } as Block,
      ]
      const { pages } = await readPdf(
        await renderPdf({ ...sample(), blocks, cover: undefined, contents: false }),
      )
      const announced = pages.find(({ text }) => text.includes('There are two'))
      expect(announced!.text).toContain('The first one')
    }
  })
})
