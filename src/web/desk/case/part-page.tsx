import type { Child } from 'hono/jsx'
import type { Web } from '../../context.ts'
import { Alert, CaseTitle, ErrorSummary, type FieldError, Flash } from '../../ui/parts.ts'
import { type DeskContext, showDesk } from '../frame.tsx'
import type { Sent } from '../log-contact-values.ts'

/** What was sent and not taken: by which form, and why. */
export interface NotTaken {
  at: string
  sent: Sent
  errors?: FieldError[]
  refusal?: string
}

/** A page of one part of a case, with what was not taken told above it. */
export function showPart(
  c: DeskContext,
  web: Web,
  part: { title: string; caseId: string; notTaken?: NotTaken; done?: string; children: Child },
): Promise<Response> {
  const { title, caseId, notTaken, done } = part
  return showDesk(c, web, {
    title,
    section: 'queue',
    back: `/desk/cases/${caseId}`,
    hasErrors: Boolean(notTaken),
    status: notTaken?.refusal ? 409 : notTaken ? 422 : 200,
    children: (
      <div class="av-flow">
        {done && !notTaken && <Flash>{done}</Flash>}
        <ErrorSummary lang={c.var.lang} errors={notTaken?.errors} />
        {notTaken?.refusal && (
          <Alert tone="danger">
            <p>{notTaken.refusal}</p>
          </Alert>
        )}
        <CaseTitle title={title} />
        {part.children}
      </div>
    ),
  })
}
