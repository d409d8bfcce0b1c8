import { may } from '../../../../access/index.ts'
import { KINDS, officeRules, versionShown } from '../../../../cases/index.ts'
import { benefitAmounts } from '../../../../language/catalogues/benefit-amounts.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { dateInFinland, formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import { RULES, type Rule, rulesOf } from '../../../../law/index.ts'
import type { Web } from '../../../context.ts'
import { LinkButton, Table, Tag } from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from '../../frame.tsx'
import { checkedWords, lengthWords, whenWords } from './words.ts'

export const RULES_PATH = '/desk/admin/rules'

interface Line {
  rule: Rule
  own: boolean
  /** First day of a version that is still to come. */
  next?: string
}

/** Every clock the office knows, by what it rests on, with the version in force today. */
export async function rulesPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = lawRules(lang)
  const staff = signedIn(c)
  const today = dateInFinland(web.house.now()).toString()
  const lines = linesOf(await asStaff(c, web, officeRules), today)
  return showDesk(c, web, {
    title: t('title'),
    section: 'admin',
    back: may(staff, 'audit.read') ? '/desk/admin' : '/desk',
    children: (
      <div class="av-flow">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <p>
          <a href={`${RULES_PATH}/amounts`}>{benefitAmounts(lang)('title')}</a>
        </p>
        {may(staff, 'law.change') ? (
          <p>
            <LinkButton look="secondary" href={`${RULES_PATH}/new`}>
              {t('new')}
            </LinkButton>
          </p>
        ) : (
          <p class="av-hush">{t('read-only')}</p>
        )}
        {KINDS.map((kind) => (
          <div class="av-flow">
            <h2>{t(`group-${kind}`)}</h2>
            {kind === 'target' && <p>{t('group-target-lead')}</p>}
            <Group
              lang={lang}
              caption={t(`group-${kind}`)}
              lines={lines.filter(({ rule }) => rule.kind === kind)}
            />
          </div>
        ))}
      </div>
    ),
  })
}

function linesOf(rules: readonly Rule[], today: string): Line[] {
  return [...new Set(rules.map(({ code }) => code))].map((code) => {
    const versions = rulesOf(code, rules)
    const rule = versionShown(versions, today)!
    const next = versions.find(
      ({ validFrom = '' }) => validFrom > today && validFrom > (rule.validFrom ?? ''),
    )
    return { rule, own: versions.some((version) => !RULES.includes(version)), next: next?.validFrom }
  })
}

function Group({ lang, caption, lines }: { lang: Lang; caption: string; lines: Line[] }) {
  const t = lawRules(lang)
  return (
    <Table
      caption={caption}
      captionHidden
      stack
      rows={lines}
      columns={[
        {
          label: t('name'),
          rowHeader: true,
          cell: ({ rule, own }) => (
            <span>
              <a href={`${RULES_PATH}/${rule.code}`}>{rule.name[lang]}</a>{' '}
              <span class="av-hush av-small">{rule.code}</span> {own && <Tag tone="accent">{t('own')}</Tag>}
            </span>
          ),
        },
        { label: t('time'), cell: ({ rule }) => lengthWords(lang, rule) },
        { label: t('statute'), cell: ({ rule }) => rule.statute || '–' },
        {
          label: t('validity'),
          cell: ({ rule, next }) => (
            <span>
              {whenWords(lang, rule)}
              {next && <> {t('coming', { from: formatDate(lang, next) })}</>}
            </span>
          ),
        },
        { label: t('checked'), cell: ({ rule }) => <Checked lang={lang} rule={rule} /> },
      ]}
    />
  )
}

/** An office's own target has nothing to be checked against. */
export function Checked({ lang, rule }: { lang: Lang; rule: Rule }) {
  const t = lawRules(lang)
  if (rule.kind === 'target' && rule.verified) return <>–</>
  return rule.verified ? checkedWords(lang, rule) : <Tag tone="warning">{t('unverified')}</Tag>
}
