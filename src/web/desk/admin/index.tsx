import { type Context, Hono } from 'hono'
import {
  AccessRefused,
  changeStaff,
  invite,
  listInvitations,
  listStaff,
  may,
  ROLES,
  type Role,
  readRequirement,
  resetFactors,
  sendPasswordLink,
  setUpPath,
} from '../../../access/index.ts'
import { municipalityName } from '../../../classification/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { directory } from '../../../language/catalogues/directory.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { formatDate, formatDateTime } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { staffOnly } from '../../session.ts'
import { stepUp } from '../../step-up.ts'
import {
  Alert,
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  LinkButton,
  Select,
  Table,
  TextField,
} from '../../ui/parts.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { NoFactorYet } from '../account/no-factor-yet.tsx'
import { municipalityOptions } from '../code-options.ts'
import { asStaff, showDesk } from '../frame.tsx'
import { accessPages } from './access.tsx'
import { auditPage } from './audit.tsx'
import { auditFile, digestAsFile } from './audit-export.ts'
import { takeHandOver, takePlaces, workPage } from './leaver.tsx'
import { officePage, takeOffice } from './office.tsx'
import { populationPage, takePopulation } from './population.tsx'
import { ScannerState, scannerState } from './scanner.tsx'
import { signInSettings, takeSignInSettings } from './sign-in.tsx'

const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

interface Invited {
  values?: { email: string; role: string; municipality: string }
  errors?: FieldError[]
  link?: string
}

/** The office's people, its details and population figures, its audit log. Mount at `/desk/admin`. */
export function adminPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(staffOnly(web, ['admin', 'lead']), pageRenderer)
  pages.get('/', (c) => peoplePage(c, web))
  pages.get('/notices', (c) => c.redirect('/desk/notices/texts', 303))
  pages.get('/audit', (c) => auditPage(c, web))
  for (const path of ['/audit/file', '/audit/digest'])
    pages.use(path, stepUp(web, { back: '/desk/admin/audit' }))
  pages.get('/audit/file', (c) => auditFile(c, web))
  pages.get('/audit/digest', (c) => digestAsFile(c, web))
  pages.use('/people/*', async (c, next) => (may(c.var.staff!, 'staff.manage') ? next() : problem(c, 403)))
  // Roles and access are changed by somebody who is surely there.
  pages.use('/people/*', stepUp(web))
  for (const path of ['/office', '/sign-in', '/population'])
    pages.use(path, async (c, next) => (may(c.var.staff!, 'organisation.change') ? next() : problem(c, 403)))
  pages.get('/office', (c) => officePage(c, web))
  pages.post('/office', (c) => takeOffice(c, web))
  pages.get('/sign-in', (c) => signInSettings(c, web))
  pages.post('/sign-in', stepUp(web), (c) => takeSignInSettings(c, web))
  pages.get('/population', (c) => populationPage(c, web))
  pages.post('/population', (c) => takePopulation(c, web))
  pages.route('/access', accessPages(web))
  pages.get('/people/:id/work', (c) => workPage(c, web, c.req.param('id')))
  pages.post('/people/:id/places', (c) => takePlaces(c, web, c.req.param('id')))
  pages.post('/people/:id/hand-over', (c) => takeHandOver(c, web, c.req.param('id')))
  pages.post('/people/invite', (c) => takeInvite(c, web))
  pages.post('/people/:id/reset-factors', async (c) => {
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) return problem(c, 404)
    try {
      await asStaff(c, web, (t) => resetFactors(t, id))
    } catch (error) {
      if (error instanceof AccessRefused) return problem(c, 404)
      throw error
    }
    return c.redirect('/desk/admin?done=reset', 303)
  })
  pages.post('/people/:id/password-link', async (c) => {
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) return problem(c, 404)
    try {
      await asStaff(c, web, (t) => sendPasswordLink(t, id))
    } catch (error) {
      if (error instanceof AccessRefused) return problem(c, 404)
      throw error
    }
    return c.redirect('/desk/admin?done=password', 303)
  })
  pages.post('/people/:id', (c) => takeChange(c, web, c.req.param('id')))
  return pages
}

