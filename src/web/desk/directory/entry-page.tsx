import { BODY_KINDS, municipalities, municipalityName } from '../../../classification/index.ts'
import { directory } from '../../../language/catalogues/directory.ts'
import { LANGS } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  LinkButton,
  Select,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { type DeskContext, showDesk, signedIn } from '../frame.tsx'
import type { TypedEntry } from './entry-form.ts'

export interface EntryPage {
  /** Absent: a new one. */
  id?: string
  /** When the entry was read that is being changed. */
  asOf?: Date
  typed: TypedEntry
  errors?: FieldError[]
  /** Others changed it meanwhile. */
  changed?: boolean
}

/** The form of one body. */
export function entryPage(
  c: DeskContext,
  web: Web,
  { id, asOf, typed, errors, changed }: EntryPage,
): Promise<Response> {
  const { lang } = c.var
  const t = directory(lang)
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  const title = t(id ? 'desk.edit' : 'desk.add')
  const places = municipalities
    .filter(({ county }) => county === signedIn(c).organisation)
    .map(({ code }) => ({ value: code, label: municipalityName(code, lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang))
  return showDesk(c, web, {
    title,
    back: '/desk/directory',
    hasErrors: Boolean(errors),
    status: errors ? 422 : changed ? 409 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        {changed && (
          <Alert tone="danger">
            <p>{t('desk.changed')}</p>
          </Alert>
        )}
        <h1>{title}</h1>
        <Form lang={lang} action={`/desk/directory/${id ?? 'new'}`} guarded>
          {asOf && <HiddenFields values={{ 'as-of': asOf.toISOString() }} />}
          <div class="av-flow">
            <Select
              {...field('kind')}
              label={t('desk.kind')}
              options={BODY_KINDS.map(({ code, name }) => ({ value: code, label: name[lang] }))}
              value={typed.kind}
            />
            <TextField
              {...field('phone')}
              label={t('desk.phone')}
              type="tel"
              autocomplete="off"
              value={typed.phone}
              optional
              width={20}
            />
            <TextArea
              {...field('address')}
              label={t('desk.address')}
              value={typed.address}
              rows={3}
              optional
            />
            <TextField
              {...field('web')}
              label={t('desk.web')}
              hint={t('desk.web.hint')}
              type="url"
              autocomplete="off"
              value={typed.web}
              optional
            />
            <Select
              {...field('municipality')}
              label={t('desk.municipality')}
              hint={t('desk.municipality.hint')}
              options={places}
              value={typed.municipality ?? ''}
              empty={t('desk.whole-area')}
            />
            <h2>{t('desk.hours')}</h2>
            {LANGS.map((one) => (
              <TextField
                {...field(`hours-${one}`)}
                label={t(`desk.hours-${one}`)}
                value={typed.hours[one]}
                optional
              />
            ))}
            <h2>{t('desk.name')}</h2>
            <p>{t('desk.name-of-kind')}</p>
            {LANGS.map((one) => (
              <TextField
                {...field(`name-${one}`)}
                label={t(`desk.name-${one}`)}
                value={typed.names[one]}
                optional
              />
            ))}
            <h2>{t('desk.say')}</h2>
            <p>{t('desk.say.hint')}</p>
            {LANGS.map((one) => (
              <TextArea
                {...field(`say-${one}`)}
                label={t(`desk.say-${one}`)}
                value={typed.say[one]}
                rows={2}
                optional
              />
            ))}
            <DateField {...field('checked')} label={t('desk.checked')} value={typed.checked} />
            <ButtonRow>
              <Button>{t('desk.save')}</Button>
              {id && (
                <LinkButton look="tertiary" danger href={`/desk/directory/${id}/remove`}>
                  {t('desk.remove')}
                </LinkButton>
              )}
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}
