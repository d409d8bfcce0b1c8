import { finder } from '../../../language/catalogues/portal-finder.ts'
import { dateInFinland, formatDate, formatLongDate } from '../../../language/formats.ts'
import type { Lang, Text3 } from '../../../language/lang.ts'
import { type Deadline, daysLeft, explain, ruleOn } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { Alert, Button, ButtonRow, Details, HiddenFields, LinkButton, PrintButton } from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { AreaChoice, type Here, inArea } from './area.tsx'
import { type AskedDeadline, addressOfAnswer } from './asked-deadline.ts'
import { contactsFor } from './contacts.ts'
import { Whom } from './whom.tsx'

const PATH = '/deadline'

/** The date, large; how it came about; what to do and whom to ask. */
export async function answerPage(
  c: PortalContext,
  web: Web,
  asked: AskedDeadline,
  here: Here,
): Promise<Response> {
  const { lang } = c.var
  const t = finder(lang)
  const what = asked.what!
  const { from, served, found } = asked.answer!
  const now = web.house.now()
  const { office, rules } = here
  const contacts = await contactsFor(web.house, here.county, what.ask, lang)
  const query = inArea(addressOfAnswer(asked), here)
  const rule = found.kind === 'none' ? undefined : ruleOn(found.deadline.rule, found.deadline.served, rules)
  const owner = rule?.owner === 'client' ? 'own' : 'authority'
  // What to do in time is no help once the day is over.
  const past = found.kind === 'date' && daysLeft(found.deadline, dateInFinland(now)) < 0
  const title =
    found.kind === 'date'
      ? t(`result.title.${owner}`)
      : t(found.kind === 'estimate' ? 'estimate.title' : 'none.title')
  return show(c, web, {
    title,
    path: `${PATH}?${query}`,
    section: 'deadline',
    back: `/${lang}${PATH}?what=${what.id}`,
    keep: 'secret',
    office,
    children: (
      <div class="av-flow av-narrow">
        <h1>{title}</h1>
        <p>{what.label[lang]}</p>
        {found.kind === 'date' && (
          <TheDay lang={lang} due={what.due} deadline={found.deadline} owner={owner} now={now} />
        )}
        {found.kind === 'estimate' && (
          <Alert tone="warning">
            <p>{t('estimate.lead')}</p>
            {explain(found.deadline, lang, { today: dateInFinland(now).toString(), rules }).map(
              (sentence) => (
                <p>{sentence}</p>
              ),
            )}
          </Alert>
        )}
        {found.kind === 'none' && (
          <Alert tone="warning">
            <p>{what.unknown?.[lang]}</p>
            {daysLeft({ due: from }, dateInFinland(now)) < -14 && <p>{t('none.old')}</p>}
          </Alert>
        )}
        {what.served && served === 'unknown' && <p>{t('unknown-served')}</p>}
        {found.kind === 'date' && (
          <ButtonRow>
            {!past && (
              <LinkButton href={`/${lang}${PATH}.ics?${query}`} icon="download">
                {t('calendar')}
              </LinkButton>
            )}
            <PrintButton lang={lang} />
          </ButtonRow>
        )}
        {found.kind === 'date' && !past && <p class="av-hush av-no-print">{t('calendar.hint')}</p>}
        <h2>{t('what-to-do')}</h2>
        <ol class="av-todo">
          {past
            ? ([1, 2] as const).map((n) => <li>{t(`past.${owner}-${n}`)}</li>)
            : what.steps.map((step) => <li>{step[lang]}</li>)}
        </ol>
        {found.kind === 'date' && (
          <Details summary={t('how')}>
            {explain(found.deadline, lang, { rules }).map((sentence) => (
              <p>{sentence}</p>
            ))}
            {owner === 'own' && <p>{t('law-is')}</p>}
          </Details>
        )}
        <h2>{t('whom')}</h2>
        <AreaChoice
          lang={lang}
          served={web.house.organisations}
          here={here}
          action={`/${lang}${PATH}`}
          query={addressOfAnswer(asked)}
        />
        <Whom lang={lang} office={office} contacts={contacts} />
        <form class="av-no-print" method="post" action={`/${lang}${PATH}/begin`}>
          <HiddenFields
            values={{ what: what.id, date: from, ...(what.served && { served: served ?? 'unknown' }) }}
          />
          <ButtonRow>
            <Button look="secondary">{t('next-write')}</Button>
          </ButtonRow>
        </form>
        <ul class="av-no-print av-onward">
          <li>
            <a href={`/${lang}/help-me`}>{t('next-way')}</a>
          </li>
          <li>
            <a href={inArea(`/${lang}/bodies`, here)}>{t('whom.all')}</a>
          </li>
          <li>
            <a href={`/${lang}${PATH}`}>{t('count-again')}</a>
          </li>
        </ul>
        <p class="av-print-only">
          {t('printed.answers', {
            what: what.label[lang],
            from: formatDate(lang, from),
            today: formatDate(lang, now),
            url: `${web.house.publicUrl}/${lang}${PATH}`,
          })}
        </p>
      </div>
    ),
  })
}

/** A certain date in large letters, the days left, and what it means that few are left or none. */
function TheDay({
  lang,
  due,
  deadline,
  owner,
  now,
}: {
  lang: Lang
  due?: Text3
  deadline: Deadline
  owner: 'own' | 'authority'
  now: Date
}) {
  const t = finder(lang)
  const left = daysLeft(deadline, dateInFinland(now))
  return (
    <>
      <div class="av-theday">
        <p>{due?.[lang] ?? t(`result.${owner}`)}</p>
        <p>
          <strong>
            <time datetime={deadline.due}>{formatLongDate(lang, deadline.due)}</time>
          </strong>
        </p>
        {left >= 0 && <p>{left === 0 ? t('left.today') : t('left.days', { n: left })}</p>}
        {deadline.kind === 'guidance' && <p>{t('guidance')}</p>}
      </div>
      {left < 0 && (
        <Alert tone="danger">
          <p>{t(`over.${owner}`)}</p>
        </Alert>
      )}
      {left >= 0 && left < 5 && owner === 'own' && (
        <Alert tone="danger">
          <p>{t('soon.own')}</p>
        </Alert>
      )}
    </>
  )
}
