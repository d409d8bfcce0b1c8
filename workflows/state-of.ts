import { restore } from './snapshot.ts'
import type { StoredSnapshot, Tag, Workflow } from './workflow.ts'

/**
 * Where a case stands: the dotted paths of its innermost states, one for each track, and its tags for the queues.
 * `quiet` is a tag of tracks that have not begun and is left out, as are those tracks' paths.
 */
export function stateOf(workflow: Workflow, stored: StoredSnapshot): { paths: string[]; tags: Tag[] } {
  const nodes = restore(workflow, stored)._nodes
  const spoken = nodes.filter((node) => node.type === 'atomic' && !node.tags.includes('quiet'))
  const tags = new Set(nodes.flatMap((node) => node.tags as Tag[]))
  tags.delete('quiet')
  return { paths: spoken.map((node) => node.path.join('.')).sort(byTrack), tags: [...tags].sort() }
}

const TRACKS = ['priority', 'office', 'objection', 'remedy', 'mediation']
const rank = (path: string) => TRACKS.indexOf(path.split('.')[1] ?? '')
const byTrack = (one: string, other: string) => rank(one) - rank(other)
