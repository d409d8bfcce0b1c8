import { type ClockComputation, reviewTimeOf } from '../../../cases/index.ts'
import { codeName, municipalityName } from '../../../classification/index.ts'
import type { Clock } from '../../../database/generated/client.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { doorTexts } from '../../../language/catalogues/portal-door.ts'
import { dateInFinland, formatDate, formatLongDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { type Deadline, daysLeft, explain, type Rule, ruleOn } from '../../../law/index.ts'
import { toldRows } from '../../told-at-door.ts'
import { Details, SummaryList, type SummaryRow, Tag } from '../../ui/parts.ts'
import { fieldName } from '../log-contact-values.ts'
import type { OpenCase } from './open-case.ts'

interface Props {
  lang: Lang
  opened: OpenCase
}

const given = (rows: (SummaryRow | false)[]): SummaryRow[] =>
  rows.filter((row): row is SummaryRow => row !== false && Boolean(row.value))

/** Who the client is and how to reach them. */
export function Who({ lang, opened }: Props) {
  const t = caseTexts(lang)
  const { person, case: row } = opened.file
  const ways = (person.reachBy ?? []).map((way) =>
    way === 'none' || way === 'email' || way === 'phone' || way === 'letter' || way === 'portal'
      ? t(`reach-${way}`)
      : way,
  )
  const rows = given([
    { label: t('name'), value: person.name },
    { label: t('who-client'), value: person.clientName },
    {
      label: t('phone'),
      value: person.phone && <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>,
    },
    { label: t('email'), value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
    { label: t('address'), value: person.address, typed: true },
    { label: t('reach-by'), value: ways.join(', ') },
    { label: t('reach-when'), value: person.reachWhen, typed: true },
    { label: t('who-contact'), value: codeName('contactPerson', row.contactPerson, lang) },
    {
      label: t('language'),
      value: codeName('language', row.language === 'en' ? 'other' : row.language, lang),
    },
  ])
  return (
    <>
      {!person.phone && !person.email && !person.address && <p class="av-hush">{t('who-none')}</p>}
      <SummaryList lang={lang} rows={rows} />
    </>
  )
}

/** What the case is about, in codes. */
export function About({ lang, opened }: Props) {
  const t = caseTexts(lang)
  const { case: row } = opened.file
  const code = (list: 'serviceTask' | 'service' | 'providerMode' | 'nature' | 'ageBand') => ({
    label: fieldName(list, lang),
    value: row[list] ? codeName(list, row[list], lang) : '',
  })
  return (
    <SummaryList
      lang={lang}
      rows={given([
        {
          label: t('handler'),
          value: row.handlerId ? (opened.names.get(row.handlerId) ?? t('staff-gone')) : desk(lang)('nobody'),
        },
        { label: fieldName('municipality', lang), value: municipalityName(row.municipality, lang) },
        code('serviceTask'),
        code('service'),
        { label: t('reasons'), value: row.reasons.map((one) => codeName('reason', one, lang)).join(', ') },
        code('nature'),
        code('providerMode'),
        code('ageBand'),
        { label: t('opened'), value: formatDate(lang, row.openedAt) },
        row.closedAt !== null && { label: t('closed'), value: formatDate(lang, row.closedAt) },
        row.outcome !== null && { label: t('outcome'), value: codeName('outcome', row.outcome, lang) },
      ])}
    />
  )
}

const NEEDS = ['food', 'medicine', 'home', 'child', 'care', 'safety'] as const

/** What the client told when the matter came in; null when nothing was written. */
export function Told({ lang, opened }: Props) {
  const t = caseTexts(lang)
  const { account } = opened.file
  const { decision } = account
  const needs = NEEDS.filter((need) => account.urgentNeeds?.includes(need))
  const rows = given([
    needs.length > 0 && {
      label: t('told-needs'),
      value: <strong>{needs.map((need) => t(`need-${need}`)).join(', ')}</strong>,
    },
    { label: t('told-where'), value: account.where, typed: true },
    { label: t('told-wish'), value: account.desiredOutcome, typed: true },
    decision !== undefined && {
      label: t('decision'),
      value: [
        t(`decision-${decision.received}`),
        decision.date && formatDate(lang, decision.date),
        decision.served && t(`told-served-${decision.served}`),
        decision.about,
      ]
        .filter(Boolean)
        .join(', '),
    },
  ])
  const told = toldRows(lang, account.told)
  if (!account.text && rows.length === 0 && told.length === 0) return null
  return (
    <section class="av-panel av-flow" aria-labelledby="told">
      <h2 id="told">{t('told-title')}</h2>
      {account.text && <p class="av-typed">{account.text}</p>}
      {rows.length > 0 && <SummaryList lang={lang} rows={rows} />}
      {told.length > 0 && (
        <>
          <h3>{doorTexts(lang)('told.desk')}</h3>
          <SummaryList lang={lang} rows={told} />
        </>
      )}
    </section>
  )
}

/** Every clock that runs, with where its date comes from; those that ended only in print. */
export function Clocks({ lang, opened, now, open }: Props & { now: Date; open?: boolean }) {
  const t = caseTexts(lang)
  const today = dateInFinland(now).toString()
  const { rules } = opened.file
  const clocks = opened.file.clocks.filter((clock) => open || clock.state !== 'stopped')
  const review = clocks.some(({ rule }) => rule === 'OIK')
    ? undefined
    : reviewTimeOf(opened.file.account, rules)
  if (clocks.length === 0 && !review) return <p class="av-hush">{t('clocks-none')}</p>
  return (
    <ul class="av-clocks">
      {review && <ToldReview lang={lang} review={review} today={today} rules={rules} />}
      {clocks.map((clock) => {
        const { deadline } = clock.computation as unknown as ClockComputation
        const due = clock.due.toISOString().slice(0, 10)
        const name = ruleOn(clock.rule, deadline.served, rules)?.name[lang] ?? clock.rule
        const why = explain(deadline, lang, { audience: 'office', today, rules })
        return (
          <li>
            <h3>{name}</h3>
            <p>{formatLongDate(lang, due)}</p>
            <ClockState lang={lang} clock={clock} today={today} />
            <Details summary={t('clock-why')} open={open}>
              {why.map((sentence) => (
                <p>{sentence}</p>
              ))}
            </Details>
          </li>
        )
      })}
    </ul>
  )
}

/** By when a review must be requested by what the client told: a warning, until the decision itself has been recorded. */
function ToldReview({
  lang,
  review,
  today,
  rules,
}: {
  lang: Lang
  review: Deadline
  today: string
  rules: readonly Rule[]
}) {
  const t = caseTexts(lang)
  return (
    <li>
      <h3>{t('review-told', { date: formatLongDate(lang, review.due) })}</h3>
      <p class="av-tags">
        <Left lang={lang} left={daysLeft({ due: review.due }, today)} />
      </p>
      <p>{t('review-told-why')}</p>
      <Details summary={t('clock-why')}>
        {explain(review, lang, { audience: 'office', today, rules }).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Details>
    </li>
  )
}

/** Whether a clock runs and how long, how often it was given more time, and whether a law or the office itself sets it. */
export function ClockState({ lang, clock, today }: { lang: Lang; clock: Clock; today: string }) {
  const t = caseTexts(lang)
  const { deadline } = clock.computation as unknown as ClockComputation
  const extended = deadline.extensions?.length ?? 0
  return (
    <p class="av-tags">
      {clock.state === 'running' ? (
        <Left lang={lang} left={daysLeft({ due: clock.due.toISOString().slice(0, 10) }, today)} />
      ) : (
        <Tag>{t(clock.state === 'paused' ? 'clock-paused' : 'clock-stopped')}</Tag>
      )}
      {extended > 0 && <Tag tone="warning">{t('clock-extended', { n: extended })}</Tag>}
      <Tag tone={clock.kind === 'statutory' ? 'accent' : 'neutral'}>{t(kindOf(clock.kind))}</Tag>
    </p>
  )
}

function Left({ lang, left }: { lang: Lang; left: number }) {
  const t = desk(lang)
  if (left < 0) return <Tag tone="danger">{t('due-over', { n: -left })}</Tag>
  if (left === 0) return <Tag tone="danger">{t('due-today')}</Tag>
  return <Tag tone={left < 5 ? 'warning' : 'info'}>{t('due-in', { n: left })}</Tag>
}

const kindOf = (kind: string) =>
  kind === 'statutory' ? 'kind-statutory' : kind === 'guidance' ? 'kind-guidance' : 'kind-target'
