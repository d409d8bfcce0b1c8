import {
  changeRightsIssue,
  FINDINGS,
  OWED_BY,
  type ReadRightsIssue,
  Refusal,
  recordRightsIssue,
  refusalText,
  removeRightsIssue,
  rightsIssue,
  rightsIssuesOf,
} from '../../../cases/index.ts'
import { codeList, codeName } from '../../../classification/index.ts'
import { rightsTexts } from '../../../language/catalogues/rights.ts'
import type { Lang } from '../../../language/lang.ts'
import { citeStatute, keepSections, RIGHT_GROUPS, RIGHTS, rightOf } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import {
  Button,
  Details,
  errorOf,
  Form,
  HiddenFields,
  Radios,
  Select,
  SummaryList,
  TextArea,
  TextField,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { type Sent, text } from '../log-contact-values.ts'
import { caseId } from './open-case.ts'
import { type NotTaken, showPart } from './part-page.tsx'
import { seenVersion } from './seen-version.ts'

/** The statute of a right as it is cited, with a word where the section is not verified. */
export function statuteOf(code: string, lang: Lang): string {
  const right = rightOf(code)
  if (!right) return ''
  const cited = keepSections(citeStatute(right.statute, lang) ?? right.statute)
  return right.verified ? cited : `${cited} (${rightsTexts(lang)('unverified')})`
}

/** The rights at stake in a case: each can be changed, and more recorded. */
export async function rightsPage(c: DeskContext, web: Web, notTaken?: NotTaken): Promise<Response> {
  const { lang } = c.var
  const t = rightsTexts(lang)
  const id = caseId(c)
  const { row, issues } = await asStaff(c, web, async (tx) => {
    const found = await tx.sql.case.findUnique({ where: { id } })
    if (!found) throw new Refusal('not-found')
    tx.audit({ event: 'case.read', subjectKind: 'case', subjectId: id, details: { part: 'rights' } })
    return { row: found, issues: await rightsIssuesOf(tx, found) }
  })
  const form = { lang, caseId: id, version: row.version, notTaken }
  return showPart(c, web, {
    title: t('title', { number: row.number }),
    caseId: id,
    notTaken,
    children: (
      <>
        <p>{t('lead')}</p>
        {issues.map((issue) => (
          <section class="av-panel av-flow" id={`issue-${issue.id}`}>
            <h2>{rightOf(issue.code)?.name[lang] ?? issue.code}</h2>
            <p class="av-hush">{statuteOf(issue.code, lang)}</p>
            <SummaryList lang={lang} rows={rowsOf(issue, lang)} />
            <Details summary={t('change')} open={notTaken?.at === issue.id}>
              <IssueForm {...form} at={issue.id} issue={issue} />
              <Form lang={lang} action={`/desk/cases/${id}/rights/${issue.id}/remove`}>
                <HiddenFields values={{ version: String(row.version) }} />
                <Button look="tertiary" danger>
                  {t('remove')}
                </Button>
              </Form>
            </Details>
          </section>
        ))}
        <section class="av-panel av-flow">
          <h2>{t('add')}</h2>
          <IssueForm {...form} at="new" />
        </section>
      </>
    ),
  })
}

const rowsOf = (issue: ReadRightsIssue, lang: Lang) => {
  const t = rightsTexts(lang)
  return [
    { label: t('owed-by'), value: t(`owed-by-${issue.owedBy as 'county'}`) },
    { label: t('who'), value: issue.who, typed: true },
    { label: t('evidence'), value: issue.evidence, typed: true },
    { label: t('finding'), value: t(`finding-${issue.finding as 'open'}`) },
    {
      label: t('realised'),
      value: issue.realised ? codeName('rightRealised', issue.realised, lang) : t('not-said'),
    },
  ].filter(({ value }) => value)
}

function IssueForm(props: {
  lang: Lang
  caseId: string
  version: number
  at: string
  issue?: ReadRightsIssue
  notTaken?: NotTaken
}) {
  const { lang, at, issue } = props
  const t = rightsTexts(lang)
  const tried = props.notTaken?.at === at ? props.notTaken : undefined
  const of = (name: 'code' | 'owedBy' | 'finding' | 'realised' | 'who' | 'evidence', label: string) => ({
    lang,
    name: `${name}-${at}`,
    label,
    value: tried ? text(tried.sent, `${name}-${at}`) : (issue?.[name] ?? undefined),
    error: errorOf(tried?.errors, `${name}-${at}`),
  })
  const suffix = at === 'new' ? '' : `/${at}`
  return (
    <Form lang={lang} action={`/desk/cases/${props.caseId}/rights${suffix}`} guarded>
      <HiddenFields values={{ version: String(props.version) }} />
      <div class="av-flow">
        <Select
          {...of('code', t('right'))}
          typeahead
          options={RIGHT_GROUPS.map((group) => ({
            group: t(`group-${group}`),
            options: RIGHTS.filter((right) => right.group === group).map((right) => ({
              value: right.code,
              label: right.name[lang],
              hint: statuteOf(right.code, lang),
              words: right.statute,
            })),
          }))}
        />
        <Select
          {...of('owedBy', t('owed-by'))}
          options={OWED_BY.map((value) => ({ value, label: t(`owed-by-${value}`) }))}
        />
        <TextField {...of('who', t('who'))} autocomplete="off" spellcheck={false} optional />
        <TextArea
          {...of('evidence', t('evidence'))}
          hint={t('evidence-hint')}
          rows={3}
          spellcheck={false}
          optional
        />
        <Radios
          {...of('finding', t('finding'))}
          choices={FINDINGS.map((value) => ({ value, label: t(`finding-${value}`) }))}
        />
        <Radios
          {...of('realised', t('realised'))}
          look="inline"
          optional
          choices={codeList('rightRealised').map((code) => ({ value: code.code, label: code[lang] }))}
        />
        <Button look={issue ? 'secondary' : 'primary'}>{t(issue ? 'save' : 'add-go')}</Button>
      </div>
    </Form>
  )
}

/** Records a right, or changes one. */
export async function takeRights(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = rightsTexts(lang)
  const at = issueId(c) ?? 'new'
  const known =
    at === 'new' ||
    (await asStaff(c, web, (tx) => tx.sql.rightsIssue.count({ where: { id: at, caseId: caseId(c) } }))) > 0
  if (!known) throw new Refusal('not-found')
  const sent: Sent = await c.req.parseBody()
  const value = (name: string) => text(sent, `${name}-${at}`) || undefined
  const read = rightsIssue.safeParse({
    code: value('code') ?? '',
    owedBy: value('owedBy'),
    finding: value('finding'),
    realised: value('realised'),
    who: value('who'),
    evidence: value('evidence'),
  })
  if (!read.success) {
    const messages = { code: t('error-right'), owedBy: t('error-owed-by'), finding: t('error-finding') }
    const fields = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))]
    const errors = fields.map((field) => ({
      field: `${field}-${at}`,
      message: messages[field as keyof typeof messages] ?? t('error-long'),
    }))
    return rightsPage(c, web, { at, sent, errors })
  }
  return done(c, web, { at, sent }, () =>
    asStaff(c, web, async (tx) => {
      if (at === 'new') await recordRightsIssue(tx, caseId(c), read.data, seenVersion(sent))
      else await changeRightsIssue(tx, caseId(c), at, read.data, seenVersion(sent))
    }),
  )
}

