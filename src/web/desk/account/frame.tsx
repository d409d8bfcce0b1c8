import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { desk } from '../../../language/catalogues/desk.ts'
import type { Web, WebEnv } from '../../context.ts'
import { readOffice } from '../../portal/office.ts'
import { AuthorityLayout, DeskLayout } from '../../ui/parts.ts'
import { sectionsFor } from '../frame.tsx'
import type { Side } from '../sign-in/index.tsx'

export interface AccountPage {
  title: string
  back?: string
  hasErrors?: boolean
  status?: 200 | 409 | 422 | 429
  children: Child
}

/** A page of a person's own account, on the side they work on. */
export async function showAccount(
  c: Context<WebEnv>,
  web: Web,
  side: Side,
  page: AccountPage,
): Promise<Response> {
  const { lang } = c.var
  const staff = c.var.staff!
  const frame = {
    lang,
    title: page.title,
    hasErrors: page.hasErrors,
    user: { name: staff.name, role: desk(lang)(`role-${staff.role}`) },
    organisation: (await readOffice(web.house, staff.organisation, lang))?.name,
    back: page.back,
    demo: web.demo,
  }
  c.status(page.status ?? 200)
  return c.render(
    side === '/authority' ? (
      <AuthorityLayout {...frame}>{page.children}</AuthorityLayout>
    ) : (
      <DeskLayout {...frame} sections={staff.mustSetUpFactor ? [] : sectionsFor(staff)}>
        {page.children}
      </DeskLayout>
    ),
  )
}
