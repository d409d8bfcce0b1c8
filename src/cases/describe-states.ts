import { stateOf } from '../../workflows/index.ts'
import type { Track } from '../../workflows/workflow.ts'
import type { Lang } from '../language/lang.ts'
import { type CaseStanding, snapshotOf, workflowOf } from './workflow-of.ts'

export interface DescribedState {
  /** Dotted path, as in the column `state`. */
  path: string
  track: Track
  trackLabel: string
  /** A short name, for lists and badges. */
  label: string
  /** To the client: what this means and what happens next, in plain words. To the office: the same as `label`. */
  text: string
}

/** Where a case stands, one entry for each track that has begun, the office's own first. Pure. */
export function describeStates(
  row: CaseStanding,
  lang: Lang,
  audience: 'office' | 'client',
): DescribedState[] {
  const workflow = workflowOf(row)
  const texts = workflow.texts[lang]
  const { paths } = stateOf(workflow, snapshotOf(row))
  return paths
    .map((path) => {
      const track = trackOf(path)
      const state = texts.states[path]
      return {
        path,
        track,
        trackLabel: track === 'ended' ? texts.states.ended!.label : texts.tracks[track],
        label: state?.label ?? path,
        text: (audience === 'client' ? state?.client : state?.label) ?? '',
      }
    })
    .filter((state) => audience === 'office' || state.text)
    .sort((one, other) => Number(other.track === 'office') - Number(one.track === 'office'))
}

/** The short name of a state, for a stored path such as `open.office.triage`. */
export function stateLabel(
  row: Pick<CaseStanding, 'workflow' | 'workflowVersion'>,
  path: string,
  lang: Lang,
): string {
  return workflowOf(row).texts[lang].states[path]?.label ?? path
}

const trackOf = (path: string): Track =>
  path.startsWith('ended') ? 'ended' : ((path.split('.')[1] as Track | undefined) ?? 'office')
