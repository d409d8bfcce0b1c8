/** The door of the room: sign-in, sessions, invitations, people, limits, and who may do what. */

export { type AwayToday, answering } from './absence/chain.ts'
export {
  type AbsenceGiven,
  type AbsenceShown,
  type AwayNow,
  awayNow,
  listAbsences,
  removeAbsence,
  saveAbsence,
} from './absence/save.ts'
export { type AccessRefusal, AccessRefused } from './access-refused.ts'
export { type DemoPerson, demoPeople, demoSignIn } from './demo-sign-in.ts'
export { deviceOf } from './device.ts'
export {
  type DirectoryEntry,
  type KeptEntry,
  readDirectory,
  removeEntry,
  saveEntry,
} from './directory.ts'
export {
  afterAdding,
  type Factors,
  factorsOf,
  hasFactor,
  removeFactor,
  resetFactors,
} from './factors/factors.ts'
export { proofOptions } from './factors/passkey-proof.ts'
export {
  addPasskey,
  listPasskeys,
  PASSKEY_NAME_MOST,
  type PasskeyShown,
  passkeyOptions,
  renamePasskey,
} from './factors/passkeys.ts'
export { makeRecoveryCodes, RECOVERY_FEW } from './factors/recovery.ts'
export { changeRequirement, readRequirement } from './factors/requirement.ts'
export { confirmTotp, offerTotp, type TotpOffer } from './factors/totp.ts'
export {
  type AccountSetUp,
  firstAdministratorLink,
  type Invitation,
  type InvitationAsked,
  invite,
  openInvitation,
  setUpAccount,
  setUpPath,
} from './invitations.ts'
export { type LimitedNow, limitedNow } from './limited-now.ts'
export { LIMITS, type LimitName, limitOf } from './limits.ts'
export { forgetLostForm, keepLostForm, type LostForm, readLostForm } from './lost-form.ts'
export { sendPasswordLink, takeNewPassword } from './new-password.ts'
export { endFromProvider } from './oidc/back-channel.ts'
export { type Arrived, type Errand, Provider, ProviderFailed } from './oidc/provider.ts'
export type { RoleMapping } from './oidc/role-of.ts'
export { proveFromProvider, signInFromProvider } from './oidc/staff-sign-in.ts'
export { type Entry, type OpenedSession, openSession, type WayIn } from './open-session.ts'
export {
  type ChangedByOthers,
  changeOffice,
  type OfficeDetails,
  officeChangedAt,
  readOfficeDetails,
  SERVED_IN,
  type ServedIn,
} from './organisation.ts'
export { PASSWORD_LEAST } from './password.ts'
export {
  listPopulation,
  type PopulationError,
  type PopulationFigure,
  readPopulationTable,
  savePopulation,
} from './population.ts'
export { limitRate, type Rate, type RateLimit, rateOf } from './rate.ts'
export { caseFacts, type Verdict, verdictOn } from './rules/case-facts.ts'
export { decide, filterFor, may, type Reason } from './rules/decide.ts'
export { awayToday, peopleOf, personOf } from './rules/person.ts'
export type { Person, Subject } from './rules/subject.ts'
export { type Action, CASE_ACTIONS, type CaseAction } from './rules/table.ts'
export {
  endOtherSessions,
  endSession,
  listSessions,
  provedLately,
  proveSession,
  recogniseSession,
  renewToken,
  type SessionShown,
  sessionOf,
  signOut,
} from './sessions.ts'
export { type Browser, finishSignIn, pendingFactors, signIn, signInWithPasskey } from './sign-in.ts'
export { ROLES, type Role, type SignedIn } from './signed-in.ts'
export {
  changeLanguage,
  changeOwnCasesOnly,
  changePassword,
  changeStaff,
  listInvitations,
  listStaff,
  type StaffChange,
  type StaffShown,
} from './staff.ts'
export { proveAgain, proveInDemo } from './step-up.ts'
