import type { CaseAttachment } from '../../../../cases/index.ts'
import { attachmentTexts } from '../../../../language/catalogues/attachments.ts'
import type { Lang } from '../../../../language/lang.ts'
import { sizeText } from '../../../files/fault-text.ts'
import { Tag } from '../../../ui/parts.ts'

interface Props {
  lang: Lang
  caseId: string
  file: CaseAttachment
  /** whether a scanner is set up */
  scans: boolean
}

const TONES = {
  clean: 'success',
  quarantined: 'info',
  unscanned: 'warning',
  infected: 'danger',
  locked: 'danger',
  removed: 'neutral',
} as const

export function FileState({ lang, file, scans }: Pick<Props, 'lang' | 'file' | 'scans'>) {
  const t = attachmentTexts(lang)
  const off = !scans && (file.state === 'quarantined' || file.state === 'unscanned')
  return <Tag tone={off ? 'warning' : TONES[file.state]}>{t(off ? 'state-off' : `state-${file.state}`)}</Tag>
}

/** The name of a file: a link where it can be opened, or where a page tells what opening it would mean. */
export function FileName({ lang, caseId, file, scans }: Props) {
  const opens = file.state === 'clean' || (!scans && ['quarantined', 'unscanned'].includes(file.state))
  return (
    <span class="av-file-name">
      {opens ? <a href={`/desk/cases/${caseId}/files/${file.id}`}>{file.name}</a> : file.name}{' '}
      <span class="av-hush">{sizeText(lang, file.size)}</span>
    </span>
  )
}

/** Files with their states, in a message, a note or a panel. */
export function FileLines({ files, ...props }: Omit<Props, 'file'> & { files: readonly CaseAttachment[] }) {
  if (files.length === 0) return null
  return (
    <ul class="av-files">
      {files.map((file) => (
        <li>
          <FileName {...props} file={file} />
          <FileState {...props} file={file} />
        </li>
      ))}
    </ul>
  )
}
