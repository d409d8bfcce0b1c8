import { portal } from '../../../language/catalogues/portal.ts'
import { finder } from '../../../language/catalogues/portal-finder.ts'
import { ways } from '../../../language/catalogues/portal-ways.ts'
import { dateInFinland, formatDate, formatLongDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  type Answers,
  citeStatute,
  type Deadline,
  daysLeft,
  explain,
  type QuestionName,
  questionsFor,
  type Way,
  waysOpen,
} from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { answerWords } from '../../told-at-door.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  HiddenFields,
  LinkButton,
  PhoneLink,
  PrintButton,
  SummaryList,
  UrgentPanel,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { AreaChoice, type Here, hereOf, inArea } from './area.tsx'
import { kindOf } from './begin.tsx'
import { type Contact, contactsFor } from './contacts.ts'
import { addressOf } from './way-answers.ts'
import { ContactDetails, Unfilled, Whom } from './whom.tsx'

const KIND_ORDER = ['complaint', 'advice'] as const

/** Every way open to this person, the best first, and somebody to hand the matter to. */
export async function waysPage(c: PortalContext, web: Web, answers: Answers): Promise<Response> {
  const { lang } = c.var
  const t = ways(lang)
  const today = dateInFinland(web.house.now()).toString()
  const here = await hereOf(c, web)
  const { office, rules } = here
  const open = waysOpen(answers, today, { rules })
  const contacts = await contactsFor(
    web.house,
    here.county,
    [...new Set(open.flatMap((way) => [...way.remedy.bodies]))],
    lang,
  )
  const now = await contactsFor(
    web.house,
    here.county,
    answers.what === 'money' ? ['social-emergency', 'social-work', 'kela'] : [],
    lang,
  )
  const of = (way: Way) =>
    contacts.filter(({ kind }) => way.remedy.bodies.some((body: string) => body === kind))
  const [first, ...rest] = open
  // Health care is the patient ombudsman's: a complaint about it is not taken here, advice may be asked.
  const ours = answers.who !== 'health-care'
  const kinds = !ours
    ? (['advice'] as const)
    : kindOf(answers) === 'complaint'
      ? KIND_ORDER
      : ([...KIND_ORDER].reverse() as readonly (typeof KIND_ORDER)[number][])
  const nearest = open.find((way) => way.remedy.bodies.length > 0)
  return show(c, web, {
    title: t('result.title'),
    path: inArea(addressOf(answers), here),
    section: 'help',
    office,
    back: `/${lang}${addressOf(answers, questionsFor(answers).at(-1))}`,
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('result.title')}</h1>
        <p class="av-lead">{t('result.lead')}</p>
        {answers.what === 'money' && (
          <UrgentPanel
            lang={lang}
            title={t('urgent.title')}
            calls={[
              { number: '112', who: t('urgent.112') },
              ...now
                .filter(({ phone }) => phone)
                .map(({ phone, name, hours }) => ({
                  number: phone,
                  who: [name, hours].filter(Boolean).join(', '),
                })),
            ]}
          >
            <p>{t('urgent.text')}</p>
          </UrgentPanel>
        )}
        {first && (
          <section class="av-way av-flow">
            <h2>{first.remedy.name[lang]}</h2>
            <WayDetails
              lang={lang}
              way={first}
              contacts={of(first)}
              today={today}
              answers={answers}
              here={here}
            />
          </section>
        )}
        {rest.length > 0 && <h2>{t('result.more')}</h2>}
        <div class="av-more-ways">
          {rest.map((way) => (
            <Details summary={way.remedy.name[lang]}>
              <WayDetails
                lang={lang}
                way={way}
                contacts={of(way)}
                today={today}
                answers={answers}
                here={here}
              />
            </Details>
          ))}
        </div>
        <section class="av-flow av-no-print">
          <h2>{t(ours ? 'begin.title' : 'begin.title.not-ours')}</h2>
          <p>{t(ours ? 'begin.text' : 'begin.text.not-ours')}</p>
          <form method="post" action={`/${lang}/help-me/begin`}>
            <HiddenFields values={answers as Record<string, string>} />
            <ButtonRow>
              {kinds.map((kind, place) => (
                <Button name="kind" value={kind} look={ours && place === 0 ? 'primary' : 'secondary'}>
                  {portal(lang)(`front.${kind}`)}
                </Button>
              ))}
              <PrintButton lang={lang} />
            </ButtonRow>
          </form>
        </section>
        <h2>{t('hand-over.title')}</h2>
        <AreaChoice
          lang={lang}
          served={web.house.organisations}
          here={here}
          action={`/${lang}/help-me`}
          query={new URLSearchParams(answers as Record<string, string>)}
        />
        <Whom lang={lang} office={office} contacts={nearest ? of(nearest).slice(0, 1) : []} />
        <p class="av-no-print">
          <a href={inArea(`/${lang}/bodies`, here)}>{finder(lang)('whom.all')}</a>
        </p>
        <Details summary={t('result.answers')}>
          <SummaryList
            lang={lang}
            rows={questionsFor(answers).map((question) => ({
              label: question === 'day' ? t('day.row') : t(`${question}.title`),
              value: saidTo(lang, answers, question),
              changeHref: `/${lang}${addressOf(answers, question)}`,
            }))}
          />
          <p>
            <a href={`/${lang}/help-me`}>{t('result.anew')}</a>
          </p>
        </Details>
      </div>
    ),
  })
}

