import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { rightsTexts } from '../../language/catalogues/rights.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { lockSeen, writeStep } from '../engine/case-step.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { rightsText } from '../search/text-parts.ts'
import type { RightsIssueInput } from './rights-issue.ts'

/**
 * Records that a right is at stake in a case; several a case, and the same one against several who owed it.
 * Throws Refusal "field-invalid" where nothing was found wanting and yet it is said whether that was put right.
 */
export async function recordRightsIssue(
  t: OfficeTransaction,
  caseId: string,
  given: RightsIssueInput,
  seenVersion?: number,
): Promise<string> {
  const work = await lockSeen(t, caseId, seenVersion)
  const id = newId(t.now)
  indexWords(t, ofCase(work.row), 'rightsIssue', id, rightsText(given))
  t.insert('rightsIssue', {
    id,
    organisation: t.organisation,
    caseId,
    ...(await columns(work, id, given)),
    recordedAt: t.now,
    recordedBy: t.actor.kind === 'staff' ? t.actor.id : null,
    changedAt: t.now,
    removedAt: null,
  })
  await writeStep(t, work, 'RIGHTS_ISSUE_RECORDED', coded(given))
  return id
}

/** Changes what was found, who owed it or whether it was realised. Throws Refusal "not-found", "changed-meanwhile". */
export async function changeRightsIssue(
  t: OfficeTransaction,
  caseId: string,
  issueId: string,
  given: RightsIssueInput,
  seenVersion?: number,
): Promise<void> {
  const work = await lockSeen(t, caseId, seenVersion)
  await standing(t, caseId, issueId)
  indexWords(t, ofCase(work.row), 'rightsIssue', issueId, rightsText(given))
  await t.sql.rightsIssue.update({
    where: { id: issueId },
    data: { ...(await columns(work, issueId, given)), changedAt: t.now },
  })
  await writeStep(t, work, 'RIGHTS_ISSUE_CHANGED', coded(given))
}

/** Takes away one that was recorded by mistake: kept, shown nowhere, counted nowhere. */
export async function removeRightsIssue(
  t: OfficeTransaction,
  caseId: string,
  issueId: string,
  seenVersion?: number,
): Promise<void> {
  const work = await lockSeen(t, caseId, seenVersion)
  const { code } = await standing(t, caseId, issueId)
  indexWords(t, ofCase(work.row), 'rightsIssue', issueId, '')
  await t.sql.rightsIssue.update({ where: { id: issueId }, data: { removedAt: t.now, changedAt: t.now } })
  await writeStep(t, work, 'RIGHTS_ISSUE_REMOVED', { right: code })
}

async function standing(t: OfficeTransaction, caseId: string, id: string) {
  const issue = await t.sql.rightsIssue.findFirst({ where: { id, caseId, removedAt: null } })
  if (!issue) throw new Refusal('not-found')
  return issue
}

async function columns(work: CaseAtWork, id: string, given: RightsIssueInput) {
  if (given.finding === 'not-found' && given.realised)
    throw new Refusal(
      'field-invalid',
      { field: 'realised' },
      {
        fi: rightsTexts('fi')('error-realised'),
        sv: rightsTexts('sv')('error-realised'),
        en: rightsTexts('en')('error-realised'),
      },
    )
  const { who, evidence } = given
  const words = who || evidence ? JSON.stringify({ who, evidence }) : ''
  return {
    code: given.code,
    owedBy: given.owedBy,
    finding: given.finding,
    realised: given.realised ?? null,
    detailSealed: words ? seal(await work.key(), place.rightsIssue(id), words) : null,
  }
}

const coded = ({ code, owedBy, finding, realised }: RightsIssueInput): Record<string, string> => ({
  right: code,
  owedBy,
  finding,
  ...(realised ? { realised } : {}),
})
