import type { Context } from 'hono'
import { demoPeople } from '../../../access/index.ts'
import { municipalityName } from '../../../classification/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { lostFormToken } from '../../session.ts'
import {
  Alert,
  AuthorityLayout,
  Button,
  DeskLayout,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  LinkButton,
  TextField,
} from '../../ui/parts.ts'
import type { Side } from './index.tsx'
import { PasskeyForm } from './passkey-form.tsx'

interface Given {
  email: string
  errors: FieldError[]
  status: 422 | 429
}

/** The sign-in, for both sides; in the demonstration with a button for each of its people. */
export async function signInPage(c: Context<WebEnv>, web: Web, side: Side, given?: Given): Promise<Response> {
  const { lang } = c.var
  const t = access(lang)
  const next = c.req.query('next')
  const query = next ? `?next=${encodeURIComponent(next)}` : ''
  const errors = given?.errors
  const Layout = side === '/authority' ? AuthorityLayout : DeskLayout
  const people = web.demo ? await demoPeople(web.house) : []
  c.status(given?.status ?? 200)
  return c.render(
    <Layout lang={lang} title={t('sign-in-title')} hasErrors={Boolean(errors)} demo={web.demo}>
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('sign-in-title')}</h1>
        {lostFormToken(c) ? (
          <Alert title={t('ended-title')}>
            <p>{t('ended-text')}</p>
          </Alert>
        ) : (
          next && next !== side && <p>{t('first-sign-in')}</p>
        )}
        {people.length > 0 && (
          <section class="av-flow" aria-labelledby="demo-people">
            <h2 id="demo-people">{t('demo-title')}</h2>
            <p>{t('demo-text')}</p>
            <form method="post" action={`${side}/sign-in/demo${query}`} class="av-people">
              {people.map((person) => (
                <Button look="secondary" name="person" value={person.id}>
                  {person.name}, {desk(lang)(`role-${person.role}`).toLocaleLowerCase(lang)}
                  {person.municipality ? ` (${municipalityName(person.municipality, lang)})` : ''}
                </Button>
              ))}
            </form>
          </section>
        )}
        {web.oidc?.staff && (
          <p>
            <LinkButton href={`/desk/sign-in/provider?next=${encodeURIComponent(next ?? side)}`}>
              {signInTexts(lang)('provider-sign-in')}
            </LinkButton>
          </p>
        )}
        {(people.length > 0 || web.oidc?.staff) && <h2>{t('own-account')}</h2>}
        <Form lang={lang} action={`${side}/sign-in${query}`}>
          <div class="av-flow">
            <TextField
              lang={lang}
              name="email"
              type="email"
              label={t('email')}
              value={given?.email}
              error={errorOf(errors, 'email')}
              autocomplete="username"
              spellcheck={false}
            />
            <TextField
              lang={lang}
              name="password"
              type="password"
              label={t('password')}
              error={errorOf(errors, 'password')}
              autocomplete="current-password"
            />
            <Button>{t('sign-in')}</Button>
          </div>
        </Form>
        <PasskeyForm
          lang={lang}
          kind="get"
          action={`${side}/sign-in/passkey${query}`}
          options={`${side}/sign-in/passkey`}
          label={signInTexts(lang)('passkey-sign-in')}
          look="secondary"
        >
          <h2>{signInTexts(lang)('or-title')}</h2>
          <p>{signInTexts(lang)('passkey-sign-in-text')}</p>
        </PasskeyForm>
        <p class="av-hush">{t('sign-in-help')}</p>
      </div>
    </Layout>,
  )
}
