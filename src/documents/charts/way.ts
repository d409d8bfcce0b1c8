import type { Drawing, Mark } from './drawing.ts'
import { wrapLabel } from './text-width.ts'

/** One step of a walk between named places. */
export interface WayStep {
  from: string
  to: string
  /** Part of a loop: drawn apart, dashed and in another colour. */
  loop: boolean
}

const WIDTH = 400
const BOX = { width: 132, height: 48 }
const SIZE = 13

interface Point {
  x: number
  y: number
}

/**
 * Draws a walk from place to place: each place a box on an oval in the order in which it was met, each step an arrow
 * with its number. Narrow, so that it can be read on a phone. Needs two places or more.
 */
export function drawWay(places: readonly string[], steps: readonly WayStep[]): Drawing {
  const two = places.length === 2
  const height = two ? 190 : places.length <= 4 ? 320 : 420
  const centre = { x: WIDTH / 2, y: height / 2 }
  const reach = { x: (WIDTH - BOX.width) / 2 - 2, y: (height - BOX.height) / 2 - 2 }
  const at = new Map(
    places.map((place, n): [string, Point] => {
      // From the top, with the hands of the clock; two stand side by side.
      const turn = two ? Math.PI * (n + 1) : (2 * Math.PI * n) / places.length - Math.PI / 2
      return [place, { x: centre.x + reach.x * Math.cos(turn), y: centre.y + reach.y * Math.sin(turn) }]
    }),
  )
  const walked = new Map<string, number>()
  const arrows = steps.map((step, n) => {
    const pair = `${step.from} ${step.to}`
    const before = walked.get(pair) ?? 0
    walked.set(pair, before + 1)
    return arrow(at.get(step.from)!, at.get(step.to)!, 26 + 24 * before, n + 1, step.loop)
  })
  return {
    width: WIDTH,
    height,
    marks: [
      ...arrows.flatMap(({ line }) => line),
      ...places.flatMap((place) => box(place, at.get(place)!)),
      ...arrows.flatMap(({ number }) => number),
    ],
  }
}

function box(name: string, { x, y }: Point): Mark[] {
  const lines = wrapLabel(name, SIZE, BOX.width - 10).slice(0, 3)
  return [
    {
      kind: 'rect',
      x: x - BOX.width / 2,
      y: y - BOX.height / 2,
      width: BOX.width,
      height: BOX.height,
      look: 'surface-2',
    },
    ...lines.map(
      (text, n): Mark => ({
        kind: 'text',
        x,
        y: y + 4.5 + (n - (lines.length - 1) / 2) * 15,
        text,
        size: SIZE,
        anchor: 'middle',
        look: 'ink',
        bold: true,
      }),
    ),
  ]
}

/** Where the line from a box's middle towards a point leaves the box, a little outside it. */
function edge(from: Point, towards: Point): Point {
  const dx = towards.x - from.x
  const dy = towards.y - from.y
  const scale = Math.min(
    (BOX.width / 2 + 4) / Math.max(Math.abs(dx), 0.01),
    (BOX.height / 2 + 4) / Math.max(Math.abs(dy), 0.01),
  )
  return { x: from.x + dx * scale, y: from.y + dy * scale }
}

/** An arrow that bends to its left, so that there and back are two lines; the n:th over the same way bends further. */
function arrow(from: Point, to: Point, bend: number, n: number, loop: boolean) {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const across = { x: (to.y - from.y) / length, y: -(to.x - from.x) / length }
  const knee = {
    x: (from.x + to.x) / 2 + across.x * bend * 2,
    y: (from.y + to.y) / 2 + across.y * bend * 2,
  }
  const start = edge(from, knee)
  const end = edge(to, knee)
  // A quadratic curve as a cubic one.
  const first = { x: start.x + (2 / 3) * (knee.x - start.x), y: start.y + (2 / 3) * (knee.y - start.y) }
  const second = { x: end.x + (2 / 3) * (knee.x - end.x), y: end.y + (2 / 3) * (knee.y - end.y) }
  const middle = {
    x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8,
    y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8,
  }
  const look = loop ? ('stroke-2' as const) : ('stroke-1' as const)
  const fill = loop ? ('marker-2' as const) : ('marker-1' as const)
  const line: Mark[] = [
    {
      kind: 'path',
      d: `M${start.x},${start.y}C${first.x},${first.y},${second.x},${second.y},${end.x},${end.y}`,
      look,
    },
    { kind: 'path', d: head(second, end), look: fill },
  ]
  const number: Mark[] = [
    { kind: 'path', d: disc(middle, 10), look: 'surface-4' },
    {
      kind: 'text',
      x: middle.x,
      y: middle.y + 4.5,
      text: String(n),
      size: SIZE,
      anchor: 'middle',
      look: 'ink',
      bold: true,
    },
  ]
  return { line, number }
}

function head(from: Point, tip: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length }
  const back = { x: tip.x - along.x * 11, y: tip.y - along.y * 11 }
  const corner = (side: 1 | -1) => `${back.x - along.y * 5.5 * side},${back.y + along.x * 5.5 * side}`
  return `M${tip.x},${tip.y}L${corner(1)}L${corner(-1)}Z`
}

/** A circle of four curves. */
function disc({ x, y }: Point, r: number): string {
  const k = r * 0.5523
  return (
    `M${x + r},${y}C${x + r},${y + k},${x + k},${y + r},${x},${y + r}` +
    `C${x - k},${y + r},${x - r},${y + k},${x - r},${y}` +
    `C${x - r},${y - k},${x - k},${y - r},${x},${y - r}` +
    `C${x + k},${y - r},${x + r},${y - k},${x + r},${y}Z`
  )
}
