import { NotOpened, openAttachment, Refusal } from '../../../../cases/index.ts'
import { attachmentTexts } from '../../../../language/catalogues/attachments.ts'
import type { Web } from '../../../context.ts'
import { sendFile } from '../../../files/send-file.ts'
import { Alert, Button, ButtonRow, Form, LinkButton } from '../../../ui/parts.ts'
import { type DeskContext, showDesk, signedIn } from '../../frame.tsx'
import { caseId } from '../open-case.ts'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The file's id in the address. Throws Refusal "not-found" for anything that cannot be one. */
export function fileId(c: DeskContext): string {
  const id = c.req.param('file') ?? ''
  if (!UUID.test(id)) throw new Refusal('not-found')
  return id
}

/** Gives a file out, or says why not. `knowingly`: the person has read the warning. */
export async function openFile(c: DeskContext, web: Web, knowingly = false): Promise<Response> {
  const staff = signedIn(c)
  try {
    const file = await openAttachment(web.house, {
      organisation: staff.organisation,
      actor: { kind: 'staff', id: staff.staffId },
      caseId: caseId(c),
      id: fileId(c),
      knowingly,
    })
    return sendFile(c, file)
  } catch (error) {
    if (error instanceof NotOpened) return notOpened(c, web, error)
    throw error
  }
}

function notOpened(c: DeskContext, web: Web, { state }: NotOpened): Promise<Response> {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const back = `/desk/cases/${caseId(c)}/files`
  const off = !web.house.scanner && (state === 'quarantined' || state === 'unscanned')
  const title = t(off ? 'unscanned-title' : 'not-open-title')
  return showDesk(c, web, {
    title,
    section: 'queue',
    back,
    status: 409,
    children: (
      <div class="av-flow av-narrow">
        <h1>{title}</h1>
        {off ? (
          <>
            <Alert tone="warning">
              <p>{t('unscanned-text')}</p>
            </Alert>
            <Form lang={lang}>
              <ButtonRow>
                <Button danger>{t('unscanned-open')}</Button>
                <LinkButton look="secondary" href={back}>
                  {t('cancel')}
                </LinkButton>
              </ButtonRow>
            </Form>
          </>
        ) : (
          <>
            {state !== 'clean' && <p>{t(`not-open-${state}`)}</p>}
            <LinkButton look="secondary" href={back}>
              {t('back')}
            </LinkButton>
          </>
        )}
      </div>
    ),
  })
}
