import type { Run } from '../model.ts'
import type { FontInUse, Fonts } from './font-in-use.ts'
import type { TextStyle } from './theme.ts'

/** A stretch of one line in one font. */
export interface Piece {
  text: string
  /** Without a trailing space at the end of the line. */
  width: number
  font: FontInUse
  run: Run
}
export interface Line {
  pieces: Piece[]
  width: number
}

/** Nothing, a space or a chance to break stands after an atom. */
interface Atom {
  text: string
  width: number
  font: FontInUse
  run: Run
  after: 'joined' | 'space' | 'chance' | 'newline'
}

/** Text that cannot be told from a space or be shown is brought to its printable form. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\t\r\f\v]/g, ' ')
}

/**
 * Breaks text into lines of at most `width` points: at spaces, after hyphens and slashes within words,
 * and, where a single word is longer than the line, between any two letters. A line that was broken at a
 * space keeps the space at its end: without it a screen reader runs two words together.
 */
export function wrap(fonts: Fonts, runs: Run[], style: TextStyle, width: number): Line[] {
  const lines: Line[] = []
  let current: Atom[] = []
  let used = 0
  const flush = () => {
    lines.push(lineOf(current, style))
    current = []
    used = 0
  }
  for (const unit of unitsOf(atomsOf(fonts, runs, style))) {
    let rest = unit
    const space = current.at(-1)?.after === 'space' ? spaceWidth(current.at(-1)!, style) : 0
    if (current.length > 0 && used + space + widthOf(rest) > width + 0.01) flush()
    else used += space
    while (widthOf(rest) > width + 0.01) {
      const [head, tail] = cut(rest, style, width)
      if (tail.length === 0) break
      current = head
      flush()
      rest = tail
    }
    current.push(...rest)
    used += widthOf(rest)
    if (rest.at(-1)?.after === 'newline') flush()
  }
  if (current.length > 0) flush()
  return lines
}

const widthOf = (atoms: Atom[]) => atoms.reduce((sum, atom) => sum + atom.width, 0)
const spaceWidth = (atom: Atom, style: TextStyle) => atom.font.width(' ', style.size)

function atomsOf(fonts: Fonts, runs: Run[], style: TextStyle): Atom[] {
  const atoms: Atom[] = []
  for (const run of runs) {
    const font = fonts.of({ bold: run.bold || style.bold, italic: run.italic !== style.italic })
    for (const [text] of printable(run.text).matchAll(
      /\n| +|[^ \n]+?(?:[-–](?=\p{L})|\/(?=[^/ \n]))|[^ \n]+/gu,
    )) {
      const last = atoms.at(-1)
      if (text === '\n') {
        if (last && last.after !== 'newline') last.after = 'newline'
        else atoms.push({ text: '', width: 0, font, run, after: 'newline' })
      } else if (text.startsWith(' ')) {
        if (last && last.after !== 'newline') last.after = 'space'
      } else {
        const after = /[-–/]$/.test(text) ? 'chance' : 'joined'
        atoms.push({ text, width: font.width(text, style.size), font, run, after })
      }
    }
  }
  // A hyphen at the very end of a word's run is followed by whatever comes next, unbroken or not.
  return atoms
}

/** Groups atoms between which no line may end. */
function* unitsOf(atoms: Atom[]): Generator<Atom[]> {
  let unit: Atom[] = []
  for (const atom of atoms) {
    unit.push(atom)
    if (atom.after === 'joined') continue
    yield unit
    unit = []
  }
  if (unit.length > 0) yield unit
}

/** Splits a unit that is wider than a line. */
function cut(unit: Atom[], style: TextStyle, width: number): [Atom[], Atom[]] {
  const head: Atom[] = []
  let used = 0
  for (const [i, atom] of unit.entries()) {
    if (used + atom.width <= width) {
      head.push(atom)
      used += atom.width
      continue
    }
    const chars = [...atom.text]
    let count = 0
    while (count < chars.length) {
      const w = atom.font.width(chars[count]!, style.size)
      if (used + w > width) break
      used += w
      count++
    }
    if (count === 0 && head.length === 0) count = 1
    const part = (text: string, after: Atom['after']) => ({
      ...atom,
      text,
      after,
      width: atom.font.width(text, style.size),
    })
    if (count > 0) head.push(part(chars.slice(0, count).join(''), 'joined'))
    const left = chars.slice(count).join('')
    return [head, [...(left ? [part(left, atom.after)] : []), ...unit.slice(i + 1)]]
  }
  return [head, []]
}

function lineOf(atoms: Atom[], style: TextStyle): Line {
  const pieces: Piece[] = []
  let width = 0
  atoms.forEach((atom, i) => {
    const inside = i < atoms.length - 1
    const space = atom.after === 'space' || (atom.after === 'newline' && !inside) ? ' ' : ''
    const text = atom.text + space
    const advance = atom.width + (space && inside ? spaceWidth(atom, style) : 0)
    const last = pieces.at(-1)
    if (last && last.run === atom.run && last.font === atom.font) {
      last.text += text
      last.width += advance
    } else {
      pieces.push({ text, width: advance, font: atom.font, run: atom.run })
    }
    width += advance
  })
  return { pieces, width }
}
