import { formatDate } from '../../language/formats.ts'
import type { Document, LetterHead } from '../model.ts'
import type { Slab } from './flow.ts'
import { PageContent } from './page-content.ts'
import type { Press } from './press.ts'
import type { StructureElement } from './structure.ts'
import { drawLine, drawLines, textSlabs } from './text.ts'
import { BODY_WIDTH, PAGE, STYLES, type TextStyle } from './theme.ts'
import { wrap } from './wrap.ts'

const ORGANISATION: TextStyle = { size: 12, leading: 17, colour: 'white', bold: true }
const TITLE: TextStyle = { size: 32, leading: 40, colour: 'white', bold: true }
const SUBTITLE: TextStyle = { size: 15, leading: 22, colour: 'white' }
const BAND = 470

/** The first page: the title stands as the document's H1. */
export function drawCover(
  press: Press,
  parent: StructureElement,
  document: Document,
  pages: PageContent[],
): void {
  const page = new PageContent(pages.length)
  pages.push(page)
  const cover = document.cover!
  const put = (element: StructureElement, text: string, style: TextStyle, y: number) => {
    const lines = wrap(press.fonts, [{ text }], style, BODY_WIDTH)
    drawLines(press, page, element, lines, { x: PAGE.left, y, style })
    return y + lines.length * style.leading
  }
  page.rect('decoration', { x: 0, y: 0, width: PAGE.width, height: BAND }, { fill: 'accent' })
  page.rect('decoration', { x: PAGE.left, y: 190, width: 46, height: 4 }, { fill: 'white' })
  put(parent.add('P'), cover.organisation, ORGANISATION, 84)
  let y = put(parent.add('H1'), document.title, TITLE, 214)
  if (document.subtitle) y = put(parent.add('P'), document.subtitle, SUBTITLE, y + 14)
  y = BAND + 40
  const last = `${document.author}, ${formatDate(document.lang, document.date)}`
  for (const line of [...(cover.lines ?? []), last]) y = put(parent.add('P'), line, STYLES.subtitle, y)
}

/** Without a cover the title stands on top of the first page. */
export function titleSlabs(press: Press, parent: StructureElement, document: Document): Slab[] {
  if (document.letter) return letterSlabs(press, parent, document, document.letter)
  const { title, subtitle, author, date, lang } = document
  const set = (tag: 'H1' | 'P', text: string, style: TextStyle, after: number) =>
    textSlabs(press, parent.add(tag), [text], style, { after, keep: true })
  return [
    ...set('H1', title, { ...STYLES.title, size: 21, leading: 27 }, 3),
    ...(subtitle ? set('P', subtitle, { ...STYLES.subtitle, size: 12, leading: 17 }, 2) : []),
    ...set('P', `${author}, ${formatDate(lang, date)}`, STYLES.small, 14),
  ]
}

const DATE_ROOM = 110

/** Who writes, with the day beside it; to whom; then the title. */
function letterSlabs(
  press: Press,
  parent: StructureElement,
  { title, subtitle, date, lang }: Document,
  { sender, addressee }: LetterHead,
): Slab[] {
  const style = press.style(STYLES.body)
  const from = textSlabs(press, parent.add('P'), [sender], STYLES.body, {
    width: BODY_WIDTH - DATE_ROOM,
    after: 26,
    keep: true,
  })
  const day = parent.add('P')
  const [line] = wrap(press.fonts, [{ text: formatDate(lang, date) }], style, DATE_ROOM)
  const [first] = from
  if (first) {
    const { draw } = first
    first.draw = (page, y) => {
      draw(page, y)
      const x = PAGE.left + BODY_WIDTH - DATE_ROOM
      drawLine(press, page, day, line!, { x, y, width: DATE_ROOM, style, align: 'end' })
    }
  }
  const set = (tag: 'H1' | 'P', text: string, asked: TextStyle, after: number) =>
    textSlabs(press, parent.add(tag), [text], asked, { after, keep: true })
  return [
    ...from,
    ...(addressee ? set('P', addressee, STYLES.body, 34) : []),
    ...set('H1', title, { ...STYLES.title, size: 19, leading: 25, colour: 'ink' }, 2),
    ...(subtitle ? set('P', subtitle, { ...STYLES.subtitle, size: 11, leading: 16 }, 16) : []),
  ]
}
