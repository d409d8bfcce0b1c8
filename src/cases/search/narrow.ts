import { Temporal } from 'temporal-polyfill'
import { Prisma } from '../../database/client.ts'
import { TIME_ZONE } from '../../language/formats.ts'

/** Codes a search is narrowed by; all of them must hold. */
export interface Narrow {
  kind?: string
  /** open | waiting | closed */
  state?: 'open' | 'waiting' | 'closed'
  serviceTask?: string
  municipality?: string
  /** the id of a member of staff, or "nobody" */
  handler?: string
  urgent?: boolean
  /** opened on this ISO date or later, or earlier: days in Finland */
  from?: string
  until?: string
}

/** The same codes as a condition on the case `c`. The door app.find_words reads them by the same names. */
export function narrowed(only: Narrow): Prisma.Sql {
  const is = [Prisma.sql`true`]
  if (only.kind) is.push(Prisma.sql`c.kind = ${only.kind}`)
  if (only.serviceTask) is.push(Prisma.sql`c.service_task = ${only.serviceTask}`)
  if (only.municipality) is.push(Prisma.sql`c.municipality = ${only.municipality}`)
  if (only.handler === 'nobody') is.push(Prisma.sql`c.handler_id is null`)
  else if (only.handler) is.push(Prisma.sql`c.handler_id = ${only.handler}::uuid`)
  if (only.urgent) is.push(Prisma.sql`c.urgent`)
  if (only.state === 'open') is.push(Prisma.sql`c.closed_at is null`)
  if (only.state === 'closed') is.push(Prisma.sql`c.closed_at is not null`)
  if (only.state === 'waiting')
    is.push(Prisma.sql`c.closed_at is null and c.tags && array['waiting-client', 'waiting-authority']`)
  if (only.from) is.push(Prisma.sql`c.opened_at >= ${startOf(only.from)}::timestamptz`)
  if (only.until) is.push(Prisma.sql`c.opened_at < ${startOf(only.until, 1)}::timestamptz`)
  return Prisma.join(is, ' and ')
}

/** As the door reads it. */
export const narrowJson = ({ from, until, urgent, ...codes }: Narrow): string =>
  JSON.stringify({
    ...Object.fromEntries(Object.entries(codes).filter(([, value]) => value)),
    ...(urgent && { urgent: true }),
    ...(from && { from: startOf(from) }),
    ...(until && { until: startOf(until, 1) }),
  })

/** The moment a day in Finland begins, some days on. */
const startOf = (day: string, on = 0): string =>
  Temporal.PlainDate.from(day).add({ days: on }).toZonedDateTime(TIME_ZONE).toInstant().toString()
