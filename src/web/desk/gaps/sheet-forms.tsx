import { type GapFile, lastConsents, SHEET_PARTS } from '../../../cases/index.ts'
import { gapCodeName, gapCodes } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  Button,
  Checkboxes,
  DateField,
  Details,
  dateParts,
  errorOf,
  type FieldError,
  Form,
  partsOf,
  Radios,
  Select,
  Tag,
} from '../../ui/parts.ts'
import { type Sent, text, texts } from '../log-contact-values.ts'
import { gapOptions } from './form-options.ts'

export interface SheetFormsProps {
  lang: Lang
  file: GapFile
  /** ISO day */
  today: string
  /** What was sent and not taken, and in which form. */
  notTaken?: { at: 'consent' | 'sheet'; sent: Sent; errors: readonly FieldError[] }
}

/** Consents, the sheet they allow, and the sheets that were made. */
export function SheetForms(props: SheetFormsProps) {
  const { lang, file } = props
  const t = gaps(lang)
  const mayNot = notNow(file)
  return (
    <>
      <p>{t('sheet-lead')}</p>
      <h3>{t('consents')}</h3>
      {file.consents.length === 0 ? (
        <p class="av-hush">{t('consents-none')}</p>
      ) : (
        <Consents lang={lang} file={file} />
      )}
      <Details
        summary={t('consent-title')}
        open={file.consents.length === 0 || props.notTaken?.at === 'consent'}
      >
        <ConsentForm {...props} />
      </Details>
      {file.consents.length > 0 && !mayNot && <SheetForm {...props} />}
      {mayNot && <p class="av-hush">{t(mayNot)}</p>}
      {file.sheets.length > 0 && <Sheets lang={lang} file={file} />}
    </>
  )
}

/** Why no sheet is made, where it is not for want of a consent. */
const notNow = ({ gap, caseEnded }: GapFile) =>
  gap.state === 'closed' ? 'refused-gap-closed' : caseEnded ? 'refused-case-closed' : undefined

const partNames = (lang: Lang, parts: readonly string[]): string =>
  parts.map((part) => gapCodeName('sheetPart', part, lang).toLowerCase()).join(', ')

function Consents({ lang, file }: Pick<SheetFormsProps, 'lang' | 'file'>) {
  const t = gaps(lang)
  const last = new Set(lastConsents(file.consents).map(({ id }) => id))
  return (
    <ul class="av-contacts">
      {file.consents.map((consent) => (
        <li>
          {t('consent-line', {
            authority: gapCodeName('authority', consent.authority, lang),
            parts: partNames(lang, consent.parts),
            how: gapCodeName('consentHow', consent.how, lang),
            date: formatDate(lang, consent.givenOn),
          })}{' '}
          {consent.withdrawnAt ? (
            <Tag tone="warning">
              {t('consent-withdrawn', { date: formatDate(lang, consent.withdrawnAt) })}
            </Tag>
          ) : !last.has(consent.id) ? (
            <Tag>{t('consent-replaced')}</Tag>
          ) : (
            <>
              <Tag tone="success">{t('consent-in-force')}</Tag>{' '}
              <a href={`/desk/gaps/${file.gap.id}/consents/${consent.id}/withdraw`}>
                {t('consent-withdraw')}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function ConsentForm({ lang, file, today, notTaken }: SheetFormsProps) {
  const t = gaps(lang)
  const { sent, errors } = notTaken?.at === 'consent' ? notTaken : { sent: undefined, errors: undefined }
  const date = partsOf(today)
  return (
    <Form lang={lang} action={`/desk/gaps/${file.gap.id}/consents`} id="consent">
      <div class="av-flow">
        <Select
          lang={lang}
          name="consent-authority"
          label={t('consent-to')}
          value={sent ? text(sent, 'consent-authority') : file.gap.authority}
          options={gapOptions('authority', lang)}
          error={errorOf(errors, 'consent-authority')}
        />
        <Checkboxes
          lang={lang}
          name="consent-parts"
          label={t('consent-parts')}
          values={sent ? texts(sent, 'consent-parts') : []}
          choices={gapCodes('sheetPart').map((part) => ({ value: part.code, label: part[lang] }))}
          error={errorOf(errors, 'consent-parts')}
        />
        <Radios
          lang={lang}
          name="consent-how"
          label={t('consent-how')}
          value={sent ? text(sent, 'consent-how') : undefined}
          choices={gapCodes('consentHow').map((how) => ({ value: how.code, label: how[lang] }))}
          error={errorOf(errors, 'consent-how')}
        />
        <DateField
          lang={lang}
          name="consent-givenOn"
          label={t('consent-given-on')}
          value={sent ? dateParts(sent, 'consent-givenOn') : date}
          error={errorOf(errors, 'consent-givenOn')}
        />
        <Button look="secondary">{t('consent-save')}</Button>
      </div>
    </Form>
  )
}

function SheetForm({ lang, file, notTaken }: SheetFormsProps) {
  const t = gaps(lang)
  const { sent, errors } = notTaken?.at === 'sheet' ? notTaken : { sent: undefined, errors: undefined }
  const last = lastConsents(file.consents).findLast(({ withdrawnAt }) => !withdrawnAt)
  return (
    <Form lang={lang} action={`/desk/gaps/${file.gap.id}/sheet`} id="sheet">
      <div class="av-flow">
        <h3>{t('sheet-make')}</h3>
        <Select
          lang={lang}
          name="sheet-authority"
          label={t('sheet-to')}
          value={sent ? text(sent, 'sheet-authority') : (last?.authority ?? file.gap.authority)}
          options={gapOptions('authority', lang)}
          error={errorOf(errors, 'sheet-authority')}
        />
        <Checkboxes
          lang={lang}
          name="sheet-parts"
          label={t('sheet-parts')}
          hint={t('sheet-nameless')}
          values={sent ? texts(sent, 'sheet-parts') : (last?.parts ?? [])}
          choices={SHEET_PARTS.map((value) => ({ value, label: gapCodeName('sheetPart', value, lang) }))}
          error={errorOf(errors, 'sheet-parts')}
        />
        <Radios
          lang={lang}
          name="sheet-language"
          label={t('sheet-language')}
          look="inline"
          value={sent ? text(sent, 'sheet-language') : lang === 'sv' ? 'sv' : 'fi'}
          choices={(['fi', 'sv'] as const).map((value) => ({ value, label: t(`sheet-${value}`) }))}
        />
        <Button>{t('sheet-make')}</Button>
      </div>
    </Form>
  )
}

function Sheets({ lang, file }: Pick<SheetFormsProps, 'lang' | 'file'>) {
  const t = gaps(lang)
  const running = file.sheets.some(({ clock }) => clock?.state === 'running')
  return (
    <>
      <h3>{t('sheets')}</h3>
      <ul class="av-contacts">
        {file.sheets.map(({ authority, parts, madeAt, clock }) => (
          <li>
            {t('sheet-line', {
              date: formatDate(lang, madeAt),
              authority: gapCodeName('authority', authority, lang),
              parts: partNames(lang, parts),
            })}
            {'. '}
            {!parts.includes('identity') && (
              <>
                <Tag tone="warning">{t('sheet-nameless-tag')}</Tag>{' '}
              </>
            )}
            {clock &&
              (clock.state === 'running'
                ? t('sheet-follow', { date: formatDate(lang, clock.due) })
                : t('sheet-followed'))}
          </li>
        ))}
      </ul>
      {running && (
        <Form lang={lang} action={`/desk/gaps/${file.gap.id}/followed-up`}>
          <Button look="secondary">{t('follow-done')}</Button>
        </Form>
      )}
    </>
  )
}
