import { PageContent } from './page-content.ts'
import { PAGE } from './theme.ts'

const BOTTOM = PAGE.height - PAGE.bottom

/** A strip of the page that is never divided: a line of text, a row, a picture. */
export interface Slab {
  height: number
  /** Space above and below; the larger of two neighbours counts, none at the top of a page. */
  before?: number
  after?: number
  /** Stands on the same page as the next one: headings, captions, the first lines of a paragraph. */
  keep?: boolean
  /** Begins a new page. */
  breakBefore?: boolean
  /** Drawn once more above this slab when it opens a page, as a table's head is. */
  repeat?: { height: number; draw: Draw }
  draw: Draw
}
export type Draw = (page: PageContent, y: number) => void

/** Lays slabs under each other on as many pages as they need. */
export class Flow {
  readonly pages: PageContent[]
  #next: number
  #page: PageContent | undefined
  #y = PAGE.top
  #after = 0

  /**
   * @param pages where new pages are added
   * @param first place in the document of the first page to come, from 0
   */
  constructor(pages: PageContent[], first: number) {
    this.pages = pages
    this.#next = first
  }

  place(slabs: Slab[]): void {
    for (let i = 0; i < slabs.length; ) {
      let end = i
      while (slabs[end]?.keep && end + 1 < slabs.length) end++
      const chain = slabs.slice(i, end + 1)
      if (!this.#page || chain[0]!.breakBefore || !this.#fits(chain)) this.#open(chain[0]!)
      for (const slab of chain) {
        // A chain longer than a page comes apart where it must.
        if (!this.#fits([slab])) this.#open(slab)
        this.#draw(slab)
      }
      i = end + 1
    }
  }

  #fits(chain: Slab[]): boolean {
    let y = this.#y
    let after = this.#after
    const atTop = this.#atTop()
    chain.forEach((slab, i) => {
      y += (atTop && i === 0 ? 0 : Math.max(after, slab.before ?? 0)) + slab.height
      after = slab.after ?? 0
    })
    return y <= BOTTOM + 0.01
  }

  #atTop(): boolean {
    return this.#y === PAGE.top
  }

  #open(first: Slab): void {
    if (this.#page && this.#atTop()) return
    this.#page = new PageContent(this.#next++)
    this.pages.push(this.#page)
    this.#y = PAGE.top
    this.#after = 0
    if (!first.repeat) return
    first.repeat.draw(this.#page, this.#y)
    this.#y += first.repeat.height
  }

  #draw(slab: Slab): void {
    if (!this.#atTop()) this.#y += Math.max(this.#after, slab.before ?? 0)
    slab.draw(this.#page!, this.#y)
    this.#y += slab.height
    this.#after = slab.after ?? 0
  }
}
