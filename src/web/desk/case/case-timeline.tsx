import { eventFields, eventLabel } from '../../../cases/index.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { formatDateTime } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { Details, Timeline, type TimelineEntry } from '../../ui/parts.ts'
import { FileLines } from './files/state.tsx'
import type { OpenCase } from './open-case.ts'

interface Props {
  lang: Lang
  opened: OpenCase
  /** Whether files are scanned. */
  scans?: boolean
  /** The reader may send a notice of this case again. */
  mayResend?: boolean
}

/** What has happened with a case, the latest first: events, messages, notes and notices. */
export function CaseTimeline({ lang, opened, mayResend, scans = false }: Props) {
  const entries = [
    ...eventEntries(lang, opened),
    ...messageEntries(lang, opened, scans),
    ...noteEntries(lang, opened, scans),
    ...noticeEntries(lang, opened, mayResend),
  ]
    // Of one moment, what came of it stands above it.
    .reverse()
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  return <Timeline lang={lang} entries={entries} />
}

/** Who has opened the case, the latest first. */
export function Reads({ lang, opened }: Props) {
  const t = caseTexts(lang)
  return (
    <Details summary={t('timeline-reads')}>
      <ul>
        {opened.file.reads.map((read) => (
          <li>
            {formatDateTime(lang, read.at)}:{' '}
            {t('read-by', { who: who(lang, opened, read.actorKind, read.actorId) })}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function who(lang: Lang, { names }: OpenCase, kind: string, id: string | null): string {
  const t = caseTexts(lang)
  if (kind === 'staff') return (id && names.get(id)) || t('staff-gone')
  return t(kind === 'system' ? 'system' : 'client')
}

function eventEntries(lang: Lang, opened: OpenCase): TimelineEntry[] {
  const { case: row, events, rules } = opened.file
  return (
    events
      // What these say stands in the thread, in its own words.
      .filter(({ type }) => type !== 'MESSAGE_TO_CLIENT' && type !== 'MESSAGE_FROM_CLIENT')
      .map((event) => {
        const fields = eventFields(row, event.type, event.fields, lang, rules)
        return {
          at: event.at,
          kind: event.actorKind === 'staff' ? 'office' : event.actorKind === 'system' ? 'system' : 'client',
          title: `${eventLabel(row, event.type, lang)} – ${who(lang, opened, event.actorKind, event.actorId)}`,
          text: event.note ?? undefined,
          children: fields.length > 0 && (
            <ul class="av-event-fields">
              {fields.map(({ label, value }) => (
                <li>
                  {label}: {opened.names.get(value) ?? value}
                </li>
              ))}
            </ul>
          ),
        }
      })
  )
}

function messageEntries(lang: Lang, opened: OpenCase, scans: boolean): TimelineEntry[] {
  const t = caseTexts(lang)
  return opened.file.messages.map((message) => ({
    at: message.at,
    kind: message.from,
    title:
      message.from === 'client'
        ? t('from-client')
        : message.from === 'office'
          ? t('from-office', { who: who(lang, opened, 'staff', message.staffId) })
          : undefined,
    text: message.text,
    children: filesWith(lang, opened, scans, 'messageId', message.id),
  }))
}

const noteEntries = (lang: Lang, opened: OpenCase, scans: boolean): TimelineEntry[] =>
  opened.file.notes.map((note) => ({
    at: note.at,
    kind: 'note',
    title: caseTexts(lang)('note-by', { who: who(lang, opened, 'staff', note.staffId) }),
    text: note.text,
    children: filesWith(lang, opened, scans, 'noteId', note.id),
  }))

/** The files that came with a message or a note. */
function filesWith(lang: Lang, opened: OpenCase, scans: boolean, column: 'messageId' | 'noteId', id: string) {
  const files = opened.attachments.filter((file) => file[column] === id)
  return <FileLines lang={lang} caseId={opened.file.case.id} files={files} scans={scans} />
}

const STATES = ['sent', 'planned', 'waiting', 'undelivered', 'cancelled'] as const
const TEMPLATES = [
  'received',
  'message-waiting',
  'information-asked',
  'handed-over',
  'answered',
  'closed',
  'feedback',
] as const

function noticeEntries(lang: Lang, opened: OpenCase, mayResend?: boolean): TimelineEntry[] {
  const t = caseTexts(lang)
  return opened.file.notices.map((notice) => {
    const state = STATES.find((one) => one === notice.state) ?? 'planned'
    const template = TEMPLATES.find((one) => one === notice.template)
    const what = template ? t(`template-${template}`) : t('notice-to-staff')
    return {
      at: notice.sentAt ?? notice.plannedAt,
      kind: 'notice',
      title: t(`notice-${state}`, { what }),
      children: state === 'undelivered' && (
        <p>
          {template && `${t('notice-what-to-do')} `}
          {mayResend && <a href={`/desk/notices/${notice.id}`}>{t('notice-open')}</a>}
        </p>
      ),
    }
  })
}
