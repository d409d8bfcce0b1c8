import {
  isBuiltIn,
  officeRules,
  previewRule,
  ruleHistory,
  type StandingRule,
  saveRule,
  standingRule,
  versionKey,
  versionShown,
} from '../../../../cases/index.ts'
import type { OfficeTransaction } from '../../../../custody/transaction.ts'
import { lawRules } from '../../../../language/catalogues/law-rules.ts'
import { dateInFinland } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { Rule } from '../../../../law/index.ts'
import type { Web } from '../../../context.ts'
import { problem } from '../../../problem.tsx'
import { partsOf } from '../../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk, staffNames } from '../../frame.tsx'
import { RuleForm } from './form.tsx'
import { RULES_PATH } from './list.tsx'
import { Preview } from './preview.tsx'
import { nextYear, type ReadRule, readRule, sentValues, type Values, valuesOf } from './values.ts'
import { sourceWords } from './words.ts'

export type How = 'edit' | 'add' | 'new' | 'revert'

/** A change of many clocks takes its time. */
const TIMEOUT = 120_000

interface Asked {
  how: How
  code: string
  at: string
  standing: StandingRule
  names: ReadonlyMap<string, string>
  /** Codes already in use. */
  codes: readonly string[]
  today: string
}

async function ask(c: DeskContext, web: Web, how: How, at: string): Promise<Asked> {
  const code = c.req.param('code') ?? ''
  const read = await asStaff(c, web, async (t) => ({
    standing: await standingRule(t, code),
    names: await staffNames(t),
    codes: [...new Set((await officeRules(t)).map((rule) => rule.code))],
  }))
  return { how, code, at, ...read, today: dateInFinland(web.house.now()).toString() }
}

const known = ({ how, standing, at, code }: Asked): boolean => {
  if (how === 'new') return true
  if (how === 'revert') return standing.own && isBuiltIn(code)
  if (how === 'edit') return standing.versions.some((version) => versionKey(version) === at)
  return standing.versions.length > 0
}

const actionOf = ({ how, code }: Asked): string =>
  how === 'new' ? `${RULES_PATH}/new` : `${RULES_PATH}/${code}/${how}`
const cancelOf = ({ how, code }: Asked): string => (how === 'new' ? RULES_PATH : `${RULES_PATH}/${code}`)

/** The form as it opens: the version to edit, a copy of the present one, or an empty one. */
export async function changePage(c: DeskContext, web: Web, how: How): Promise<Response> {
  const asked = await ask(c, web, how, c.req.query('at') ?? '')
  if (!known(asked)) return problem(c, 404)
  const { seen } = asked.standing
  if (how === 'revert') return previewPage(c, web, asked, [], { seen })
  return formPage(c, web, asked, firstValues(asked, c.var.lang), { seen })
}

function firstValues({ how, at, standing, today }: Asked, lang: Lang): Values {
  const prefilled = (rule: Rule) =>
    valuesOf({ ...rule, source: sourceWords(lang, rule.source, rule.verified) })
  if (how === 'new') return { kind: 'target', owner: 'office', startsFrom: 'event', pause: 'continue' }
  const { versions } = standing
  if (how === 'edit') return prefilled(versions.find((version) => versionKey(version) === at)!)
  const { validFrom: _, validTo: __, ...rest } = versionShown(versions, today)!
  const { day, month, year } = partsOf(nextYear(today))
  // Somebody has to check the new version before it counts as checked.
  return {
    ...prefilled({ ...rest, verified: false }),
    'validFrom-day': day,
    'validFrom-month': month,
    'validFrom-year': year,
  }
}

/** Takes the form: back to it with what is wrong, on to the preview, or, from there, saved. */
export async function takeChange(c: DeskContext, web: Web, how: How): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const asked = await ask(c, web, how, text('at'))
  const [seen, step] = [text('seen'), text('step')]
  const values = sentValues(form)
  // A version may have gone meanwhile: then it is told who took it, not that it was never there.
  const stale = seen !== asked.standing.seen
  if (!known(asked) && !stale) return problem(c, 404)
  if (stale) return stalePage(c, web, asked, values, seen)
  if (how === 'revert')
    return step === 'save' ? save(c, web, asked, [], values) : previewPage(c, web, asked, [], { seen })
  const read = readRule(values, {
    how,
    at: asked.at,
    current: asked.standing.versions,
    codes: asked.codes,
    lang: c.var.lang,
  })
  if (step === 'form') return formPage(c, web, asked, values, { seen })
  if (read.errors.length > 0) return formPage(c, web, asked, values, { seen, errors: read.errors })
  const code = read.edit.rule.code
  if (step === 'save') return save(c, web, { ...asked, code }, read.versions, values)
  return previewPage(c, web, { ...asked, code }, read.versions, { ...values, seen, at: asked.at })
}

