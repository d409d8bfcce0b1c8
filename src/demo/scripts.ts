/** One step of a case: days after the one before, who, what. A number in the fields is a day counted from the step. */
export interface ScriptStep {
  after: number
  by: 'handler' | 'client' | 'lead'
  event: string
  fields?: Readonly<Record<string, string | boolean | number>>
}

export interface Script {
  kind: 'advice' | 'complaint'
  /** Days since the last step. */
  rest: number
  steps: readonly ScriptStep[]
  urgent?: boolean
  consent?: boolean
}

const by =
  (who: ScriptStep['by']) =>
  (after: number, event: string, fields?: ScriptStep['fields']): ScriptStep => ({
    after,
    by: who,
    event,
    fields,
  })
const office = by('handler')
const client = by('client')
const lead = by('lead')

const take = office(0.8, 'TAKE')
const advise = office(0.1, 'START_ADVICE')
const spoke = office(0.6, 'LOG_CONTACT', { channel: 'phone', reached: true })
/** Talked, and told how the matter goes on: what an office does before anything that takes weeks. */
const begun = [take, spoke, office(0.5, 'ANSWER')]
const feedback = (answers: string) => {
  const [understood, heard, knewNextStep, trust, wouldContactAgain] = [...answers].map(
    (letter) => ({ y: 'yes', p: 'partly', n: 'no' })[letter] ?? 'yes',
  )
  return client(4, 'FEEDBACK', {
    understood: understood!,
    heard: heard!,
    knewNextStep: knewNextStep!,
    trust: trust!,
    wouldContactAgain: wouldContactAgain!,
  })
}

/** A negative decision, a plan, the client's own review request. */
const decisionTold = (remedy: string, fields = {}) =>
  office(1.2, 'CAPTURE_DECISION', {
    remedy,
    decisionFrom: -9,
    served: 'letter',
    instructions: 'right',
    ...fields,
  })
const plan = office(0.9, 'GIVE_PLAN', { legalAid: false })
const filed = client(7, 'FILED', { filedOn: -1 })

const objection = office(0.3, 'START_OBJECTION', { objectionTo: 'social-care' })
const draft = office(2, 'OFFER_DRAFT')
const approved = client(1.5, 'APPROVE_DRAFT')
const sent = client(1, 'RECORD_SENT', { sentOn: 0, sentTo: 'unit', sentHow: 'e-service' })
const toSent = [...begun, objection, draft, approved, sent]
const unitAnswered = office(24, 'OBJECTION_ANSWERED', { answeredOn: -2 })
const assessedObjection = (pointsAnswered: string) =>
  office(3, 'ASSESS_OBJECTION', {
    pointsAnswered,
    reasonsGiven: pointsAnswered !== 'none',
    measuresStated: pointsAnswered === 'all',
  })
const toAnswered = [...toSent, office(3, 'ACKNOWLEDGED', { receivedOn: -1 }), unitAnswered]

const mediate = office(0.4, 'START_MEDIATION')
const consented = client(1.5, 'GIVE_CONSENT')
const asked = office(1, 'SEND_REQUEST', { sentOn: 0 })
const replied = office(8, 'UNIT_REPLIED', { repliedOn: -1 })
const talked = office(5, 'TALK_HELD', { heldOn: 0 })
const agreed = office(0.2, 'AGREED')
const toAgreed = [...begun, mediate, consented, asked, replied, talked, agreed]

const advice = (rest: number, steps: ScriptStep[], more: Partial<Script> = {}): Script => ({
  kind: 'advice',
  rest,
  steps,
  ...more,
})
const complaint = (rest: number, steps: ScriptStep[], more: Partial<Script> = {}): Script => ({
  kind: 'complaint',
  rest,
  steps,
  ...more,
})

