import {
  areaSubjects,
  type Change,
  changeOf,
  GOALS_MOST,
  gasSubject,
  goalSubject,
  isRating,
  PHASES,
  type Phase,
  type RatedBy,
  type Ratings,
  Refusal,
  rate,
  refusalText,
  setGoals,
} from '../../../cases/index.ts'
import { codeName } from '../../../classification/index.ts'
import { changeTexts } from '../../../language/catalogues/change.ts'
import { formatNumber } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  Details,
  errorOf,
  Form,
  HiddenFields,
  Select,
  SummaryList,
  Table,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { type Sent, text } from '../log-contact-values.ts'
import { caseId } from './open-case.ts'
import { type NotTaken, showPart } from './part-page.tsx'
import { seenVersion } from './seen-version.ts'

/** What is rated, in words. */
export const subjectName = (subject: string, lang: Lang, goals: Change['goals'] = []): string => {
  const t = changeTexts(lang)
  if (subject === 'situation') return t('situation')
  const [kind, n] = subject.split(':')
  const goal = goals.find((one) => String(one.n) === n)
  if (kind === 'goal') return goal ? goal.text : t('goal', { n: n ?? '' })
  if (kind === 'gas') return `${t('gas-title')}: ${goal?.text ?? n}`
  return codeName('lifeArea', subject, lang)
}

const GAS = [2, 1, 0, -1, -2] as const

/** Goals in the client's words, and what client and ombudsman think of the situation at the start and at the end. */
export async function changePage(c: DeskContext, web: Web, notTaken?: NotTaken): Promise<Response> {
  const { lang } = c.var
  const t = changeTexts(lang)
  const id = caseId(c)
  const { row, change } = await asStaff(c, web, async (tx) => {
    const found = await tx.sql.case.findUnique({ where: { id } })
    if (!found) throw new Refusal('not-found')
    tx.audit({ event: 'case.read', subjectKind: 'case', subjectId: id, details: { part: 'change' } })
    return { row: found, change: await changeOf(tx, found) }
  })
  const props = { lang, caseId: id, version: row.version, change, notTaken }
  return showPart(c, web, {
    title: t('title', { number: row.number }),
    caseId: id,
    notTaken,
    children: (
      <>
        <p>{t('lead')}</p>
        <GoalsForm {...props} />
        <section class="av-panel av-flow">
          <h2>{t('ratings')}</h2>
          <ChangeTable lang={lang} change={change} />
          {(['office', 'client'] as const).flatMap((by) =>
            PHASES.map((phase) => <RatingsForm {...props} by={by} phase={phase} />),
          )}
        </section>
        <section class="av-panel av-flow">
          <h2>{t('methods')}</h2>
          <p>
            {change.methods.length > 0
              ? change.methods.map((code) => codeName('action', code, lang)).join(', ')
              : t('methods-none')}
          </p>
        </section>
      </>
    ),
  })
}

interface Props {
  lang: Lang
  caseId: string
  version: number
  change: Change
  notTaken?: NotTaken
}