/** An answer in the words it was given in. */
function saidTo(lang: Lang, answers: Answers, question: QuestionName): string {
  const t = ways(lang)
  if (question !== 'day') return answerWords(lang, question, answers[question] ?? '').text
  const { day, served } = answers
  if (!day || day === 'unknown') return t('day.none')
  const how = served && served !== 'unknown' ? ` (${finder(lang)(`served.${served}`).toLowerCase()})` : ''
  return `${formatDate(lang, day)}${how}`
}

function WayDetails({
  lang,
  way,
  contacts,
  today,
  answers,
  here,
}: {
  lang: Lang
  way: Way
  contacts: readonly Contact[]
  today: string
  answers: Answers
  here: Here
}) {
  const t = ways(lang)
  const { remedy, reason, deadline } = way
  const statute = remedy.verified && remedy.statute ? citeStatute(remedy.statute, lang) : undefined
  return (
    <div class="av-flow">
      {reason === 'clock-over' ? (
        <Alert tone="danger">
          <p>{t(`reason.${reason}`)}</p>
        </Alert>
      ) : (
        <p>{t(`reason.${reason}`)}</p>
      )}
      {remedy.code === 'ombudsman' && here.office?.phone && (
        <p>
          <PhoneLink number={here.office.phone} /> {here.office.hours}
        </p>
      )}
      {deadline && <By lang={lang} deadline={deadline} today={today} answers={answers} here={here} />}
      <dl class="av-way__facts">
        <Fact label={t('way.to')} text={remedy.to[lang]} />
        {reason !== 'clock-over' && <Fact label={t('way.when')} text={remedy.when[lang]} />}
        <Fact label={t('way.can')} text={remedy.can[lang]} />
        <Fact label={t('way.cannot')} text={remedy.cannot[lang]} />
        {remedy.write.length > 0 && (
          <div>
            <dt>{t('way.write')}</dt>
            <dd>
              <ul>
                {remedy.write.map((each) => (
                  <li>{each[lang]}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {statute && <Fact label={t('way.law')} text={upper(statute)} />}
      </dl>
      {!remedy.verified && <p class="av-hush">{t('way.careful')}</p>}
      {remedy.letter && (
        <ButtonRow>
          <LinkButton look="secondary" href={inArea(letterAddress(lang, way, answers), here)}>
            {t('way.letter')}
          </LinkButton>
        </ButtonRow>
      )}
      {contacts.length > 0 && (
        <Details summary={t('way.whom')}>
          <ul class="av-bodies">
            {contacts.map((contact) => (
              <li>
                <ContactDetails lang={lang} contact={contact} level={3} />
              </li>
            ))}
            <Unfilled lang={lang} contacts={contacts} />
          </ul>
        </Details>
      )}
    </div>
  )
}

/** Bodies that a letter goes to whoever's matter it is; the registry only where the county's own service is meant. */
const ADDRESSED = ['kela', 'administrative-court', 'supervisory-agency', 'parliamentary-ombudsman'] as const

/** The letter's form with what was answered: codes and a day, so that nothing in the address tells who somebody is. */
function letterAddress(lang: Lang, { remedy }: Way, { day, served, who }: Answers): string {
  const to = remedy.bodies.find((body) =>
    body === 'registry' ? who === 'county' : ADDRESSED.some((one) => one === body),
  )
  const query = new URLSearchParams({
    ...(to && { to }),
    ...(day && day !== 'unknown' && { day, served: served ?? 'unknown' }),
  })
  return `/${lang}/letters/${remedy.letter}?${query}`
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}

/** Situations of the finder that stand for the decisions asked about here. */
const IN_FINDER = { review: 'decision', 'review-kela': 'kela-assistance', appeal: 'review-decision' } as const

function By({
  lang,
  deadline,
  today,
  answers,
  here,
}: {
  lang: Lang
  deadline: Deadline
  today: string
  answers: Answers
  here: Here
}) {
  const t = ways(lang)
  const f = finder(lang)
  const left = daysLeft(deadline, today)
  const what =
    answers.decision === 'court'
      ? 'court'
      : answers.decision === 'review'
        ? IN_FINDER.appeal
        : answers.what === 'money' || answers.who === 'kela-assistance'
          ? IN_FINDER['review-kela']
          : IN_FINDER.review
  const query = new URLSearchParams({ what, date: deadline.from, served: answers.served ?? 'unknown' })
  return (
    <>
      <div class="av-theday">
        <p>{t('way.by')}</p>
        <p>
          <strong>
            <time datetime={deadline.due}>{formatLongDate(lang, deadline.due)}</time>
          </strong>
        </p>
        {left >= 0 && <p>{left === 0 ? f('left.today') : f('left.days', { n: left })}</p>}
      </div>
      {left >= 0 && left < 5 && (
        <Alert tone="danger">
          <p>{f('soon.own')}</p>
        </Alert>
      )}
      {answers.served === 'unknown' && <p>{f('unknown-served')}</p>}
      {left >= 0 && (
        <ButtonRow>
          <LinkButton look="secondary" icon="download" href={inArea(`/${lang}/deadline.ics?${query}`, here)}>
            {f('calendar')}
          </LinkButton>
        </ButtonRow>
      )}
      <Details summary={f('how')}>
        {explain(deadline, lang, { rules: here.rules }).map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p>{f('law-is')}</p>
      </Details>
    </>
  )
}
