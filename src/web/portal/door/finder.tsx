import { Hono } from 'hono'
import { calendarFile } from '../../../documents/calendar-file.ts'
import { finder } from '../../../language/catalogues/portal-finder.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { daysLeft, ruleOn, SITUATIONS, WAYS } from '../../../law/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  HiddenFields,
  Radios,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { hereOf } from './area.tsx'
import { type AskedDeadline, askedDeadline } from './asked-deadline.ts'
import { beginFromFinder } from './begin.tsx'
import { answerPage } from './finder-answer.tsx'

const PATH = '/deadline'

/** The deadline finder: two taps and a date. Nothing is kept of what is asked. Mounted at `/LANG`. */
export function finderPages(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get(PATH, async (c) => {
    const here = await hereOf(c, web)
    const asked = askedDeadline(c.req.query(), c.var.lang, web.house.now(), here.rules)
    if (asked.answer) return answerPage(c, web, asked, here)
    return asked.what ? dayPage(c, web, asked) : listPage(c, web, asked)
  })
  app.post(`${PATH}/begin`, (c) => beginFromFinder(c, web))
  app.get(`${PATH}.ics`, (c) => dayForCalendar(c, web))
  return app
}

/** What did you get, or what are you waiting for? Links, so that one tap goes on. */
function listPage(c: PortalContext, web: Web, { unknown }: AskedDeadline) {
  const { lang } = c.var
  const t = finder(lang)
  const errors = unknown ? [{ field: 'situations', message: t('error.unknown') }] : []
  return show(c, web, {
    title: t('title'),
    path: PATH,
    section: 'deadline',
    hasErrors: unknown,
    status: unknown ? 422 : 200,
    description: t('description'),
    indexed: !unknown,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('title')}</h1>
        <p class="av-lead">{t('lead')}</p>
        <p class="av-hush">{t('kept')}</p>
        <div id="situations" class="av-flow">
          {(['paper', 'waiting', 'happened'] as const).map((group) => (
            <section class="av-flow" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{t(`group.${group}`)}</h2>
              <ul class="av-choices">
                {SITUATIONS.filter((each) => each.group === group).map(({ id, label, hint }) => (
                  <li>
                    <a href={`/${lang}${PATH}?what=${id}`}>
                      <strong>{label[lang]}</strong>
                      {hint && <span>{hint[lang]}</span>}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <h2>{t('not-here')}</h2>
        <p>
          <a href={`/${lang}/contact`}>{t('not-here.text')}</a>
        </p>
      </div>
    ),
  })
}

/** When, and where it matters how. */
function dayPage(c: PortalContext, web: Web, asked: AskedDeadline) {
  const { lang } = c.var
  const t = finder(lang)
  const what = asked.what!
  const failed = asked.errors.length > 0
  return show(c, web, {
    title: what.label[lang],
    path: `${PATH}?what=${what.id}`,
    section: 'deadline',
    back: `/${lang}${PATH}`,
    hasErrors: failed,
    status: failed ? 422 : 200,
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={asked.errors} />
        <h1>{what.label[lang]}</h1>
        {what.hint && <p>{what.hint[lang]}</p>}
        <Form lang={lang} method="get" action={`/${lang}${PATH}`}>
          <div class="av-flow">
            <HiddenFields values={{ what: what.id }} />
            <DateField
              lang={lang}
              name="date"
              label={what.date[lang]}
              hint={what.dateHint?.[lang]}
              value={asked.date}
              error={errorOf(asked.errors, 'date')}
            />
            {what.served && (
              <Radios
                lang={lang}
                name="served"
                label={t('served')}
                choices={WAYS.map((way) => ({
                  value: way,
                  label: t(`served.${way}`),
                  hint: hintOf(way, lang),
                  apart: way === 'unknown',
                }))}
                value={asked.served || undefined}
                error={errorOf(asked.errors, 'served')}
              />
            )}
            <ButtonRow>
              <Button>{t('count')}</Button>
            </ButtonRow>
            <p class="av-hush">{t('kept')}</p>
          </div>
        </Form>
      </div>
    ),
  })
}

function hintOf(way: (typeof WAYS)[number], lang: Lang): string | undefined {
  const t = finder(lang)
  if (way === 'e-notice') return t('served.e-notice.hint')
  return way === 'unknown' ? t('served.unknown.hint') : undefined
}

/** The day as a calendar file; only where the date is certain, and nothing in it tells whose it is. */
async function dayForCalendar(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = finder(lang)
  const now = web.house.now()
  const here = await hereOf(c, web)
  const { rules } = here
  const asked = askedDeadline(c.req.query(), lang, now, rules)
  if (asked.answer?.found.kind !== 'date') return problem(c, 404)
  const { deadline } = asked.answer.found
  const rule = ruleOn(deadline.rule, deadline.served, rules)
  const owner = rule?.owner === 'client' ? 'own' : 'authority'
  const left = daysLeft(deadline, dateInFinland(now))
  if (left < 0) return problem(c, 404)
  const file = calendarFile({
    day: deadline.due,
    // Calendars are shared and shown on locked screens: neither the title nor the address tells what it is about.
    title: t('calendar.summary'),
    text: t('calendar.text', { today: formatDate(lang, now) }),
    remindBefore: owner === 'own' ? [7, 2].filter((days) => days < left || days === 2) : [],
    now,
    url: `${web.house.publicUrl}/${lang}${PATH}`,
  })
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${deadline.due}.ics"`)
  c.header('Cache-Control', 'private, no-store')
  return c.body(file)
}
