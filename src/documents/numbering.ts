import { documents } from '../language/catalogues/documents.ts'
import type { Document, Figure, Heading, TableBlock } from './model.ts'

/** The names by which parts of a document are called: the same in every form it takes. */
export interface Names {
  /** Anchor of each heading. */
  anchors: Map<Heading, string>
  /** "Taulukko 2. Yhteydenotot kunnittain". */
  captions: Map<TableBlock | Figure, string>
}

/** Gives headings their anchors and numbers tables and figures; a lone one needs no number. */
export function nameParts(document: Document): Names {
  const words = documents(document.lang)
  const anchors = new Map<Heading, string>()
  const captions = new Map<TableBlock | Figure, string>()
  const taken = new Set<string>()
  const tables = document.blocks.filter((block) => block.kind === 'table')
  const figures = document.blocks.filter((block) => block.kind === 'figure')
  for (const part of [...tables, ...figures]) {
    if (taken.has(part.name)) throw new Error(`two parts of the document are named ${part.name}`)
    taken.add(part.name)
  }
  tables.forEach((table, i) => {
    captions.set(table, words('table', { n: i + 1, caption: table.caption }))
  })
  figures.forEach((figure, i) => {
    captions.set(figure, words('figure', { n: i + 1, caption: figure.title }))
  })
  if (tables.length === 1) captions.set(tables[0]!, tables[0]!.caption)
  if (figures.length === 1) captions.set(figures[0]!, figures[0]!.title)
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue
    const wanted = block.id ?? anchorOf(block.text)
    let anchor = wanted
    for (let n = 2; taken.has(anchor); n++) anchor = `${wanted}-${n}`
    taken.add(anchor)
    anchors.set(block, anchor)
  }
  return { anchors, captions }
}

/** "Päätösten viipyminen 2026" → "paatosten-viipyminen-2026". */
export function anchorOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain || 'section'
}
