import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../access/index.ts'
import { answerOnce, logContact, Refusal, refusalText, samePersons, turnIntoCase } from '../../cases/index.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { log } from '../../language/catalogues/desk-log.ts'
import { directory } from '../../language/catalogues/directory.ts'
import { dateInFinland } from '../../language/formats.ts'
import type { Web } from '../context.ts'
import { readOffice } from '../portal/office.ts'
import { Button, type FieldError, Flash, Form, partsOf } from '../ui/parts.ts'
import { showReceiptNext } from './case/receipt-once.ts'
import { asStaff, type DeskContext, showDesk, signedIn } from './frame.tsx'
import { LogForm, SamePersons } from './log-contact-form.tsx'
import { kindOf, readLog, type Sent, text } from './log-contact-values.ts'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** An empty form with the defaults of a telephone call today, or one filled in with the details of a case. */
export async function logPage(c: DeskContext, web: Web): Promise<Response> {
  const staff = signedIn(c)
  const office = await readOffice(web.house, staff.organisation, c.var.lang)
  const today = partsOf(dateInFinland(web.house.now()))
  const values: Sent = {
    form: randomUUID(),
    channel: 'phone',
    contactPerson: 'client',
    language: office?.languages.find((one) => one === 'fi' || one === 'sv') ?? 'fi',
    'date-day': today.day,
    'date-month': today.month,
    'date-year': today.year,
  }
  return formPage(c, web, { ...values, ...(await ofCase(c, web, c.req.query('case'))) })
}