async function takeInvite(c: Context<WebEnv>, web: Web): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => String(form[name] ?? '').trim()
  const values = { email: text('email'), role: text('role'), municipality: text('municipality') }
  const t = access(c.var.lang)
  const wrong = (field: string, message: string) =>
    peoplePage(c, web, { values, errors: [{ field, message }] })
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) return wrong('email', t('email-wrong'))
  if (!isRole(values.role)) return wrong('role', t('role-wrong', { roles: ROLES.join(', ') }))
  const staff = c.var.staff!
  try {
    const { token } = await invite(
      web.house,
      staff.organisation,
      { ...values, role: values.role, language: c.var.lang },
      { kind: 'staff', id: staff.staffId },
    )
    return peoplePage(c, web, { link: web.house.publicUrl + setUpPath(token) })
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    const field = error.code === 'municipality-elsewhere' ? 'municipality' : 'email'
    return wrong(field, t(`refused-${error.code}`))
  }
}

async function takeChange(c: Context<WebEnv>, web: Web, id: string): Promise<Response> {
  const form = await c.req.parseBody()
  const role = String(form[`role-${id}`] ?? '')
  if (!/^[0-9a-f-]{36}$/.test(id) || !isRole(role)) return problem(c, 404)
  const municipality = String(form[`municipality-${id}`] ?? '') || null
  try {
    await asStaff(c, web, (t) =>
      changeStaff(t, { id, role, active: form[`active-${id}`] === 'yes', municipality }),
    )
    return c.redirect('/desk/admin?done=1', 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code === 'not-found') return problem(c, 404)
    const message = access(c.var.lang)(`refused-${error.code}`)
    return peoplePage(c, web, { errors: [{ field: `role-${id}`, message }] })
  }
}

