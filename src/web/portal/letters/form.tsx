import type { PublicLetter } from '../../../documents/letters.ts'
import type { Document } from '../../../documents/model.ts'
import { letterTexts } from '../../../language/catalogues/letters.ts'
import { doorTexts } from '../../../language/catalogues/portal-door.ts'
import { finder } from '../../../language/catalogues/portal-finder.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DateField,
  dateParts,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Radios,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { Undrawn } from '../../undrawn.tsx'
import { type PortalContext, show } from '../frame.tsx'
import { ASKS, boxesOf, DATES, type Sent, said } from './fields.ts'
import { PointBoxes } from './point-boxes.tsx'

const CAME = ['letter', 'e-notice', 'handed'] as const

/** The form of one letter: who writes, to whom, what happened point by point, what is asked for. */
export function letterForm(
  c: PortalContext,
  web: Web,
  kind: PublicLetter,
  sent: Sent = {},
  errors?: FieldError[],
  /** The letter as it would be made, when its PDF lacks characters. */
  undrawn?: Document,
): Promise<Response> {
  const { lang } = c.var
  const t = letterTexts(lang)
  const asks = ASKS[kind]
  const door = doorTexts(lang)
  const cameBy = CAME.find((way) => way === said(sent, 'came-by'))
  const field = (name: string) => ({ lang, name, value: said(sent, name), error: errorOf(errors, name) })
  const date = (name: keyof typeof DATES, hint?: string) => (
    <DateField
      lang={lang}
      name={name}
      label={t(DATES[name])}
      hint={hint}
      value={dateParts(sent, name)}
      error={errorOf(errors, name)}
      optional
    />
  )
  return show(c, web, {
    title: t(`${kind}.name`),
    path: `/letters/${kind}`,
    back: `/${lang}/letters`,
    indexed: true,
    keep: 'form',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        {undrawn && <Undrawn lang={lang} document={undrawn} />}
        <h1>{t(`${kind}.name`)}</h1>
        <p class="av-lead">{t(`${kind}.what`)}</p>
        <p>
          {t('form.lead')} {t('form.safe')}
        </p>
        {said(sent, 'from-way') && (
          <Alert tone="info">
            <p>{door('letter.from-way')}</p>
            {cameBy && asks.decision && (
              <p>{door('letter.came', { how: finder(lang)(`served.${cameBy}`).toLowerCase() })}</p>
            )}
          </Alert>
        )}
        <Form lang={lang} action={`/${lang}/letters/${kind}`}>
          <HiddenFields
            values={{
              boxes: String(boxesOf(sent)),
              ...(said(sent, 'from-way') && { 'from-way': 'yes', ...(cameBy && { 'came-by': cameBy }) }),
            }}
          />
          <div class="av-flow">
            {lang === 'en' && (
              <Radios
                lang={lang}
                name="language"
                label={t('form.language')}
                hint={t('form.language-hint')}
                look="inline"
                choices={[
                  { value: 'fi', label: t('form.language-fi') },
                  { value: 'sv', label: t('form.language-sv') },
                ]}
                value={said(sent, 'language') || undefined}
                error={errorOf(errors, 'language')}
              />
            )}
            <h2>{t(`${kind}.points`)}</h2>
            <p>{t(`${kind}.points-hint`)}</p>
            <PointBoxes {...{ lang, sent, errors }} rows={4} />
            <h2>{t(`${kind}.asked`)}</h2>
            <TextArea
              {...field('asked')}
              label={t(`${kind}.asked`)}
              labelHidden
              hint={t(`${kind}.asked-hint`)}
              rows={4}
              optional={asks.wish !== 'required'}
            />
            <h2>{t('form.what')}</h2>
            <TextArea {...field('addressee')} label={t('form.addressee')} hint={t(`${kind}.to`)} rows={3} />
            {asks.unit !== false && <TextField {...field('unit')} label={t(`${kind}.unit`)} optional />}
            {asks.decision && (
              <TextField
                {...field('decision-number')}
                label={t('form.decision-number')}
                width={20}
                optional
              />
            )}
            {asks.decision && date('decision-date')}
            {asks.received && date('received')}
            {asks.objection && date('objection-sent', t('form.objection-hint'))}
            {asks.objection && date('answered', t('form.answered-hint'))}
            <TextArea
              {...field('enclosures')}
              label={t('form.enclosures')}
              hint={t('form.enclosures-hint')}
              rows={3}
              optional
            />
            <h2>{t('form.who')}</h2>
            <TextField {...field('name')} label={t('form.name')} autocomplete="name" />
            <TextArea {...field('address')} label={t('form.address')} rows={2} optional />
            <TextField
              {...field('phone')}
              label={t('form.phone')}
              type="tel"
              autocomplete="tel"
              width={20}
              optional
            />
            <TextField
              {...field('email')}
              label={t('form.email')}
              type="email"
              autocomplete="email"
              optional
            />
            <TextField {...field('client')} label={t('form.client')} hint={t('form.client-hint')} optional />
            {undrawn && <Undrawn lang={lang} document={undrawn} />}
            <p>{t('form.after')}</p>
            {undrawn ? (
              <ButtonRow>
                <Button name="do" value="docx">
                  {t('form.docx')}
                </Button>
                <Button look="secondary" name="do" value="pdf-all-the-same">
                  {door('undrawn.pdf')}
                </Button>
              </ButtonRow>
            ) : (
              <ButtonRow>
                <Button name="do" value="pdf">
                  {t('form.pdf')}
                </Button>
                <Button look="secondary" name="do" value="docx">
                  {t('form.docx')}
                </Button>
              </ButtonRow>
            )}
          </div>
        </Form>
      </div>
    ),
  })
}
