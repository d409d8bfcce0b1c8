/**
 * What a chart is made of, before it is SVG or PDF. Units are CSS pixels, the origin is top left.
 * Looks are names, so that both forms take their colours from one place.
 */
export interface Drawing {
  width: number
  height: number
  marks: Mark[]
}

export type Mark =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; look: Look }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; look: Look }
  /** `d` as d3-shape writes it: M, L, C and Z with absolute coordinates. */
  | { kind: 'path'; d: string; look: Look }
  | {
      kind: 'text'
      x: number
      /** Baseline. */
      y: number
      text: string
      size: number
      anchor: 'start' | 'middle' | 'end'
      look: 'ink' | 'muted'
      bold?: boolean
      /** Degrees, clockwise around x, y. */
      angle?: number
    }

export type Look = keyof typeof LOOKS
interface Paint {
  fill?: string
  stroke?: string
  width?: number
  dash?: readonly number[]
}

/**
 * Every surface or its outline stands at least 3:1 against white and every text at least 4.5:1
 * (WCAG 2.2, 1.4.3 and 1.4.11); series differ in lightness, hatching, dash and marker as well as in hue.
 */
export const LOOKS = {
  ink: { fill: '#1d2b36' },
  muted: { fill: '#51606e' },
  grid: { stroke: '#dde3e8', width: 1 },
  axis: { stroke: '#51606e', width: 1 },
  'surface-1': { fill: '#0f5675' },
  'surface-2': { fill: '#cde2ec', stroke: '#0f5675', width: 1 },
  'surface-3': { fill: '#fbe9dd', stroke: '#a94a17', width: 1 },
  'surface-4': { fill: '#ffffff', stroke: '#51606e', width: 1 },
  'hatch-3': { stroke: '#a94a17', width: 1 },
  'hatch-4': { stroke: '#51606e', width: 1 },
  'stroke-1': { stroke: '#0f5675', width: 2.5 },
  'stroke-2': { stroke: '#a94a17', width: 2, dash: [7, 4] },
  'stroke-3': { stroke: '#51606e', width: 2, dash: [2, 3] },
  'stroke-4': { stroke: '#6d3a86', width: 2, dash: [8, 3, 2, 3] },
  'marker-1': { fill: '#0f5675' },
  'marker-2': { fill: '#a94a17' },
  'marker-3': { fill: '#51606e' },
  'marker-4': { fill: '#6d3a86' },
} as const satisfies Record<string, Paint>

export const paintOf = (look: Look): Paint => LOOKS[look]

/** The look of the n:th series (from 0); a chart has at most four. */
export const numbered = <P extends 'surface' | 'stroke' | 'marker'>(part: P, series: number) =>
  `${part}-${(series % 4) + 1}` as `${P}-${1 | 2 | 3 | 4}`
