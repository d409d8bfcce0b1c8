import type { AbsenceShown } from '../../../access/index.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  Button,
  DateField,
  dateParts,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  readDate,
  Select,
} from '../../ui/parts.ts'

type Sent = Record<string, unknown>
const text = (sent: Sent, name: string) => (typeof sent[name] === 'string' ? (sent[name] as string) : '')

/** What an absence form gives; a day that cannot be one is no day. */
export function absenceIn(sent: Sent, staffId: string) {
  const iso = (name: string) => {
    const date = readDate(dateParts(sent, name))
    return date && date !== 'invalid' ? date.toString() : null
  }
  const [from, to] = [iso('from'), iso('to')]
  const substitute = text(sent, 'substitute')
  return from && to ? { staffId, from, to, substituteId: substitute || null } : null
}

/** At which field a refusal is told. */
export const absenceField = (code: string): string =>
  ({
    'absence-person': 'who',
    'absence-substitute': 'substitute',
    'absence-loop': 'substitute',
    'absence-own': 'substitute',
  })[code] ?? 'from'

/** Absences that have not ended, each of which can be taken away. */
export function Absences(props: {
  lang: Lang
  rows: readonly AbsenceShown[]
  names: ReadonlyMap<string, string>
  action: string
  withName?: boolean
}) {
  const { lang, rows, names } = props
  const t = whoMay(lang)
  if (rows.length === 0) return <p class="av-hush">{t('absence-none')}</p>
  return (
    <>
      {rows.map((row) => {
        const days = { from: formatDate(lang, row.from), to: formatDate(lang, row.to) }
        const name = row.substituteId ? names.get(row.substituteId) : undefined
        return (
          <Form lang={lang} action={props.action}>
            <HiddenFields values={{ absence: row.id }} />
            <div class="av-tools">
              <span>
                {props.withName && <strong>{names.get(row.staffId)} </strong>}
                {name ? t('absence-row', { ...days, name }) : t('absence-row-nobody', days)}
              </span>
              <Button look="tertiary">{t('absence-remove')}</Button>
            </div>
          </Form>
        )
      })}
    </>
  )
}

export function AbsenceForm(props: {
  lang: Lang
  action: string
  people: readonly { value: string; label: string }[]
  /** who is away, when it is somebody else's absence that is recorded */
  who?: boolean
  sent?: Sent
  errors?: FieldError[]
}) {
  const { lang, sent = {}, errors } = props
  const t = whoMay(lang)
  return (
    <Form lang={lang} action={props.action}>
      <div class="av-flow av-narrow">
        {props.who && (
          <Select
            lang={lang}
            name="who"
            label={t('absence-who')}
            options={[...props.people]}
            value={text(sent, 'who')}
            empty={t('choose-person')}
            error={errorOf(errors, 'who')}
          />
        )}
        <DateField
          lang={lang}
          name="from"
          label={t('absence-from')}
          value={dateParts(sent, 'from')}
          error={errorOf(errors, 'from')}
        />
        <DateField
          lang={lang}
          name="to"
          label={t('absence-to')}
          value={dateParts(sent, 'to')}
          error={errorOf(errors, 'to')}
        />
        <Select
          lang={lang}
          name="substitute"
          label={t('absence-substitute')}
          options={[...props.people]}
          value={text(sent, 'substitute')}
          empty={t('absence-nobody')}
          error={errorOf(errors, 'substitute')}
        />
        <Button>{t('absence-save')}</Button>
      </div>
    </Form>
  )
}
