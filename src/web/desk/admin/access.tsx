import { Hono } from 'hono'
import {
  AccessRefused,
  changeOwnCasesOnly,
  listAbsences,
  may,
  removeAbsence,
  saveAbsence,
} from '../../../access/index.ts'
import { glassBroken } from '../../../cases/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { formatDateTime } from '../../../language/formats.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { stepUp } from '../../step-up.ts'
import { Button, Checkbox, ErrorSummary, type FieldError, Flash, Form, Table } from '../../ui/parts.ts'
import { AbsenceForm, Absences, absenceField, absenceIn } from '../account/absence-form.tsx'
import { asStaff, type DeskContext, handlers, showDesk, staffNames } from '../frame.tsx'
import { text } from '../log-contact-values.ts'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const AT = '/desk/admin/access'
const DONE = ['done-absence', 'done-absence-removed', 'done-own-only'] as const

/** Absences of the office, its openings by exception, and whether ombudsmen see each other's cases. Mount at `/access`. */
export function accessPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.use(async (c, next) => (may(c.var.staff!, 'absence.set') ? next() : problem(c, 403)))
  pages.use('/own-only', async (c, next) =>
    may(c.var.staff!, 'organisation.change') ? next() : problem(c, 403),
  )
  pages.use('/own-only', stepUp(web, { back: AT }))
  // An absence of somebody else opens their cases to whoever stands in.
  const proof = stepUp(web, { back: AT })
  pages.post('/', proof)
  pages.post('/remove', proof)
  pages.get('/', (c) => show(c, web))
  pages.post('/', (c) => takeAbsence(c, web))
  pages.post('/remove', async (c) => {
    const id = text(await c.req.parseBody(), 'absence')
    const gone = UUID.test(id) && (await asStaff(c, web, (t) => removeAbsence(t, id)))
    return gone ? c.redirect(`${AT}?done=absence-removed`, 303) : problem(c, 404)
  })
  pages.post('/own-only', async (c) => {
    const only = text(await c.req.parseBody(), 'only') === 'yes'
    await asStaff(c, web, (t) => changeOwnCasesOnly(t, only))
    return c.redirect(`${AT}?done=own-only`, 303)
  })
  return pages
}

async function takeAbsence(c: DeskContext, web: Web): Promise<Response> {
  const sent = await c.req.parseBody()
  const t = access(c.var.lang)
  const who = text(sent, 'who')
  const wrong = (code: Parameters<typeof absenceField>[0], message: string) =>
    show(c, web, { sent, errors: [{ field: absenceField(code), message }] })
  if (!UUID.test(who)) return wrong('absence-person', t('refused-absence-person'))
  const given = absenceIn(sent, who)
  if (!given) return wrong('absence-dates', t('refused-absence-dates'))
  if (given.substituteId && !UUID.test(given.substituteId)) return problem(c, 404)
  try {
    await asStaff(c, web, (tx) => saveAbsence(tx, given))
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    return wrong(error.code, t(`refused-${error.code}`))
  }
  return c.redirect(`${AT}?done=absence`, 303)
}

async function show(
  c: DeskContext,
  web: Web,
  tried?: { sent: Record<string, unknown>; errors: FieldError[] },
): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  const staff = c.var.staff!
  const found = await asStaff(c, web, async (tx) => ({
    absences: await listAbsences(tx),
    people: await handlers(tx),
    names: await staffNames(tx),
    glass: await glassBroken(tx),
    only: (await tx.sql.organisation.findUniqueOrThrow({ where: { code: tx.organisation } })).ownCasesOnly,
  }))
  const done = DONE.find((one) => one === `done-${c.req.query('done')}`)
  return showDesk(c, web, {
    title: t('access-title'),
    section: 'admin',
    back: '/desk/admin',
    hasErrors: Boolean(tried),
    status: tried ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={tried?.errors} />
        {done && <Flash>{t(done)}</Flash>}
        <h1>{t('access-title')}</h1>
        <section class="av-panel av-flow" aria-labelledby="absence-title">
          <h2 id="absence-title">{t('absence-title')}</h2>
          <p>{t('absence-office')}</p>
          <Absences lang={lang} rows={found.absences} names={found.names} action={`${AT}/remove`} withName />
          <AbsenceForm
            lang={lang}
            action={AT}
            people={found.people}
            who
            sent={tried?.sent}
            errors={tried?.errors}
          />
        </section>
        <section class="av-panel av-flow" aria-labelledby="glass-title">
          <h2 id="glass-title">{t('glass-list')}</h2>
          {found.glass.length === 0 ? (
            <p class="av-hush">{t('glass-list-none')}</p>
          ) : (
            <Table
              caption={t('glass-list')}
              captionHidden
              stack
              rows={found.glass}
              columns={[
                {
                  label: t('door-number'),
                  rowHeader: true,
                  cell: (row) => <a href={`/desk/cases/${row.caseId}/who`}>{row.number}</a>,
                },
                { label: t('glass-who'), cell: (row) => found.names.get(row.staffId) ?? '–' },
                { label: t('glass-when'), cell: (row) => formatDateTime(lang, row.openedAt) },
                { label: t('glass-ends'), cell: (row) => formatDateTime(lang, row.untilAt) },
              ]}
            />
          )}
        </section>
        {may(staff, 'organisation.change') && (
          <section class="av-panel av-flow" aria-labelledby="own-title">
            <h2 id="own-title">{t('own-only-title')}</h2>
            <Form lang={lang} action={`${AT}/own-only`}>
              <div class="av-flow">
                <Checkbox name="only" label={t('own-only')} hint={t('own-only-text')} checked={found.only} />
                <Button look="secondary">{t('save')}</Button>
              </div>
            </Form>
          </section>
        )}
      </div>
    ),
  })
}
