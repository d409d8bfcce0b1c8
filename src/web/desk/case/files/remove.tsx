import { mayRemove, Refusal, removeAttachment } from '../../../../cases/index.ts'
import { attachmentTexts } from '../../../../language/catalogues/attachments.ts'
import type { Web } from '../../../context.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  LinkButton,
  TextArea,
} from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../../frame.tsx'
import { text } from '../../log-contact-values.ts'
import { caseId, openCase } from '../open-case.ts'
import { fileId } from './open.tsx'

/** Asks why a file is taken off the case, and says what that means. */
export async function removePage(
  c: DeskContext,
  web: Web,
  reason = '',
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const id = caseId(c)
  const opened = await openCase(c, web)
  const file = opened.attachments.find((one) => one.id === fileId(c))
  if (!file) throw new Refusal('not-found')
  const back = `/desk/cases/${id}/files`
  const may = mayRemove(file)
  return showDesk(c, web, {
    title: t('remove-title'),
    section: 'queue',
    back,
    hasErrors: Boolean(errors),
    status: errors ? 422 : may ? 200 : 409,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('remove-title')}</h1>
        <p class="av-typed">{file.name}</p>
        {may ? (
          <>
            <p>{t('remove-lead')}</p>
            <Form lang={lang} guarded>
              <div class="av-flow">
                <TextArea
                  lang={lang}
                  name="reason"
                  label={t('remove-reason')}
                  rows={3}
                  value={reason}
                  error={errorOf(errors, 'reason')}
                />
                <ButtonRow>
                  <Button danger>{t('remove-title')}</Button>
                  <LinkButton look="secondary" href={back}>
                    {t('cancel')}
                  </LinkButton>
                </ButtonRow>
              </div>
            </Form>
          </>
        ) : (
          <p>{t('remove-not')}</p>
        )}
      </div>
    ),
  })
}

export async function takeRemoval(c: DeskContext, web: Web): Promise<Response> {
  const t = attachmentTexts(c.var.lang)
  const id = caseId(c)
  const reason = text(await c.req.parseBody(), 'reason')
  try {
    await asStaff(c, web, (o) => removeAttachment(o, id, fileId(c), reason))
  } catch (error) {
    if (!(error instanceof Refusal) || !['field-missing', 'too-long', 'not-now'].includes(error.code))
      throw error
    if (error.code === 'not-now') return removePage(c, web)
    const message =
      error.code === 'too-long'
        ? t('remove-reason-long', { n: error.details.most ?? '' })
        : t('remove-reason-missing')
    return removePage(c, web, reason, [{ field: 'reason', message }])
  }
  return c.redirect(`/desk/cases/${id}/files?done=removed`, 303)
}
