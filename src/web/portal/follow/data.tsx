import {
  askRectification,
  personPackage,
  RECTIFICATION_LONG,
  RECTIFIED,
  type ReadRectification,
  Refusal,
  rectificationsOf,
} from '../../../cases/index.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { personTexts } from '../../../language/catalogues/person-data.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { packageFile } from '../../package-file.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Flash,
  Form,
  LinkButton,
  Select,
  TextArea,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readOffice } from '../office.ts'
import { asClient } from './letters/as-client.ts'
import type { OpenedCase } from './session.ts'

interface Given {
  values?: { subject: string; text: string }
  errors?: FieldError[]
}

/** What is kept of the client: to take along, and to put right. */
export async function dataPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  { values, errors }: Given = {},
): Promise<Response> {
  const { lang } = c.var
  const t = personTexts(lang)
  const asked = await asClient(web, opened, async (o) => {
    const row = await o.sql.case.findUnique({ where: { id: opened.id }, select: { id: true, keyId: true } })
    if (!row) throw new Refusal('not-found')
    o.audit({ event: 'case.read-by-client', subjectKind: 'case', subjectId: opened.id })
    return rectificationsOf(o, row)
  })
  return show(c, web, {
    title: t('data-title'),
    path: '/follow/data',
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <p>
          <a class="ds-link av-back" href={`/${lang}/follow/case`}>
            {ui(lang)('back')}
          </a>
        </p>
        {c.req.query('done') && !errors && <Flash>{t('rectify-sent')}</Flash>}
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('data-title')}</h1>
        <p class="av-lead">{t('data-lead')}</p>
        <p>{t('data-what')}</p>
        <p>{t('data-notes')}</p>
        <p>{t('data-care')}</p>
        <LinkButton href={`/${lang}/follow/data/file`}>{t('data-get')}</LinkButton>
        <p>
          <a href={`/${lang}/follow/opened`}>{auditLog(lang)('opened-title')}</a>
        </p>
        <h2>{t('rectify-title')}</h2>
        <p>{t('rectify-lead')}</p>
        <Form lang={lang} action={`/${lang}/follow/data`} guarded>
          <div class="av-flow">
            <Select
              lang={lang}
              name="subject"
              label={t('rectify-subject')}
              options={RECTIFIED.map((value) => ({ value, label: t(`subject-${value}`) }))}
              value={values?.subject}
              error={errorOf(errors, 'subject')}
            />
            <TextArea
              lang={lang}
              name="text"
              label={t('rectify-text')}
              value={values?.text}
              rows={5}
              maxLength={RECTIFICATION_LONG}
              spellcheck={false}
              error={errorOf(errors, 'text')}
            />
            <ButtonRow>
              <Button>{t('rectify-send')}</Button>
            </ButtonRow>
          </div>
        </Form>
        {asked.length > 0 && (
          <>
            <h2>{t('rectify-own')}</h2>
            <Asked lang={lang} asked={asked} />
          </>
        )}
      </div>
    ),
  })
}

/** What was asked to be put right, with what came of it. */
function Asked({ lang, asked }: { lang: Lang; asked: readonly ReadRectification[] }) {
  const t = personTexts(lang)
  return (
    <ul class="av-cards">
      {asked.map(({ askedAt, subject, text, state, answer }) => (
        <li class="av-card">
          <h3>{t(`subject-${subject}`)}</h3>
          <p class="av-hush">
            {formatDate(lang, askedAt)}: {t(`state-${state}`)}
          </p>
          <p class="av-typed">{text}</p>
          {answer && <blockquote class="av-typed">{answer}</blockquote>}
        </li>
      ))}
    </ul>
  )
}

export async function takeRectification(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const form = await c.req.parseBody()
  const values = { subject: String(form.subject ?? ''), text: String(form.text ?? '') }
  try {
    await asClient(web, opened, (o) => askRectification(o, opened.id, values))
  } catch (error) {
    const message = error instanceof Refusal ? rectificationError(error, c.var.lang) : null
    if (!message) throw error
    return dataPage(c, web, opened, { values, errors: [message] })
  }
  return c.redirect(`/${c.var.lang}/follow/data?done=1`, 303)
}

/** What is wrong with a correction that was not taken; null when it is something else. */
export function rectificationError({ code, details }: Refusal, lang: Lang): FieldError | null {
  const t = personTexts(lang)
  if (code === 'field-invalid') return { field: 'subject', message: t('rectify-subject-missing') }
  if (code === 'field-missing') return { field: 'text', message: t('rectify-text-missing') }
  if (code === 'too-long') return { field: 'text', message: t('rectify-long', { most: details.most ?? '' }) }
  return null
}

/** The client's data as one file. */
export async function dataFile(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const { id: caseId, organisation } = opened
  const actor = { kind: 'client' } as const
  return packageFile(
    c,
    await personPackage(web.house, { organisation, actor, caseId, lang: c.var.lang, notes: false }),
  )
}
