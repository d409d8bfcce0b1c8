import type { Role } from '../signed-in.ts'
import type { ConditionName } from './conditions.ts'

/** What is done to one case. */
export const CASE_ACTIONS = [
  /** its row in a list: number, service, days, handler; no name and no content */
  'case.row',
  'case.read',
  'case.work',
  /** take it, give it to a colleague, put it back into the queue */
  'case.assign',
  /** name a colleague who may open it too */
  'case.name',
  /** mark that the client's address is protected */
  'case.restrict',
  'case.unrestrict',
  /** say that a colleague has a conflict of interest, or that there is none */
  'case.bar',
  /** open it for a day, with a reason that the handler is told of */
  'case.break-glass',
  /** see who may open it and by which rule */
  'case.why',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

/** What can be done, as the pages and commands ask for it. */
export const ACTIONS = [
  ...CASE_ACTIONS,
  'contact.log',
  'contacts.import',
  'statistics.read',
  'report.read',
  'report.write',
  'summary.release',
  'release.read',
  'staff.manage',
  'absence.set',
  'ties.set',
  'organisation.change',
  'directory.read',
  'directory.change',
  'notices.read',
  'notice.resend',
  'audit.read',
  /** what comes to the end of its keeping */
  'retention.read',
  /** the office's retention rules, and decisions on a case whose time is over */
  'retention.set',
  'law.read',
  'law.change',
] as const
export type Action = (typeof ACTIONS)[number]

export interface Row {
  actions: readonly Action[]
  roles: readonly Role[]
  /** all of them must hold; none: always */
  when?: readonly ConditionName[]
}

const HANDLERS = ['ombudsman', 'lead'] as const
/** Everything that belongs to having a case. */
const OWN: readonly CaseAction[] = [
  'case.row',
  'case.read',
  'case.work',
  'case.assign',
  'case.name',
  'case.why',
]

/**
 * Who may do what, in one list: an action is allowed when a row of the person's role gives it and all its conditions
 * hold. What is not here is refused, and so is what a row of `EXCEPT` takes away. Every rule is bound to the person's
 * own office (row-level security sees to the same below). The check, the lists' filter and the page that tells why
 * all read this list; nothing else decides.
 */
export const TABLE: readonly Row[] = [
  // A case is its handler's, whatever else is set.
  {
    actions: [...OWN, 'case.restrict', 'case.unrestrict', 'notice.resend'],
    roles: HANDLERS,
    when: ['handler'],
  },
  { actions: [...OWN, 'case.restrict', 'notice.resend'], roles: HANDLERS, when: ['substitute'] },
  { actions: ['case.row', 'case.read', 'case.work', 'case.restrict'], roles: HANDLERS, when: ['named'] },
  // Offices are small and colleagues answer for each other: they see each other's cases, unless the office wants it otherwise.
  {
    actions: ['case.row', 'case.read', 'case.work', 'case.assign', 'case.restrict'],
    roles: ['ombudsman'],
    when: ['own-places', 'not-restricted', 'open-office'],
  },
  // What nobody has waits for whoever takes it; until then its row is enough.
  {
    actions: ['case.row', 'case.assign'],
    roles: ['ombudsman'],
    when: ['own-places', 'not-restricted', 'nobodys'],
  },
  // A lead shares out the work and answers for the office, and needs no client's name for that.
  {
    actions: [
      'case.row',
      'case.assign',
      'case.restrict',
      'case.unrestrict',
      'case.bar',
      'case.break-glass',
      'case.why',
    ],
    roles: ['lead'],
    when: ['own-places'],
  },
  // For a day only: who has opened a case in this way gives nobody, and not themself, a way in that lasts longer.
  { actions: ['case.row', 'case.read', 'case.work'], roles: ['lead'], when: ['broke-glass'] },
  // An administrator runs the office's accounts and settings and does not read cases.
  { actions: ['case.why'], roles: ['admin'] },
  {
    actions: [
      'contact.log',
      'contacts.import',
      'statistics.read',
      'report.read',
      'report.write',
      'release.read',
    ],
    roles: HANDLERS,
  },
  { actions: ['ties.set', 'law.read'], roles: ['ombudsman', 'lead', 'admin'] },
  // Whoever advises on the telephone knows first when a number has changed.
  { actions: ['directory.read', 'directory.change'], roles: HANDLERS },
  { actions: ['directory.read'], roles: ['admin'] },
  { actions: ['summary.release'], roles: ['lead'] },
  { actions: ['retention.read'], roles: ['ombudsman', 'lead', 'admin'] },
  { actions: ['retention.set'], roles: ['lead', 'admin'] },
  // The outbox is the lead's and the administrator's; a notice of one's own case must not wait for them (above).
  // Of the cases a lead has no part in the lead sees no notices either; those of no case are the office's.
  { actions: ['notices.read', 'notice.resend'], roles: ['lead'], when: ['own-places'] },
  { actions: ['notices.read', 'notice.resend'], roles: ['admin'] },
  { actions: ['audit.read', 'absence.set'], roles: ['lead', 'admin'] },
  { actions: ['staff.manage', 'organisation.change', 'law.change'], roles: ['admin'] },
  { actions: ['release.read'], roles: ['authority'], when: ['own-place', 'in-force'] },
]

/** What no row above can give: each of these must hold too. */
export const EXCEPT: readonly { actions: readonly Action[]; when: ConditionName }[] = [
  { actions: [...CASE_ACTIONS, 'notice.resend'], when: 'not-barred' },
]
