import type { HandOff } from './facts.ts'

/** The client was back where he or she had been: the authorities in the order of the walk, the first one also last. */
export interface Loop {
  readonly authorities: readonly string[]
}

export interface HandOffs {
  /** How often the client was sent on. */
  readonly count: number
  /** How often to an authority that had had the matter already. */
  readonly bounces: number
  /** Every loop, in the order in which it closed. */
  readonly loops: readonly Loop[]
  /** The authorities, in the order in which the client met them. */
  readonly authorities: readonly string[]
}

/** In the order of their days where all have one; else as they were written, since nobody knows better. */
export function inOrder(handOffs: readonly HandOff[]): HandOff[] {
  if (handOffs.some(({ on }) => on === undefined)) return [...handOffs]
  return handOffs.toSorted((a, b) => a.on!.localeCompare(b.on!))
}

/** The walk that ends with a hand-off, followed back until it was begun where it ends; undefined: there is none. */
function loopClosedBy(walk: readonly HandOff[], last: number): Loop | undefined {
  const goal = walk[last]!.to
  const path = [goal]
  for (let at = last; at >= 0; ) {
    const { from } = walk[at]!
    path.unshift(from)
    if (from === goal) return { authorities: path }
    let before = at - 1
    while (before >= 0 && walk[before]!.to !== from) before -= 1
    at = before
  }
  return undefined
}

/**
 * Reads a client's way from authority to authority: A to B, B to C, C back to A is a loop of three. Each hand-off
 * closes at most one loop, the latest one that leads back to its goal.
 */
export function readHandOffs(handOffs: readonly HandOff[]): HandOffs {
  const walk = inOrder(handOffs)
  const met = new Set<string>()
  let bounces = 0
  for (const { from, to } of walk) {
    met.add(from)
    if (met.has(to)) bounces += 1
    met.add(to)
  }
  const loops = walk.flatMap((_, index) => loopClosedBy(walk, index) ?? [])
  return { count: walk.length, bounces, loops, authorities: [...met] }
}