async function save(
  c: DeskContext,
  web: Web,
  asked: Asked,
  versions: readonly Rule[],
  values: Values,
): Promise<Response> {
  const { code, standing } = asked
  const saved = await asStaff(c, web, (t) => saveRule(t, { code, versions, seen: standing.seen }), {
    timeout: TIMEOUT,
  })
  // Between the check and the lock somebody else may still have been faster.
  if (saved === 'changed-meanwhile')
    return stalePage(c, web, await ask(c, web, asked.how, asked.at), values, standing.seen)
  return c.redirect(`${RULES_PATH}/${code}?done=${saved.changed}`, 303)
}

/** Somebody else changed the rule: who and what, with everything typed kept in the form. */
async function stalePage(
  c: DeskContext,
  web: Web,
  asked: Asked,
  values: Values,
  seen: string,
): Promise<Response> {
  const others = await asStaff(c, web, (t) => since(t, asked.code || values.code?.toUpperCase() || '', seen))
  if (asked.how === 'revert' || (asked.how === 'edit' && !known(asked)))
    return formPage(
      c,
      web,
      { ...asked, how: asked.standing.versions.length > 0 ? 'add' : 'new' },
      asked.how === 'revert' ? firstValues({ ...asked, how: 'add' }, c.var.lang) : values,
      { seen: asked.standing.seen, others },
    )
  return formPage(c, web, asked, values, { seen: asked.standing.seen, others })
}

/** The changes made after the rows the writer saw had been stored. */
async function since(t: OfficeTransaction, code: string, seen: string) {
  const history = await ruleHistory(t, code)
  const ids = seen.split(' ').filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const last = await t.sql.lawRule.findFirst({
    where: { organisation: t.organisation, code, id: { in: ids } },
    orderBy: { createdAt: 'desc' },
  })
  return last ? history.filter(({ at }) => at > last.createdAt) : history
}

async function formPage(
  c: DeskContext,
  web: Web,
  asked: Asked,
  values: Values,
  more: Pick<Parameters<typeof RuleForm>[0], 'seen' | 'errors' | 'others'>,
): Promise<Response> {
  const { lang } = c.var
  const t = lawRules(lang)
  const how = asked.how === 'revert' ? 'add' : asked.how
  const name = versionShown(asked.standing.versions, asked.today)?.name[lang] ?? asked.code
  const title = how === 'new' ? t('new-title') : t(`${how}-title`, { name })
  return showDesk(c, web, {
    title,
    section: 'admin',
    back: cancelOf(asked),
    hasErrors: Boolean(more.errors ?? more.others),
    status: more.errors ? 422 : more.others ? 409 : 200,
    children: (
      <RuleForm
        lang={lang}
        how={how}
        action={actionOf(asked)}
        cancelHref={cancelOf(asked)}
        title={title}
        values={values}
        at={asked.at}
        names={asked.names}
        {...more}
      />
    ),
  })
}

async function previewPage(
  c: DeskContext,
  web: Web,
  asked: Asked,
  versions: ReadRule['versions'],
  hidden: Record<string, string>,
): Promise<Response> {
  const clocks = await asStaff(c, web, (t) => previewRule(t, asked.code, versions))
  return showDesk(c, web, {
    title: lawRules(c.var.lang)('preview'),
    section: 'admin',
    back: cancelOf(asked),
    children: (
      <Preview
        c={c}
        action={actionOf(asked)}
        cancelHref={cancelOf(asked)}
        standing={{ ...asked.standing, code: asked.code }}
        versions={versions}
        clocks={clocks}
        names={asked.names}
        today={asked.today}
        hidden={hidden}
        editable={asked.how !== 'revert'}
      />
    ),
  })
}
