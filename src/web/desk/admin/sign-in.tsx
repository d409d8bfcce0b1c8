import type { Context } from 'hono'
import { changeRequirement, type LimitedNow, limitedNow, readRequirement } from '../../../access/index.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { Button, Checkbox, Flash, Form, Table } from '../../ui/parts.ts'
import { asStaff, showDesk } from '../frame.tsx'

const HERE = '/desk/admin/sign-in'

/** Whether a second factor is a must, and the list of limits with what they do now. */
export async function signInSettings(c: Context<WebEnv>, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = signInTexts(lang)
  const { required, without } = await asStaff(c, web, (o) => readRequirement(o))
  const limits = await limitedNow(web.house, web.intakeLimit)
  return showDesk(c, web, {
    title: t('settings-title'),
    section: 'admin',
    back: '/desk/admin',
    children: (
      <div class="av-flow">
        {c.req.query('done') && <Flash>{t('settings-saved')}</Flash>}
        <h1>{t('settings-title')}</h1>
        <section class="av-flow av-narrow" aria-labelledby="factor-title">
          <h2 id="factor-title">{t('settings-factor')}</h2>
          <p>{t('settings-factor-text')}</p>
          <p>{t('settings-without', { n: without })}</p>
          <Form lang={lang} action={HERE}>
            <div class="av-flow">
              <Checkbox name="required" label={t('settings-required')} checked={required} />
              <Button>{t('settings-save')}</Button>
            </div>
          </Form>
        </section>
        <section class="av-flow">
          <h2>{t('limits-title')}</h2>
          <p>{t('limits-text')}</p>
          <Table<LimitedNow>
            caption={t('limits-title')}
            captionHidden
            stack
            rows={limits}
            columns={[
              { label: t('limit-what'), rowHeader: true, cell: (row) => t(`limit-${row.name}`) },
              {
                label: t('limit-most'),
                cell: ({ most, seconds, per }) =>
                  most === null
                    ? t('limit-none')
                    : t('limit-of', { most, minutes: seconds / 60, per: t(`per-${per}`) }),
              },
              { label: t('limit-counted'), numeric: true, cell: (row) => row.counted },
              { label: t('limit-refused'), numeric: true, cell: (row) => row.refused },
            ]}
          />
        </section>
      </div>
    ),
  })
}

export async function takeSignInSettings(c: Context<WebEnv>, web: Web): Promise<Response> {
  const required = (await c.req.parseBody()).required === 'yes'
  await asStaff(c, web, (o) => changeRequirement(o, required))
  return c.redirect(`${HERE}?done=1`, 303)
}
