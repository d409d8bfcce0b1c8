import type { BenefitAmount } from './amount.ts'

const untilMay = {
  unit: 'eur-per-day',
  amount: 37.21,
  validFrom: '2026-01-01',
  validTo: '2026-04-30',
  statute: '1290/2002',
  verified: true,
  source: 'sttinfo.fi 71696995 (amount of 2026, ended 30.4.2026); act known with 95 % confidence',
} as const

/** Kela's unemployment benefits. The new general support took the place of both older ones on 1.5.2026. */
export const unemployment: readonly BenefitAmount[] = [
  {
    code: 'yleistuki',
    unit: 'eur-per-day',
    amount: 37.21,
    validFrom: '2026-05-01',
    // The number of the new act was not found.
    statute: '',
    verified: true,
    source: 'sttinfo.fi 71696995',
    name: { fi: 'Yleistuki', sv: 'Allmänt stöd', en: 'General support' },
  },
  {
    ...untilMay,
    code: 'labour-market-subsidy',
    name: { fi: 'Työmarkkinatuki', sv: 'Arbetsmarknadsstöd', en: 'Labour market subsidy' },
  },
  {
    ...untilMay,
    code: 'basic-unemployment-allowance',
    name: { fi: 'Peruspäiväraha', sv: 'Grunddagpenning', en: 'Basic unemployment allowance' },
  },
]