/** Takes away a right recorded by mistake. */
export async function takeRightsRemoval(c: DeskContext, web: Web): Promise<Response> {
  const id = issueId(c)
  if (!id) throw new Refusal('not-found')
  const sent: Sent = await c.req.parseBody()
  return done(c, web, { at: id, sent }, () =>
    asStaff(c, web, (tx) => removeRightsIssue(tx, caseId(c), id, seenVersion(sent))),
  )
}

function issueId(c: DeskContext): string | undefined {
  const id = c.req.param('issue')
  if (id && !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('not-found')
  return id
}

async function done(c: DeskContext, web: Web, tried: NotTaken, work: () => Promise<void>): Promise<Response> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { field } = error.details
    if (error.code === 'field-invalid' && field) {
      const message = refusalText(error, c.var.lang)
      return rightsPage(c, web, { ...tried, errors: [{ field: `${field}-${tried.at}`, message }] })
    }
    if (error.code !== 'changed-meanwhile') throw error
    const row = await asStaff(c, web, (tx) => tx.sql.case.findUnique({ where: { id: caseId(c) } }))
    return rightsPage(c, web, { ...tried, refusal: refusalText(error, c.var.lang, row ?? undefined) })
  }
  return c.redirect(`/desk/cases/${caseId(c)}/rights`, 303)
}
