import { catalogue } from '../catalogue.ts'

/** Words used all over the house. */
export const common = catalogue({
  fi: {
    service: 'Asiavastaava',
    yes: 'Kyllä',
    no: 'Ei',
    unknown: 'Ei tiedossa',
    'command.unknown': 'Komentoa {name} ei ole. Komennot ovat: {commands}.',
    days: '{n, plural, one {# päivä} other {# päivää}}',
  },
  sv: {
    service: 'Asiavastaava',
    yes: 'Ja',
    no: 'Nej',
    unknown: 'Inte känt',
    'command.unknown': 'Kommandot {name} finns inte. Kommandona är: {commands}.',
    days: '{n, plural, one {# dag} other {# dagar}}',
  },
  en: {
    service: 'Asiavastaava',
    yes: 'Yes',
    no: 'No',
    unknown: 'Not known',
    'command.unknown': 'There is no command {name}. The commands are: {commands}.',
    days: '{n, plural, one {# day} other {# days}}',
  },
})
