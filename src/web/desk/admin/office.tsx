import type { Context } from 'hono'
import {
  type ChangedByOthers,
  changeOffice,
  type OfficeDetails,
  officeChangedAt,
  readOfficeDetails,
  SERVED_IN,
} from '../../../access/index.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { LANGS, type Lang, type Text3 } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import {
  Alert,
  Button,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  SummaryList,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { asStaff, showDesk, staffNames } from '../frame.tsx'

const HERE = '/desk/admin/office'
/** When an unanswered objection is asked about, called late, told to the lead. */
const OBJECTION = ['nudge', 'late', 'escalate'] as const
/** Characters of a line, of a paragraph, of the page in Northern Sámi. */
const MOST = { line: 200, paragraph: 1000, page: 20_000 }

/** Takes what the office tells of itself, or shows the form again with what was typed and what is wrong. */
export async function takeOffice(c: Context<WebEnv>, web: Web): Promise<Response> {
  const form = await c.req.parseBody({ all: true })
  const given = detailsOf(form)
  const asOf = dateOf(form['as-of'])
  const errors = wrongIn(given, admin(c.var.lang))
  if (errors.length > 0) return officePage(c, web, { given, errors, asOf, typed: form })
  const others = await asStaff(c, web, async (t) => {
    const changed = await changeOffice(t, given, asOf)
    return changed && { ...changed, now: await readOfficeDetails(t), names: await staffNames(t) }
  })
  if (others) return officePage(c, web, { given, others })
  return c.redirect(`${HERE}?done=1`, 303)
}

/** The form of the office's names, ways to reach it and languages. */
export async function officePage(
  c: Context<WebEnv>,
  web: Web,
  { given, errors, asOf, others, typed }: Given = {},
): Promise<Response> {
  const { lang } = c.var
  const t = admin(lang)
  const { stands, since } = await asStaff(c, web, async (o) => ({
    stands: await readOfficeDetails(o),
    since: await officeChangedAt(o),
  }))
  const office = given ?? stands
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  return showDesk(c, web, {
    title: t('office-title'),
    section: 'admin',
    back: '/desk/admin',
    hasErrors: Boolean(errors ?? others),
    status: errors ? 422 : others ? 409 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        {c.req.query('done') && <Flash>{t('saved')}</Flash>}
        {others && <Others lang={lang} others={others} />}
        <h1>{t('office-title')}</h1>
        <p>{t('office-lead')}</p>
        <Form lang={lang} action={HERE} guarded>
          <HiddenFields values={{ 'as-of': (asOf ?? since).toISOString() }} />
          <div class="av-flow">
            <h2>{t('office-name')}</h2>
            {LANGS.map((one) => (
              <TextField {...field(`name-${one}`)} label={t(`name-${one}`)} value={office.names[one]} />
            ))}
            <h2>{t('office-reach')}</h2>
            <TextField
              {...field('phone')}
              label={t('office-phone')}
              type="tel"
              value={office.phone}
              autocomplete="off"
              optional
            />
            <TextField
              {...field('email')}
              label={t('office-email')}
              hint={t('office-email-hint')}
              type="email"
              value={office.email}
              autocomplete="off"
              optional
            />
            <TextArea
              {...field('address')}
              label={t('office-address')}
              value={office.address}
              rows={3}
              optional
            />
            <h2>{t('office-hours')}</h2>
            <p>{t('office-hours-hint')}</p>
            {LANGS.map((one) => (
              <TextArea
                {...field(`hours-${one}`)}
                label={t(`hours-${one}`)}
                value={office.hours[one]}
                rows={2}
                optional
              />
            ))}
            <h2>{t('office-visits')}</h2>
            <p>{t('office-visits-hint')}</p>
            {LANGS.map((one) => (
              <TextArea
                {...field(`visits-${one}`)}
                label={t(`visits-${one}`)}
                value={office.visits[one]}
                rows={2}
                optional
              />
            ))}
            <h2>{t('office-languages')}</h2>
            <Checkboxes
              {...field('languages')}
              label={t('office-languages-label')}
              choices={SERVED_IN.map((value) => ({ value, label: t(`served-${value}`) }))}
              values={office.languages}
            />
            <h2>{t('office-objection')}</h2>
            <p>{t('office-objection-hint')}</p>
            <div class="av-grid">
              {OBJECTION.map((one) => (
                <TextField
                  {...field(`objection-${one}`)}
                  label={t(`objection-${one}`)}
                  value={String(typed?.[`objection-${one}`] ?? office.objectionDays[one])}
                  inputmode="numeric"
                  autocomplete="off"
                  width={4}
                />
              ))}
            </div>
            <h2>{t('office-sami')}</h2>
            <TextArea
              {...field('sami')}
              label={t('office-sami-text')}
              hint={t('office-sami-hint')}
              value={office.samiPage}
              rows={8}
              spellcheck={false}
              optional
            />
            <Checkbox
              name="sami-reviewed"
              label={t('office-sami-reviewed')}
              hint={t('office-sami-reviewed-hint')}
              checked={office.samiReviewed}
            />
            <Button>{t('save')}</Button>
          </div>
        </Form>
      </div>
    ),
  })
}

