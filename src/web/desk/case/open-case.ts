import {
  allowedActions,
  attachmentsOf,
  type CaseAction,
  type CaseAttachment,
  type CaseFile,
  type Change,
  changeOf,
  type DescribedState,
  describeStates,
  type GlassOnCase,
  gapsOfCase,
  glassOnCase,
  type KeepingNow,
  keepingNow,
  type ReadRightsIssue,
  Refusal,
  readCase,
  rightsIssuesOf,
} from '../../../cases/index.ts'
import type { Web } from '../../context.ts'
import { asStaff, type DeskContext, handlersFor, staffNames } from '../frame.tsx'

/** Everything the pages of one case are drawn from. */
export interface OpenCase {
  file: CaseFile
  /** Names of the office's people by id. */
  names: ReadonlyMap<string, string>
  handlers: { value: string; label: string }[]
  actions: CaseAction[]
  states: DescribedState[]
  gaps: Awaited<ReturnType<typeof gapsOfCase>>
  rights: ReadRightsIssue[]
  change: Change
  /** openings by exception, the latest first */
  glass: GlassOnCase[]
  attachments: CaseAttachment[]
  /** what restricts the use of the data, and what the client asked to be put right */
  keeping: KeepingNow
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The id in the address. Throws Refusal "not-found" for anything that cannot be one. */
export function caseId(c: DeskContext): string {
  const id = c.req.param('id') ?? ''
  if (!UUID.test(id)) throw new Refusal('not-found')
  return id
}

/** Opens a case for whoever is signed in; recorded as a read, or as a print. */
export function openCase(c: DeskContext, web: Web, how: 'read' | 'print' = 'read'): Promise<OpenCase> {
  const id = caseId(c)
  const { lang } = c.var
  return asStaff(c, web, async (t) => {
    const file = await readCase(t, id)
    if (how === 'print') t.audit({ event: 'case.printed', subjectKind: 'case', subjectId: id })
    return {
      file,
      names: await staffNames(t),
      handlers: await handlersFor(t, id, lang),
      // A case that is nobody's is in the queue already.
      actions: allowedActions(file.case, 'office', lang).filter(
        ({ type }) => type !== 'RELEASE' || file.case.handlerId !== null,
      ),
      states: describeStates(file.case, lang, 'office'),
      gaps: await gapsOfCase(t, id),
      rights: await rightsIssuesOf(t, file.case),
      change: await changeOf(t, file.case),
      glass: await glassOnCase(t, id),
      attachments: await attachmentsOf(t, id),
      keeping: await keepingNow(t, id),
    }
  })
}
