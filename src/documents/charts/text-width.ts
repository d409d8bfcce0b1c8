/** Rough advance of each kind of letter in Noto Sans, in ems, on the generous side: enough to leave room by. */
function advance(char: string): number {
  if (/[iljI.,:;'|!]/.test(char)) return 0.3
  if (/[ftr()/\-–\s]/.test(char)) return 0.4
  if (/[mwMWÅÄÖ@%]/.test(char)) return 0.88
  if (/[A-Z]/.test(char)) return 0.67
  return 0.59
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