/** Between them the cases stand in every state of both charts; a test sees to it. */
export const SCRIPTS = {
  'advice-new': advice(0.2, []),
  'advice-new-yesterday': advice(1.1, []),
  'advice-triage': advice(0.3, [take]),
  'advice-advising': advice(2, [take, advise, client(1, 'MESSAGE_FROM_CLIENT')]),
  'advice-asked': advice(4, [take, office(0.5, 'ASK_CLIENT')]),
  'advice-reminded': advice(21, [take, office(0.5, 'ASK_CLIENT')]),
  'advice-silent': advice(37, [spoke, office(0.5, 'ASK_CLIENT')]),
  'advice-authority': advice(6, [
    take,
    advise,
    office(0.6, 'ASK_AUTHORITY', { identifiesClient: false, rule: 'TT7', clockFrom: -2 }),
  ]),
  'advice-answered': advice(5, [take, office(1, 'ANSWER')]),
  'advice-assessed': advice(2, [
    take,
    office(1, 'ANSWER'),
    office(6, 'ASSESS', { satisfied: 'partly', rightRealised: 'partly' }),
  ]),
  'advice-next': advice(3, [
    take,
    office(1, 'ANSWER'),
    office(6, 'ASSESS', { satisfied: 'no', rightRealised: 'no' }),
    office(1, 'NEXT_REMEDY', { remedy: 'appeal-admin-court' }),
  ]),
  'advice-captured': advice(0.4, [...begun, decisionTold('review')]),
  'advice-deadline': advice(1, [
    ...begun,
    decisionTold('review', { decisionFrom: -33, served: 'letter', instructions: 'missing' }),
    plan,
  ]),
  'advice-plan': advice(5, [...begun, decisionTold('review-kela'), plan]),
  'advice-filed': advice(24, [...begun, decisionTold('review-kela'), plan, filed]),
  'advice-decided': advice(1, [
    ...begun,
    decisionTold('review'),
    plan,
    filed,
    client(34, 'DECIDED', { decidedOn: -2, decision: 'partly' }),
  ]),
  'advice-settled': advice(4, [
    ...begun,
    decisionTold('review'),
    plan,
    filed,
    client(38, 'DECIDED', { decidedOn: -2, decision: 'accepted' }),
    office(2, 'RECORD_RESULT', { rightRealised: 'yes' }),
  ]),
  'advice-not-filed': advice(6, [...begun, decisionTold('review'), plan, client(12, 'NOT_FILED')]),
  'advice-urgent-new': advice(0.1, [], { urgent: true }),
  'advice-urgent-called': advice(1, [office(0.1, 'LOG_CONTACT', { channel: 'phone', reached: true })], {
    urgent: true,
  }),
  'advice-closed': advice(40, [
    take,
    office(1.2, 'ANSWER_AND_CLOSE', { outcome: 'advised' }),
    feedback('yyyyy'),
  ]),
  'advice-closed-long-ago': advice(210, [
    spoke,
    office(0.4, 'CLOSE', { outcome: 'advised' }),
    feedback('yypyy'),
  ]),
  'advice-resolved': advice(95, [
    take,
    office(1, 'ANSWER'),
    client(3, 'MESSAGE_FROM_CLIENT'),
    office(0.5, 'MESSAGE_TO_CLIENT'),
    office(4, 'CLOSE', { outcome: 'resolved' }),
    feedback('yypyn'),
  ]),
  'advice-handed-over': advice(18, [
    take,
    spoke,
    office(0.1, 'HAND_OVER', { handedTo: 'patient-ombudsman', personReached: true }),
  ]),
  'advice-withdrawn': advice(12, [client(1.5, 'WITHDRAW')]),
  'advice-reopened': advice(0.5, [
    take,
    office(1.2, 'ANSWER_AND_CLOSE', { outcome: 'advised' }),
    client(20, 'MESSAGE_FROM_CLIENT'),
    office(0.8, 'REOPEN', { reopenReason: 'client-asked' }),
  ]),

  'complaint-new': complaint(0.3, []),
  'complaint-new-urgent': complaint(0.15, [], { urgent: true }),
  'complaint-triage': complaint(0.4, [take]),
  'complaint-assigned': complaint(1, [lead(0.5, 'ASSIGN', { staff: 'mikko' }), take]),
  'complaint-advising': complaint(3, [take, advise, spoke]),
  'complaint-asked': complaint(3, [take, office(0.5, 'ASK_CLIENT')]),
  'complaint-reminded': complaint(20, [take, office(0.5, 'ASK_CLIENT')]),
  'complaint-silent': complaint(34, [take, office(0.5, 'ASK_CLIENT')]),
  'complaint-authority': complaint(
    9,
    [take, advise, office(0.6, 'ASK_AUTHORITY', { identifiesClient: true, rule: 'TAY', clockFrom: -80 })],
    { consent: true },
  ),
  'complaint-authority-late': complaint(
    30,
    [take, office(0.6, 'ASK_AUTHORITY', { identifiesClient: true, rule: 'PTA', clockFrom: -12 })],
    { consent: true },
  ),
  'complaint-answered': complaint(6, [take, advise, office(1, 'ANSWER')]),
  'complaint-assessed': complaint(1, [
    take,
    office(1, 'ANSWER'),
    office(7, 'ASSESS', { satisfied: 'yes', rightRealised: 'yes' }),
  ]),
  'complaint-next': complaint(2, [
    take,
    office(1, 'ANSWER'),
    office(7, 'ASSESS', { satisfied: 'no', rightRealised: 'no' }),
    office(0.5, 'NEXT_REMEDY', { remedy: 'complaint-supervisor' }),
  ]),
  'complaint-urgent': complaint(
    2,
    [office(0.1, 'LOG_CONTACT', { channel: 'phone', reached: true }), advise],
    { urgent: true },
  ),
  'complaint-captured': complaint(0.6, [...begun, decisionTold('appeal-admin-court')]),
  'complaint-plan': complaint(8, [...begun, decisionTold('review'), plan]),
  'complaint-filed': complaint(35, [...begun, decisionTold('appeal-admin-court'), plan, filed]),
  'complaint-decided': complaint(0.7, [
    ...begun,
    decisionTold('review'),
    plan,
    filed,
    client(41, 'DECIDED', { decidedOn: -3, decision: 'rejected' }),
  ]),
  'complaint-settled': complaint(9, [
    ...begun,
    decisionTold('review'),
    plan,
    filed,
    client(44, 'DECIDED', { decidedOn: -3, decision: 'partly' }),
    office(3, 'RECORD_RESULT', { rightRealised: 'partly' }),
  ]),
  'complaint-not-filed': complaint(5, [...begun, decisionTold('review'), plan, client(14, 'NOT_FILED')]),
  'objection-drafting': complaint(2, [...begun, objection]),
  'objection-review': complaint(3, [...begun, objection, draft]),
  'objection-changes': complaint(1, [...begun, objection, draft, client(1, 'REQUEST_CHANGES')]),
  'objection-approved': complaint(1, [...begun, objection, draft, approved]),
  'objection-sent': complaint(6, toSent),
  'objection-nudged': complaint(20, toSent),
  'objection-late': complaint(37, toSent),
  'objection-escalated': complaint(71, toSent),
  'objection-late-already': complaint(3, [
    ...begun,
    office(0.4, 'OBJECTION_ALREADY_SENT', { sentOn: -45 }),
    office(0.2, 'GUIDE_TO_COMPLAINT'),
  ]),
  'objection-answered': complaint(2, toAnswered),
  'objection-assessed': complaint(1, [...toAnswered, assessedObjection('some')]),
  'objection-resolved': complaint(5, [
    ...toAnswered,
    assessedObjection('all'),
    office(2, 'OBJECTION_RESOLVED', { rightRealised: 'yes' }),
  ]),
  'objection-next-remedy': complaint(3, [
    ...toAnswered,
    assessedObjection('some'),
    office(2, 'OBJECTION_TO_REMEDY', { remedy: 'complaint-supervisor' }),
  ]),
  'objection-to-complaint': complaint(4, [
    ...toAnswered,
    assessedObjection('none'),
    office(1, 'GUIDE_TO_COMPLAINT'),
  ]),
  'objection-stopped': complaint(4, [...begun, objection, draft, client(5, 'STOP_OBJECTION')]),
  'mediation-consent': complaint(2, [...begun, mediate]),
  'mediation-consented': complaint(1, [...begun, mediate, consented]),
  'mediation-requested': complaint(5, [...begun, mediate, consented, asked]),
  'mediation-replied': complaint(1, [...begun, mediate, consented, asked, replied]),
  'mediation-talked': complaint(1, [...begun, mediate, consented, asked, replied, talked]),
  'mediation-agreed': complaint(12, toAgreed),
  'mediation-follow-up': complaint(37, toAgreed),
  'mediation-kept': complaint(2, [...toAgreed, office(31, 'KEPT')]),
  'mediation-broken': complaint(1, [...toAgreed, office(28, 'BROKEN')]),
  'mediation-not-agreed': complaint(3, [
    ...begun,
    mediate,
    consented,
    asked,
    replied,
    office(4, 'NO_AGREEMENT'),
  ]),
  'mediation-stopped': complaint(3, [...begun, mediate, consented, asked, client(6, 'WITHDRAW_CONSENT')]),
  'complaint-closed': complaint(62, [
    ...toAnswered,
    assessedObjection('all'),
    office(2, 'OBJECTION_RESOLVED', { rightRealised: 'yes' }),
    office(1, 'CLOSE', { outcome: 'resolved' }),
    feedback('yyyyy'),
  ]),
  'complaint-partly': complaint(120, [
    ...toAnswered,
    assessedObjection('some'),
    office(2, 'CLOSE', { outcome: 'partly-resolved' }),
    feedback('ypypp'),
  ]),
  'complaint-kept-closed': complaint(80, [
    ...toAgreed,
    office(31, 'KEPT'),
    office(1, 'CLOSE', { outcome: 'resolved' }),
    feedback('yyyyp'),
  ]),
  'complaint-handed-over': complaint(26, [
    take,
    spoke,
    office(0.2, 'HAND_OVER', { handedTo: 'data-protection', personReached: true }),
  ]),
  'complaint-withdrawn': complaint(31, [take, client(3, 'WITHDRAW')]),
  'complaint-reopened': complaint(0.4, [
    take,
    office(1, 'ANSWER'),
    office(9, 'CLOSE', { outcome: 'advised' }),
    client(28, 'MESSAGE_FROM_CLIENT'),
    office(0.7, 'REOPEN', { reopenReason: 'new-information' }),
  ]),
} as const satisfies Record<string, Script>
export type ScriptName = keyof typeof SCRIPTS
