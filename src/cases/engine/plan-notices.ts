import type { NoticeTemplate } from '../../../workflows/workflow.ts'
import { answering, awayToday } from '../../access/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { isLang, type Lang } from '../../language/lang.ts'
import { planNotice } from '../../notices/plan.ts'
import { inviteToFeedback } from '../feedback/invite.ts'
import type { CaseAtWork } from './case-row.ts'

/** A mail to the client, when there is an address to send it to. Holds the case number and nothing of the case. */
export async function planClientNotice(
  t: OfficeTransaction,
  work: CaseAtWork,
  template: NoticeTemplate,
): Promise<void> {
  const { email } = await work.person()
  if (!email) return
  const language = noticeLanguage(work.row.language)
  planNotice(t, {
    template,
    language,
    // One click from the mail to the five questions, and the answers belong to no case.
    ...(template === 'feedback' && {
      secretPath: `/${language}/feedback/${inviteToFeedback(t, work.row.id)}`,
    }),
    caseId: work.row.id,
    address: { email, key: await work.key(), keyId: work.row.keyId },
    facts: { caseNumber: work.row.number, ...dates(work, template) },
  })
}

/** To the handler; to the leads as well when it escalates or nobody has the case. */
export async function planReminder(
  t: OfficeTransaction,
  work: CaseAtWork,
  reminder: string,
  escalate: boolean,
): Promise<void> {
  const handlerId = work.change.handlerId === undefined ? work.row.handlerId : work.change.handlerId
  const staff = await remindedStaff(t, handlerId, escalate, work.row.id)
  for (const person of staff)
    planNotice(t, {
      template: 'staff-reminder',
      language: isLang(person.language) ? person.language : 'fi',
      caseId: work.row.id,
      staffId: person.id,
      facts: { caseNumber: work.row.number },
      reminder,
    })
}

/**
 * Who is reminded of a case: its handler, or who stands in for them today, and the leads when it escalates, nobody has the
 * case or nobody answers for it. Nobody for whom a conflict of interest locks it.
 */
export async function remindedStaff(
  t: OfficeTransaction,
  handlerId: string | null,
  escalate: boolean,
  caseId: string | null,
): Promise<{ id: string; language: string }[]> {
  const answers = handlerId ? answering(await awayToday(t), handlerId) : null
  return t.sql.staff.findMany({
    where: {
      active: true,
      OR: [...(answers ? [{ id: answers }] : []), ...(escalate || !answers ? [{ role: 'lead' }] : [])],
      ...(caseId && { bars: { none: { caseId, liftedAt: null } } }),
    },
    select: { id: true, language: true },
  })
}

export const noticeLanguage = (language: string): Lang => (isLang(language) ? language : 'fi')

function dates(work: CaseAtWork, template: NoticeTemplate): { answerBy?: string } {
  if (template !== 'received') return {}
  const clock = work.clocks.find((clock) => clock.rule === 'OFFICE_ANSWER' && clock.state === 'running')
  return clock ? { answerBy: clock.due.toISOString().slice(0, 10) } : {}
}
