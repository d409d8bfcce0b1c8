/** Whether a fact has to be there, or the text copes without it. */
type Need = 'required' | 'optional'

interface NoticeKind {
  /** Who reads it: the client, the office's own staff, or a reader of an authority. */
  audience: 'client' | 'staff' | 'authority'
  /** What the planner may say: numbers, codes and ISO dates. Never words of the case. */
  facts: Readonly<Record<string, Need>>
  /** The name under which the text asks for its one link. */
  link: 'statusUrl' | 'deskUrl' | 'summaryUrl' | 'reportUrl' | 'invitationUrl' | 'accountUrl'
}

/**
 * Every notice the house sends. No kind has a place for a name, a topic or a word of a message:
 * what is not here cannot get into a mail.
 */
export const NOTICES = {
  received: {
    audience: 'client',
    facts: { caseNumber: 'required', answerBy: 'optional' },
    link: 'statusUrl',
  },
  'message-waiting': { audience: 'client', facts: { caseNumber: 'required' }, link: 'statusUrl' },
  'information-asked': {
    audience: 'client',
    facts: { caseNumber: 'required', replyBy: 'optional' },
    link: 'statusUrl',
  },
  'handed-over': { audience: 'client', facts: { caseNumber: 'required' }, link: 'statusUrl' },
  answered: { audience: 'client', facts: { caseNumber: 'required' }, link: 'statusUrl' },
  closed: { audience: 'client', facts: { caseNumber: 'required' }, link: 'statusUrl' },
  feedback: { audience: 'client', facts: { caseNumber: 'required' }, link: 'statusUrl' },
  'staff-reminder': {
    audience: 'staff',
    facts: { caseNumber: 'required', waitingSince: 'optional' },
    link: 'deskUrl',
  },
  'staff-clock': {
    audience: 'staff',
    facts: { caseNumber: 'required', dueOn: 'required' },
    link: 'deskUrl',
  },
  'staff-clock-changed': {
    audience: 'staff',
    facts: { caseNumber: 'required', wasDue: 'required', dueOn: 'required' },
    link: 'deskUrl',
  },
  /** how many matters come to the end of their keeping, and when the first does */
  'staff-retention': {
    audience: 'staff',
    facts: { count: 'required', firstOn: 'required' },
    link: 'deskUrl',
  },
  'staff-gap': { audience: 'staff', facts: { dueOn: 'optional' }, link: 'deskUrl' },
  'staff-access': { audience: 'staff', facts: { caseNumber: 'required' }, link: 'deskUrl' },
  'summary-released': {
    audience: 'authority',
    facts: { municipality: 'required', period: 'required' },
    link: 'summaryUrl',
  },
  'report-published': { audience: 'authority', facts: { year: 'required' }, link: 'reportUrl' },
  // Of the reader's own account: the moment, and where to look. Nothing of the device or the place.
  'staff-new-device': { audience: 'staff', facts: { at: 'required' }, link: 'accountUrl' },
  'staff-sign-in-changed': { audience: 'staff', facts: { at: 'required' }, link: 'accountUrl' },
  'staff-factors-reset': { audience: 'staff', facts: { at: 'required' }, link: 'accountUrl' },
  'new-password': { audience: 'staff', facts: { until: 'required' }, link: 'invitationUrl' },
  invitation: { audience: 'staff', facts: { validUntil: 'optional' }, link: 'invitationUrl' },
} as const satisfies Record<string, NoticeKind>

export type NoticeName = keyof typeof NOTICES
export const NOTICE_NAMES = Object.keys(NOTICES) as NoticeName[]

type FactsOf<N extends NoticeName> = (typeof NOTICES)[N]['facts']
type NamesOf<N extends NoticeName, K extends Need> = {
  [F in keyof FactsOf<N>]: FactsOf<N>[F] extends K ? F : never
}[keyof FactsOf<N>]

/** What a planner says of one notice: case number, ISO dates (YYYY-MM-DD) and moments, a year, a municipality's name. */
export type NoticeFacts<N extends NoticeName> = { [F in NamesOf<N, 'required'>]: string } & {
  [F in NamesOf<N, 'optional'>]?: string
}

/** The office that sends the notice, in the notice's language; an empty line is left out of the text. */
export interface SendingOffice {
  organisation: string
  phone?: string
  phoneHours?: string
}

export function isNoticeName(value: string): value is NoticeName {
  return Object.hasOwn(NOTICES, value)
}

/** @throws Error when a required fact is missing or a fact is not one of the notice's own */
export function checkFacts(name: NoticeName, facts: Readonly<Record<string, string | undefined>>): void {
  const needs: Readonly<Record<string, Need>> = NOTICES[name].facts
  const unknown = Object.keys(facts).find((fact) => !Object.hasOwn(needs, fact))
  if (unknown) throw new Error(`notice ${name} has no fact ${unknown}`)
  const missing = Object.keys(needs).find((fact) => needs[fact] === 'required' && !facts[fact])
  if (missing) throw new Error(`notice ${name} needs the fact ${missing}`)
}

/** What the previews on the desk and the tests are filled with. */
export const SAMPLE = {
  facts: {
    caseNumber: 'AV-2026-000123-7',
    answerBy: '2026-12-01',
    replyBy: '2026-12-08',
    waitingSince: '2026-11-10',
    dueOn: '2026-12-07',
    wasDue: '2026-12-02',
    count: '12',
    firstOn: '2026-12-20',
    municipality: 'Kangasala',
    period: '2026',
    year: '2026',
    validUntil: '2026-12-01',
    at: '2026-11-24T07:05:00.000Z',
    until: '2026-11-25T07:05:00.000Z',
  },
  office: {
    fi: { organisation: 'Pirkanmaan hyvinvointialue', phone: '03 000 0000', phoneHours: 'ma–to klo 9–11' },
    sv: { organisation: 'Birkalands välfärdsområde', phone: '03 000 0000', phoneHours: 'mån–tors kl. 9–11' },
    en: {
      organisation: 'Wellbeing services county of Pirkanmaa',
      phone: '03 000 0000',
      phoneHours: 'Mon–Thu 9–11',
    },
  },
  link: 'https://asiavastaava.example/',
} as const
