import type { BenefitLimit } from './amount.ts'

const assistance = {
  unit: 'percent',
  statute: '1412/1997',
  validFrom: '2026-02-01',
  verified: true,
} as const
const support = {
  statute: '',
  validFrom: '2026-05-01',
  verified: true,
  source: 'sttinfo.fi 71696995',
} as const

/**
 * Reductions of social assistance from 1.2.2026 (percent of the basic amount; never when unreasonable or when the
 * minimum of a decent life is endangered) and the income limits of the general support.
 */
export const benefitLimits: readonly BenefitLimit[] = [
  {
    ...assistance,
    code: 'reduction-primary-benefit',
    amount: 50,
    source: 'sttinfo.fi 71766190',
    name: {
      fi: 'Perusosan alennus, kun ensisijaista etuutta ei ole haettu',
      sv: 'Sänkning av grunddelen när en primär förmån inte har sökts',
      en: 'Reduction when a primary benefit was not applied for',
    },
  },
  {
    ...assistance,
    code: 'reduction-job-seeking',
    amount: 50,
    source: 'sttinfo.fi 71766190',
    name: {
      fi: 'Perusosan alennus, kun hakija ei ole ilmoittautunut kokoaikatyön hakijaksi',
      sv: 'Sänkning av grunddelen när sökanden inte har anmält sig som sökande av heltidsarbete',
      en: 'Reduction when not registered as a full-time job seeker',
    },
  },
  {
    ...assistance,
    code: 'reduction-labour-policy-first',
    amount: 20,
    source: 'sttinfo.fi 71766190; mtvuutiset.fi 9282874 (first month 20 %)',
    name: {
      fi: 'Perusosan alennus työttömyysetuuden seuraamuksen vuoksi, ensimmäinen kuukausi',
      sv: 'Sänkning av grunddelen på grund av en påföljd i utkomstskyddet, första månaden',
      en: 'Reduction after a sanction on unemployment benefit, first month',
    },
  },
  {
    ...assistance,
    code: 'reduction-labour-policy-later',
    amount: 40,
    source: 'sttinfo.fi 71766190; mtvuutiset.fi 9282874 (after the first month 40 %)',
    name: {
      fi: 'Perusosan alennus työttömyysetuuden seuraamuksen vuoksi, seuraavat kuukaudet',
      sv: 'Sänkning av grunddelen på grund av en påföljd i utkomstskyddet, följande månader',
      en: 'Reduction after a sanction on unemployment benefit, later months',
    },
  },
  {
    ...assistance,
    code: 'reduction-labour-policy-months',
    unit: 'months',
    amount: 6,
    source: 'mtvuutiset.fi 9282874',
    name: {
      fi: 'Työttömyysetuuden seuraamuksesta johtuvan alennuksen enimmäiskesto',
      sv: 'Längsta tid för en sänkning på grund av en påföljd i utkomstskyddet',
      en: 'Longest time of a reduction after a sanction on unemployment benefit',
    },
  },
  {
    ...assistance,
    code: 'reduction-integration-plan',
    amount: 20,
    source: 'sttinfo.fi 71766190',
    name: {
      fi: 'Perusosan alennus kotoutumissuunnitelman laiminlyönnin vuoksi',
      sv: 'Sänkning av grunddelen när integrationsplanen inte har följts',
      en: 'Reduction for neglecting the integration plan',
    },
  },
  {
    ...support,
    code: 'yleistuki-pay-deduction',
    unit: 'percent',
    amount: 50,
    name: {
      fi: 'Yleistuesta vähennettävä osuus osa-aikatyön bruttopalkasta',
      sv: 'Andel av bruttolönen för deltidsarbete som dras av från det allmänna stödet',
      en: 'Share of gross part-time pay deducted from the general support',
    },
  },
  {
    ...support,
    code: 'yleistuki-other-income',
    unit: 'eur-per-month',
    amount: 311,
    name: {
      fi: 'Muun kuin palkkatulon raja, jonka ylittävästä osasta puolet vähennetään yleistuesta',
      sv: 'Gräns för annan inkomst än lön; hälften av det som överstiger den dras av från det allmänna stödet',
      en: 'Limit of income other than pay; half of what exceeds it is deducted from the general support',
    },
  },
]
