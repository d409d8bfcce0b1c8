import type { CaseAction } from '../../../cases/index.ts'
import { dateInFinland } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { Action } from './actions.tsx'
import type { OpenCase } from './open-case.ts'

/** The buttons of some of the case's events, on a page that is about them; `page` is where one comes back to. */
export function TrackActions(props: {
  lang: Lang
  opened: OpenCase
  now: Date
  page?: 'mediation' | 'remedy'
  wanted: (action: CaseAction) => boolean
}) {
  const { opened } = props
  const actions = opened.actions.filter((action) => action.refusal === null && props.wanted(action))
  return (
    <div class="av-track">
      {actions.map((action) => (
        <Action
          lang={props.lang}
          caseId={opened.file.case.id}
          version={opened.file.case.version}
          actions={opened.actions}
          handlers={opened.handlers}
          begun={[]}
          today={dateInFinland(props.now).toString()}
          told={opened.file.account.decision}
          page={props.page}
          action={action}
        />
      ))}
    </div>
  )
}
