import { may } from '../../../access/index.ts'
import { comingUp, retentionRules, type StandingRow } from '../../../cases/index.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { Alert, EmptyState, LinkButton, Pager, Table } from '../../ui/parts.ts'
import { asStaff, type DeskContext, signedIn } from '../frame.tsx'
import { RETENTION, showRetention } from './frame.tsx'
import { ruleWords, stateWords } from './words.ts'

const SIZE = 50

/** What comes to the end of its keeping, by the day, with what happens and why. An ombudsman sees their own. */
export async function comingPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = retentionTexts(lang)
  const staff = signedIn(c)
  const sets = may(staff, 'retention.set')
  const from = Number(c.req.query('from') ?? 0) || 0
  const { rows, rules } = await asStaff(c, web, async (o) => {
    o.audit({ event: 'retention.read' })
    const all = await comingUp(o)
    return {
      rules: (await retentionRules(o)).length,
      rows: sets ? all : all.filter(({ handlerId }) => handlerId === staff.staffId),
    }
  })
  const shown = rows.slice(from, from + SIZE)
  return showRetention(c, web, {
    at: 'coming',
    children: (
      <>
        {rules === 0 ? (
          <Alert tone="info">
            <p>{t('no-rules')}</p>
            {sets && (
              <p>
                <LinkButton look="secondary" href={`${RETENTION}/rules`}>
                  {t('to-rules')}
                </LinkButton>
              </p>
            )}
          </Alert>
        ) : (
          <p>{t('coming-lead')}</p>
        )}
        {rules > 0 && rows.length === 0 && <EmptyState title={t('coming-none')} />}
        {shown.length > 0 && (
          <ComingTable lang={lang} rows={shown} caption={t('tab-coming')} linked={may(staff, 'case.row')} />
        )}
        <Pager
          lang={lang}
          previousHref={from > 0 ? `${RETENTION}?from=${Math.max(0, from - SIZE)}` : undefined}
          nextHref={rows.length > from + SIZE ? `${RETENTION}?from=${from + SIZE}` : undefined}
          shown={{ from: from + 1, to: from + shown.length, total: rows.length }}
        />
      </>
    ),
  })
}

/** Matters with their end, what happens then and the rule it follows from. */
export function ComingTable(props: {
  lang: Lang
  rows: readonly StandingRow[]
  caption: string
  linked: boolean
}) {
  const { lang } = props
  const t = retentionTexts(lang)
  return (
    <Table
      caption={props.caption}
      captionHidden
      stack
      rows={props.rows}
      alertOf={({ standing }) => (standing.state === 'due' ? 'warning' : undefined)}
      columns={[
        {
          label: t('col-what'),
          rowHeader: true,
          cell: ({ subject, id, number, openedOn }) =>
            subject === 'case' && props.linked ? (
              <a class="av-number" href={`/desk/cases/${id}/keeping`}>
                {number}
              </a>
            ) : subject === 'case' ? (
              number
            ) : (
              t('lone-contact', { date: formatDate(lang, openedOn) })
            ),
        },
        { label: t('col-due'), cell: ({ standing }) => formatDate(lang, standing.dueOn!) },
        { label: t('col-state'), cell: (row) => stateWords(row, lang) },
        { label: t('col-why'), cell: ({ standing }) => ruleWords(standing.rule!, lang) },
      ]}
    />
  )
}
