import type { Lang } from '../language/lang.ts'

/**
 * A document before it has a form: the same blocks become an HTML page, a tagged PDF,
 * and, for the tables, sheets and CSV files. Nothing here knows how it will look.
 */
export interface Document {
  title: string
  subtitle?: string
  lang: Lang
  /** The organisation or person who answers for the document. */
  author: string
  /** ISO date of the document, e.g. "2026-03-01". */
  date: string
  /** One sentence for the file's metadata. */
  description?: string
  /** A page of its own before the text; without it the title stands on top of the first page. */
  cover?: Cover
  /** A table of contents, of headings of level 1 and 2. */
  contents?: boolean
  /** `compact`: smaller type and closer lines in the PDF, for a document of few pages. */
  density?: 'normal' | 'compact'
  /** Words at the foot of each page beside the page number; the title without it. */
  footer?: string
  /** A letter of one person: who writes and to whom stand above the title, in the place of the author's line. */
  letter?: LetterHead
  blocks: Block[]
}

/** Both line by line, as on an envelope. */
export interface LetterHead {
  sender: string
  addressee: string
}

export interface Cover {
  /** Above the title, e.g. the county's name. */
  organisation: string
  /** Short lines under the title, e.g. the period, the edition, the version of the frozen data. */
  lines?: string[]
}

export type Block =
  | Heading
  | Paragraph
  | List
  | TableBlock
  | Figure
  | KeyFigures
  | Callout
  | Quote
  | Signature
  | Rule
  | PageBreak

export interface Heading {
  kind: 'heading'
  /** The document's title stands above level 1. */
  level: 1 | 2 | 3 | 4
  text: string
  /** Anchor, unique in the document. Without it one is made from the text. */
  id?: string
  lang?: Lang
}

/** A stretch of text with one look. A plain string is a run without any. */
export type Inline = string | Run
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  /** An absolute address (https, mailto, tel) or "#id" of a heading, table or figure. */
  href?: string
  /** Set when the words are in another language than the document. */
  lang?: string
}

export interface Paragraph {
  kind: 'paragraph'
  runs: Inline[]
  /** `lead` is the larger text that opens a chapter, `small` a remark. */
  tone?: 'normal' | 'lead' | 'small'
}

export interface List {
  kind: 'list'
  ordered: boolean
  items: Inline[][]
}

/** `null` is a suppressed figure: it is printed as a sign and explained under the table. */
export type Cell = string | number | null

export interface Column {
  label: string
  /** Code of the classification, for machines reading the CSV. */
  code?: string
  /** Decimals of the numbers in this column; 0 by default. */
  decimals?: number
  /** `text` columns align to the start; `number` (default) to the end. */
  type?: 'number' | 'text'
}

export interface Row {
  /** The row's name, a row header. */
  label: string
  code?: string
  /** One cell for each column. */
  cells: Cell[]
  /** `total` is set apart and bold. */
  role?: 'normal' | 'total'
  /** 1 or more: the row is part of the nearest row above with a smaller level. */
  level?: number
}

export interface TableBlock {
  kind: 'table'
  /** File and sheet name and anchor: short, lower case, hyphens, unique in the document. */
  name: string
  caption: string
  /** Heading of the column of row names, e.g. "Kunta". */
  header: string
  columns: Column[]
  rows: Row[]
  /** Printed under the table: counting unit, source, what is left out. */
  note?: string
}

export interface Figure {
  kind: 'figure'
  /** Anchor, unique in the document. */
  name: string
  chart: Chart
  title: string
  /** What the picture tells, in words: highest, lowest, direction. */
  alt: string
  /** Printed under the figure. */
  caption?: string
}

export interface Series {
  name: string
  /** `null` is suppressed; a list shorter than `labels` has no figures yet for the rest. */
  values: (number | null)[]
}

export interface Chart {
  /** `bars` lie, for named categories; `columns` stand, for months; `lines` for years and long series. */
  kind: 'bars' | 'columns' | 'lines'
  labels: string[]
  /** The first series is the one that matters and is drawn strongest; one to four. */
  series: Series[]
  /** What the numbers count, written at the axis, e.g. "yhteydenottoa". */
  unit: string
  decimals?: number
}

export interface KeyFigures {
  kind: 'key-figures'
  items: KeyFigure[]
}
export interface KeyFigure {
  label: string
  value: Cell
  decimals?: number
  unit?: string
  /** E.g. the change from the year before. */
  note?: string
}

/** A box: something the reader must know before reading on. */
export interface Callout {
  kind: 'callout'
  title?: string
  runs: Inline[]
}

export interface Quote {
  kind: 'quote'
  runs: Inline[]
  source?: string
}

/** A line to sign on by hand, with the name under it. */
export interface Signature {
  kind: 'signature'
  name: string
}

export interface Rule {
  kind: 'rule'
}

/** A new page in the PDF and in print. */
export interface PageBreak {
  kind: 'page-break'
}

export const heading = (level: Heading['level'], text: string, id?: string): Heading => ({
  kind: 'heading',
  level,
  text,
  id,
})
export const paragraph = (...runs: Inline[]): Paragraph => ({ kind: 'paragraph', runs })
export const list = (items: (Inline | Inline[])[], ordered = false): List => ({
  kind: 'list',
  ordered,
  items: items.map((item) => (Array.isArray(item) ? item : [item])),
})

export function tablesOf(document: Document): TableBlock[] {
  return document.blocks.filter((block) => block.kind === 'table')
}
