import { documents } from '../../language/catalogues/documents.ts'
import type { Lang } from '../../language/lang.ts'
import { safeHref } from '../inline.ts'
import type { Document, Run } from '../model.ts'
import type { Names } from '../numbering.ts'
import type { Fonts } from './font-in-use.ts'
import type { Box, PageContent } from './page-content.ts'
import type { StructureElement } from './structure.ts'
import type { TextStyle } from './theme.ts'

/** A link as it stands on a page; where it leads within the document is known when all is laid out. */
export interface PlacedLink {
  page: number
  box: Box
  href: string
  text: string
  element: StructureElement
}
export interface Place {
  page: number
  y: number
}

const COMPACT = 0.88
/** Type is never set smaller, in points. */
const SMALLEST = 8.2

/** What the parts of one PDF share while it is made. */
export class Press {
  readonly lang: Lang
  readonly fonts: Fonts
  readonly names: Names
  readonly links: PlacedLink[] = []
  /** Anchor → where it stands. */
  readonly places = new Map<string, Place>()
  /** By how much type and spaces are smaller than the theme says. */
  readonly scale: number
  /** By how many levels headings are set lower than they stand: in few pages, and lower still in a letter. */
  readonly lower: number
  readonly #parts = new Map<StructureElement, Map<Run, StructureElement>>()

  constructor(fonts: Fonts, names: Names, { lang, density, letter }: Document) {
    this.lang = lang
    this.fonts = fonts
    this.names = names
    this.scale = density === 'compact' ? COMPACT : 1
    this.lower = letter ? 2 : density === 'compact' ? 1 : 0
  }

  /** A style of the theme at the size this document has. */
  style<S extends TextStyle>(style: S): S {
    if (this.scale === 1) return style
    const size = Math.max(Math.min(style.size, SMALLEST), style.size * this.scale)
    return { ...style, size, leading: (style.leading * size) / style.size }
  }

  get words() {
    return documents(this.lang)
  }

  anchor(name: string, page: PageContent, y: number): void {
    this.places.set(name, { page: page.index, y })
  }

  /** The element a run's words belong to: a link or a stretch in another language is one of its own. */
  elementOf(owner: StructureElement, run: Run): StructureElement {
    const lang = run.lang && run.lang !== this.lang ? run.lang : undefined
    const tag = safeHref(run.href) ? 'Link' : lang ? 'Span' : undefined
    if (!tag) return owner
    let parts = this.#parts.get(owner)
    if (!parts) {
      parts = new Map()
      this.#parts.set(owner, parts)
    }
    let part = parts.get(run)
    if (!part) {
      part = owner.add(tag, { lang })
      parts.set(run, part)
    }
    return part
  }

  /** Makes a place on the page lead where the run leads. */
  link(element: StructureElement, run: Run, page: PageContent, box: Box): void {
    const href = safeHref(run.href)
    if (!href) return
    const annotation = this.links.push({ page: page.index, box, href, text: run.text.trim(), element }) - 1
    element.kids.push({ page: page.index, annotation })
  }
}
