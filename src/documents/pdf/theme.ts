import type { Heading } from '../model.ts'

/** Sizes in points; y runs down from the top of the page until it is written. */
export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 62, top: 68, bottom: 78 }
export const BODY_WIDTH = PAGE.width - PAGE.left - PAGE.right
export const BODY_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom

/** Text colours stand at least 4.5:1 against the ground they are used on. */
export const COLOURS = {
  ink: '#1d2b36',
  muted: '#51606e',
  accent: '#0f5675',
  rule: '#cfd7dd',
  tint: '#eef4f7',
  white: '#ffffff',
} as const

export type Colour = keyof typeof COLOURS | `#${string}`
export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic'

export interface TextStyle {
  size: number
  leading: number
  colour: Colour
  bold?: boolean
  italic?: boolean
}

export const STYLES = {
  body: { size: 10.5, leading: 16.5, colour: 'ink' },
  lead: { size: 12.5, leading: 19.5, colour: 'ink' },
  small: { size: 8.8, leading: 13, colour: 'muted' },
  caption: { size: 10, leading: 14.5, colour: 'ink', bold: true },
  quote: { size: 10.5, leading: 16.5, colour: 'ink', italic: true },
  title: { size: 25, leading: 32, colour: 'accent', bold: true },
  subtitle: { size: 13, leading: 19, colour: 'muted' },
} as const satisfies Record<string, TextStyle>

interface HeadingStyle extends TextStyle {
  before: number
  after: number
}
export const HEADINGS: Record<Heading['level'], HeadingStyle> = {
  1: { size: 20, leading: 26, colour: 'accent', bold: true, before: 40, after: 12 },
  2: { size: 14, leading: 19, colour: 'ink', bold: true, before: 28, after: 8 },
  3: { size: 11.5, leading: 16, colour: 'ink', bold: true, before: 20, after: 5 },
  4: { size: 10.5, leading: 16, colour: 'muted', bold: true, before: 16, after: 4 },
}

export function faceOf(style: { bold?: boolean; italic?: boolean }): Face {
  if (style.bold && style.italic) return 'bold-italic'
  return style.bold ? 'bold' : style.italic ? 'italic' : 'regular'
}
