import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { notices } from '../../../language/catalogues/notices.ts'
import type { Web, WebEnv } from '../../context.ts'
import { DeskLayout, type DeskSection } from '../../ui/parts.ts'

export const OUTBOX = '/desk/notices'

export const textsOf = (c: Context<WebEnv>) => notices(c.var.lang)

/** The desk's frame around a page of the outbox. */
export function Frame({
  c,
  web,
  title,
  back,
  hasErrors,
  children,
}: {
  c: Context<WebEnv>
  web: Web
  title: string
  back?: string
  hasErrors?: boolean
  children: Child
}) {
  const staff = c.var.staff!
  const office: DeskSection[] = ['queue', 'log', 'search', 'statistics', 'reports']
  const sections = staff.role === 'admin' ? [...office, 'admin' as const] : office
  return (
    <DeskLayout
      lang={c.var.lang}
      title={title}
      hasErrors={hasErrors}
      user={{ name: staff.name }}
      sections={sections}
      section={staff.role === 'admin' ? 'admin' : undefined}
      back={back}
      demo={web.demo}
    >
      {children}
    </DeskLayout>
  )
}
