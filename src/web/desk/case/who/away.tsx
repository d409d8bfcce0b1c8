import { awayNow } from '../../../../access/index.ts'
import { whoMay } from '../../../../language/catalogues/who-may.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Web } from '../../../context.ts'
import { Button, HiddenFields } from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, staffNames } from '../../frame.tsx'

/** Whether somebody is away today. */
export const isAway = (c: DeskContext, web: Web, staffId: string): Promise<boolean> =>
  asStaff(c, web, async (t) => (await awayNow(t)).has(staffId))

/** Asks before a case is given to somebody who is away, and offers the one who stands in. */
export async function awayPage(
  c: DeskContext,
  web: Web,
  given: { id: string; staffId: string; action: string; field: string; hidden: Record<string, string> },
): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  const { away, names } = await asStaff(c, web, async (tx) => ({
    away: (await awayNow(tx)).get(given.staffId),
    names: await staffNames(tx),
  }))
  const name = names.get(given.staffId) ?? ''
  const substitute = away?.answers ? names.get(away.answers) : undefined
  const date = formatDate(lang, away?.until ?? '')
  const title = t('assign-away-title', { name })
  const form = (to: string, label: string, look: 'primary' | 'secondary') => (
    <form method="post" action={given.action}>
      <HiddenFields values={{ ...given.hidden, [given.field]: to, away: 'yes' }} />
      <Button look={look}>{label}</Button>
    </form>
  )
  return showDesk(c, web, {
    title,
    section: 'queue',
    back: `/desk/cases/${given.id}`,
    children: (
      <div class="av-flow av-narrow">
        <h1>{title}</h1>
        <p>
          {substitute
            ? t('assign-away', { name, date, substitute })
            : t('assign-away-nobody', { name, date })}
        </p>
        <div class="av-buttons">
          {substitute && form(away!.answers!, t('assign-to-substitute', { name: substitute }), 'primary')}
          {form(given.staffId, t('assign-anyway', { name }), 'secondary')}
        </div>
      </div>
    ),
  })
}
