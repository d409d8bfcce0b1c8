import { forgetLostForm, readLostForm } from '../../access/index.ts'
import { desk } from '../../language/catalogues/desk.ts'
import type { Web } from '../context.ts'
import { clearLostForm, lostFormToken } from '../session.ts'
import { Button, ButtonRow, Form } from '../ui/parts.ts'
import { type DeskContext, showDesk, signedIn } from './frame.tsx'

/** What was typed when the session had ended, to be sent now or thrown away. Shown to its writer only. */
export async function lostFormPage(c: DeskContext, web: Web): Promise<Response> {
  const token = lostFormToken(c)
  const lost = token ? await readLostForm(web.house, token, signedIn(c).staffId) : null
  if (!lost) {
    clearLostForm(c, web)
    return c.redirect('/desk', 303)
  }
  const { lang } = c.var
  const t = desk(lang)
  const texts = lost.fields.filter(([, value]) => /\s/.test(value.trim()))
  return showDesk(c, web, {
    title: t('lost-title'),
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('lost-title')}</h1>
        <p>{t('lost-text')}</p>
        {texts.map(([, value]) => (
          <p class="av-panel av-typed">{value}</p>
        ))}
        <Form lang={lang} action="/desk/lost-form">
          {lost.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button name="lost-form-do" value="send">
              {t('lost-send')}
            </Button>
            <Button look="secondary" name="lost-form-do" value="drop">
              {t('lost-drop')}
            </Button>
          </ButtonRow>
        </Form>
      </div>
    ),
  })
}

/** Sends the form on to where it was meant for, or drops it; either way it is kept no longer. */
export async function takeLostForm(c: DeskContext, web: Web): Promise<Response> {
  const token = lostFormToken(c)
  const lost = token ? await readLostForm(web.house, token, signedIn(c).staffId) : null
  if (token && lost) await forgetLostForm(web.house, token)
  clearLostForm(c, web)
  const sent = await c.req.parseBody()
  // 307: the browser sends the same form again, to the page it was written on.
  return lost && sent['lost-form-do'] === 'send' ? c.redirect(lost.path, 307) : c.redirect('/desk', 303)
}
