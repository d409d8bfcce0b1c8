import type { Document } from '../model.ts'
import type { PageContent } from './page-content.ts'
import type { Press } from './press.ts'
import { drawLine } from './text.ts'
import { BODY_WIDTH, PAGE, STYLES } from './theme.ts'
import { wrap } from './wrap.ts'

const NUMBER_ROOM = 70

/** The line at the foot of a page: what the document is, and "3 (24)". A screen reader passes over it. */
export function drawFoot(press: Press, page: PageContent, document: Document, pages: number): void {
  const y = PAGE.height - 50
  page.line('Footer', [PAGE.left, y - 4], [PAGE.left + BODY_WIDTH, y - 4], { stroke: 'rule', lineWidth: 0.6 })
  const set = (text: string, width: number) => wrap(press.fonts, [{ text }], STYLES.small, width)
  const [words] = set(document.footer ?? document.title, BODY_WIDTH - NUMBER_ROOM)
  if (words) drawLine(press, page, 'Footer', words, { x: PAGE.left, y, style: STYLES.small })
  const [number] = set(`${page.index + 1} (${pages})`, NUMBER_ROOM)
  const x = PAGE.left + BODY_WIDTH - NUMBER_ROOM
  drawLine(press, page, 'Footer', number!, { x, y, width: NUMBER_ROOM, style: STYLES.small, align: 'end' })
}
