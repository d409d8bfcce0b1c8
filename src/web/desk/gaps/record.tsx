import { createHash, randomUUID } from 'node:crypto'
import {
  answerOnce,
  changeGap,
  contactLog,
  logContact,
  officeRules,
  Refusal,
  readGap,
  recordGap,
  refusalText,
  turnIntoCase,
} from '../../../cases/index.ts'
import { isCode } from '../../../classification/index.ts'
import type { OfficeTransaction } from '../../../custody/transaction.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { dateInFinland } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { readOffice } from '../../portal/office.ts'
import { CaseTitle, type FieldError } from '../../ui/parts.ts'
import { showReceiptNext } from '../case/receipt-once.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { type Sent, text } from '../log-contact-values.ts'
import { GapForm } from './form.tsx'
import { readGapForm, sentOf } from './form-values.ts'
import { idIn } from './id-in.ts'

/** An empty form for a gap on a case, with the case's municipality. */
export async function newOnCase(c: DeskContext, web: Web): Promise<Response> {
  const row = await caseOf(c, web)
  return formPage(c, web, { form: randomUUID(), municipality: row.municipality }, { onCase: row })
}

/** An empty form for a gap alone from a telephone call. */
export async function newFromCall(c: DeskContext, web: Web): Promise<Response> {
  const office = await readOffice(web.house, signedIn(c).organisation, c.var.lang)
  return formPage(c, web, {
    form: randomUUID(),
    channel: 'phone',
    contactPerson: 'client',
    language: office?.languages.find((one) => one === 'fi' || one === 'sv') ?? 'fi',
  })
}

/** Saves a gap on a case. The same form sent twice is one gap. */
export async function saveOnCase(c: DeskContext, web: Web): Promise<Response> {
  const row = await caseOf(c, web)
  const sent: Sent = await c.req.parseBody({ all: true })
  const read = readGapForm(sent, c.var.lang, {
    today: todayAt(web),
    rules: await asStaff(c, web, officeRules),
  })
  if ('errors' in read) return formPage(c, web, sent, { onCase: row, errors: read.errors })
  try {
    const { gapId } = await asStaff(c, web, (t) =>
      once(t, sent, read.gap, () => recordGap(t, { caseId: row.id }, read.gap)),
    )
    return c.redirect(`/desk/gaps/${gapId}?done=recorded`, 303)
  } catch (error) {
    return formPage(c, web, sent, { onCase: row, errors: errorsOf(c, error) })
  }
}

/** Logs the call and saves the gap, and makes a case of them if asked; all of it or nothing. */
export async function saveFromCall(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const sent: Sent = await c.req.parseBody({ all: true })
  const asCase = text(sent, 'then') === 'case'
  const read = readGapForm(sent, lang, { today: todayAt(web), rules: await asStaff(c, web, officeRules) })
  const errors = [...('errors' in read ? read.errors : []), ...callErrors(sent, asCase, lang)]
  if ('errors' in read || errors.length > 0) return formPage(c, web, sent, { errors })
  const optional = (name: string) => text(sent, name) || undefined
  const contact = contactLog.parse({
    channel: text(sent, 'channel'),
    contactPerson: optional('contactPerson'),
    language: optional('language'),
    municipality: read.gap.municipality,
    nature: 'dissatisfaction',
    reasons: ['income'],
    person: Object.fromEntries(
      ['name', 'phone'].flatMap((name) => (text(sent, name) ? [[name, text(sent, name)]] : [])),
    ),
  })
  try {
    const done = await asStaff(c, web, (t) =>
      once(t, sent, { contact, gap: read.gap, asCase }, async () => {
        const { contactId } = await logContact(t, contact)
        await t.flush()
        const { gapId } = await recordGap(t, { contactId }, read.gap)
        return { gapId, made: asCase ? await turnIntoCase(t, contactId, { kind: 'complaint' }) : undefined }
      }),
    )
    if (done.made) showReceiptNext(c, web, done.made)
    return c.redirect(
      done.made ? `/desk/cases/${done.made.caseId}?done=turned` : `/desk/gaps/${done.gapId}?done=recorded`,
      303,
    )
  } catch (error) {
    return formPage(c, web, sent, { errors: errorsOf(c, error) })
  }
}

/** The form of a gap that is there. */
export async function editPage(c: DeskContext, web: Web): Promise<Response> {
  const file = await asStaff(c, web, (t) => readGap(t, idIn(c)))
  return formPage(
    c,
    web,
    { ...sentOf(file.input), version: String(file.gap.version) },
    { gapId: file.gap.id },
  )
}

