import { catalogue } from '../catalogue.ts'

/** Words used all over the house. */
export const common = catalogue({
  fi: {
    service: 'Asiavastaava',
    yes: 'Kyllä',
    no: 'Ei',
    unknown: 'Ei tiedossa',
    days: '{n, plural, one {# päivä} other {# päivää}}',
  },
  sv: {
    service: 'Asiavastaava',
    yes: 'Ja',
    no: 'Nej',
    unknown: 'Inte känt',
    days: '{n, plural, one {# dag} other {# dagar}}',
  },
  en: {
    service: 'Asiavastaava',
    yes: 'Yes',
    no: 'No',
    unknown: 'Not known',
    days: '{n, plural, one {# day} other {# days}}',
  },
})
