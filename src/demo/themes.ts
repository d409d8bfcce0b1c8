/** What people contact an ombudsman about: one theme is a usual combination of codes. Weights say how often. */
export interface Theme {
  weight: number
  serviceTask: string
  service: string
  age: Record<string, number>
  who: Record<string, number>
  provider: Record<string, number>
  reasons: Record<string, number>
  /** share that is dissatisfied, in hundredths */
  dissatisfied: number
}

const own = { own: 80, outsourced: 14, voucher: 4, private: 2 }
const bought = { own: 48, outsourced: 38, voucher: 10, private: 4 }
const kela = { kela: 1 }
const old = { '75+': 74, '65-74': 22, '30-64': 4 }
const adult = { '30-64': 62, '18-29': 30, '65-74': 8 }
const child = { '0-11': 56, '12-17': 44 }
const kin = { client: 34, relative: 54, 'legal-representative': 8, staff: 4 }
const self = { client: 82, relative: 9, 'legal-representative': 3, staff: 4, organisation: 2 }
const parents = { guardian: 80, client: 5, relative: 10, staff: 4, organisation: 1 }

/** The everyday of an office, without the two waves that contacts.ts lays over it. */
export const THEMES: readonly Theme[] = [
  {
    weight: 13,
    serviceTask: 'older-people',
    service: 'home-care',
    age: old,
    who: kin,
    provider: own,
    reasons: {
      'service-quality': 30,
      'service-process': 26,
      treatment: 14,
      information: 14,
      'decision-content': 12,
      'waiting-time': 4,
    },
    dissatisfied: 64,
  },
  {
    weight: 8,
    serviceTask: 'older-people',
    service: 'housing-24h',
    age: old,
    who: kin,
    provider: bought,
    reasons: { access: 32, 'service-quality': 30, treatment: 16, fees: 10, 'self-determination': 12 },
    dissatisfied: 70,
  },
  {
    weight: 4,
    serviceTask: 'older-people',
    service: 'client-fees',
    age: old,
    who: kin,
    provider: own,
    reasons: { fees: 80, information: 20 },
    dissatisfied: 46,
  },
  {
    weight: 4,
    serviceTask: 'older-people',
    service: 'informal-care',
    age: old,
    who: { client: 30, relative: 66, staff: 4 },
    provider: own,
    reasons: { 'decision-content': 52, 'waiting-time': 22, information: 26 },
    dissatisfied: 60,
  },
  {
    weight: 9,
    serviceTask: 'working-age',
    service: 'social-work',
    age: adult,
    who: self,
    provider: own,
    reasons: { treatment: 26, 'service-process': 22, information: 22, 'waiting-time': 14, access: 16 },
    dissatisfied: 58,
  },
  {
    weight: 8,
    serviceTask: 'working-age',
    service: 'supplementary-assistance',
    age: adult,
    who: self,
    provider: own,
    reasons: { 'decision-content': 40, income: 32, 'waiting-time': 16, 'decision-process': 12 },
    dissatisfied: 66,
  },
  {
    weight: 7,
    serviceTask: 'kela',
    service: 'basic-assistance',
    age: adult,
    who: self,
    provider: kela,
    reasons: { income: 40, 'decision-content': 30, 'waiting-time': 18, information: 12 },
    dissatisfied: 62,
  },
  {
    weight: 9,
    serviceTask: 'disability',
    service: 'personal-assistance',
    age: { '30-64': 50, '18-29': 24, '65-74': 16, '12-17': 10 },
    who: { client: 56, relative: 30, guardian: 8, 'legal-representative': 6 },
    provider: { voucher: 40, own: 26, outsourced: 34 },
    reasons: { 'decision-content': 40, 'service-process': 26, 'decision-process': 14, access: 20 },
    dissatisfied: 72,
  },
  {
    weight: 6,
    serviceTask: 'disability',
    service: 'mobility',
    age: { '30-64': 46, '65-74': 28, '75+': 16, '18-29': 10 },
    who: { client: 70, relative: 24, 'legal-representative': 6 },
    provider: { outsourced: 88, own: 12 },
    reasons: { 'service-quality': 44, 'decision-content': 34, treatment: 22 },
    dissatisfied: 70,
  },
  {
    weight: 10,
    serviceTask: 'child-welfare',
    service: 'child-welfare-open',
    age: child,
    who: parents,
    provider: own,
    reasons: {
      treatment: 30,
      'service-process': 24,
      information: 20,
      'decision-process': 14,
      participation: 12,
    },
    dissatisfied: 74,
  },
  {
    weight: 6,
    serviceTask: 'child-welfare',
    service: 'child-welfare-substitute',
    age: child,
    who: parents,
    provider: { outsourced: 74, own: 26 },
    reasons: {
      'self-determination': 28,
      treatment: 24,
      'decision-content': 22,
      information: 14,
      participation: 12,
    },
    dissatisfied: 80,
  },
  {
    weight: 5,
    serviceTask: 'families',
    service: 'family-work',
    age: child,
    who: parents,
    provider: own,
    reasons: { access: 36, 'waiting-time': 34, 'service-quality': 30 },
    dissatisfied: 54,
  },
  {
    weight: 4,
    serviceTask: 'family-law',
    service: 'custody-visits',
    age: child,
    who: { guardian: 88, relative: 12 },
    provider: own,
    reasons: { treatment: 34, 'service-process': 34, information: 32 },
    dissatisfied: 62,
  },
  {
    weight: 3,
    serviceTask: 'substance-use',
    service: 'addiction-care',
    age: adult,
    who: self,
    provider: { own: 56, outsourced: 44 },
    reasons: { access: 48, 'waiting-time': 22, treatment: 30 },
    dissatisfied: 60,
  },
  {
    weight: 3,
    serviceTask: 'early-childhood',
    service: 'day-care',
    age: { '0-11': 1 },
    who: { guardian: 96, staff: 4 },
    provider: { municipality: 76, private: 24 },
    reasons: { 'service-quality': 42, treatment: 30, access: 28 },
    dissatisfied: 68,
  },
  {
    weight: 3,
    serviceTask: 'employment',
    service: 'other',
    age: adult,
    who: self,
    provider: { municipality: 1 },
    reasons: { information: 50, 'service-process': 30, treatment: 20 },
    dissatisfied: 44,
  },
  {
    weight: 4,
    serviceTask: 'other',
    service: 'other',
    age: { ...adult, unknown: 30 },
    who: self,
    provider: { other: 40, own: 60 },
    reasons: { information: 60, 'data-protection': 24, other: 16 },
    dissatisfied: 24,
  },
]

/** Home care whose visits and assessments come later and later. */
export const DELAY: Theme = {
  weight: 0,
  serviceTask: 'older-people',
  service: 'home-care',
  age: old,
  who: kin,
  provider: own,
  reasons: { 'waiting-time': 1 },
  dissatisfied: 92,
}

/** People left without income between Kela's and the county's decisions. */
export const GAP: readonly Theme[] = [
  {
    weight: 6,
    serviceTask: 'kela',
    service: 'basic-assistance',
    age: adult,
    who: self,
    provider: kela,
    reasons: { income: 62, 'decision-content': 22, 'waiting-time': 16 },
    dissatisfied: 80,
  },
  {
    weight: 4,
    serviceTask: 'kela',
    service: 'kela-benefit',
    age: adult,
    who: self,
    provider: kela,
    reasons: { income: 46, 'waiting-time': 34, information: 20 },
    dissatisfied: 76,
  },
  {
    weight: 2,
    serviceTask: 'working-age',
    service: 'preventive-assistance',
    age: adult,
    who: self,
    provider: own,
    reasons: { income: 60, access: 24, 'decision-content': 16 },
    dissatisfied: 74,
  },
]
