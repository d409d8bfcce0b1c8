import type { Context } from 'hono'
import { may } from '../../../access/index.ts'
import { notices } from '../../../language/catalogues/notices.ts'
import type { WebEnv } from '../../context.ts'

export const OUTBOX = '/desk/notices'

export const textsOf = (c: Context<WebEnv>) => notices(c.var.lang)

/** A case's number, leading to the case for those who may read it. */
export function CaseNumber({ c, number }: { c: Context<WebEnv>; number: string | null }) {
  if (!number) return <>–</>
  return may(c.var.staff!, 'case.read') ? (
    <a href={`/desk/cases/${number}`}>{number}</a>
  ) : (
    <span>{number}</span>
  )
}
