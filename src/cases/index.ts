/** The door of the room: intake, contacts, the workflow engine, messages. */

export { type ActionField, allowedActions, type CaseAction } from './allowed-actions.ts'
export { answerOnce, KeyReused, wasAnswered } from './answer-once.ts'
export { type AttachedTo, attachFiles, FilesRefused, type NotTakenFile } from './attachments/attach.ts'
export {
  confirmFiles,
  type DraftFile,
  draftFiles,
  keepWithDraft,
  removeDraftFile,
  unconfirmFiles,
} from './attachments/draft-files.ts'
export { NotOpened, type OpenedAttachment, openAttachment } from './attachments/open-attachment.ts'
export type { ScanJob } from './attachments/plan-scan.ts'
export { type AttachmentState, attachmentsOf, type CaseAttachment } from './attachments/read-attachments.ts'
export { mayRemove, removeAttachment } from './attachments/remove-attachment.ts'
export { scanAgain } from './attachments/scan-again.ts'
export { scanAttachment } from './attachments/scan-attachment.ts'
export { readCaseNumber } from './case-number.ts'
export { type ChangeFigures, type ChangeLine, changeFigures } from './change/change-figures.ts'
export { goalAttainment } from './change/gas.ts'
export { type Ratings, rate } from './change/rate.ts'
export {
  areaSubjects,
  GOAL_LONG,
  GOALS_MOST,
  gasSubject,
  goalSubject,
  isRating,
  PHASES,
  type Phase,
  type RatedBy,
} from './change/ratings.ts'
export { type Change, changeOf } from './change/read-change.ts'
export { type GoalInput, setGoals } from './change/set-goals.ts'
export { followChange, tellChange } from './change/tell-change.ts'
export { cleanUp } from './clean-up.ts'
export {
  casesOfIdentity,
  identityLinked,
  type LinkedCase,
  linkIdentity,
  openWithIdentity,
  standingsOf,
  unlinkIdentity,
} from './client-identity.ts'
export { changeClock } from './clocks/change-clock.ts'
export { EVIDENCE, isEvidence, startableRules, startClockByHand } from './clocks/start-clock.ts'
export { type ContactCodes, contactRow } from './contact-row.ts'
export { type DescribedState, describeStates, stateLabel } from './describe-states.ts'
export { forgetDraft, newDraftCode, openDraft, saveDraft } from './drafts.ts'
export { applyEvent } from './engine/apply-event.ts'
export type { ClockComputation } from './engine/case-clocks.ts'
export {
  type FeedbackAnswers,
  feedbackAnswers,
  REPLIES,
  type Reply,
  STATEMENTS,
  type Statement,
  WORDS_MOST,
} from './feedback/answers.ts'
export { BATCH_LEAST, closeFeedbackBatches } from './feedback/close-batch.ts'
export { answerInvitation, feedbackInvitation, giveFeedback, type InvitationState } from './feedback/give.ts'
export { feedbackWords } from './feedback/words.ts'
export { fireTimer, type TimerJob } from './fire-timer.ts'
export { type FollowedCase, followCase, openWithReceipt, recordWrongReceipt } from './follow-case.ts'
export { changeGap } from './gaps/change-gap.ts'
export { checkGap, dayName, type GapFieldError } from './gaps/check-gap.ts'
export { closeGap, type GapClosing, gapClosing } from './gaps/close-gap.ts'
export {
  type GapConsentInput,
  gapConsent,
  giveGapConsent,
  lastConsents,
  SHEET_PARTS,
  type SheetPart,
  withdrawGapConsent,
  withdrawOwnGapConsent,
} from './gaps/consent.ts'
export { type GapConsentOfCase, gapConsentsOfCase } from './gaps/consents-of-case.ts'
export { followedUp } from './gaps/follow-up.ts'
export { GAP_RULES, type GapInput, gapInput, MOST_ROWS } from './gaps/gap-input.ts'
export { countOpenGaps, type GapFilter, type GapKey, type GapRow, listGaps } from './gaps/list-gaps.ts'
export { makeGapSheet, type SheetOrder, sheetOrder } from './gaps/make-sheet.ts'
export { type GapFile, gapsOfCase, readGap } from './gaps/read-gap.ts'
export { recordGap } from './gaps/record-gap.ts'
export { reopenGap } from './gaps/reopen-gap.ts'
export { casesToName, mayOn } from './gate.ts'
export { CODED, COLUMNS, SEVERAL } from './import/columns.ts'
export { type Imported, importContacts } from './import/import-contacts.ts'
export type { Rejected } from './import/rejection.ts'
export {
  isBuiltIn,
  previewRule,
  type SavedRule,
  type StandingRule,
  saveRule,
  standingRule,
} from './law/change-rule.ts'
export {
  faultsIn,
  KINDS,
  LENGTHS,
  OWNERS,
  PAUSES,
  RULE_TEXTS,
  type RuleFault,
  STARTS_FROM,
  UNITS,
} from './law/check-rule.ts'
export { officeRules } from './law/office-rules.ts'
export type { Recomputed } from './law/recompute.ts'
export { changedVersions, type RuleHistory, ruleHistory } from './law/rule-history.ts'
export { type Edit, versionKey, versionShown, versionsAfter } from './law/versions.ts'
export { approveLetter, askForChanges, offerLetter, recordApproval } from './letters/approve.ts'
export { textOf } from './letters/at-work.ts'
export { answerCame, answerFound, checkAnswer, saveClientView } from './letters/check-answer.ts'
export {
  ANSWERED,
  type Answered,
  isOneOf,
  RECIPIENTS,
  type Recipient,
  SENT_HOW,
  TOLD_HOW,
  TOPICS,
  type Topic,
  WHO,
} from './letters/codes.ts'
export { fillLetter } from './letters/fill-letter.ts'
export type { LetterParts } from './letters/letter-parts.ts'
export { pointFigures } from './letters/point-figures.ts'
export {
  type CaseLetter,
  currentObjection,
  isObjection,
  isOwnCopy,
  readLetters,
  shownToClient,
} from './letters/read-letters.ts'
export { mayRecordOwn, recordOwnObjection } from './letters/record-own.ts'
export { REMEDIES, recordSent } from './letters/record-sent.ts'
export { beginLetter, cancelLetter, saveLetter, savePointsAsClient } from './letters/write.ts'
export { type CaseFilter, type CaseRow, countViews, listCases, type PageKey } from './list-cases.ts'
export { type ContactLog, contactLog, logContact } from './log-contact.ts'
export { type AgreedItem, readAgreement, recordAgreement, recordKept } from './mediation/agreement.ts'
export {
  type CaseConsent,
  giveAskedConsent,
  readConsents,
  refuseAskedConsent,
  writeConsent,
} from './mediation/consents.ts'
export { notCovered } from './mediation/cover.ts'
export * from './person-data/index.ts'
export { provisionOffices } from './provision-offices.ts'
export { type CaseFile, readCase } from './read-case.ts'
export { type CaseCodes, caseCodes, recodeCase } from './recode-case.ts'
export { Refusal, type RefusalCode } from './refusal.ts'
export { refusalText } from './refusal-text.ts'
export * from './retention/index.ts'
export { reviewTimeOf } from './review-time.ts'
export { type ReadRightsIssue, rightsIssuesOf } from './rights/read.ts'
export { changeRightsIssue, recordRightsIssue, removeRightsIssue } from './rights/record.ts'
export { type RightsFigures, type RightsLine, rightsFigures } from './rights/rights-figures.ts'
export { FINDINGS, OWED_BY, type RightsIssueInput, rightsIssue } from './rights/rights-issue.ts'
export { type SamePerson, samePersons } from './same-person.ts'
export type { ToldAtDoor } from './sealed-parts.ts'
export type { Excerpt } from './search/excerpts.ts'
export { fillWords, planFill } from './search/fill.ts'
export type { FoundContact } from './search/find-contacts.ts'
export type { Narrow } from './search/narrow.ts'
export {
  FOUND_MOST,
  type Search,
  type SearchHit,
  type SearchResult,
  searchCases,
} from './search/search-cases.ts'
export { sendToClient, sendToOffice } from './send-message.ts'
export { type Submission, submission, TEXT_MOST } from './submission.ts'
export { submitCase } from './submit-case.ts'
export { eventFields, eventLabel, reminderText } from './timeline-texts.ts'
export { turnIntoCase } from './turn-into-case.ts'
export { watchClocks } from './watch-clocks.ts'
export { type BarReason, liftBar } from './who/bar-person.ts'
export { breakGlass, glassBroken } from './who/break-glass.ts'
export { mayBeGiven } from './who/can-handle.ts'
export { declareConflict, declareFor, declareTie, endTie, tiesOf } from './who/declare.ts'
export { type HandedOver, handOver, LeftBehind, openCasesOf } from './who/hand-over.ts'
export { nameColleague, unnameColleague } from './who/name-colleague.ts'
export { setRestricted } from './who/restrict.ts'
export { type GlassOnCase, glassOnCase, type Standing, type WhoSees, whoSees } from './who/standing.ts'
export { type Opening, whoOpened } from './who-opened.ts'
export { type CaseStanding, workflowOf } from './workflow-of.ts'
export { writeNote } from './write-note.ts'
