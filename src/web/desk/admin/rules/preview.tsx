import { may } from '../../../../access/index.ts'
import { type Recomputed, type StandingRule, versionShown } from '../../../../cases/index.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import { computeDeadline, DeadlineError, explain, type Rule, ruleOn, rulesOf } from '../../../../law/index.ts'
import { Alert, Button, ButtonRow, Details, HiddenFields, Table } from '../../../ui/parts.ts'
import { type DeskContext, signedIn } from '../../frame.tsx'
import { ChangesOf } from './rule-page.tsx'

/** Rows shown of the clocks that move; the count tells of all. */
const SHOWN = 200

export interface PreviewGiven {
  c: DeskContext
  action: string
  cancelHref: string
  standing: StandingRule
  /** The code's list after the change. */
  versions: readonly Rule[]
  clocks: readonly Recomputed[]
  names: ReadonlyMap<string, string>
  today: string
  /** Everything typed, to be sent again. */
  hidden: Record<string, string>
  /** There is a form to go back to. */
  editable: boolean
}

/** What a change would do, before it is saved: in the rule, to a date of today, and to the clocks that run. */
export function Preview(given: PreviewGiven) {
  const { c, standing, today } = given
  const { lang } = c.var
  const t = lawRules(lang)
  const after = given.versions.length > 0 ? given.versions : rulesOf(standing.code)
  const name = versionShown(after, today)?.name[lang] ?? standing.code
  return (
    <div class="av-flow">
      <h1>{t('preview-title', { name })}</h1>
      <p>{t('preview-lead')}</p>
      {!ruleOn(standing.code, today, after) && (
        <Alert tone="danger" title={t('uncovered-title')}>
          <p>{t('uncovered-text')}</p>
        </Alert>
      )}
      <section class="av-panel av-flow" aria-labelledby="what">
        <h2 id="what">{t('what-changes')}</h2>
        <ChangesOf lang={lang} level={3} step={{ before: standing.versions, after }} />
      </section>
      <Examples lang={lang} today={today} before={standing.versions} after={after} />
      <Clocks {...given} />
      <form method="post" action={given.action}>
        <HiddenFields values={given.hidden} />
        <ButtonRow>
          <Button name="step" value="save">
            {t('save')}
          </Button>
          {given.editable && (
            <Button look="secondary" name="step" value="form">
              {t('back-to-form')}
            </Button>
          )}
          <a class="ds-link" href={given.cancelHref}>
            {t('cancel')}
          </a>
        </ButtonRow>
      </form>
    </div>
  )
}

function Examples({
  lang,
  today,
  before,
  after,
}: {
  lang: Lang
  today: string
  before: readonly Rule[]
  after: readonly Rule[]
}) {
  const t = lawRules(lang)
  const code = after[0]!.code
  const ways = after.some(({ startsFrom }) => startsFrom === 'notice')
    ? (['none', 'letter'] as const)
    : (['none'] as const)
  const rows = ways.map((served) => {
    const on = (rules: readonly Rule[]) => deadlineOn(code, today, served, rules)
    return { served, before: on(before), after: on(after) }
  })
  const [first] = rows
  return (
    <div class="av-flow">
      <h2>{t('examples')}</h2>
      <Table
        caption={t('examples')}
        captionHidden
        stack
        rows={rows}
        columns={[
          { label: t('startsFrom'), rowHeader: true, cell: ({ served }) => t(`example-${served}`) },
          {
            label: t('example-before'),
            cell: (row) => (row.before ? formatDate(lang, row.before.due) : t('no-date')),
          },
          {
            label: t('example-after'),
            cell: (row) => (row.after ? formatDate(lang, row.after.due) : t('no-date')),
          },
        ]}
      />
      {first?.after && (
        <Details summary={t('example-why')}>
          {explain(first.after, lang, { audience: 'office', rules: after }).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Details>
      )}
    </div>
  )
}

function deadlineOn(code: string, from: string, served: 'none' | 'letter', rules: readonly Rule[]) {
  try {
    return computeDeadline({ rule: code, from, served, rules })
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}

function Clocks({ c, clocks, names }: PreviewGiven) {
  const { lang } = c.var
  const t = lawRules(lang)
  const moving = clocks.filter(({ changes }) => changes)
  const staying = clocks.filter(({ stays }) => stays !== undefined).length
  const same = clocks.length - moving.length - staying
  const reads = may(signedIn(c), 'case.read')
  return (
    <div class="av-flow">
      <h2>{t('clocks')}</h2>
      <p>{moving.length === 0 ? t('clocks-none') : t('clocks-count', { n: moving.length })}</p>
      {same > 0 && <p>{t('clocks-same', { n: same })}</p>}
      {staying > 0 && <p>{t('clocks-stay', { n: staying })}</p>}
      {moving.length > SHOWN && <p>{t('clocks-first', { n: SHOWN })}</p>}
      {moving.length > 0 && (
        <Table
          caption={t('clocks')}
          captionHidden
          stack
          rows={moving.slice(0, SHOWN)}
          columns={[
            {
              label: t('case'),
              rowHeader: true,
              cell: ({ number, caseId }) => (reads ? <a href={`/desk/cases/${caseId}`}>{number}</a> : number),
            },
            {
              label: t('handler'),
              cell: ({ handlerId }) => (handlerId ? (names.get(handlerId) ?? t('gone')) : t('nobody')),
            },
            { label: t('was'), cell: ({ was }) => formatDate(lang, was) },
            {
              label: t('becomes'),
              cell: ({ due, state, clock }) =>
                `${formatDate(lang, due)}${state === clock.state ? '' : ` (${t(`state-${state}`)})`}`,
            },
          ]}
        />
      )}
    </div>
  )
}
