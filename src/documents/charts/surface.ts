import { type Mark, numbered } from './drawing.ts'

/** A bar of the n:th series; the third and fourth are hatched so that they differ without colour. */
export function surface(series: number, x: number, y: number, width: number, height: number): Mark[] {
  const marks: Mark[] = []
  const look = numbered('surface', series)
  // An outline is drawn inside the bar, so that its length stays true.
  const inset = look === 'surface-1' ? 0 : 0.5
  marks.push({
    kind: 'rect',
    x: x + inset,
    y: y + inset,
    width: Math.max(width - 2 * inset, 0),
    height: Math.max(height - 2 * inset, 0),
    look,
  })
  if (look === 'surface-3') marks.push({ kind: 'path', d: diagonals(x, y, width, height), look: 'hatch-3' })
  if (look === 'surface-4') marks.push({ kind: 'path', d: horizontals(x, y, width, height), look: 'hatch-4' })
  return marks.filter((mark) => mark.kind !== 'path' || mark.d !== '')
}

function diagonals(x: number, y: number, width: number, height: number): string {
  let d = ''
  for (let offset = 5; offset < width + height; offset += 6) {
    const fromX = Math.max(0, offset - height)
    const toX = Math.min(offset, width)
    d += `M${x + fromX},${y + offset - fromX}L${x + toX},${y + offset - toX}`
  }
  return d
}

function horizontals(x: number, y: number, width: number, height: number): string {
  let d = ''
  for (let offset = 4; offset < height; offset += 4) d += `M${x},${y + offset}L${x + width},${y + offset}`
  return d
}
