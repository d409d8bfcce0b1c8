import { escapeHtml } from '../escape.ts'
import type { Drawing, Mark } from './drawing.ts'
import { paintOf } from './drawing.ts'

/**
 * Writes a drawing as an SVG element without inline styles, which the content security policy forbids:
 * looks are presentation attributes, so that the picture is right on its own, and class names, which a
 * stylesheet may use.
 * @param id unique on the page: the title and description are named after it
 */
export function toSvg(drawing: Drawing, id: string, title: string, description: string): string {
  const { width, height, marks } = drawing
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" ` +
    `role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeHtml(title)}</title>` +
    `<desc id="${id}-desc">${escapeHtml(description)}</desc>` +
    `${marks.map(element).join('')}</svg>`
  )
}

const short = (n: number) => String(Math.round(n * 100) / 100)
const shortPath = (d: string) => d.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (n) => short(Number(n)))

function element(mark: Mark): string {
  if (mark.kind === 'text') {
    const turn = mark.angle ? ` transform="rotate(${mark.angle} ${short(mark.x)} ${short(mark.y)})"` : ''
    return (
      `<text class="chart-${mark.look}" x="${short(mark.x)}" y="${short(mark.y)}" font-size="${mark.size}" ` +
      `text-anchor="${mark.anchor}"${mark.bold ? ' font-weight="700"' : ''}${paint(mark)}${turn}>` +
      `${escapeHtml(mark.text)}</text>`
    )
  }
  const look = `class="chart-${mark.look}"${paint(mark)}`
  if (mark.kind === 'path') return `<path ${look} d="${shortPath(mark.d)}"/>`
  if (mark.kind === 'line') {
    return `<line ${look} x1="${short(mark.x1)}" y1="${short(mark.y1)}" x2="${short(mark.x2)}" y2="${short(mark.y2)}"/>`
  }
  return `<rect ${look} x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}"/>`
}

function paint(mark: Mark): string {
  const { fill, stroke, width, dash } = paintOf(mark.look)
  return (
    ` fill="${fill ?? 'none'}"` +
    (stroke ? ` stroke="${stroke}" stroke-width="${width}"` : '') +
    (dash ? ` stroke-dasharray="${dash.join(' ')}"` : '')
  )
}
