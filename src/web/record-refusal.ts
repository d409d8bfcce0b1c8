import type { Context } from 'hono'
import type { AuditRecord } from '../custody/audit-events.ts'
import { inOffice } from '../custody/transaction.ts'
import type { Web, WebEnv } from './context.ts'

/** Requests whose refusal has been recorded: doors stand one behind the other. */
const told = new WeakSet<Request>()

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/

/** What stands behind the first words of an address on the desk. */
const KINDS: Readonly<Record<string, AuditRecord['subjectKind']>> = {
  cases: 'case',
  contacts: 'contact',
  gaps: 'gap',
  notices: 'notice',
  people: 'staff',
}

/**
 * Records that who is signed in was kept from something: a page that is not theirs, or a thing that is not there for
 * them, such as another office's. An address that names nothing and is nobody's is no such thing.
 */
export async function recordRefusal(c: Context<WebEnv>, web: Web, status: 403 | 404): Promise<void> {
  const { staff } = c.var
  const id = UUID.exec(c.req.path)?.[0]
  if (!staff || told.has(c.req.raw) || (status === 404 && !id)) return
  told.add(c.req.raw)
  const parts = c.req.path.split('/').filter(Boolean)
  const kind = parts.map((part) => KINDS[part]).find(Boolean)
  const side = parts.slice(0, 2).join('/').replace(UUID, 'id')
  await inOffice(web.house, staff.organisation, { kind: 'staff', id: staff.staffId }, async (t) =>
    t.audit({
      event: 'access.refused',
      ...(kind && id ? { subjectKind: kind, subjectId: id } : {}),
      details: { side, status },
    }),
  )
}
