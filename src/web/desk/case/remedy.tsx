import { type ClockComputation, eventFields, REMEDIES } from '../../../cases/index.ts'
import { codeName } from '../../../classification/index.ts'
import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { deskLetters } from '../../../language/catalogues/desk-letters.ts'
import { dateInFinland, formatDate, formatLongDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { daysLeft, explain } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Details,
  LinkButton,
  type Step,
  Steps,
  SummaryList,
  type SummaryRow,
  Tag,
} from '../../ui/parts.ts'
import { type DeskContext, showDesk } from '../frame.tsx'
import { LetterList } from './letters/list.tsx'
import { type OpenLetters, openLetters } from './letters/open-letters.ts'
import { TrackActions } from './track-actions.tsx'

const STEPS = [
  ['captured', 'CAPTURE_DECISION'],
  ['plan', 'GIVE_PLAN'],
  ['filed', 'FILED'],
  ['decided', 'DECIDED'],
  ['settled', 'RECORD_RESULT'],
] as const

/** Clocks by which a client must file. */
const FILING = ['OIK', 'VAL', 'KAN']

/** Guidance to a remedy on one page: the decision, its instructions, the safe date, how far it has come, the letters of it. */
export async function remedyPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const opened = await openLetters(c, web)
  const { case: row } = opened.file
  const now = web.house.now()
  const remedy = remedyOf(opened)
  const letters = opened.letters.filter(({ kind }) => remedy && REMEDIES[kind]?.includes(remedy))
  const kind = Object.keys(REMEDIES).find((one) => remedy && REMEDIES[one]?.includes(remedy))
  return showDesk(c, web, {
    title: `${t('remedy.title')}, ${row.number}`,
    section: 'queue',
    back: `/desk/cases/${row.id}`,
    children: (
      <div class="av-flow">
        <h1>{t('remedy.title')}</h1>
        <p class="av-tags">
          <a href={`/desk/cases/${row.id}`}>{row.number}</a>
          {remedy && <Tag tone="info">{codeName('remedy', remedy, lang)}</Tag>}
        </p>
        <div class="av-columns" data-side>
          <div class="av-flow">
            <Captured lang={lang} opened={opened} />
            <SafeDate lang={lang} opened={opened} now={now} />
          </div>
          <aside class="av-flow" aria-label={t('remedy.line')}>
            <Line lang={lang} opened={opened} />
            <section class="av-panel av-flow" aria-labelledby="next">
              <h2 id="next">{t('remedy.actions')}</h2>
              <TrackActions
                lang={lang}
                opened={opened}
                now={now}
                page="remedy"
                wanted={({ track }) => track === 'remedy'}
              />
            </section>
            {remedy && (
              <section class="av-panel av-flow" aria-labelledby="letters">
                <h2 id="letters">{t('remedy.letters')}</h2>
                {letters.length > 0 ? (
                  <LetterList lang={lang} caseId={row.id} letters={letters} />
                ) : (
                  <p class="av-hush">{t('remedy.letters-none')}</p>
                )}
                {kind && (
                  <LinkButton
                    href={`/desk/cases/${row.id}/letters/new?kind=${kind}&language=${row.language === 'sv' ? 'sv' : 'fi'}`}
                    look="secondary"
                  >
                    {t('list.new')}
                  </LinkButton>
                )}
              </section>
            )}
          </aside>
        </div>
      </div>
    ),
  })
}

const lastOf = ({ file }: OpenLetters, type: string) => file.events.findLast((event) => event.type === type)

/** The clock by which the client must file, where one runs. */
const filingClock = ({ file }: OpenLetters) =>
  file.clocks.find(({ rule, state }) => FILING.includes(rule) && state === 'running')

function remedyOf(opened: OpenLetters): string | undefined {
  const remedy = lastOf(opened, 'CAPTURE_DECISION')?.fields.remedy
  return typeof remedy === 'string' ? remedy : undefined
}

/** The steps in a line, each with its day; only those after the last decision count. */
function Line({ lang, opened }: { lang: Lang; opened: OpenLetters }) {
  const t = deskLetters(lang)
  const from = lastOf(opened, 'CAPTURE_DECISION')
  if (!from)
    return (
      <section class="av-panel">
        <p>{t(filingClock(opened) ? 'remedy.clock-alone' : 'remedy.not-begun')}</p>
      </section>
    )
  const since = opened.file.events.slice(opened.file.events.indexOf(from))
  const notFiled = since.some(({ type }) => type === 'NOT_FILED')
  const found = STEPS.map(([, type]) => since.findLast((one) => one.type === type))
  const latest = found.findLastIndex((event) => event !== undefined)
  const steps = STEPS.map(([step], i): Step => {
    const event = found[i]
    return {
      label: t(`remedy.step-${step}`),
      state: i < latest ? 'done' : i === latest ? 'current' : 'coming',
      detail: event && formatDate(lang, event.at),
    }
  })
  return (
    <section class="av-panel av-flow" aria-labelledby="line">
      <h2 id="line">{t('remedy.line')}</h2>
      <Steps lang={lang} steps={steps} />
      {notFiled && <p>{t('remedy.not-filed')}</p>}
    </section>
  )
}

function Captured({ lang, opened }: { lang: Lang; opened: OpenLetters }) {
  const t = deskLetters(lang)
  const event = lastOf(opened, 'CAPTURE_DECISION')
  if (!event) return null
  const { instructions } = event.fields
  const faulty = instructions === 'missing' || instructions === 'wrong'
  const rows: SummaryRow[] = eventFields(opened.file.case, event.type, event.fields, lang).map(
    ({ label, value }) => ({ label, value }),
  )
  return (
    <section class="av-panel av-flow" aria-labelledby="captured">
      <h2 id="captured">{t('remedy.step-captured')}</h2>
      <SummaryList lang={lang} rows={rows} />
      {event.note && <p class="av-typed">{event.note}</p>}
      {faulty && (
        <Alert
          tone="warning"
          title={t(instructions === 'wrong' ? 'remedy.instructions-wrong' : 'remedy.instructions-missing')}
        >
          <p>{t('remedy.unverified')}</p>
        </Alert>
      )}
    </section>
  )
}

/** The last day by which to file is safe, whatever is wrong with the instructions; nothing is called lost. */
function SafeDate({ lang, opened, now }: { lang: Lang; opened: OpenLetters; now: Date }) {
  const t = deskLetters(lang)
  const today = dateInFinland(now).toString()
  const clock = filingClock(opened)
  if (!clock) return null
  const { deadline } = clock.computation as unknown as ClockComputation
  const due = clock.due.toISOString().slice(0, 10)
  const left = daysLeft({ due }, today)
  return (
    <section class="av-panel av-flow" aria-labelledby="safe">
      <h2 id="safe">{t('remedy.safe-date')}</h2>
      <p class="av-lead">{formatLongDate(lang, due)}</p>
      {left < 0 ? (
        <Alert tone="danger">{t('remedy.days-over')}</Alert>
      ) : (
        <p class="av-tags">
          <Tag tone={left < 5 ? 'danger' : 'info'}>{t('remedy.days', { n: left })}</Tag>
        </p>
      )}
      <Details summary={caseTexts(lang)('clock-why')}>
        {explain(deadline, lang, { audience: 'office', today, rules: opened.file.rules }).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Details>
    </section>
  )
}
