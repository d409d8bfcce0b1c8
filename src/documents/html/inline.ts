import { escapeHtml } from '../escape.ts'
import { runsOf, safeHref } from '../inline.ts'
import type { Inline } from '../model.ts'

export function inlineHtml(inlines: Inline[]): string {
  return runsOf(inlines)
    .map((run) => {
      let html = escapeHtml(run.text).replaceAll('\n', '<br>')
      if (run.italic) html = `<em>${html}</em>`
      if (run.bold) html = `<strong>${html}</strong>`
      if (run.lang) html = `<span lang="${escapeHtml(run.lang)}">${html}</span>`
      const href = safeHref(run.href)
      return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`
    })
    .join('')
}
