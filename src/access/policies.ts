import type { Role, SignedIn } from './signed-in.ts'

/** What can be done, as the pages and commands ask for it. */
export const VERBS = [
  'case.read',
  'case.work',
  'contact.log',
  'contacts.import',
  'statistics.read',
  'report.read',
  'report.write',
  'summary.release',
  'release.read',
  'staff.manage',
  'organisation.change',
  'directory.read',
  'directory.change',
  'notices.read',
  'notice.resend',
  'audit.read',
  'law.read',
  'law.change',
] as const
export type Verb = (typeof VERBS)[number]

/** What a rule looks at, of the person and of the thing. A thing always belongs to an office. */
export interface Subject {
  organisation: string
  municipality?: string | null
  withdrawnAt?: Date | null
  /** of a case: who handles it */
  handlerId?: string | null
}

/**
 * `own-place`: of the person's municipality or of the whole county; a reader of the whole county sees every place.
 * `own-case`: of a case that the person handles.
 */
export type Condition = 'own-place' | 'in-force' | 'own-case'

export interface Policy {
  role: Role
  verbs: readonly Verb[]
  when?: readonly Condition[]
}

/**
 * Who may do what, in one list. What is not here is refused. Every rule is bound to the person's own office
 * (row-level security sees to the same below). Used as a check (`may`) and as a list's filter (`filterFor`).
 */
export const POLICIES: readonly Policy[] = [
  {
    role: 'ombudsman',
    verbs: [
      'case.read',
      'case.work',
      'contact.log',
      'contacts.import',
      'statistics.read',
      'report.read',
      'report.write',
      'release.read',
      'law.read',
    ],
  },
  // Whoever advises on the telephone knows first when a number has changed.
  { role: 'ombudsman', verbs: ['directory.read', 'directory.change'] },
  { role: 'lead', verbs: ['directory.read', 'directory.change'] },
  { role: 'admin', verbs: ['directory.read'] },
  // The outbox is the lead's and the administrator's; a notice of one's own case must not wait for them.
  { role: 'ombudsman', verbs: ['notice.resend'], when: ['own-case'] },
  {
    role: 'lead',
    verbs: [
      'case.read',
      'case.work',
      'contact.log',
      'contacts.import',
      'statistics.read',
      'report.read',
      'report.write',
      'summary.release',
      'release.read',
      'notices.read',
      'notice.resend',
      'audit.read',
      'law.read',
    ],
  },
  // An administrator runs the office's accounts and settings and does not read cases.
  {
    role: 'admin',
    verbs: [
      'staff.manage',
      'organisation.change',
      'notices.read',
      'notice.resend',
      'audit.read',
      'law.read',
      'law.change',
    ],
  },
  { role: 'authority', verbs: ['release.read'], when: ['own-place', 'in-force'] },
]

type Person = Pick<SignedIn, 'role' | 'organisation' | 'municipality' | 'staffId'>

const rulesFor = (person: Person, verb: Verb) =>
  POLICIES.filter((policy) => policy.role === person.role && policy.verbs.includes(verb))

/** Whether the person may do this at all, or to this thing. */
export function may(person: Person, verb: Verb, subject?: Subject): boolean {
  return rulesFor(person, verb).some(
    (policy) =>
      !subject ||
      (subject.organisation === person.organisation &&
        (policy.when ?? []).every((condition) => holds(condition, person, subject))),
  )
}

function holds(condition: Condition, person: Person, subject: Subject): boolean {
  if (condition === 'in-force') return !subject.withdrawnAt
  if (condition === 'own-case') return subject.handlerId === person.staffId
  return person.municipality === null || [null, undefined, person.municipality].includes(subject.municipality)
}

/** A Prisma `where`. */
export interface PolicyFilter {
  organisation: string
  AND: object[]
}

/** The same rule as a filter for a list; null when nothing may be seen. */
export function filterFor(person: Person, verb: Verb): PolicyFilter | null {
  const [policy] = rulesFor(person, verb)
  if (!policy) return null
  return {
    organisation: person.organisation,
    AND: (policy.when ?? []).flatMap((condition) => where(condition, person)),
  }
}

function where(condition: Condition, person: Person): object[] {
  if (condition === 'in-force') return [{ withdrawnAt: null }]
  if (condition === 'own-case') return [{ handlerId: person.staffId }]
  if (person.municipality === null) return []
  return [{ OR: [{ municipality: person.municipality }, { municipality: null }] }]
}
