import { rowTexts } from '../cells.ts'
import type { TableBlock } from '../model.ts'
import type { Press } from './press.ts'
import { BODY_WIDTH, type TextStyle } from './theme.ts'

export const CELL_GAP = 12
export const INDENT = 11

export interface TableLayout {
  style: TextStyle
  /** Of the column of row names first, then of each column; together as wide as the text. */
  widths: number[]
}

const SIZES = [9.3, 8.6, 8, 7.2]
/** Names wrap rather than shrink below this. */
const READABLE = 8
/** Part of the width the names get before the type is made smaller. */
const NAMES_SHARE = 0.34

/**
 * Chooses the largest size at which no word and no number of the table is broken and the names have room,
 * and shares out the width.
 */
export function layOutTable(press: Press, table: TableBlock): TableLayout {
  let tight: TableLayout | undefined
  for (const size of SIZES) {
    if (size > SIZES[0]! * press.scale + 0.3) continue
    const style: TextStyle = { size, leading: size * 1.42, colour: 'ink' }
    const columns = needs(press, table, size)
    const widths = shareOut(columns)
    if (!widths) continue
    if (widths[0]! >= Math.min(columns[0]!.ample, NAMES_SHARE * BODY_WIDTH)) return { style, widths }
    if (!tight || size >= READABLE) tight = { style, widths }
  }
  if (tight) return tight
  const size = SIZES.at(-1)!
  const least = needs(press, table, size).map((need) => need.least)
  const scale = BODY_WIDTH / least.reduce((a, b) => a + b, 0)
  return {
    style: { size, leading: size * 1.42, colour: 'ink' },
    widths: least.map((width) => width * scale),
  }
}

interface Need {
  /** Without breaking a word or a number. */
  least: number
  /** Without breaking a line. */
  ample: number
  number: boolean
}

function needs(press: Press, table: TableBlock, size: number): Need[] {
  const [regular, bold] = [press.fonts.of({}), press.fonts.of({ bold: true })]
  const word = (text: string) =>
    Math.max(0, ...text.split(/[ \n]|(?<=[-–/])/).map((part) => bold.width(part, size)))
  const whole = (text: string) => bold.width(text, size)
  const texts = table.rows.map((row) => rowTexts(press.lang, table.columns, row.cells))
  const names = table.rows.map((row) => ({ text: row.label, indent: (row.level ?? 0) * INDENT }))
  const first: Need = {
    least: Math.max(word(table.header), ...names.map(({ text, indent }) => word(text) + indent)) + CELL_GAP,
    ample: Math.max(whole(table.header), ...names.map(({ text, indent }) => whole(text) + indent)) + CELL_GAP,
    number: false,
  }
  return [
    first,
    ...table.columns.map((column, i): Need => {
      const cells = texts.map((row) => row[i]!)
      const number = column.type !== 'text'
      const wide = Math.max(0, ...cells.map(whole))
      const least = number ? wide : Math.max(0, ...cells.map((text) => regular.width(longest(text), size)))
      return {
        least: Math.max(word(column.label), least) + CELL_GAP,
        ample: Math.max(Math.min(whole(column.label), 90), word(column.label), wide) + CELL_GAP,
        number,
      }
    }),
  ]
}

const longest = (text: string) => text.split(/[ \n]/).reduce((a, b) => (b.length > a.length ? b : a), '')

/** Everything ample where there is room, else what is missing is taken from the columns that can wrap. */
function shareOut(columns: Need[]): number[] | undefined {
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  const ample = sum(columns.map((column) => column.ample))
  const least = sum(columns.map((column) => column.least))
  if (ample <= BODY_WIDTH) {
    // Numbers stand evenly apart, not in the corner; what is left widens the names.
    const at = (target: number) =>
      columns.map((column, i) => (i > 0 && column.number ? Math.max(column.ample, target) : column.ample))
    let target = 92
    while (target > 0 && sum(at(target)) > BODY_WIDTH) target -= 2
    const widths = at(target)
    const spare = BODY_WIDTH - sum(widths)
    return widths.map((width, i) => (i === 0 ? width + spare : width))
  }
  if (least > BODY_WIDTH) return undefined
  // Heads of numbers wrap before names do.
  const words = columns.filter((column) => !column.number)
  const wanted = sum(words.map((column) => column.ample - column.least))
  const forWords = Math.min(wanted, BODY_WIDTH - least)
  const forNumbers = BODY_WIDTH - least - forWords
  const numbersWant = sum(columns.map((column) => (column.number ? column.ample - column.least : 0)))
  return columns.map((column) => {
    const [part, all] = column.number ? [forNumbers, numbersWant] : [forWords, wanted]
    return column.least + (all > 0 ? ((column.ample - column.least) * part) / all : 0)
  })
}
