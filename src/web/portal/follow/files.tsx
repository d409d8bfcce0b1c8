import { type CaseAttachment, NotOpened, openAttachment, Refusal } from '../../../cases/index.ts'
import { attachmentTexts } from '../../../language/catalogues/attachments.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { sizeText } from '../../files/fault-text.ts'
import { sendFile } from '../../files/send-file.ts'
import { LinkButton } from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import type { OpenedCase } from './session.ts'

interface Props {
  lang: Lang
  files: readonly CaseAttachment[]
  /** whether a scanner is set up */
  scans: boolean
}

/** The files of the case that its client sees. */
export function ClientFiles(props: Props) {
  if (props.files.length === 0) return null
  return (
    <>
      <h2>{attachmentTexts(props.lang)('case-files')}</h2>
      <FileList {...props} told />
    </>
  )
}

/** Files, each with where it is in its check; `told` says who added it and when. */
export function FileList({ lang, files, scans, told }: Props & { told?: boolean }) {
  const t = attachmentTexts(lang)
  return (
    <ul class="av-files">
      {files.map((file) => (
        <li>
          <span class="av-file-name">
            {file.state === 'clean' ? (
              <a href={`/${lang}/follow/files/${file.id}`}>{file.name}</a>
            ) : (
              <strong>{file.name}</strong>
            )}{' '}
            <span class="av-hush">{sizeText(lang, file.size)}</span>
            {told && (
              <span class="av-second">
                {t(file.sender === 'client' ? 'from-you' : 'from-office', {
                  date: formatDate(lang, file.addedAt),
                })}
              </span>
            )}
            <span class="av-second">{stateText(lang, file, scans)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function stateText(lang: Lang, { state }: CaseAttachment, scans: boolean): string {
  const waits = state === 'quarantined' || state === 'unscanned'
  return attachmentTexts(lang)(waits && !scans ? 'client-off' : `client-${state}`)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Gives the client a file of their own case, or says why not. */
export async function clientFile(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const id = c.req.param('file') ?? ''
  if (!UUID.test(id)) return gone(c, web)
  try {
    const file = await openAttachment(web.house, {
      organisation: opened.organisation,
      actor: { kind: 'client' },
      caseId: opened.id,
      id,
    })
    return sendFile(c, file)
  } catch (error) {
    if (error instanceof NotOpened) return gone(c, web, error.state)
    if (error instanceof Refusal && error.code === 'not-found') return gone(c, web)
    throw error
  }
}

function gone(c: PortalContext, web: Web, state?: NotOpened['state']): Promise<Response> {
  const { lang } = c.var
  const t = attachmentTexts(lang)
  const off = !web.house.scanner && (state === 'quarantined' || state === 'unscanned')
  return show(c, web, {
    title: t('not-open-title'),
    path: '/follow/case',
    section: 'follow',
    keep: 'secret',
    status: state ? 409 : 404,
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('not-open-title')}</h1>
        {state && state !== 'clean' && <p>{t(off ? 'client-off' : `not-open-${state}`)}</p>}
        <LinkButton href={`/${lang}/follow/case`}>{t('back')}</LinkButton>
      </div>
    ),
  })
}
