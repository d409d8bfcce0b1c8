import { StructureElement } from './structure.ts'
import { COLOURS, type Colour, PAGE } from './theme.ts'

/** Content that a screen reader skips; `Footer` and `Header` repeat on every page. */
export type Artifact = 'decoration' | 'Header' | 'Footer'

/**
 * The content stream of one page as it grows. Everything drawn belongs either to an element of the
 * structure or to an artifact, so nothing can be left untagged. Coordinates run down from the top.
 */
export class PageContent {
  readonly index: number
  /** Element of each marked-content number. */
  readonly marked: StructureElement[] = []
  readonly #operators: string[] = []
  #open: StructureElement | Artifact | undefined

  constructor(index: number) {
    this.index = index
  }

  /** Draws under an element or artifact; a stretch of drawing under the same one is one sequence. */
  #enter(owner: StructureElement | Artifact): void {
    if (this.#open === owner) return
    this.#leave()
    this.#open = owner
    if (owner instanceof StructureElement) {
      const mcid = this.marked.push(owner) - 1
      owner.kids.push({ page: this.index, mcid })
      this.#operators.push(`/${owner.tag} <</MCID ${mcid}>> BDC`)
    } else if (owner === 'decoration') {
      this.#operators.push('/Artifact BMC')
    } else {
      this.#operators.push(`/Artifact <</Type /Pagination /Subtype /${owner}>> BDC`)
    }
  }

  #leave(): void {
    if (this.#open !== undefined) this.#operators.push('EMC')
    this.#open = undefined
  }

  /** `hex` is text encoded by the font of that resource name; `angle` in degrees, clockwise. */
  text(owner: StructureElement | Artifact, { x, y, size, resource, hex, colour, angle = 0 }: TextMark): void {
    this.#enter(owner)
    const turn = (-angle * Math.PI) / 180
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    const matrix = angle ? `${n(c)} ${n(s)} ${n(-s)} ${n(c)}` : '1 0 0 1'
    this.#operators.push(
      `BT /${resource} ${n(size)} Tf ${rgb(colour)} rg ${matrix} ${n(x)} ${n(PAGE.height - y)} Tm <${hex}> Tj ET`,
    )
  }

  rect(owner: StructureElement | Artifact, box: Box, paint: Paint): void {
    this.#enter(owner)
    const { x, y, width, height } = box
    this.#operators.push(
      `${begin(paint)} ${n(x)} ${n(PAGE.height - y - height)} ${n(width)} ${n(height)} re ${end(paint)}`,
    )
  }

  line(owner: StructureElement | Artifact, from: Point, to: Point, paint: Paint): void {
    this.#enter(owner)
    this.#operators.push(`${begin(paint)} ${point(from)} m ${point(to)} l ${end(paint)}`)
  }

  /** Absolute M, L, C and Z commands, in page coordinates. */
  path(owner: StructureElement | Artifact, commands: PathCommand[], paint: Paint): void {
    this.#enter(owner)
    const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' }
    const drawn = commands.map(({ command, points }) => [...points.map(point), operators[command]].join(' '))
    this.#operators.push(`${begin(paint)} ${drawn.join(' ')} ${end(paint)}`)
  }

  /** The finished stream. */
  bytes(): Uint8Array {
    this.#leave()
    return Buffer.from(this.#operators.join('\n'), 'latin1')
  }
}

export type Point = readonly [x: number, y: number]
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export interface Paint {
  fill?: Colour
  stroke?: Colour
  lineWidth?: number
  dash?: readonly number[]
  round?: boolean
}
export interface PathCommand {
  command: 'M' | 'L' | 'C' | 'Z'
  points: Point[]
}
export interface TextMark {
  x: number
  /** Baseline. */
  y: number
  size: number
  resource: string
  hex: string
  colour: Colour
  angle?: number
}

const n = (value: number) => String(Math.round(value * 1000) / 1000)
const point = ([x, y]: Point) => `${n(x)} ${n(PAGE.height - y)}`

function begin({ fill, stroke, lineWidth = 1, dash, round }: Paint): string {
  const parts = ['q']
  if (fill) parts.push(`${rgb(fill)} rg`)
  if (stroke) parts.push(`${rgb(stroke)} RG ${n(lineWidth)} w`)
  if (dash) parts.push(`[${dash.map(n).join(' ')}] 0 d`)
  if (round) parts.push('1 j')
  return parts.join(' ')
}

function end({ fill, stroke }: Paint): string {
  return `${fill && stroke ? 'B' : fill ? 'f' : 'S'} Q`
}

function rgb(colour: Colour): string {
  const hex = colour in COLOURS ? COLOURS[colour as keyof typeof COLOURS] : colour
  return [1, 3, 5].map((i) => n(Number.parseInt(hex.slice(i, i + 2), 16) / 255)).join(' ')
}
