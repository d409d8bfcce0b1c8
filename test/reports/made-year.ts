import { type House, inOffice } from '../../src/custody/transaction.ts'
import { Prisma } from '../../src/database/client.ts'
import { seeded } from '../statistics/made-contacts.ts'

/** Weighted choice: the first codes far more often than the last, as in real offices. */
const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.min(list.length - 1, Math.floor(-Math.log(1 - random()) * list.length * 0.28))]!

const TASKS = [
  'older-people',
  'child-welfare',
  'working-age',
  'disability',
  'families',
  'kela',
  'substance-use',
  'family-law',
  'early-childhood',
  'employment',
  'other',
]
const SERVICES = [
  'home-care',
  'social-work',
  'housing-24h',
  'personal-assistance',
  'child-welfare-open',
  'basic-assistance',
  'mobility',
  'informal-care',
  'client-fees',
  'assessment',
  'custody-visits',
  'kela-benefit',
  'other',
]
const REASONS = [
  'waiting-time',
  'decision-content',
  'treatment',
  'information',
  'service-process',
  'access',
  'service-quality',
  'fees',
  'income',
  'self-determination',
  'data-protection',
  'participation',
  'language-rights',
  'other',
]
const ACTIONS = [
  'advice',
  'objection-help',
  'review-help',
  'clarification',
  'complaint-guidance',
  'feedback-channel',
  'handover',
  'appeal-guidance',
  'damages-guidance',
  'mediation',
  'other',
]
const OUTCOMES = [
  'advised',
  'resolved',
  'partly-resolved',
  'remedy-pending',
  'not-resolved',
  'handed-over',
  'unknown',
  'withdrawn',
]
const CHANNELS = [
  'phone',
  'secure-message',
  'email',
  'web-form',
  'meeting',
  'walk-in',
  'letter',
  'remote-meeting',
]
const WHO = ['client', 'relative', 'guardian', 'staff', 'legal-representative', 'organisation', 'other']
const AGES = ['30-64', '18-29', '75+', '65-74', '12-17', '0-11', 'unknown']
const PROVIDERS = ['own', 'outsourced', 'kela', 'voucher', 'private', 'municipality', 'other']
/** Municipalities of Pirkanmaa, the largest first; the last few get hardly any contacts. */
const PLACES = [
  '837',
  '604',
  '211',
  '980',
  '536',
  '790',
  '020',
  '418',
  '581',
  '562',
  '922',
  '108',
  '143',
  '702',
  '887',
  '250',
  '508',
  '619',
  '831',
  '177',
  '635',
  '936',
]

/**
 * Fills a year of Pirkanmaa with made-up contacts, straight into the table and quickly: seasons, cases with several
 * contacts, persons with several cases, a growing delay in one service in the later year.
 */
export async function fillYear(house: House, year: number, count: number, seed = year): Promise<void> {
  const random = seeded(seed)
  const id = (kind: number, n: number) =>
    `00000000-0000-${String(kind).padStart(4, '0')}-8000-${(year * 1e8 + n).toString(16).padStart(12, '0')}`
  const rows = Array.from({ length: count }, (_, i) => {
    const month = 1 + (Math.floor((random() + random() * random() * 0.6) * 11.99) % 12)
    const quiet = month === 7 && random() < 0.5
    const m = quiet ? 9 : month
    const day = 1 + Math.floor(random() * 28)
    const unit = Math.floor(i / (1 + random()) / 1.2)
    const task = pick(random, TASKS)
    const late = year % 2 === 0 && task === 'older-people' && random() < 0.35
    const reasons = [
      late ? 'waiting-time' : pick(random, REASONS),
      ...(random() < 0.25 ? [pick(random, REASONS)] : []),
    ]
    const missing = (rate: number) => random() < rate
    return {
      id: id(1, i),
      organisation: '08',
      at: `${year}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}T10:00:00Z`,
      year,
      month: m,
      channel: pick(random, CHANNELS),
      contact_person: pick(random, WHO),
      language: random() < 0.94 ? 'fi' : random() < 0.6 ? 'other' : 'sv',
      municipality: missing(0.04) ? null : pick(random, PLACES),
      age_band: missing(0.15) ? null : pick(random, AGES),
      service_task: task,
      service: missing(0.08) ? null : pick(random, SERVICES),
      provider_mode: pick(random, PROVIDERS),
      nature: random() < 0.58 ? 'dissatisfaction' : random() < 0.9 ? 'enquiry' : 'other',
      reasons: [...new Set(reasons)],
      actions: [...new Set(['advice', ...(random() < 0.4 ? [pick(random, ACTIONS)] : [])])],
      outcome: missing(0.05) ? null : pick(random, OUTCOMES),
      case_unit: id(2, unit),
      person_unit: id(3, Math.floor(unit / 1.15)),
      source: 'import',
    }
  })
  await inOffice(
    house,
    '08',
    { kind: 'system' },
    async (t) => {
      for (let from = 0; from < rows.length; from += 5000) {
        const part = JSON.stringify(rows.slice(from, from + 5000))
        const names = Prisma.raw(Object.keys(rows[0]!).join(', '))
        await t.sql.$executeRaw`insert into contact (${names})
        select ${names} from jsonb_populate_recordset(null::contact, ${part}::jsonb)`
      }
    },
    { timeout: 300_000 },
  )
}