function GoalsForm({ lang, caseId, version, change, notTaken }: Props) {
  const t = changeTexts(lang)
  const tried = notTaken?.at === 'goals' ? notTaken : undefined
  const numbers = Array.from({ length: GOALS_MOST }, (_, index) => index + 1)
  return (
    <section class="av-panel av-flow">
      <h2>{t('goals')}</h2>
      <Form lang={lang} action={`/desk/cases/${caseId}/change/goals`} guarded>
        <HiddenFields values={{ version: String(version) }} />
        <div class="av-flow">
          {numbers.map((n) => {
            const goal = change.goals.find((one) => one.n === n)
            return (
              <div class="av-grid">
                <TextArea
                  lang={lang}
                  name={`goal-${n}`}
                  label={t('goal', { n })}
                  hint={n === 1 ? t('goal-hint') : undefined}
                  value={tried ? text(tried.sent, `goal-${n}`) : goal?.text}
                  error={errorOf(tried?.errors, `goal-${n}`)}
                  rows={2}
                  spellcheck={false}
                  optional={n > 1}
                />
                <Select
                  lang={lang}
                  name={`weight-${n}`}
                  label={t('weight')}
                  empty={false}
                  value={tried ? text(tried.sent, `weight-${n}`) : String(goal?.weight ?? 1)}
                  error={errorOf(tried?.errors, `weight-${n}`)}
                  options={([1, 2, 3] as const).map((weight) => ({
                    value: String(weight),
                    label: t(`weight-${weight}`),
                  }))}
                />
              </div>
            )
          })}
          <Button>{t('save-goals')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** What can be rated of a case in a phase. */
const subjectsOf = (change: Change, phase: Phase): string[] => [
  ...change.goals.flatMap(({ n }) => (phase === 'end' ? [goalSubject(n), gasSubject(n)] : [goalSubject(n)])),
  ...areaSubjects(),
]

function RatingsForm(props: Props & { by: RatedBy; phase: Phase }) {
  const { lang, change, by, phase, notTaken } = props
  const t = changeTexts(lang)
  const at = `${by}-${phase}`
  const tried = notTaken?.at === at ? notTaken : undefined
  return (
    <Details
      summary={`${t(`phase-${phase}`)}: ${t(by === 'office' ? 'by-own' : 'by-told')}`}
      open={Boolean(tried)}
    >
      <p class="av-hush">
        {by === 'client' && `${t('by-told-hint')} `}
        {t('ratings-hint')}
      </p>
      <Form lang={lang} action={`/desk/cases/${props.caseId}/change/${by}/${phase}`} guarded>
        <HiddenFields values={{ version: String(props.version) }} />
        <div class="av-flow">
          <div class="av-grid">
            {subjectsOf(change, phase).map((subject) => {
              const name = `${at}-${subject}`
              const stands = change.value(by, phase, subject)
              const value = tried ? text(tried.sent, name) : stands === undefined ? '' : String(stands)
              const label = subjectName(subject, lang, change.goals)
              const error = errorOf(tried?.errors, name)
              return subject.startsWith('gas:') ? (
                <Select
                  lang={lang}
                  name={name}
                  label={label}
                  value={value}
                  error={error}
                  optional
                  options={GAS.map((level) => ({ value: String(level), label: t(`gas${level}`) }))}
                />
              ) : (
                <TextField
                  lang={lang}
                  name={name}
                  label={label}
                  value={value}
                  error={error}
                  inputmode="numeric"
                  autocomplete="off"
                  width={4}
                  optional
                />
              )
            })}
          </div>
          <Button look="secondary">{t('save-ratings')}</Button>
        </div>
      </Form>
    </Details>
  )
}

/** Both judgements side by side, goal attainment, and where the two see it differently. */
export function ChangeTable({ lang, change }: { lang: Lang; change: Change }) {
  const t = changeTexts(lang)
  const subjects = [...change.goals.map(({ n }) => goalSubject(n)), ...areaSubjects()].filter((subject) =>
    (['client', 'office'] as const).some((by) =>
      PHASES.some((phase) => change.value(by, phase, subject) !== undefined),
    ),
  )
  if (subjects.length === 0) return <p class="av-hush">{t('ratings-none')}</p>
  const shown = (by: RatedBy, phase: Phase, subject: string) => change.value(by, phase, subject) ?? '–'
  const column = (by: RatedBy, phase: Phase) => ({
    label: `${t(`by-${by}`)}: ${t(`phase-${phase}`).toLowerCase()}`,
    numeric: true,
    cell: (subject: string) => String(shown(by, phase, subject)),
  })
  const apart = subjects.filter((subject) => {
    const [client, office] = [change.value('client', 'end', subject), change.value('office', 'end', subject)]
    return client !== undefined && office !== undefined && Math.abs(client - office) >= 2
  })
  const attained = (['client', 'office'] as const).flatMap((by) => {
    const score = change.attainment(by)
    return score === undefined ? [] : [{ label: t(`by-${by}`), value: formatNumber(lang, score, 2) }]
  })
  return (
    <>
      <Table<string>
        caption={t('table-caption')}
        captionHidden
        stack
        columns={[
          {
            label: t('col-what'),
            rowHeader: true,
            cell: (subject) => subjectName(subject, lang, change.goals),
          },
          column('client', 'start'),
          column('client', 'end'),
          column('office', 'start'),
          column('office', 'end'),
        ]}
        rows={subjects}
      />
      {apart.length > 0 && (
        <Alert tone="info">
          <p>
            {t('disagree', { what: apart.map((one) => subjectName(one, lang, change.goals)).join(', ') })}
          </p>
        </Alert>
      )}
      {attained.length > 0 && (
        <>
          <h3>{t('attainment')}</h3>
          <SummaryList lang={lang} rows={attained} />
          <p class="av-hush av-small">{t('attainment-hint')}</p>
        </>
      )}
    </>
  )
}

export async function takeGoals(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const goals = Array.from({ length: GOALS_MOST }, (_, index) => ({
    text: text(sent, `goal-${index + 1}`),
    weight: Number(text(sent, `weight-${index + 1}`) || 1),
  }))
  return done(c, web, { at: 'goals', sent }, () =>
    asStaff(c, web, (tx) => setGoals(tx, caseId(c), goals, 'office', seenVersion(sent))),
  )
}

export async function takeRatings(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const by = (['office', 'client'] as const).find((one) => one === c.req.param('by'))
  const phase = PHASES.find((one) => one === c.req.param('phase'))
  if (!by || !phase) throw new Refusal('not-found')
  const at = `${by}-${phase}`
  const sent: Sent = await c.req.parseBody()
  const { ratings, wrong } = readRatings(sent, `${at}-`, phase)
  if (wrong.length > 0) {
    const errors = wrong.map((subject) => ({
      field: `${at}-${subject}`,
      message: changeTexts(lang)(subject.startsWith('gas:') ? 'error-gas' : 'error-rating', {
        what: subjectName(subject, lang),
      }),
    }))
    return changePage(c, web, { at, sent, errors })
  }
  return done(c, web, { at, sent }, () =>
    asStaff(c, web, (tx) => rate(tx, caseId(c), { by, phase, ratings }, seenVersion(sent))),
  )
}

/** The ratings of a sent form: fields are named by a beginning and the subject; an emptied field takes a rating back. */
export function readRatings(
  sent: Sent,
  beginning: string,
  phase: Phase,
): { ratings: Ratings; wrong: string[] } {
  const ratings: Record<string, number | null> = {}
  const wrong: string[] = []
  for (const name of Object.keys(sent).filter((one) => one.startsWith(beginning))) {
    const subject = name.slice(beginning.length)
    const value = text(sent, name)
    const number = /^-?\d{1,2}$/.test(value) ? Number(value) : Number.NaN
    if (value === '') ratings[subject] = null
    else if (isRating(subject, number, phase)) ratings[subject] = number
    else wrong.push(subject)
  }
  return { ratings, wrong }
}

async function done(c: DeskContext, web: Web, tried: NotTaken, work: () => Promise<void>): Promise<Response> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
    const row = await asStaff(c, web, (tx) => tx.sql.case.findUnique({ where: { id: caseId(c) } }))
    const message = refusalText(error, c.var.lang, row ?? undefined)
    const { field } = error.details
    return changePage(
      c,
      web,
      field ? { ...tried, errors: [{ field, message }] } : { ...tried, refusal: message },
    )
  }
  return c.redirect(`/desk/cases/${caseId(c)}/change`, 303)
}
