import { Hono } from 'hono'
import { AccessRefused, listAbsences, may, removeAbsence, saveAbsence } from '../../../access/index.ts'
import { declareTie, endTie, tiesOf } from '../../../cases/index.ts'
import {
  type Code,
  codeList,
  codeName,
  gapCodeName,
  gapCodes,
  isCode,
  municipalityName,
} from '../../../classification/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import {
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  Radios,
  Select,
  TextField,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext, handlers, staffNames } from '../frame.tsx'
import { text } from '../log-contact-values.ts'
import { ownMunicipalities } from '../queue.tsx'
import { AbsenceForm, Absences, absenceField, absenceIn } from './absence-form.tsx'
import { showAccount } from './frame.tsx'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const DONE = ['done-absence', 'done-absence-removed', 'done-tie', 'done-tie-ended'] as const
const TIES = ['service', 'authority', 'unit'] as const
const AT = '/desk/account/away'

interface Tried {
  sent: Record<string, unknown>
  errors: FieldError[]
}

/** A person's own absences and ties. Mount at `/desk/account/away`, behind the sign-in. */
export function awayPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.use(async (c, next) => (may(c.var.staff!, 'ties.set') ? next() : problem(c, 403)))
  pages.get('/', (c) => show(c, web))
  pages.post('/', (c) => takeAbsence(c, web))
  pages.post('/remove', async (c) => {
    const id = text(await c.req.parseBody(), 'absence')
    const gone = UUID.test(id) && (await asStaff(c, web, (t, staff) => removeAbsence(t, id, staff.staffId)))
    return gone ? c.redirect(`${AT}?done=absence-removed`, 303) : problem(c, 404)
  })
  pages.post('/ties', (c) => takeTie(c, web))
  pages.post('/ties/end', async (c) => {
    const id = text(await c.req.parseBody(), 'tie')
    const ended = UUID.test(id) && (await asStaff(c, web, (t) => endTie(t, id)))
    return ended ? c.redirect(`${AT}?done=tie-ended`, 303) : problem(c, 404)
  })
  return pages
}

async function takeAbsence(c: DeskContext, web: Web): Promise<Response> {
  const sent = await c.req.parseBody()
  const t = access(c.var.lang)
  const given = absenceIn(sent, c.var.staff!.staffId)
  if (!given) return show(c, web, { sent, errors: [{ field: 'from', message: t('refused-absence-dates') }] })
  if (given.substituteId && !UUID.test(given.substituteId)) return problem(c, 404)
  try {
    await asStaff(c, web, (tx) => saveAbsence(tx, given))
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    return show(c, web, {
      sent,
      errors: [{ field: absenceField(error.code), message: t(`refused-${error.code}`) }],
    })
  }
  return c.redirect(`${AT}?done=absence`, 303)
}

async function takeTie(c: DeskContext, web: Web): Promise<Response> {
  const sent = await c.req.parseBody()
  const kind = TIES.find((one) => one === text(sent, 'kind'))
  const code =
    kind === 'service' ? text(sent, 'service') : kind === 'authority' ? text(sent, 'authority') : ''
  const place = kind === 'service' ? text(sent, 'municipality') : ''
  const name = kind === 'unit' ? text(sent, 'unit').trim().slice(0, 100) : ''
  const known =
    (kind === 'service' && isCode('serviceTask', code) && (!place || isCode('municipality', place))) ||
    (kind === 'authority' && gapCodes('authority').some((one) => one.code === code)) ||
    (kind === 'unit' && name.length >= 4)
  if (!kind || !known) {
    const field = !kind ? 'kind' : kind
    return show(c, web, { sent, errors: [{ field, message: whoMay(c.var.lang)('tie-missing') }] })
  }
  await asStaff(
    c,
    web,
    (tx) =>
      declareTie(tx, {
        kind,
        code: code || null,
        municipality: place || null,
        name: name || null,
        personUnit: null,
      }),
    { timeout: 120_000 },
  )
  return c.redirect(`${AT}?done=tie`, 303)
}

