import {
  closeGap,
  type GapInput,
  gapConsent,
  gapInput,
  giveGapConsent,
  logContact,
  makeGapSheet,
  recordGap,
} from '../cases/index.ts'
import { type Actor, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import { atWork, DAY, type PastHouse } from './clock.ts'
import { DEMO_COUNTY } from './place.ts'
import type { DemoStaff } from './staff.ts'
import type { Story } from './stories/story.ts'

/** A gap as the demonstration tells it: days are days before it was found. */
type Told = (day: (before: number) => string) => Partial<Record<keyof GapInput, unknown>>

/** Gaps on the cases of some stories, by the name of the one whose matter it is. Everybody in them is invented. */
const ON_CASES: Readonly<Record<string, { told: Told; consent?: boolean }>> = {
  // Three authorities, and back where it began.
  'Teemu Harjula': {
    consent: true,
    told: (day) => ({
      benefit: 'basic-assistance',
      authority: 'kela',
      cause: 'bounced',
      lastIncomeAt: day(47),
      appliedAt: day(40),
      supplements: [{ askedAt: day(36), dueAt: day(29), at: day(33) }],
      rule: 'TT7',
      household: { adults: 'alone' },
      handOffs: [
        { from: 'kela', to: 'county', on: day(22) },
        { from: 'county', to: 'employment-area', on: day(15) },
        { from: 'employment-area', to: 'kela', on: day(8) },
      ],
      bridging: [{ kind: 'parish', cents: 6000, on: day(12) }, { kind: 'preventive-assistance' }],
      effects: ['rent-arrears', 'unpaid-bills'],
      note: 'Kela odottaa päätöstä työllisyysalueelta, työllisyysalue lausuntoa hyvinvointialueelta ja hyvinvointialue Kelan päätöstä. Sovittiin, että teen tietokoosteen Kelalle.',
    }),
  },
  'Niko Rasila': {
    told: (day) => ({
      benefit: 'basic-assistance',
      authority: 'kela',
      cause: 'processing-delay',
      lastIncomeAt: day(24),
      appliedAt: day(16),
      rule: 'TT7',
      household: { adults: 'couple', childrenUnder10: 1 },
      bridging: [{ kind: 'parish' }],
      effects: ['no-food', 'child-affected'],
    }),
  },
  'Roosa Kettunen': {
    told: (day) => ({
      benefit: 'basic-assistance',
      authority: 'kela',
      cause: 'other',
      lastIncomeAt: day(30),
      appliedAt: day(28),
      decidedAt: day(19),
      rule: 'TT7',
      household: { adults: 'with-parents-18' },
      effects: ['debt'],
    }),
  },
}

interface CallTold {
  daysAgo: number
  by: 'mikko' | 'katarina'
  municipality: string
  told: Told
  /** Days after it was found on which it was put right; absent: still open. */
  closed?: { after: number; corrected: string }
}

const assistance = (
  daysAgo: number,
  by: CallTold['by'],
  municipality: string,
  cause: string,
  waited: number,
  more: ReturnType<Told> = {},
  closed?: CallTold['closed'],
): CallTold => ({
  daysAgo,
  by,
  municipality,
  told: (day) => ({
    benefit: 'basic-assistance',
    authority: 'kela',
    cause,
    lastIncomeAt: day(waited + 6),
    appliedAt: day(waited),
    rule: 'TT7',
    household: { adults: 'alone' },
    ...more,
  }),
  ...(closed && { closed }),
})

/** Gaps from calls, each alone on its contact. */
const FROM_CALLS: readonly CallTold[] = [
  assistance(255, 'mikko', '853', 'processing-delay', 15, {}, { after: 6, corrected: 'paid' }),
  assistance(
    232,
    'mikko',
    '853',
    'incomplete-loop',
    24,
    { effects: ['rent-arrears'] },
    { after: 9, corrected: 'paid-after-contact' },
  ),
  assistance(
    228,
    'mikko',
    '734',
    'primary-benefit-wait',
    19,
    {},
    { after: 20, corrected: 'decision-changed' },
  ),
  assistance(
    205,
    'katarina',
    '445',
    'general-support-start',
    21,
    { benefit: 'general-support', rule: undefined, household: undefined },
    { after: 12, corrected: 'paid' },
  ),
  assistance(
    198,
    'mikko',
    '853',
    'general-support-start',
    30,
    { benefit: 'general-support', rule: undefined, household: undefined },
    { after: 16, corrected: 'paid-after-contact' },
  ),
  assistance(
    190,
    'mikko',
    '202',
    'bounced',
    17,
    {
      handOffs: [
        { from: 'kela', to: 'county' },
        { from: 'county', to: 'kela' },
      ],
    },
    { after: 8, corrected: 'paid' },
  ),
  assistance(
    171,
    'mikko',
    '853',
    'incomplete-loop',
    12,
    { effects: ['no-medicine'] },
    { after: 3, corrected: 'paid-after-contact' },
  ),
  assistance(
    160,
    'mikko',
    '680',
    'housing',
    22,
    { benefit: 'housing-allowance', rule: undefined, effects: ['rent-arrears'] },
    { after: 25, corrected: 'not-corrected' },
  ),
  assistance(118, 'mikko', '853', 'sanction', 8, {}, { after: 10, corrected: 'decision-changed' }),
  assistance(
    96,
    'katarina',
    '322',
    'status-boundary',
    33,
    { benefit: 'sickness-allowance', rule: undefined },
    { after: 14, corrected: 'other-benefit' },
  ),
  assistance(77, 'mikko', '734', 'processing-delay', 14, {}, { after: 5, corrected: 'paid' }),
  assistance(
    58,
    'mikko',
    '853',
    'incomplete-loop',
    18,
    { effects: ['eviction-risk'] },
    { after: 4, corrected: 'paid-after-contact' },
  ),
  assistance(34, 'mikko', '423', 'moved', 20, { handOffs: [{ from: 'other-county', to: 'county' }] }),
  assistance(26, 'katarina', '445', 'recovery', 12, { effects: ['debt'] }),
  {
    daysAgo: 19,
    by: 'mikko',
    municipality: '734',
    told: (day) => ({
      benefit: 'service',
      authority: 'county',
      cause: 'not-implemented',
      appliedAt: day(120),
      decidedAt: day(100),
      rule: 'TAY',
      effects: ['care-missed'],
      note: 'Kotihoidosta on päätös, mutta käynnit eivät ole alkaneet.',
    }),
  },
  assistance(6, 'mikko', '853', 'general-support-start', 13, {
    benefit: 'general-support',
    rule: undefined,
    household: undefined,
    effects: ['rent-arrears'],
  }),
]

const input = (told: Told, t: OfficeTransaction): GapInput => {
  const today = dateInFinland(t.now)
  return gapInput.parse(told((before) => today.subtract({ days: before }).toString()))
}

/** What is done about the gap of a story's case once somebody has taken it up; nothing for most. */
export function gapOfStory(
  story: Story,
): ((t: OfficeTransaction, caseId: string) => Promise<void>) | undefined {
  const gap = ON_CASES[story.name]
  if (!gap) return undefined
  return async (t, caseId) => {
    const { gapId } = await recordGap(t, { caseId }, input(gap.told, t))
    if (!gap.consent) return
    const parts = ['identity', 'dates', 'way', 'sums', 'effects'] as const
    const givenOn = dateInFinland(t.now).toString()
    await giveGapConsent(t, gapId, gapConsent.parse({ authority: 'kela', parts, how: 'phone', givenOn }))
    await makeGapSheet(t, gapId, { authority: 'kela', parts: [...parts], language: 'fi' })
  }
}

/** The calls and what became of them, each with its time. */
export function gapDeeds(
  house: PastHouse,
  staff: DemoStaff,
  now: Date,
): { at: Date; work: () => Promise<unknown> }[] {
  return FROM_CALLS.flatMap(({ daysAgo, by, municipality, told, closed }, n) => {
    const ids: { gapId?: string } = {}
    const as = (work: (t: OfficeTransaction) => Promise<unknown>) =>
      inOffice(house, DEMO_COUNTY, staff[by] as Actor, work)
    const at = (days: number) =>
      new Date(Math.min(atWork(new Date(now.getTime() - days * DAY + n)).getTime(), now.getTime()))
    const found = {
      at: at(daysAgo),
      work: () =>
        as(async (t) => {
          const gap = input(told, t)
          const { contactId } = await logContact(t, {
            channel: 'phone',
            contactPerson: 'client',
            language: by === 'katarina' ? 'sv' : 'fi',
            municipality,
            serviceTask: gap.authority === 'kela' ? 'kela' : 'older-people',
            nature: 'dissatisfaction',
            reasons: ['income'],
            actions: ['advice', 'clarification'],
            person: {},
          })
          await t.flush()
          Object.assign(ids, await recordGap(t, { contactId }, { ...gap, municipality }))
        }),
    }
    if (!closed) return [found]
    const end = {
      at: at(daysAgo - closed.after),
      work: () =>
        as((t) => {
          const paid = ['paid', 'paid-after-contact'].includes(closed.corrected)
          const paidAt = dateInFinland(t.now).toString()
          return closeGap(t, ids.gapId!, { corrected: closed.corrected, ...(paid && { paidAt }) })
        }),
    }
    return [found, end]
  })
}
