import { Temporal } from 'temporal-polyfill'
import type { DirectoryEntry } from '../../../access/index.ts'
import { bodyKind, municipality } from '../../../classification/index.ts'
import { directory } from '../../../language/catalogues/directory.ts'
import { dateInFinland } from '../../../language/formats.ts'
import { LANGS, type Lang, type Text3 } from '../../../language/lang.ts'
import { type DateParts, dateParts, type FieldError, partsOf, readDate } from '../../ui/parts.ts'

/** An entry as typed: the day in its three boxes. */
export interface TypedEntry extends Omit<DirectoryEntry, 'checkedOn'> {
  checked: DateParts
}

const MOST = { line: 200, paragraph: 1000 }
const PHONE = /^\+?[\d\s()-]{3,30}$/

export function emptyEntry(kind: string, today: Temporal.PlainDate): TypedEntry {
  const none = { fi: '', sv: '', en: '' }
  const checked = partsOf(today)
  return {
    kind,
    names: none,
    phone: '',
    hours: none,
    address: '',
    web: '',
    say: none,
    municipality: null,
    checked,
  }
}

export const typedFrom = ({ checkedOn, ...entry }: DirectoryEntry): TypedEntry => ({
  ...entry,
  checked: partsOf(checkedOn),
})

export function typedEntry(form: Record<string, unknown>): TypedEntry {
  // NUL is the one character PostgreSQL cannot keep.
  const text = (name: string) =>
    (typeof form[name] === 'string' ? form[name] : '')
      .replaceAll('\u0000', '')
      .replaceAll('\r\n', '\n')
      .trim()
  const three = (name: string): Text3 => ({
    fi: text(`${name}-fi`),
    sv: text(`${name}-sv`),
    en: text(`${name}-en`),
  })
  return {
    kind: text('kind'),
    names: three('name'),
    phone: text('phone'),
    hours: three('hours'),
    address: text('address'),
    web: text('web'),
    say: three('say'),
    municipality: text('municipality') || null,
    checked: dateParts(form, 'checked'),
  }
}

/** The entry, or everything that is wrong with it. */
export function checkedEntry(
  typed: TypedEntry,
  lang: Lang,
  now: Date,
  organisation: string,
): { entry: DirectoryEntry } | { errors: FieldError[] } {
  const t = directory(lang)
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  const whole = (field: string, texts: Text3, message: string, required = false) => {
    const missing = LANGS.filter((one) => texts[one] === '')
    if (missing[0] && (required || missing.length < LANGS.length)) wrong(`${field}-${missing[0]}`, message)
    for (const one of LANGS) long(`${field}-${one}`, texts[one], MOST.paragraph)
  }
  const long = (field: string, text: string, n: number) => {
    if (text.length > n) wrong(field, t('error.long', { n }))
  }
  if (!bodyKind(typed.kind)) wrong('kind', t('error.kind'))
  const other = typed.kind === 'other'
  whole('name', typed.names, t(other ? 'error.name-other' : 'error.name'), other)
  if (typed.phone !== '' && !PHONE.test(typed.phone)) wrong('phone', t('error.phone'))
  whole('hours', typed.hours, t('error.three'))
  long('address', typed.address, MOST.paragraph)
  if (typed.web !== '' && !isWeb(typed.web)) wrong('web', t('error.web'))
  if (typed.phone === '' && typed.address === '' && typed.web === '') wrong('phone', t('error.reach'))
  whole('say', typed.say, t('error.three'))
  const place = typed.municipality === null ? undefined : municipality(typed.municipality)
  if (typed.municipality !== null && place?.county !== organisation)
    wrong('municipality', t('error.municipality'))
  const day = readDate(typed.checked)
  if (day === null || day === 'invalid' || Temporal.PlainDate.compare(day, dateInFinland(now)) > 0)
    wrong('checked', t('error.checked'))
  if (errors.length > 0 || day === null || day === 'invalid') return { errors }
  const { checked: _, ...entry } = typed
  return { entry: { ...entry, checkedOn: day.toString() } }
}

function isWeb(text: string): boolean {
  return text.length <= MOST.line && /^https:\/\/[^\s/]+\.[^\s]+$/.test(text) && URL.canParse(text)
}
