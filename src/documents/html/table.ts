import { documents } from '../../language/catalogues/documents.ts'
import type { Lang } from '../../language/lang.ts'
import { cellText, hasSuppressed, SUPPRESSED } from '../cells.ts'
import { escapeHtml } from '../escape.ts'
import type { Cell, Column, TableBlock } from '../model.ts'

/**
 * A table with its caption, column and row headers. It stands in a region that scrolls sideways and
 * takes the keyboard, so that a wide table never makes the whole page scroll.
 */
export function tableHtml(lang: Lang, table: TableBlock, caption: string): string {
  const head = [table.header, ...table.columns.map((column) => column.label)]
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, i) =>
      cellHtml(lang, column, i in row.cells ? row.cells[i]! : ''),
    )
    const level = row.level ? ` class="doc-level-${Math.min(row.level, 3)}"` : ''
    return `<tr${row.role === 'total' ? ' class="doc-total"' : ''}><th scope="row"${level}>${escapeHtml(row.label)}</th>${cells.join('')}</tr>`
  })
  return (
    `<div class="doc-table" role="region" aria-labelledby="${table.name}-caption" tabindex="0">` +
    `<table id="${table.name}"><caption id="${table.name}-caption">${escapeHtml(caption)}</caption>` +
    `<thead><tr>${head.map((label, i) => headHtml(label, i === 0 || table.columns[i - 1]?.type === 'text')).join('')}</tr></thead>` +
    `<tbody>${rows.join('\n')}</tbody></table></div>${notesHtml(lang, table)}`
  )
}

function headHtml(label: string, text: boolean): string {
  return `<th scope="col"${text ? '' : ' class="doc-number"'}>${escapeHtml(label)}</th>`
}

function cellHtml(lang: Lang, column: Column, cell: Cell): string {
  const number = column.type === 'text' ? '' : ' class="doc-number"'
  if (cell !== null) return `<td${number}>${escapeHtml(cellText(lang, cell, column.decimals))}</td>`
  // The sign alone says nothing when it is heard.
  const spoken = escapeHtml(documents(lang)('suppressed'))
  return `<td${number}><span aria-hidden="true">${SUPPRESSED}</span><span class="doc-spoken">${spoken}</span></td>`
}

/** The notes under a table: its own, and what the sign of a suppressed figure means. */
export function tableNotes(lang: Lang, table: TableBlock): string[] {
  return [
    ...(table.note ? [table.note] : []),
    ...(hasSuppressed(table) ? [documents(lang)('suppressedNote')] : []),
  ]
}

function notesHtml(lang: Lang, table: TableBlock): string {
  return tableNotes(lang, table)
    .map((note) => `<p class="doc-small">${escapeHtml(note)}</p>`)
    .join('')
}
