import {
  type ClockComputation,
  changeClock,
  EVIDENCE,
  isEvidence,
  Refusal,
  refusalText,
  startableRules,
  startClockByHand,
} from '../../../cases/index.ts'
import type { Clock } from '../../../database/generated/client.ts'
import { clockTexts } from '../../../language/catalogues/clocks.ts'
import { lawRules } from '../../../language/catalogues/law-rules.ts'
import { dateInFinland, formatLongDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { EXTENSION_REASONS, explain, type Rule, ruleOn } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import {
  Button,
  DateField,
  Details,
  dateParts,
  errorOf,
  Form,
  HiddenFields,
  readDate,
  Select,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { type Sent, text } from '../log-contact-values.ts'
import { ClockState } from './facts.tsx'
import { caseId, openCase } from './open-case.ts'
import { type NotTaken, showPart } from './part-page.tsx'
import { seenVersion } from './seen-version.ts'

const DONE: Readonly<
  Record<string, `event-CLOCK_${'STARTED' | 'PAUSED' | 'RESUMED' | 'EXTENDED' | 'STOPPED'}` | undefined>
> = {
  start: 'event-CLOCK_STARTED',
  pause: 'event-CLOCK_PAUSED',
  resume: 'event-CLOCK_RESUMED',
  extend: 'event-CLOCK_EXTENDED',
  stop: 'event-CLOCK_STOPPED',
}

/** Every clock of the case with what can be done with it by hand, and a form to start one. */
export async function clocksPage(c: DeskContext, web: Web, notTaken?: NotTaken): Promise<Response> {
  const { lang } = c.var
  const t = clockTexts(lang)
  const opened = await openCase(c, web)
  const { case: row, clocks } = opened.file
  const running = clocks.filter(({ state }) => state !== 'stopped')
  const now = web.house.now()
  const props = { lang, caseId: row.id, version: row.version, rules: opened.file.rules, now, notTaken }
  const list = (heading: string, some: Clock[]) => (
    <section class="av-panel av-flow">
      <h2>{heading}</h2>
      {some.length === 0 && <p class="av-hush">{t('none')}</p>}
      {some.map((clock) => (
        <OneClock {...props} clock={clock} />
      ))}
    </section>
  )
  return showPart(c, web, {
    title: t('title', { number: row.number }),
    caseId: row.id,
    notTaken,
    done: DONE[c.req.query('done') ?? ''] && t(DONE[c.req.query('done') ?? '']!),
    children: (
      <>
        <p>
          {t('lead')} <a href="/desk/admin/rules">{lawRules(lang)('rule-link')}</a>
        </p>
        {list(
          t('by-law'),
          running.filter(({ kind }) => kind !== 'target'),
        )}
        {list(
          t('own-targets'),
          running.filter(({ kind }) => kind === 'target'),
        )}
        <StartForm {...props} />
      </>
    ),
  })
}

interface Props {
  lang: Lang
  caseId: string
  version: number
  rules: readonly Rule[]
  now: Date
  notTaken?: NotTaken
}

function OneClock(props: Props & { clock: Clock }) {
  const { lang, clock, now } = props
  const t = clockTexts(lang)
  const { deadline, evidence } = clock.computation as unknown as ClockComputation
  const rule = ruleOn(clock.rule, deadline.served, props.rules)
  const today = dateInFinland(now).toString()
  const form = (type: string, effect: string, fields?: unknown) => {
    const at = `${type}-${clock.id}`
    return (
      <Details summary={t(type as 'pause')} open={props.notTaken?.at === at}>
        <p class="av-hush">{effect}</p>
        <Form lang={lang} action={`/desk/cases/${props.caseId}/clocks/${clock.id}/${type}`}>
          <HiddenFields values={{ version: String(props.version) }} />
          <div class="av-flow">
            {fields}
            <Day
              {...props}
              at={at}
              name={`on-${at}`}
              label={t('field-on')}
              hint={t('field-on-hint')}
              optional
            />
            <Button look="secondary">{t(type as 'pause')}</Button>
          </div>
        </Form>
      </Details>
    )
  }
  const extend = `extend-${clock.id}`
  const own = rule?.owner === 'client'
  const never = (rule?.pause ?? 'never') === 'never'
  return (
    <article class={`av-flow av-clock av-clock-${clock.kind}`} id={`clock-${clock.id}`}>
      <h3>{rule?.name[lang] ?? clock.rule}</h3>
      <p>{formatLongDate(lang, clock.due.toISOString().slice(0, 10))}</p>
      <ClockState lang={lang} clock={clock} today={today} />
      <Details summary={t('why')}>
        {explain(deadline, lang, { audience: 'office', today, rules: props.rules }).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {evidence && isEvidence(evidence) && (
          <p>{t('evidence', { evidence: t(`evidence-${evidence}`).toLowerCase() })}</p>
        )}
      </Details>
      {never && clock.state === 'running' && <p class="av-hush av-small">{t('never-pauses')}</p>}
      {own && <p class="av-hush av-small">{t('own-time')}</p>}
      <div class="av-tracks">
        {clock.state === 'running' && !never && form('pause', t('pause-effect'))}
        {clock.state === 'paused' &&
          form('resume', t(rule?.pause === 'restart' ? 'resume-restart' : 'resume-continue'))}
        {!own &&
          form(
            'extend',
            t('extend-effect'),
            <>
              <Day {...props} at={extend} name={`to-${extend}`} label={t('field-to')} />
              <Choice
                {...props}
                at={extend}
                name={`reason-${extend}`}
                label={t('field-reason')}
                options={EXTENSION_REASONS.map((value) => ({ value, label: t(`reason-${value}`) }))}
              />
            </>,
          )}
        {form('stop', t('stop-effect'))}
      </div>
    </article>
  )
}

interface FieldOf extends Props {
  at: string
  name: string
  label: string
}

function Day({
  lang,
  at,
  name,
  label,
  hint,
  optional,
  notTaken,
}: FieldOf & { hint?: string; optional?: boolean }) {
  const tried = notTaken?.at === at ? notTaken : undefined
  return (
    <DateField
      lang={lang}
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      value={tried && dateParts(tried.sent, name)}
      error={errorOf(tried?.errors, name)}
    />
  )
}

function Choice(props: FieldOf & { options: { value: string; label: string }[]; hint?: string }) {
  const tried = props.notTaken?.at === props.at ? props.notTaken : undefined
  return (
    <Select
      lang={props.lang}
      name={props.name}
      label={props.label}
      hint={props.hint}
      options={props.options}
      value={tried && text(tried.sent, props.name)}
      error={errorOf(tried?.errors, props.name)}
    />
  )
}

function StartForm(props: Props) {
  const { lang } = props
  const t = clockTexts(lang)
  const today = dateInFinland(props.now).toString()
  const at = 'start'
  const of = (name: string) => ({ ...props, at, name: `${name}-${at}` })
  return (
    <section class="av-panel av-flow">
      <h2>{t('start')}</h2>
      <p class="av-hush">{t('start-lead')}</p>
      <Form lang={lang} action={`/desk/cases/${props.caseId}/clocks`}>
        <HiddenFields values={{ version: String(props.version) }} />
        <div class="av-flow">
          <Choice
            {...of('rule')}
            label={t('field-rule')}
            options={startableRules(today, props.rules).map((rule) => ({
              value: rule.code,
              label: `${rule.name[lang]}${rule.verified ? '' : ` (${t('unverified')})`}`,
            }))}
          />
          <Day {...of('from')} label={t('field-from')} />
          <Choice
            {...of('served')}
            label={t('field-served')}
            hint={t('field-served-hint')}
            options={(['none', 'letter', 'e-notice', 'handed'] as const).map((value) => ({
              value,
              label: t(`served-${value}`),
            }))}
          />
          <Choice
            {...of('evidence')}
            label={t('field-evidence')}
            options={EVIDENCE.map((value) => ({ value, label: t(`evidence-${value}`) }))}
          />
          <Button>{t('start-go')}</Button>
        </div>
      </Form>
    </section>
  )
}

const TYPES = ['pause', 'resume', 'extend', 'stop'] as const

/** Pauses, resumes, extends or stops a clock. */
export async function takeClockChange(c: DeskContext, web: Web): Promise<Response> {
  const type = TYPES.find((one) => one === c.req.param('type'))
  const clockId = c.req.param('clock') ?? ''
  if (!type || !/^[0-9a-f-]{36}$/.test(clockId)) throw new Refusal('not-found')
  const at = `${type}-${clockId}`
  const sent: Sent = await c.req.parseBody()
  const [on, to] = [dayOf(sent, `on-${at}`), dayOf(sent, `to-${at}`)]
  return tried(c, web, { at, sent, days: { on, to } }, (seen) =>
    asStaff(c, web, (t) =>
      changeClock(t, caseId(c), {
        clockId,
        type,
        on: on || undefined,
        to: to || undefined,
        reason: text(sent, `reason-${at}`),
        seenVersion: seen,
      }),
    ),
  )
}

/** Starts a clock. */
export async function takeClockStart(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const from = dayOf(sent, 'from-start')
  return tried(c, web, { at: 'start', sent, days: { from } }, (seen) =>
    asStaff(c, web, (t) =>
      startClockByHand(t, caseId(c), {
        rule: text(sent, 'rule-start'),
        from: from ?? '',
        served: text(sent, 'served-start'),
        evidence: text(sent, 'evidence-start'),
        seenVersion: seen,
      }),
    ),
  )
}

async function tried(
  c: DeskContext,
  web: Web,
  { at, sent, days }: { at: string; sent: Sent; days: Record<string, string | null | 'invalid'> },
  work: (seen: number | undefined) => Promise<void>,
): Promise<Response> {
  const { lang } = c.var
  const t = clockTexts(lang)
  const wrong = Object.entries(days).filter(([, day]) => day === 'invalid')
  if (wrong.length > 0) {
    const errors = wrong.map(([name]) => ({
      field: `${name}-${at}`,
      message: t('date-wrong', { field: t(`field-${name}` as 'field-on').toLowerCase() }),
    }))
    return clocksPage(c, web, { at, sent, errors })
  }
  try {
    await work(seenVersion(sent))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
    const row = await asStaff(c, web, (tx) => tx.sql.case.findUnique({ where: { id: caseId(c) } }))
    const message = refusalText(error, lang, row ?? undefined)
    const { field } = error.details
    return clocksPage(
      c,
      web,
      field ? { at, sent, errors: [{ field: `${field}-${at}`, message }] } : { at, sent, refusal: message },
    )
  }
  return c.redirect(`/desk/cases/${caseId(c)}/clocks?done=${at.split('-')[0]}`, 303)
}

function dayOf(sent: Sent, name: string): string | null | 'invalid' {
  const day = readDate(dateParts(sent, name))
  return day === null || day === 'invalid' ? day : day.toString()
}
