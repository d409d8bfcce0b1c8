import { ask } from '../../../language/catalogues/portal-ask.ts'
import { Checkboxes, errorOf, type FieldError, TextArea, TextField } from '../../ui/parts.ts'
import { type Asked, many, one, type Question } from './question.ts'

const WAYS = ['email', 'phone', 'letter'] as const

export const reach: Question = {
  id: 'reach',
  fields: ['name', 'reachBy', 'email', 'phone', 'reachWhen', 'address'],
  many: ['reachBy'],
  title: (lang) => ask(lang)('reach.title'),
  View: ({ lang, typed, errors }: Asked) => {
    const t = ask(lang)
    const field = (name: string) => ({ lang, name, value: one(typed, name), error: errorOf(errors, name) })
    return (
      <>
        <h1>{t('reach.title')}</h1>
        <p>{t('reach.hint')}</p>
        <Checkboxes
          lang={lang}
          name="reachBy"
          label={t('reach.how')}
          choices={[
            {
              value: 'email',
              label: t('reach.email'),
              reveal: (
                <TextField
                  {...field('email')}
                  type="email"
                  label={t('reach.email-field')}
                  hint={t('reach.email-hint')}
                  autocomplete="email"
                  spellcheck={false}
                />
              ),
            },
            {
              value: 'phone',
              label: t('reach.phone'),
              reveal: (
                <div class="av-flow">
                  <TextField
                    {...field('phone')}
                    type="tel"
                    label={t('reach.phone-field')}
                    autocomplete="tel"
                    width={20}
                  />
                  <TextField
                    {...field('reachWhen')}
                    label={t('reach.when')}
                    hint={t('reach.when-hint')}
                    autocomplete="off"
                    spellcheck={false}
                    optional
                  />
                </div>
              ),
            },
            {
              value: 'letter',
              label: t('reach.letter'),
              reveal: (
                <TextArea
                  {...field('address')}
                  rows={3}
                  label={t('reach.address-field')}
                  spellcheck={false}
                />
              ),
            },
            { value: 'none', label: t('reach.none'), hint: t('reach.none.hint'), apart: true },
          ]}
          values={many(typed, 'reachBy')}
          error={errorOf(errors, 'reachBy')}
        />
        <TextField
          {...field('name')}
          label={t('reach.name')}
          hint={t('reach.name.hint')}
          autocomplete="name"
          spellcheck={false}
          optional
        />
      </>
    )
  },
  check: ({ lang, typed }) => {
    const t = ask(lang)
    const ways = many(typed, 'reachBy')
    const wanted = WAYS.filter((way) => ways.includes(way))
    if (wanted.length === 0 && !ways.includes('none'))
      return [{ field: 'reachBy', message: t('reach.missing') }]
    if (wanted.length > 0 && ways.includes('none')) return [{ field: 'reachBy', message: t('reach.both') }]
    const errors: FieldError[] = []
    const wrong = (field: string, message: string) => errors.push({ field, message })
    if (wanted.includes('email')) {
      const email = one(typed, 'email')
      if (!email) wrong('email', t('reach.email-missing'))
      else if (!isEmail(email)) wrong('email', t('reach.email-invalid'))
    }
    if (wanted.includes('phone')) {
      const phone = one(typed, 'phone')
      if (!phone) wrong('phone', t('reach.phone-missing'))
      else if (!isPhone(phone)) wrong('phone', t('reach.phone-invalid'))
    }
    if (wanted.includes('letter') && !one(typed, 'address')) wrong('address', t('reach.address-missing'))
    return errors
  },
  rows: ({ lang, typed }) => {
    const t = ask(lang)
    const person = reachOf(typed)
    return [
      { label: t('reach.name'), value: person.name },
      ...(person.reachBy?.includes('none') ? [{ label: t('reach.row'), value: t('reach.none-row') }] : []),
      ...(person.email ? [{ label: t('reach.email-field'), value: person.email }] : []),
      ...(person.phone ? [{ label: t('reach.phone-field'), value: person.phone }] : []),
      ...(person.reachWhen ? [{ label: t('reach.when'), value: person.reachWhen }] : []),
      ...(person.address ? [{ label: t('reach.address-field'), value: person.address, typed: true }] : []),
    ]
  },
}

/** Plainly an address; whether it is anybody's only a message can tell. */
export const isEmail = (text: string) =>
  /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) && text.length <= 254
export const isPhone = (text: string) =>
  /^[+\d][\d\s()/-]*$/.test(text) && /^\d{5,15}$/.test(text.replace(/\D/g, ''))

/** How the person may be reached: only by the ways that were chosen. */
export function reachOf(typed: Asked['typed']) {
  const ways = many(typed, 'reachBy').filter(
    (way) => way === 'none' || (WAYS as readonly string[]).includes(way),
  )
  const given = (way: string, name: string, most: number) =>
    (ways.includes(way) && one(typed, name).slice(0, most)) || undefined
  return {
    name: one(typed, 'name').slice(0, 200) || undefined,
    email: given('email', 'email', 254),
    phone: given('phone', 'phone', 40),
    reachWhen: given('phone', 'reachWhen', 300),
    address: given('letter', 'address', 500),
    reachBy: ways,
  }
}
