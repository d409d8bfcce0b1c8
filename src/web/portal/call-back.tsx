import { randomUUID } from 'node:crypto'
import { newDraftCode, submission } from '../../cases/index.ts'
import { countyOf, municipalityName, officeFor } from '../../classification/index.ts'
import { portal } from '../../language/catalogues/portal.ts'
import { ask } from '../../language/catalogues/portal-ask.ts'
import type { Web } from '../context.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Radios,
  TextField,
} from '../ui/parts.ts'
import { one, type Typed } from './ask/question.ts'
import { isPhone } from './ask/reach.tsx'
import { choicesOf, placeErrors, placeName, settlePlace } from './ask/where.tsx'
import { keepSent } from './draft.ts'
import { type PortalContext, show } from './frame.tsx'
import { send } from './send.tsx'

const FIELDS = ['id', 'place', 'searched', 'municipality', 'name', 'phone', 'when', 'about'] as const
/** As `randomUUID` makes them; names the request, so that a double click is one request. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A call asked for: the shortest way in, one page. */
export async function callBackPage(
  c: PortalContext,
  web: Web,
  typed: Typed = {},
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = portal(lang)
  const a = ask(lang)
  const found = choicesOf(typed, lang)
  const id = ID.test(one(typed, 'id')) ? one(typed, 'id') : randomUUID()
  const field = (name: string) => ({
    lang,
    name,
    value: one(typed, name),
    error: errorOf(errors, name),
    spellcheck: false,
  })
  return show(c, web, {
    title: t('call.title'),
    path: '/call-back',
    section: 'contact',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('call.title')}</h1>
        <p>{t('call.lead')}</p>
        <Form lang={lang}>
          <div class="av-flow">
            <HiddenFields values={{ id }} />
            <TextField {...field('phone')} type="tel" label={t('call.phone')} autocomplete="tel" width={20} />
            <TextField
              {...field('place')}
              label={t('contact.search')}
              hint={t('contact.search.hint')}
              autocomplete="off"
              width={20}
              suggestions={[]}
            />
            {found.length > 1 && (
              <>
                <HiddenFields values={{ searched: one(typed, 'place') }} />
                <Radios
                  lang={lang}
                  name="municipality"
                  label={a('where.choose')}
                  hint={a('where.choose.hint')}
                  look="columns"
                  choices={found.map((place) => ({ value: place.code, label: placeName(place, lang) }))}
                  value={one(typed, 'municipality')}
                  error={errorOf(errors, 'municipality')}
                />
              </>
            )}
            <TextField {...field('name')} label={a('reach.name')} autocomplete="name" optional />
            <TextField {...field('when')} label={t('call.when')} hint={t('call.when.hint')} optional />
            <TextField {...field('about')} label={t('call.about')} hint={t('call.about.hint')} optional />
            <ButtonRow>
              <Button>{t('call.send')}</Button>
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

export async function requestCall(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const form = await c.req.parseBody()
  const given: Typed = Object.fromEntries(
    FIELDS.map((name) => [name, String(form[name] ?? '').slice(0, 1000)]),
  )
  const typed = { ...given, searched: '', municipality: '', ...settlePlace(given) }
  const errors = [...phoneErrors(c, typed), ...officeErrors(c, web, typed)]
  if (errors.length > 0) return callBackPage(c, web, typed, errors)
  const id = ID.test(one(typed, 'id')) ? one(typed, 'id') : randomUUID()
  const municipality = one(typed, 'municipality')
  const about = one(typed, 'about')
  const t = portal(lang)
  const sent = await send(c, web, {
    id,
    organisation: countyOf(municipality)!,
    back: '/call-back',
    submission: submission.parse({
      kind: 'advice',
      language: lang,
      municipality,
      contactPerson: 'client',
      channel: 'phone',
      person: {
        name: one(typed, 'name').slice(0, 200) || undefined,
        phone: one(typed, 'phone'),
        reachBy: ['phone'],
        reachWhen: one(typed, 'when').slice(0, 300) || undefined,
      },
      account: { text: about ? `${t('call.text')} ${about}` : t('call.text') },
    }),
  })
  if (sent instanceof Response) return sent
  await keepSent(c, web, newDraftCode(), {
    id,
    kind: 'advice',
    answers: {},
    done: [],
    sent: { ...sent, call: true },
  })
  return c.redirect(`/${lang}/receipt`, 303)
}

function phoneErrors(c: PortalContext, typed: Typed): FieldError[] {
  const t = ask(c.var.lang)
  const phone = one(typed, 'phone')
  if (!phone) return [{ field: 'phone', message: t('reach.phone-missing') }]
  return isPhone(phone) ? [] : [{ field: 'phone', message: t('reach.phone-invalid') }]
}

function officeErrors(c: PortalContext, web: Web, typed: Typed): FieldError[] {
  const { lang } = c.var
  const missing = placeErrors(lang, typed)
  if (missing.length > 0) return missing
  const code = one(typed, 'municipality')
  const office = officeFor(code, web.house.organisations)
  if (office.kind === 'served') return []
  const message =
    office.kind === 'aland'
      ? office.text[lang]
      : portal(lang)('call.other-office', { place: municipalityName(code, lang) })
  return [{ field: 'place', message }]
}