/** Saves, or saves and makes a case of it. The same form sent twice is one contact. */
export async function saveLog(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const sent: Sent = await c.req.parseBody({ all: true })
  // Both are ids the form carries along; nobody types them.
  if ([text(sent, 'caseId'), text(sent, 'personUnit')].some((id) => id && !UUID.test(id)))
    throw new Refusal('not-found')
  const asCase = text(sent, 'then') === 'case' && !text(sent, 'caseId')
  const read = readLog(sent, lang, web.house.now(), asCase)
  if ('errors' in read) return formPage(c, web, sent, { errors: read.errors })
  const { contact } = read
  const body = JSON.stringify({ contact, kind: asCase ? kindOf(sent) : null })
  const key = `log ${text(sent, 'form')} ${createHash('sha256').update(body).digest('hex')}`
  let done: { contactId: string; made?: { caseId: string; caseNumber: string; receipt: string } }
  try {
    done = await asStaff(c, web, (t) =>
      answerOnce(t, key, body, async () => {
        const { contactId } = await logContact(t, contact)
        if (!asCase) return { contactId }
        await t.flush()
        const { caseId, caseNumber, receipt } = await turnIntoCase(t, contactId, { kind: kindOf(sent) })
        return { contactId, made: { caseId, caseNumber, receipt } }
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
    const field = error.details.field ?? 'note'
    return formPage(c, web, sent, { errors: [{ field, message: refusalText(error, lang) }] })
  }
  if (done.made) return toCase(c, web, done.made)
  if (contact.caseId) return c.redirect(`/desk/cases/${contact.caseId}?done=logged`, 303)
  return c.redirect(`/desk/contacts/new?logged=${done.contactId}`, 303)
}

/** Makes a case of a contact that was just logged. */
export async function makeCase(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody()
  const contactId = c.req.param('id') ?? ''
  if (!UUID.test(contactId)) throw new Refusal('not-found')
  try {
    const made = await asStaff(c, web, (t) => turnIntoCase(t, contactId, { kind: kindOf(sent) }))
    return toCase(c, web, made)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { caseId } = error.details
    if (caseId) return c.redirect(`/desk/cases/${caseId}`, 303)
    throw error
  }
}

/** Who may be the same person: a piece of a page for the script, the whole form without it. */
export async function lookForSame(c: DeskContext, web: Web): Promise<Response> {
  const sent: Sent = await c.req.parseBody({ all: true })
  const same = await asStaff(c, web, (t) =>
    samePersons(t, {
      name: text(sent, 'name') || undefined,
      phone: text(sent, 'phone') || undefined,
      email: text(sent, 'email') || undefined,
    }),
  )
  if (c.req.header('X-Part') !== 'same') return formPage(c, web, sent, { same })
  c.header('Cache-Control', 'no-store')
  return c.html(<SamePersons lang={c.var.lang} same={same} chosen={text(sent, 'personUnit')} />)
}

async function toCase(
  c: DeskContext,
  web: Web,
  made: { caseId: string; receipt: string },
): Promise<Response> {
  // It may have turned out to be locked for the one who took the call.
  const there = await asStaff(c, web, (t) => t.sql.case.count({ where: { id: made.caseId } }))
  if (!there) return c.redirect('/desk?done=logged-locked', 303)
  showReceiptNext(c, web, made)
  return c.redirect(`/desk/cases/${made.caseId}?done=turned`, 303)
}

async function formPage(
  c: DeskContext,
  web: Web,
  values: Sent,
  more: { errors?: FieldError[]; same?: Awaited<ReturnType<typeof samePersons>> } = {},
): Promise<Response> {
  const { lang } = c.var
  const t = log(lang)
  const onCase = text(values, 'caseId') ? await numberOf(c, web, text(values, 'caseId')) : undefined
  const title = onCase ? t('title-on-case', { number: onCase }) : t('title')
  return showDesk(c, web, {
    title,
    section: 'log',
    status: more.errors ? 422 : 200,
    hasErrors: Boolean(more.errors),
    back: onCase ? `/desk/cases/${text(values, 'caseId')}` : undefined,
    children: (
      <>
        <Logged c={c} />
        <div class="av-flow av-log-head">
          <h1>{title}</h1>
          <p class="av-hush">
            {onCase ? t('lead-on-case') : t('lead')}{' '}
            {!onCase && may(signedIn(c), 'contacts.import') && <a href="/desk/import">{t('import')}</a>}{' '}
            <a href="/desk/directory">{directory(lang)('desk.title')}</a>
          </p>
        </div>
        <LogForm
          lang={lang}
          organisation={signedIn(c).organisation}
          values={values}
          errors={more.errors}
          same={more.same}
          onCase={onCase}
        />
      </>
    ),
  })
}

/** The contact before this one is saved, and can still become a case. */
function Logged({ c }: { c: DeskContext }) {
  const id = c.req.query('logged')
  if (!id || !UUID.test(id)) return null
  const { lang } = c.var
  return (
    <div class="av-logged">
      <Flash>{log(lang)('saved')}</Flash>
      <Form lang={lang} action={`/desk/contacts/${id}/case`}>
        <div class="av-tools">
          <span>{log(lang)('saved-turn')}:</span>
          {(['advice', 'complaint'] as const).map((kind) => (
            <Button look="secondary" name="kind" value={kind}>
              {desk(lang)(`kind-${kind}`)}
            </Button>
          ))}
        </div>
      </Form>
    </div>
  )
}

async function ofCase(c: DeskContext, web: Web, id: string | undefined): Promise<Sent> {
  if (!id || !UUID.test(id)) return {}
  const row = await asStaff(c, web, (t) => t.sql.case.findUnique({ where: { id } }))
  if (!row) throw new Refusal('not-found')
  return {
    caseId: id,
    municipality: row.municipality,
    serviceTask: row.serviceTask ?? '',
    service: row.service ?? '',
    nature: row.nature ?? '',
    contactPerson: row.contactPerson,
    language: row.language === 'en' ? 'other' : row.language,
    ageBand: row.ageBand ?? '',
    providerMode: row.providerMode ?? '',
    reasons: row.reasons,
  }
}

async function numberOf(c: DeskContext, web: Web, id: string): Promise<string> {
  if (!UUID.test(id)) throw new Refusal('not-found')
  const row = await asStaff(c, web, (t) => t.sql.case.findUnique({ where: { id }, select: { number: true } }))
  if (!row) throw new Refusal('not-found')
  return row.number
}
