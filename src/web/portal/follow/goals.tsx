import {
  areaSubjects,
  type Change,
  followChange,
  GOAL_LONG,
  GOALS_MOST,
  goalSubject,
  isRating,
  type Phase,
  type Ratings,
  tellChange,
} from '../../../cases/index.ts'
import { codeName } from '../../../classification/index.ts'
import { changeTexts } from '../../../language/catalogues/change.ts'
import { follow } from '../../../language/catalogues/portal-follow.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  Select,
  TextArea,
} from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { readOffice } from '../office.ts'
import type { OpenedCase } from './session.ts'

type Sent = Record<string, unknown>

const NUMBERS = Array.from({ length: GOALS_MOST }, (_, index) => index + 1)
const SCALE = Array.from({ length: 11 }, (_, value) => String(value))

/** What the client wants to reach, and how the client is doing: at the start, and again when the case has ended. */
export async function goalsPage(
  c: PortalContext,
  web: Web,
  opened: OpenedCase,
  sent?: Sent,
  errors?: FieldError[],
): Promise<Response> {
  const { lang } = c.var
  const t = changeTexts(lang)
  const { change, ended, forOther } = await followChange(web.house, opened)
  const phase: Phase = ended ? 'end' : 'start'
  return show(c, web, {
    title: t('client-title'),
    path: '/follow/goals',
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    keep: 'secret',
    hasErrors: Boolean(errors),
    status: errors ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{t('client-title')}</h1>
        <p>{t('client-lead')}</p>
        <Form lang={lang}>
          <div class="av-flow">
            {phase === 'start' && (
              <>
                <h2>{t('client-goals')}</h2>
                <p class="av-hush">{t('client-goal-hint')}</p>
                {NUMBERS.map((n) => (
                  <TextArea
                    lang={lang}
                    name={`goal-${n}`}
                    label={t('goal', { n })}
                    value={sent ? String(sent[`goal-${n}`] ?? '') : textOf(change, n)}
                    error={errorOf(errors, `goal-${n}`)}
                    maxLength={GOAL_LONG}
                    rows={2}
                    spellcheck={false}
                    optional
                  />
                ))}
              </>
            )}
            <h2>{t(forOther ? 'client-now-other' : 'client-now')}</h2>
            <p class="av-hush">{t('client-scale')}</p>
            {subjectsOf(change, phase).map((subject) => (
              <Select
                lang={lang}
                name={subject}
                label={nameOf(subject, change, lang)}
                empty={t('client-none')}
                options={SCALE.map((value) => ({ value, label: value }))}
                value={
                  sent ? String(sent[subject] ?? '') : String(change.value('client', phase, subject) ?? '')
                }
                error={errorOf(errors, subject)}
              />
            ))}
            <ButtonRow>
              <Button>{t('client-send')}</Button>
              <a class="ds-link" href={`/${lang}/follow/case`}>
                {follow(lang)('act.cancel')}
              </a>
            </ButtonRow>
          </div>
        </Form>
      </div>
    ),
  })
}

/** At the end the goals are judged too; at the start they have only just been written. */
const subjectsOf = (change: Change, phase: Phase): string[] => [
  ...(phase === 'end' ? change.goals.map(({ n }) => goalSubject(n)) : []),
  ...areaSubjects(),
]
const textOf = (change: Change, n: number) => change.goals.find((goal) => goal.n === n)?.text

function nameOf(subject: string, change: Change, lang: Lang): string {
  if (subject === 'situation') return changeTexts(lang)('situation')
  const goal = change.goals.find(({ n }) => goalSubject(n) === subject)
  return goal ? goal.text : codeName('lifeArea', subject, lang)
}

/** Takes in what the client says; what was typed stays when something is wrong. */
export async function takeGoalsOfClient(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const { lang } = c.var
  const t = changeTexts(lang)
  const sent: Sent = await c.req.parseBody()
  const { change, ended } = await followChange(web.house, opened)
  const phase: Phase = ended ? 'end' : 'start'
  const goals = NUMBERS.map((n) =>
    String(sent[`goal-${n}`] ?? '')
      .replaceAll('\u0000', '')
      .replaceAll('\r\n', '\n')
      .trim(),
  )
  const errors: FieldError[] = goals.flatMap((text, index) =>
    text.length > GOAL_LONG
      ? [
          {
            field: `goal-${index + 1}`,
            message: follow(lang)('case.message-long', { n: text.length - GOAL_LONG }),
          },
        ]
      : [],
  )
  const ratings: Record<string, number | null> = {}
  for (const subject of subjectsOf(change, phase)) {
    const value = String(sent[subject] ?? '')
    if (value !== '' && !isRating(subject, Number(value), phase))
      errors.push({
        field: subject,
        message: t('error-rating', { what: nameOf(subject, change, lang) }),
      })
    ratings[subject] = value === '' ? null : Number(value)
  }
  const said = goals.some(Boolean) || Object.values(ratings).some((value) => value !== null)
  if (errors.length === 0 && !said && change.goals.length === 0 && !change.rated)
    errors.push({
      field: phase === 'start' ? 'goal-1' : subjectsOf(change, phase)[0]!,
      message: t('client-empty'),
    })
  if (errors.length > 0) return goalsPage(c, web, opened, sent, errors)
  await tellChange(web.house, opened, { goals, phase, ratings: ratings satisfies Ratings })
  return c.redirect(`/${lang}/follow/case?done=goals`, 303)
}
