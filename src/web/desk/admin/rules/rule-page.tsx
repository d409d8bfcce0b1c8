import { may } from '../../../../access/index.ts'
import {
  changedVersions,
  isBuiltIn,
  type RuleHistory,
  ruleHistory,
  standingRule,
  versionKey,
  versionShown,
} from '../../../../cases/index.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { dateInFinland, formatDateTime } from '../../../../language/formats.ts'
import { LANGS, type Lang } from '../../../../language/lang.ts'
import { periodText, type Rule } from '../../../../law/index.ts'
import type { Web } from '../../../context.ts'
import { problem } from '../../../problem.tsx'
import { Alert, Details, Flash, LinkButton, SummaryList, Tag } from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, signedIn, staffNames } from '../../frame.tsx'
import { RULES_PATH } from './list.tsx'
import { differences, factWords, TEXT_NAMES, whenWords } from './words.ts'

/** One rule with all its versions, its texts in three languages, and who changed it when. */
export async function rulePage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = lawRules(lang)
  const code = c.req.param('code') ?? ''
  const { standing, history, names } = await asStaff(c, web, async (o) => ({
    standing: await standingRule(o, code),
    history: await ruleHistory(o, code),
    names: await staffNames(o),
  }))
  const today = dateInFinland(web.house.now()).toString()
  const shown = versionShown(standing.versions, today)
  if (!shown) return problem(c, 404)
  const changes = may(signedIn(c), 'law.change')
  const done = /^\d{1,6}$/.test(c.req.query('done') ?? '') ? Number(c.req.query('done')) : undefined
  return showDesk(c, web, {
    title: shown.name[lang],
    section: 'admin',
    back: RULES_PATH,
    children: (
      <div class="av-flow">
        {done !== undefined && <Flash>{t('saved', { n: done })}</Flash>}
        <h1>{shown.name[lang]}</h1>
        <p class="av-tags">
          <Tag>{code}</Tag>
          <Tag>{t(`tag-${shown.kind}`)}</Tag>
          {standing.own && <Tag tone="accent">{t('own')}</Tag>}
          {!shown.verified && <Tag tone="warning">{t('unverified')}</Tag>}
        </p>
        {!shown.verified && (
          <Alert tone="warning">
            <p>{t('unverified-why')}</p>
          </Alert>
        )}
        {changes ? (
          <div class="av-buttons">
            <LinkButton look="secondary" href={`${RULES_PATH}/${code}/add`}>
              {t('add')}
            </LinkButton>
            {standing.own && isBuiltIn(code) && (
              <LinkButton look="secondary" href={`${RULES_PATH}/${code}/revert`}>
                {t('revert')}
              </LinkButton>
            )}
          </div>
        ) : (
          <p class="av-hush">{t('read-only')}</p>
        )}
        {standing.versions.map((version) => (
          <Version lang={lang} version={version} changes={changes} />
        ))}
        <section class="av-flow" aria-labelledby="history">
          <h2 id="history">{t('history')}</h2>
          {history.length === 0 && <p class="av-hush">{t('history-none')}</p>}
          {history.map((step) => (
            <HistoryStep lang={lang} step={step} names={names} />
          ))}
        </section>
      </div>
    ),
  })
}

function Version({ lang, version, changes }: { lang: Lang; version: Rule; changes: boolean }) {
  const t = lawRules(lang)
  // The text as people read it, with the length in its place.
  const { unit, length } = version
  const period = (one: Lang) => (unit === 'none' ? '' : periodText(one, unit, length))
  const href = `${RULES_PATH}/${version.code}/edit?at=${versionKey(version)}`
  return (
    <section class="av-panel av-flow">
      <h2>{t('version', { when: whenWords(lang, version) })}</h2>
      <SummaryList lang={lang} rows={factWords(lang, version).filter(({ value }) => value !== '')} />
      {LANGS.map((one) => (
        <Details summary={`${t('texts')} ${t(`in-${one}`)}`} open={one === lang}>
          <div lang={one}>
            <SummaryList
              lang={lang}
              rows={TEXT_NAMES.flatMap((name) => {
                const value = version[name]?.[one].replace('{period}', period(one))
                return value ? [{ label: t(`text-${name}`), value, typed: true }] : []
              })}
            />
          </div>
        </Details>
      ))}
      {changes && (
        <p>
          <LinkButton look="secondary" href={href}>
            {t('edit')}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

/** What one change did, in words: who, when, and each field before and after. */
export function HistoryStep({
  lang,
  step,
  names,
}: {
  lang: Lang
  step: RuleHistory
  names: ReadonlyMap<string, string>
}) {
  const t = lawRules(lang)
  return (
    <article class="av-flow">
      <h3>
        {formatDateTime(lang, step.at)}, {names.get(step.by) ?? t('gone')}
      </h3>
      <ChangesOf lang={lang} step={step} />
    </article>
  )
}

/** The versions that came, went and were put otherwise between two lists. */
export function ChangesOf({
  lang,
  step,
  level = 4,
}: {
  lang: Lang
  step: Pick<RuleHistory, 'before' | 'after'>
  level?: 3 | 4
}) {
  const Title = level === 3 ? 'h3' : 'h4'
  const t = lawRules(lang)
  const { came, went, changed } = changedVersions(step)
  if (came.length + went.length + changed.length === 0) return <p>{t('nothing-changes')}</p>
  const bare = (rule: Rule) => factWords(lang, rule).filter(({ value }) => value !== '')
  // A version that begins anew is told by what it does otherwise than the one before it.
  const model = (rule: Rule) =>
    step.before.findLast(({ validFrom = '' }) => validFrom < (rule.validFrom ?? ''))
  return (
    <>
      {changed.map(({ from, to }) => (
        <>
          <Title>{t('version', { when: whenWords(lang, to) })}</Title>
          <SummaryList lang={lang} rows={differences(lang, from, to)} />
        </>
      ))}
      {came.map((rule) => {
        const before = model(rule)
        return (
          <>
            <Title>{t('came', { when: whenWords(lang, rule) })}</Title>
            <SummaryList lang={lang} rows={before ? differences(lang, before, rule) : bare(rule)} />
          </>
        )
      })}
      {went.map((rule) => (
        <Title>{t('went', { when: whenWords(lang, rule) })}</Title>
      ))}
    </>
  )
}
