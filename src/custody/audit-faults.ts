import type { Fault } from './verify-audit.ts'

/** An entry that does not fit where it stands. */
export interface Suspect {
  organisation: string
  seq: number
  seqBefore: number
  /** follows the entry before it by hash */
  follows: boolean
  /** the next one, or the noted end, follows it */
  followed: boolean
  /** its hash is that of its fields */
  whole: boolean
  /** its hash fits one number lower, higher */
  earlier: boolean
  later: boolean
}

export interface ChainEnd {
  organisation: string
  entries: number
  /** the highest number there is */
  last: number
  /** the noted end; null when the note is gone */
  head: number | null
  /** the last entry has the hash of the noted end; so has the entry of the noted number */
  lastFits: boolean | null
  headFits: boolean | null
}

/** Says of each entry that does not fit whether it was changed or put in, and which are missing. */
export function faultsOfEntries(suspects: readonly Suspect[], { organisation }: ChainEnd): Fault[] {
  const bySeq = new Map(suspects.map((one) => [one.seq, one]))
  const faults = new Map<number, Fault>()
  const tell = (seq: number, kind: Fault['kind'], to?: number) =>
    faults.set(seq, { organisation, seq, kind, ...(to !== undefined && to > seq ? { to } : {}) })
  for (const one of suspects) {
    const { seq } = one
    if (seq < 1) {
      tell(seq, 'inserted')
      continue
    }
    if (seq > one.seqBefore + 1) tell(Math.max(one.seqBefore, 0) + 1, 'removed', seq - 1)
    if (one.earlier || one.later) shifted(one, bySeq, tell)
    else if (!one.whole) tell(seq, 'changed')
    else if (!one.follows && seq === one.seqBefore + 1) {
      // The break lies between two whole entries: the one that fits on neither side was written over.
      if (bySeq.get(seq - 1)?.whole === false) continue
      if (!one.followed || seq === 1) tell(seq, 'changed')
      else tell(seq - 1, 'changed')
    }
  }
  return [...faults.values()].sort((a, b) => a.seq - b.seq)
}

/**
 * Entries moved by one number: before the first that moved up, one was put in; where the first that moved down stands,
 * one was taken out. Two that changed places are told as changed.
 */
function shifted(
  one: Suspect,
  bySeq: ReadonlyMap<number, Suspect>,
  tell: (seq: number, kind: Fault['kind']) => void,
): void {
  const [before, after] = [bySeq.get(one.seq - 1), bySeq.get(one.seq + 1)]
  const swapped =
    (one.later && after?.earlier && !before?.later) || (one.earlier && before?.later && !after?.earlier)
  if (swapped) tell(one.seq, 'changed')
  else if (one.earlier && !before?.earlier) tell(one.seq - 1, 'inserted')
  else if (one.later && !before?.later) tell(one.seq, 'removed')
}

/** Says what is wrong with the end of a chain, as far as it does not follow from a fault already told. */
export function faultsOfEnd(end: ChainEnd, known: readonly Fault[]): Fault[] {
  const { organisation, last, head } = end
  const fault = (seq: number, kind: Fault['kind'], to = seq): Fault[] => [
    { organisation, seq, kind, ...(to > seq ? { to } : {}) },
  ]
  if (head === null) return fault(last, 'head')
  if (head === last)
    return end.lastFits !== false || known.some(({ seq }) => seq === last) ? [] : fault(last, 'head')
  if (end.lastFits || (head > 0 && head < last && !end.headFits)) return fault(head, 'head')
  return head > last ? fault(last + 1, 'removed', head) : fault(head + 1, 'inserted', last)
}
