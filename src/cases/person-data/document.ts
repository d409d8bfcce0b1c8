import { codeName, municipalityName } from '../../classification/index.ts'
import type { Block, Document } from '../../documents/model.ts'
import { auditLog } from '../../language/catalogues/audit-log.ts'
import { personTexts } from '../../language/catalogues/person-data.ts'
import { retentionTexts } from '../../language/catalogues/retention.ts'
import { formatDate, formatDateTime } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { GatheredData } from './gather.ts'

const WHO = ['ombudsman', 'lead', 'admin', 'authority', 'system'] as const

/** The client's data as a person reads them; what is only codes stands in the JSON beside it. */
export function personDocument(
  {
    case: row,
    person,
    told,
    messages,
    steps,
    contacts,
    notes,
    opened,
    rectifications,
    retention,
    files,
  }: GatheredData['data'],
  { lang, author, date }: { lang: Lang; author: string; date: string },
): Document {
  const t = personTexts(lang)
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
  const line = (label: string, value: string | null | undefined): Block[] =>
    value ? [{ kind: 'paragraph', runs: [{ text: `${label}: `, bold: true }, value] }] : []
  const text = (said: string | null | undefined): Block[] =>
    (said ?? '')
      .split(/\n{2,}/)
      .filter((part) => part.trim())
      .map((part) => ({ kind: 'paragraph', runs: [part] }))
  const dated = (at: Date, who: string, said: string | null | undefined): Block[] => [
    { kind: 'paragraph', runs: [{ text: `${formatDateTime(lang, at)} ${who}`, bold: true }] },
    ...text(said),
  ]
  const part = (title: string, blocks: Block[]): Block[] =>
    blocks.length > 0 ? [heading(title), ...blocks] : []
  const keys = ['name', 'email', 'phone', 'address', 'clientName'] as const
  return {
    title: t('pdf-title', { number: row.number }),
    lang,
    author,
    date,
    blocks: [
      { kind: 'paragraph', runs: [t('pdf-made', { date: formatDate(lang, date) })], tone: 'lead' },
      ...part(
        t('pdf-person'),
        keys.flatMap((key) => line(t(`field-${key}`), person[key])),
      ),
      ...part(t('pdf-case'), [
        ...line(t('field-opened'), formatDate(lang, row.openedAt)),
        ...line(t('field-closed'), row.closedAt && formatDate(lang, row.closedAt)),
        ...line(t('field-municipality'), municipalityName(row.municipality, lang)),
        ...line(t('field-service'), row.serviceTask && codeName('serviceTask', row.serviceTask, lang)),
        ...line(t('field-outcome'), row.outcome && codeName('outcome', row.outcome, lang)),
      ]),
      ...part(t('pdf-told'), [...text(told.text), ...line(t('wish'), told.desiredOutcome)]),
      ...part(
        t('rectifications-title'),
        rectifications.flatMap(({ askedAt, subject, text: said, state, answer }) => [
          ...dated(askedAt, `${t(`subject-${subject}`)}, ${t(`state-${state}`)}`, said),
          ...text(answer),
        ]),
      ),
      ...part(
        t('pdf-messages'),
        messages.flatMap(({ at, from, text: said }) => dated(at, t(`from-${from as 'client'}`), said)),
      ),
      ...part(
        t('pdf-steps'),
        steps.flatMap(({ at, step, text: said }) => dated(at, step, said)),
      ),
      ...part(
        t('pdf-contacts'),
        contacts.flatMap(({ at, channel, note }) =>
          dated(at, channel ? codeName('channel', channel, lang) : '', note),
        ),
      ),
      ...part(
        t('pdf-notes'),
        (notes ?? []).flatMap(({ at, text: said }) => dated(at, '', said)),
      ),
      ...part(
        t('pdf-files'),
        files.flatMap(({ file, name, leftOut, sender, addedAt, scanned }) =>
          dated(
            addedAt,
            t(`from-${sender}`),
            leftOut
              ? `${name}. ${t(`left-${leftOut}`)}`
              : `${name} (tiedostot/${file})${scanned ? '' : `. ${t('file-unscanned')}`}`,
          ),
        ),
      ),
      ...part(
        t('pdf-opened'),
        opened.map(({ to, who, how, times }) => ({
          kind: 'paragraph',
          runs: [
            `${formatDate(lang, to)}: ${auditLog(lang)(`who-${WHO.find((one) => one === who) ?? 'system'}`)} ${auditLog(lang)(`how-${how}`, { n: times })}`,
          ],
        })),
      ),
      ...part(t('pdf-keeping'), [
        {
          kind: 'paragraph',
          runs: [
            !row.closedAt
              ? t('standing-open')
              : retention
                ? `${t('standing-ends', { date: formatDate(lang, retention.endsOn!) })} ${retentionTexts(lang)(`action-${retention.action!}`)}. ${retention.source}`
                : t('standing-none'),
          ],
        },
      ]),
      { kind: 'paragraph', runs: [t('pdf-rest')], tone: 'small' },
    ],
  }
}
