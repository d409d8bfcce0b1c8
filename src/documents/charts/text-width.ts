/** Rough advance of each kind of letter, in ems, as wide as the widest fonts a browser may fall back to. */
function advance(char: string): number {
  if (/[iljI.,:;'|!]/.test(char)) return 0.34
  if (/[ftr()/\-–\s]/.test(char)) return 0.42
  if (/[mwMWÅÄÖ@%]/.test(char)) return 0.95
  if (/[A-Z]/.test(char)) return 0.74
  return 0.64
}

export function textWidth(text: string, size: number): number {
  let width = 0
  for (const char of text) width += advance(char)
  return width * size
}

/** Breaks a label into lines of at most `width`; a word longer than that is cut with a hyphen. */
export function wrapLabel(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line ? `${line} ${word}` : word
    if (textWidth(longer, size) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    let rest = word
    while (textWidth(rest, size) > width && rest.length > 4) {
      let cut = rest.length - 1
      while (cut > 3 && textWidth(`${rest.slice(0, cut)}-`, size) > width) cut--
      lines.push(`${rest.slice(0, cut)}-`)
      rest = rest.slice(cut)
    }
    line = rest
  }
  if (line) lines.push(line)
  return lines
}