export async function saveEdit(c: DeskContext, web: Web): Promise<Response> {
  const gapId = idIn(c)
  const sent: Sent = await c.req.parseBody({ all: true })
  const stored = await asStaff(c, web, (t) => readGap(t, gapId))
  const read = readGapForm(sent, c.var.lang, {
    today: todayAt(web),
    rules: stored.rules,
    keptFollowUp: stored.input.followUpOn,
  })
  if ('errors' in read) return formPage(c, web, sent, { gapId, errors: read.errors })
  const seen = Number(text(sent, 'version'))
  if (!Number.isInteger(seen) || seen < 1) {
    // Nobody knows what was on the screen: it is shown once more, above what stands now.
    const errors = [{ field: 'main', message: gaps(c.var.lang)('error-version') }]
    return formPage(c, web, { ...sent, version: String(stored.gap.version) }, { gapId, errors })
  }
  try {
    await asStaff(c, web, (t) => changeGap(t, gapId, read.gap, seen))
  } catch (error) {
    return formPage(c, web, sent, { gapId, errors: errorsOf(c, error) })
  }
  return c.redirect(`/desk/gaps/${gapId}?done=changed`, 303)
}

const todayAt = (web: Web): string => dateInFinland(web.house.now()).toString()

function once<T>(t: OfficeTransaction, sent: Sent, what: object, work: () => Promise<T>): Promise<T> {
  const body = JSON.stringify(what)
  return answerOnce(
    t,
    `gap ${text(sent, 'form')} ${createHash('sha256').update(body).digest('hex')}`,
    body,
    work,
  )
}

async function caseOf(c: DeskContext, web: Web) {
  const id = idIn(c)
  const row = await asStaff(c, web, (t) =>
    t.sql.case.findUnique({ where: { id }, select: { id: true, number: true, municipality: true } }),
  )
  if (!row) throw new Refusal('not-found')
  return row
}

function callErrors(sent: Sent, asCase: boolean, lang: Lang): FieldError[] {
  const t = gaps(lang)
  const label = {
    channel: t('channel'),
    contactPerson: t('contact-person'),
    language: t('language'),
    municipality: t('municipality'),
  }
  const wrong = (['channel', 'contactPerson', 'language'] as const).filter((name) => {
    const value = text(sent, name)
    return value ? !isCode(name, value) : name === 'channel'
  })
  const missing = asCase && !text(sent, 'municipality') ? (['municipality'] as const) : []
  return [...wrong, ...missing].map((field) => ({
    field,
    message: t('error-code', { field: label[field] }),
  }))
}

/** What a refusal says at its field; anything else goes on as it is. */
function errorsOf(c: DeskContext, error: unknown): FieldError[] {
  if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
  return [{ field: error.details.field ?? 'benefit', message: refusalText(error, c.var.lang) }]
}

interface FormPageState {
  errors?: FieldError[]
  onCase?: { id: string; number: string }
  gapId?: string
}

async function formPage(
  c: DeskContext,
  web: Web,
  values: Sent,
  state: FormPageState = {},
): Promise<Response> {
  const rules = await asStaff(c, web, officeRules)
  const { lang } = c.var
  const t = gaps(lang)
  const { errors, onCase, gapId } = state
  const title = gapId
    ? t('title-edit')
    : onCase
      ? t('title-new-on-case', { number: onCase.number })
      : t('title-new')
  const back = gapId ? `/desk/gaps/${gapId}` : onCase ? `/desk/cases/${onCase.id}` : '/desk/gaps'
  const action = gapId
    ? `/desk/gaps/${gapId}/edit`
    : onCase
      ? `/desk/cases/${onCase.id}/gaps/new`
      : '/desk/gaps/new'
  const call = !gapId && !onCase
  return showDesk(c, web, {
    title,
    section: onCase ? 'queue' : 'gaps',
    status: errors ? 422 : 200,
    hasErrors: Boolean(errors),
    back,
    children: (
      <>
        <div class="av-flow av-log-head">
          <CaseTitle title={title} />
          {!gapId && <p class="av-hush">{t(call ? 'lead-new-call' : 'lead-new')}</p>}
        </div>
        <GapForm
          lang={lang}
          organisation={signedIn(c).organisation}
          rules={rules}
          action={action}
          values={values}
          errors={errors}
          call={call}
          edit={Boolean(gapId)}
          cancelTo={back}
        />
      </>
    ),
  })
}