async function peoplePage(c: Context<WebEnv>, web: Web, given: Invited = {}): Promise<Response> {
  const { lang } = c.var
  const t = admin(lang)
  const { values, errors, link } = given
  const staff = c.var.staff!
  const manages = may(staff, 'staff.manage')
  const { people, invited, withFactor } = await asStaff(c, web, async (o) => ({
    people: await listStaff(o),
    invited: await listInvitations(o),
    withFactor: (await readRequirement(o)).withFactor,
  }))
  const scanner = await scannerState(c, web)
  const roles = ROLES.map((role) => ({ value: role, label: desk(lang)(`role-${role}`) }))
  const places = municipalityOptions(staff.organisation, lang)
  const placeOf = (row: { role: Role; municipality: string | null; municipalities: string[] }) =>
    row.role !== 'authority'
      ? row.municipalities.map((code) => municipalityName(code, lang)).join(', ') || '–'
      : row.municipality
        ? municipalityName(row.municipality, lang)
        : t('whole-area')
  return showDesk(c, web, {
    title: t('title'),
    section: 'admin',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={errors} />
        {c.req.query('done') && <Flash>{doneText(c)}</Flash>}
        <h1>{t('title')}</h1>
        <NoFactorYet lang={lang} staff={staff} side="/desk" />
        {link && (
          <Alert tone="success">
            <p>{t(web.mailLeaves ? 'invite-link' : 'invite-link-by-hand')}</p>
            <p class="av-typed">{link}</p>
          </Alert>
        )}
        <div class="av-buttons">
          {may(staff, 'organisation.change') && (
            <>
              <LinkButton look="secondary" href="/desk/admin/office">
                {t('office-title')}
              </LinkButton>
              <LinkButton look="secondary" href="/desk/admin/sign-in">
                {signInTexts(lang)('settings-title')}
              </LinkButton>
              <LinkButton look="secondary" href="/desk/admin/population">
                {t('population-title')}
              </LinkButton>
            </>
          )}
          <LinkButton look="secondary" href="/desk/admin/access">
            {whoMay(lang)('access-title')}
          </LinkButton>
          <LinkButton look="secondary" href="/desk/notices">
            {t('notices')}
          </LinkButton>
          <LinkButton look="secondary" href="/desk/directory">
            {directory(lang)('desk.title')}
          </LinkButton>
          <LinkButton look="secondary" href="/desk/admin/rules">
            {t('rules')}
          </LinkButton>
          <LinkButton look="secondary" href="/desk/retention">
            {retentionTexts(lang)('title')}
          </LinkButton>
          <LinkButton look="secondary" href="/desk/admin/audit">
            {t('audit')}
          </LinkButton>
        </div>
        <ScannerState lang={lang} state={scanner} />
        <Table
          caption={t('people')}
          stack
          rows={people}
          columns={[
            { label: t('name'), rowHeader: true, cell: (row) => row.name },
            { label: t('email'), cell: (row) => row.email },
            { label: t('role'), cell: (row) => desk(lang)(`role-${row.role}`) },
            { label: t('municipality'), cell: placeOf },
            {
              label: t('last-seen'),
              cell: (row) => (row.lastSignInAt ? formatDateTime(lang, row.lastSignInAt) : t('never')),
            },
            {
              label: signInTexts(lang)('has-factor'),
              cell: (row) => signInTexts(lang)(withFactor.has(row.id) ? 'yes' : 'no'),
            },
          ]}
        />
        {manages && <h2>{t('people-change')}</h2>}
        {manages &&
          people.map((row) => (
            <Details summary={row.name} open={Boolean(errors && errorOf(errors, `role-${row.id}`))}>
              <Form lang={lang} action={`/desk/admin/people/${row.id}`}>
                <div class="av-flow av-narrow">
                  <Select
                    lang={lang}
                    name={`role-${row.id}`}
                    label={t('role')}
                    options={roles}
                    value={row.role}
                    empty={false}
                    error={errorOf(errors, `role-${row.id}`)}
                  />
                  <Select
                    lang={lang}
                    name={`municipality-${row.id}`}
                    label={t('municipality')}
                    hint={t('municipality-hint')}
                    options={places}
                    value={row.municipality ?? ''}
                    empty={t('whole-area')}
                  />
                  <Checkbox name={`active-${row.id}`} label={t('active')} checked={row.active} />
                  <Button>{t('save')}</Button>
                  {row.active && (row.role === 'ombudsman' || row.role === 'lead') && (
                    <a href={`/desk/admin/people/${row.id}/work`}>{whoMay(lang)('staff-link')}</a>
                  )}
                </div>
              </Form>
              {row.active && <PasswordLink lang={lang} id={row.id} />}
              {withFactor.has(row.id) && <ResetFactors lang={lang} id={row.id} />}
            </Details>
          ))}
        {manages && (
          <section class="av-flow av-narrow" aria-labelledby="invite-title">
            <h2 id="invite-title">{t('invite')}</h2>
            <Form lang={lang} action="/desk/admin/people/invite">
              <div class="av-flow">
                <TextField
                  lang={lang}
                  name="email"
                  type="email"
                  label={t('email')}
                  value={values?.email}
                  error={errorOf(errors, 'email')}
                  autocomplete="off"
                />
                <Select
                  lang={lang}
                  name="role"
                  label={t('role')}
                  options={roles}
                  value={values?.role}
                  error={errorOf(errors, 'role')}
                />
                <Select
                  lang={lang}
                  name="municipality"
                  label={t('municipality')}
                  hint={t('municipality-hint')}
                  options={places}
                  value={values?.municipality}
                  empty={t('whole-area')}
                  error={errorOf(errors, 'municipality')}
                />
                <Button>{t('invite-send')}</Button>
              </div>
            </Form>
          </section>
        )}
        {invited.length > 0 && (
          <Table
            caption={t('invited')}
            stack
            rows={invited}
            columns={[
              { label: t('email'), rowHeader: true, cell: (row) => row.email ?? '–' },
              { label: t('role'), cell: (row) => desk(lang)(`role-${row.role}`) },
              { label: t('valid-until'), cell: (row) => formatDate(lang, row.expiresAt) },
            ]}
          />
        )}
      </div>
    ),
  })
}

/** What was done on the page before, in words. */
function doneText(c: Context<WebEnv>): string {
  const done = c.req.query('done')
  if (done === 'reset') return signInTexts(c.var.lang)('reset-done')
  if (done === 'password') return signInTexts(c.var.lang)('password-sent')
  return admin(c.var.lang)('saved')
}

/** For a colleague who has forgotten the password; the link is shown to nobody but them. */
function PasswordLink({ lang, id }: { lang: Lang; id: string }) {
  const t = signInTexts(lang)
  return (
    <form method="post" action={`/desk/admin/people/${id}/password-link`} class="av-flow av-narrow">
      <h3>{t('password-title')}</h3>
      <p>{t('password-text')}</p>
      <Button look="secondary">{t('password-button')}</Button>
    </form>
  )
}

/** For a colleague who has lost phone and key: takes their factors away, shows nothing of them. */
function ResetFactors({ lang, id }: { lang: Lang; id: string }) {
  const t = signInTexts(lang)
  return (
    <form method="post" action={`/desk/admin/people/${id}/reset-factors`} class="av-flow av-narrow">
      <h3>{t('reset-title')}</h3>
      <p>{t('reset-text')}</p>
      <Button look="secondary" danger>
        {t('reset-button')}
      </Button>
    </form>
  )
}
