import { limitOf, limitRate } from '../../access/index.ts'
import {
  answerOnce,
  attachFiles,
  type DraftFile,
  officeRules,
  reviewTimeOf,
  type Submission,
  submitCase,
  wasAnswered,
} from '../../cases/index.ts'
import { inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { portal } from '../../language/catalogues/portal.ts'
import type { Web } from '../context.ts'
import { LinkButton } from '../ui/parts.ts'
import type { Sent } from './draft.ts'
import { type PortalContext, show } from './frame.tsx'
import { readOffice } from './office.ts'
import { OfficeDetails } from './office-details.tsx'

/**
 * Sends a matter to its office once, however often and in however many windows it is sent: `id` names it.
 * Too many from one address within the hour gives the page that says so, at `back`; nothing is lost then.
 */
export async function send(
  c: PortalContext,
  web: Web,
  matter: { id: string; organisation: string; submission: Submission; files?: DraftFile[]; back: string },
): Promise<Sent | Response> {
  if (web.intakeLimit && !(await wasAnswered(web.house, keyOf(matter.id)))) {
    const limit = limitOf('intake', web.addressOf(c), web.intakeLimit)
    const rate = await limitRate(web.house, limit)
    if (!rate.allowed) return limitPage(c, web, matter, rate.retryAfter)
  }
  const submitted = await once(web, matter.organisation, matter.id, async (t) => {
    const { caseId, caseNumber, receipt, expectedAnswerBy } = await submitCase(t, matter.submission, {
      source: 'portal',
    })
    const files = (matter.files ?? []).map(({ confirmed: _, ...file }) => file)
    await attachFiles(t, caseId, files, { sender: 'client', shared: true })
    return { caseNumber, receipt, expectedAnswerBy }
  })
  const { person } = matter.submission
  const silent = !person.phone && !person.email && !person.address
  return {
    organisation: matter.organisation,
    number: submitted.caseNumber,
    receipt: submitted.receipt,
    answerBy: submitted.expectedAnswerBy,
    reviewBy: await reviewBy(web, matter.organisation, matter.submission),
    at: web.house.now().getTime(),
    mail: Boolean(person.email),
    silent,
    callUs: silent && matter.submission.urgent,
  }
}

/** By when a review must be requested, by the rules of the office that got the matter. */
async function reviewBy(
  web: Web,
  organisation: string,
  { account }: Submission,
): Promise<string | undefined> {
  if (!account.decision?.date) return undefined
  const rules = await inOffice(web.house, organisation, { kind: 'anonymous' }, officeRules)
  return reviewTimeOf(account, rules)?.due
}

/** The receipt of a matter sent within the last day; for a second press of the button. */
export const receiptAgain = async (
  web: Web,
  organisation: string,
  id: string,
): Promise<string | undefined> =>
  (await wasAnswered(web.house, keyOf(id)))
    ? (await once(web, organisation, id, () => Promise.reject(new Error('nothing was sent')))).receipt
    : undefined

interface Answer {
  caseNumber: string
  receipt: string
  expectedAnswerBy: string
}

/** What was said of a matter when it was sent; when it was not, `work` sends it. */
const once = (
  web: Web,
  organisation: string,
  id: string,
  work: (t: OfficeTransaction) => Promise<Answer>,
): Promise<Answer> =>
  inOffice(web.house, organisation, { kind: 'anonymous' }, (t) => answerOnce(t, keyOf(id), id, () => work(t)))

const keyOf = (id: string) => `portal ${id}`

async function limitPage(
  c: PortalContext,
  web: Web,
  { organisation, back }: { organisation: string; back: string },
  retryAfter: number,
) {
  const { lang } = c.var
  const t = portal(lang)
  const office = await readOffice(web.house, organisation, lang)
  c.header('Retry-After', String(Math.ceil(retryAfter)))
  return show(c, web, {
    title: t('limit.title'),
    path: back,
    office,
    status: 429,
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('limit.title')}</h1>
        <p>{t('limit.text', { minutes: Math.max(1, Math.ceil(retryAfter / 60)) })}</p>
        <p>{t('limit.call')}</p>
        {office && <OfficeDetails lang={lang} office={office} />}
        <LinkButton look="secondary" href={`/${lang}${back}`}>
          {t('limit.back')}
        </LinkButton>
      </div>
    ),
  })
}