async function show(c: DeskContext, web: Web, tried?: Tried): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  const staff = c.var.staff!
  const handles = may(staff, 'contact.log')
  const { absences, ties, people, names } = await asStaff(c, web, async (tx) => ({
    absences: (await listAbsences(tx)).filter(({ staffId }) => staffId === staff.staffId),
    ties: await tiesOf(tx, staff.staffId),
    people: (await handlers(tx)).filter(({ value }) => value !== staff.staffId),
    names: await staffNames(tx),
  }))
  const done = DONE.find((one) => one === `done-${c.req.query('done')}`)
  const title = t(handles ? 'away-title' : 'ties-title')
  return showAccount(c, web, '/desk', {
    title,
    back: '/desk/account',
    hasErrors: Boolean(tried),
    status: tried ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={tried?.errors} />
        {done && <Flash>{t(done)}</Flash>}
        <h1>{title}</h1>
        {handles && (
          <section class="av-panel av-flow" aria-labelledby="absence-title">
            <h2 id="absence-title">{t('absence-title')}</h2>
            <p>{t('absence-text')}</p>
            <Absences lang={lang} rows={absences} names={names} action={`${AT}/remove`} />
            <AbsenceForm lang={lang} action={AT} people={people} sent={tried?.sent} errors={tried?.errors} />
          </section>
        )}
        <section class="av-panel av-flow" aria-labelledby="ties-title">
          <h2 id="ties-title">{t('ties-title')}</h2>
          <p>{t('ties-text')}</p>
          {ties.length === 0 && <p class="av-hush">{t('ties-none')}</p>}
          {ties.map((tie) => (
            <Form lang={lang} action={`${AT}/ties/end`}>
              <HiddenFields values={{ tie: tie.id }} />
              <div class="av-tools">
                <span>
                  {tieWords(tie, lang)}, {t('tie-since', { date: formatDate(lang, tie.declaredAt) })}
                </span>
                <Button look="tertiary">{t('tie-end')}</Button>
              </div>
            </Form>
          ))}
          {ties.length > 0 && <p class="av-hush">{t('tie-end-text')}</p>}
          <TieForm lang={lang} organisation={staff.organisation} tried={tried} />
        </section>
      </div>
    ),
  })
}

function TieForm({ lang, organisation, tried }: { lang: Lang; organisation: string; tried?: Tried }) {
  const t = whoMay(lang)
  const sent = tried?.sent ?? {}
  const of = (name: string) => ({ lang, name, value: text(sent, name), error: errorOf(tried?.errors, name) })
  const options = (codes: readonly Code[]) => codes.map((code) => ({ value: code.code, label: code[lang] }))
  return (
    <Form lang={lang} action={`${AT}/ties`}>
      <div class="av-flow av-narrow">
        <Radios
          {...of('kind')}
          value={text(sent, 'kind') || undefined}
          label={t('tie-kind')}
          choices={[
            {
              value: 'service',
              label: t('tie-kind-service'),
              reveal: (
                <div class="av-flow">
                  <Select
                    {...of('service')}
                    label={t('tie-service')}
                    options={options(codeList('serviceTask'))}
                  />
                  <Select
                    {...of('municipality')}
                    label={t('tie-municipality')}
                    options={ownMunicipalities(organisation, lang)}
                    empty={t('tie-everywhere')}
                  />
                </div>
              ),
            },
            {
              value: 'authority',
              label: t('tie-kind-authority'),
              reveal: (
                <Select
                  {...of('authority')}
                  label={t('tie-authority')}
                  options={options(gapCodes('authority'))}
                />
              ),
            },
            {
              value: 'unit',
              label: t('tie-kind-unit'),
              reveal: (
                <TextField
                  {...of('unit')}
                  label={t('tie-unit')}
                  hint={t('tie-unit-hint')}
                  autocomplete="off"
                />
              ),
            },
          ]}
        />
        <Button>{t('tie-save')}</Button>
      </div>
    </Form>
  )
}

function tieWords(
  tie: { kind: string; code: string | null; municipality: string | null; name: string | null },
  lang: Lang,
): string {
  if (tie.kind === 'client') return whoMay(lang)('tie-client')
  if (tie.kind === 'unit') return tie.name ?? ''
  if (tie.kind === 'authority') return gapCodeName('authority', tie.code ?? '', lang)
  const task = codeName('serviceTask', tie.code ?? '', lang)
  return tie.municipality ? `${task}, ${municipalityName(tie.municipality, lang)}` : task
}
