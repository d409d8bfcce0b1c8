import type { Text3 } from '../../language/lang.ts'
import type { BenefitAmount, Household } from './amount.ts'

const NAMES: Record<Household, Text3> = {
  alone: { fi: 'yksin asuva', sv: 'ensamboende', en: 'living alone' },
  'shared-18': {
    fi: 'yhteistaloudessa asuva, 18 vuotta täyttänyt',
    sv: 'person som fyllt 18 år i gemensamt hushåll',
    en: 'aged 18 or over in a shared household',
  },
  'single-parent': { fi: 'yksinhuoltaja', sv: 'ensamförsörjare', en: 'single parent' },
  'with-parents-18': {
    fi: 'vanhempansa luona asuva, 18 vuotta täyttänyt',
    sv: 'person som fyllt 18 år och bor hos sin förälder',
    en: 'aged 18 or over living with a parent',
  },
  'child-10-17-1': {
    fi: '10–17-vuotias, 1. lapsi',
    sv: '10–17 år, 1:a barnet',
    en: 'aged 10–17, first child',
  },
  'child-10-17-2': {
    fi: '10–17-vuotias, 2. lapsi',
    sv: '10–17 år, 2:a barnet',
    en: 'aged 10–17, second child',
  },
  'child-10-17-3': {
    fi: '10–17-vuotias, 3. lapsi ja sitä seuraavat',
    sv: '10–17 år, 3:e barnet och följande',
    en: 'aged 10–17, third child and each after',
  },
  'child-under-10-1': {
    fi: 'alle 10-vuotias, 1. lapsi',
    sv: 'under 10 år, 1:a barnet',
    en: 'under 10, first child',
  },
  'child-under-10-2': {
    fi: 'alle 10-vuotias, 2. lapsi',
    sv: 'under 10 år, 2:a barnet',
    en: 'under 10, second child',
  },
  'child-under-10-3': {
    fi: 'alle 10-vuotias, 3. lapsi ja sitä seuraavat',
    sv: 'under 10 år, 3:e barnet och följande',
    en: 'under 10, third child and each after',
  },
}

/** Euros a month: before 1.3.2026 and from then on. */
const AMOUNTS: Record<Household, readonly [before: number, since: number]> = {
  alone: [596.32, 578.43],
  'shared-18': [506.87, 497.45],
  'single-parent': [679.8, 665.19],
  'with-parents-18': [435.31, 422.25],
  'child-10-17-1': [417.42, 417.63],
  'child-10-17-2': [387.61, 388.7],
  'child-10-17-3': [357.79, 359.78],
  'child-under-10-1': [375.68, 375.98],
  'child-under-10-2': [345.87, 347.06],
  'child-under-10-3': [316.05, 318.14],
}

const row = (household: Household) => ({
  code: `basic-assistance-${household}`,
  household,
  unit: 'eur-per-month' as const,
  statute: '1412/1997',
  name: {
    fi: `Toimeentulotuen perusosa: ${NAMES[household].fi}`,
    sv: `Utkomststödets grunddel: ${NAMES[household].sv}`,
    en: `Basic amount of social assistance: ${NAMES[household].en}`,
  },
})

/** The basic amount (perusosa) of social assistance by household. */
export const basicAssistance: readonly BenefitAmount[] = (Object.keys(AMOUNTS) as Household[]).flatMap(
  (household) => [
    {
      ...row(household),
      amount: AMOUNTS[household][0],
      validFrom: '2026-01-01',
      validTo: '2026-02-28',
      // The amounts were read; that they ran from the first of January is known with 85 % only.
      verified: false,
      source: 'sttinfo.fi 71815459 (amounts before 1.3.2026); first day known with 85 % confidence',
    },
    {
      ...row(household),
      amount: AMOUNTS[household][1],
      validFrom: '2026-03-01',
      verified: true,
      source: 'sttinfo.fi 71815459',
    },
  ],
)
