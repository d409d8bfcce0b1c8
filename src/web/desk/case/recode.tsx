import { type CaseCodes, caseCodes, Refusal, recodeCase, refusalText } from '../../../cases/index.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  CaseTitle,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Select,
} from '../../ui/parts.ts'
import { municipalityOptions, serviceOptions } from '../code-options.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { codeOptions, fieldName, type Sent, text, texts } from '../log-contact-values.ts'
import { caseId } from './open-case.ts'
import { seenVersion } from './seen-version.ts'

const OPTIONAL = ['serviceTask', 'service', 'nature', 'providerMode', 'ageBand'] as const

/** Corrects what a case is about. */
export async function recodePage(
  c: DeskContext,
  web: Web,
  sent?: Sent,
  errors?: FieldError[],
  refusal?: string,
): Promise<Response> {
  const { lang } = c.var
  const t = caseTexts(lang)
  const id = caseId(c)
  const row = await asStaff(c, web, (tx) => tx.sql.case.findUnique({ where: { id } }))
  if (!row) throw new Refusal('not-found')
  const values: Sent = sent ?? { ...row }
  const title = t('recode-title', { number: row.number })
  const single = (name: 'municipality' | 'contactPerson' | (typeof OPTIONAL)[number]) => ({
    lang,
    name,
    label: fieldName(name, lang),
    value: text(values, name),
    error: errorOf(errors, name),
    typeahead: true,
  })
  return showDesk(c, web, {
    title,
    section: 'queue',
    back: `/desk/cases/${id}`,
    hasErrors: Boolean(errors),
    status: refusal ? 409 : errors ? 422 : 200,
    children: (
      <>
        <ErrorSummary lang={lang} errors={errors} />
        {refusal && (
          <Alert tone="danger" title={t('not-saved-title')}>
            <p>{refusal}</p>
          </Alert>
        )}
        <div class="av-flow av-log-head">
          <CaseTitle title={title} />
          <p class="av-hush">{t('recode-lead')}</p>
        </div>
        <Form lang={lang} guarded>
          <HiddenFields values={{ version: String(row.version) }} />
          <div class="av-panel">
            <div class="av-grid">
              <Select
                {...single('municipality')}
                options={municipalityOptions(signedIn(c).organisation, lang)}
                empty={false}
              />
              <Select {...single('serviceTask')} options={serviceOptions('serviceTask', lang)} />
              <Select {...single('service')} options={serviceOptions('service', lang)} />
              <Select
                lang={lang}
                name="reasons"
                label={t('reasons')}
                options={codeOptions('reason', lang)}
                values={texts(values, 'reasons')}
                error={errorOf(errors, 'reasons')}
                typeahead
                multiple
              />
              <Select {...single('nature')} options={codeOptions('nature', lang)} />
              <Select
                {...single('contactPerson')}
                options={codeOptions('contactPerson', lang)}
                empty={false}
              />
              <Select {...single('providerMode')} options={codeOptions('providerMode', lang)} />
              <Select {...single('ageBand')} options={codeOptions('ageBand', lang)} />
            </div>
          </div>
          <ButtonRow>
            <Button shortcut="Ctrl+Enter">{ui(lang)('save')}</Button>
            <a class="ds-link" href={`/desk/cases/${id}`}>
              {ui(lang)('cancel')}
            </a>
          </ButtonRow>
        </Form>
      </>
    ),
  })
}

export async function saveCodes(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const id = caseId(c)
  const sent: Sent = await c.req.parseBody({ all: true })
  const read = caseCodes.safeParse({
    municipality: text(sent, 'municipality'),
    contactPerson: text(sent, 'contactPerson'),
    ...Object.fromEntries(OPTIONAL.map((name) => [name, text(sent, name) || null])),
    reasons: texts(sent, 'reasons'),
  })
  if (!read.success) {
    const fields = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))]
    const message = caseTexts(lang)('error-code')
    return recodePage(
      c,
      web,
      sent,
      fields.map((field) => ({ field, message })),
    )
  }
  const codes: CaseCodes = read.data
  try {
    await asStaff(c, web, (t) => recodeCase(t, id, codes, seenVersion(sent)))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error
    const row = await asStaff(c, web, (t) => t.sql.case.findUnique({ where: { id } }))
    return recodePage(c, web, sent, undefined, refusalText(error, lang, row ?? undefined))
  }
  return c.redirect(`/desk/cases/${id}?done=recoded`, 303)
}