interface Given {
  /** the form as it was sent, for what is not kept as it was typed */
  typed?: Sent
  /** As typed. */
  given?: OfficeDetails
  errors?: FieldError[]
  /** When the form was opened; without it, now. */
  asOf?: Date
  others?: ChangedByOthers & { now: OfficeDetails; names: ReadonlyMap<string, string> }
}

/** What others saved meanwhile stands here, what was typed in the form below: the writer decides what holds. */
function Others({ lang, others }: { lang: Lang; others: NonNullable<Given['others']> }) {
  const t = admin(lang)
  const who = others.staffIds.map((id) => others.names.get(id) ?? t('by-staff')).join(', ')
  return (
    <div class="av-flash av-flow" role="alert">
      <Alert tone="danger" title={t('office-others', { who: who || t('by-staff') })}>
        <p>{t('office-others-text')}</p>
      </Alert>
      <SummaryList
        lang={lang}
        rows={others.fields.map((field) => ({ ...inForm(field, others.now, lang), typed: true }))}
      />
    </div>
  )
}

/** A field of the details as the form names it, and its value in words. */
function inForm(
  field: keyof OfficeDetails,
  now: OfficeDetails,
  lang: Lang,
): { label: string; value: string } {
  const t = admin(lang)
  const three = (texts: Text3) =>
    LANGS.filter((one) => texts[one])
      .map((one) => `${t(`served-${one}`)}: ${texts[one]}`)
      .join('\n')
  switch (field) {
    case 'names':
      return { label: t('office-name'), value: three(now.names) }
    case 'hours':
      return { label: t('office-hours'), value: three(now.hours) }
    case 'visits':
      return { label: t('office-visits'), value: three(now.visits) }
    case 'phone':
      return { label: t('office-phone'), value: now.phone }
    case 'email':
      return { label: t('office-email'), value: now.email }
    case 'address':
      return { label: t('office-address'), value: now.address }
    case 'languages':
      return {
        label: t('office-languages'),
        value: now.languages.map((one) => t(`served-${one}`)).join(', '),
      }
    case 'samiPage':
      return { label: t('office-sami-text'), value: now.samiPage }
    case 'objectionDays':
      return {
        label: t('office-objection'),
        value: OBJECTION.map((one) => `${t(`objection-${one}`)}: ${now.objectionDays[one]}`).join('\n'),
      }
    case 'samiReviewed':
      return { label: t('office-sami-reviewed'), value: t(now.samiReviewed ? 'yes' : 'no') }
  }
}

const dateOf = (value: unknown): Date | undefined => {
  const date = new Date(typeof value === 'string' ? value : Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}

type Sent = Record<string, string | File | (string | File)[]>

function detailsOf(form: Sent): OfficeDetails {
  const all = (name: string) => [form[name] ?? []].flat().map(String)
  // NUL is the one character PostgreSQL cannot keep.
  const text = (name: string) => (all(name)[0] ?? '').replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()
  const three = (name: string): Text3 => ({
    fi: text(`${name}-fi`),
    sv: text(`${name}-sv`),
    en: text(`${name}-en`),
  })
  return {
    names: three('name'),
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    hours: three('hours'),
    visits: three('visits'),
    languages: SERVED_IN.filter((one) => all('languages').includes(one)),
    samiPage: text('sami'),
    samiReviewed: text('sami-reviewed') === 'yes',
    objectionDays: {
      nudge: days(text('objection-nudge')),
      late: days(text('objection-late')),
      escalate: days(text('objection-escalate')),
    },
  }
}

/** Not a number where no whole number was typed. */
const days = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)

function wrongIn(given: OfficeDetails, t: ReturnType<typeof admin>): FieldError[] {
  const errors: FieldError[] = []
  const check = (field: string, text: string, most: number) => {
    if (text.length > most) errors.push({ field, message: t('office-too-long', { n: most }) })
  }
  for (const one of LANGS) {
    if (given.names[one] === '') errors.push({ field: `name-${one}`, message: t(`name-${one}-missing`) })
    check(`name-${one}`, given.names[one], MOST.line)
  }
  if (given.phone !== '' && !/^\+?[\d\s()-]{3,30}$/.test(given.phone))
    errors.push({ field: 'phone', message: t('office-phone-wrong') })
  if (given.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given.email))
    errors.push({ field: 'email', message: t('office-email-wrong') })
  check('email', given.email, MOST.line)
  check('address', given.address, MOST.paragraph)
  for (const one of LANGS) check(`hours-${one}`, given.hours[one], MOST.paragraph)
  for (const one of LANGS) check(`visits-${one}`, given.visits[one], MOST.paragraph)
  if (given.languages.length === 0)
    errors.push({ field: 'languages', message: t('office-languages-missing') })
  const { nudge, late, escalate } = given.objectionDays
  for (const one of OBJECTION) {
    const n = given.objectionDays[one]
    if (!(n >= 1 && n <= 365)) errors.push({ field: `objection-${one}`, message: t('objection-wrong') })
  }
  if (late < nudge) errors.push({ field: 'objection-late', message: t('objection-order') })
  if (escalate < late) errors.push({ field: 'objection-escalate', message: t('objection-order') })
  check('sami', given.samiPage, MOST.page)
  if (given.samiReviewed && given.samiPage === '')
    errors.push({ field: 'sami', message: t('office-sami-missing') })
  return errors
}
