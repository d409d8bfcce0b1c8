import { catalogue } from '../catalogue.ts'

/** Benefit gaps in the statistics and the reports. */
export const gapFigures = catalogue({
  fi: {
    title: 'Etuusviiveet',
    'title-year': 'Etuusviiveet {year}',
    intro:
      'Etuusviive tarkoittaa, että etuus tai palvelu viivästyy tai asiakas putoaa viranomaisten väliin. Laskentayksikkö on etuusviive: samalla ihmisellä voi olla niitä useita, eikä niitä voi laskea yhteen yhteydenottojen kanssa.',
    found: 'Vuonna {year} kirjattiin {n, plural, one {# etuusviive} other {# etuusviivettä}}.',
    closed:
      'Vuoden aikana suljettiin {n, plural, one {# etuusviive} other {# etuusviivettä}}, joista viranomaisen määräajan jälkeen korjaantui {late}.',
    hidden: 'Etuusviiveitä oli niin vähän, ettei lukuja kerrota.',
    'closed-hidden':
      'Vuoden aikana suljettiin {n, plural, one {# etuusviive} other {# etuusviivettä}}. Myöhässä korjaantuneiden määrää ei kerrota, jotta yksittäistä ihmistä ei voi tunnistaa.',
    'rows-hidden':
      'Jako syiden, viranomaisten tai kuukausien mukaan jää kertomatta siltä osin kuin kaikki luvut ovat pieniä.',
    'summary-note':
      'Laskentayksikkö on etuusviive: yksi viivästynyt etuus tai palvelu taikka yksi väliinputoaminen.',
    none: 'Vuonna {year} ei ole kirjattu etuusviiveitä.',
    month: 'Kirjatut etuusviiveet kuukausittain',
    'month-alt': 'Kirjatut etuusviiveet kuukausittain vuonna {year}: {list}.',
    unit: 'etuusviivettä',
    cause: 'Etuusviiveet syyn mukaan',
    authority: 'Etuusviiveet sen mukaan, millä viranomaisella asia on',
    'closed-table': 'Suljetut etuusviiveet',
    'column-cause': 'Syy',
    'column-authority': 'Viranomainen',
    'column-gaps': 'Etuusviiveitä',
    'column-closed': 'Suljettuja',
    'in-time': 'Korjaantui määräajassa',
    'too-late': 'Korjaantui määräajan jälkeen',
    'not-judged': 'Laki ei aseta määräaikaa',
    total: 'Yhteensä',
    'note-found':
      'Luku kertoo vuoden aikana kirjatut etuusviiveet. Yksi etuusviive on yksi viivästynyt etuus tai palvelu taikka yksi väliinputoaminen.',
    'note-closed':
      'Luku kertoo vuoden aikana suljetut etuusviiveet riippumatta siitä, milloin ne kirjattiin.',
    'summary-own': 'Kirjattu',
    'summary-closed': 'Suljettu',
    'summary-late': 'Näistä myöhässä',
    area: 'Alue',
    'whole-area': 'Koko alue',
    list: '{label} {n}',
    threshold: 'Pienet luvut, alle {n}, on peitetty.',
    more: 'Avoimet etuusviiveet, päivät ja euromäärät',
  },
  sv: {
    title: 'Förmånsdröjsmål',
    'title-year': 'Förmånsdröjsmål {year}',
    intro:
      'Ett förmånsdröjsmål betyder att en förmån eller service är försenad eller att klienten faller mellan myndigheter. Räkneenheten är ett förmånsdröjsmål: samma person kan ha flera, och de kan inte räknas ihop med kontakterna.',
    found: 'År {year} antecknades {n, plural, one {# förmånsdröjsmål} other {# förmånsdröjsmål}}.',
    closed:
      'Under året avslutades {n, plural, one {# förmånsdröjsmål} other {# förmånsdröjsmål}}, och {late} av dem rättades efter myndighetens frist.',
    hidden: 'Förmånsdröjsmålen var så få att siffrorna inte uppges.',
    'closed-hidden':
      'Under året avslutades {n, plural, one {# förmånsdröjsmål} other {# förmånsdröjsmål}}. Antalet som rättades för sent uppges inte, så att ingen enskild kan kännas igen.',
    'rows-hidden':
      'Fördelningen efter orsak, myndighet eller månad uppges inte till den del alla siffror är små.',
    'summary-note':
      'Räkneenheten är ett förmånsdröjsmål: en försenad förmån eller service eller ett fall mellan stolarna.',
    none: 'Inga förmånsdröjsmål är antecknade {year}.',
    month: 'Antecknade förmånsdröjsmål per månad',
    'month-alt': 'Antecknade förmånsdröjsmål per månad {year}: {list}.',
    unit: 'förmånsdröjsmål',
    cause: 'Förmånsdröjsmål efter orsak',
    authority: 'Förmånsdröjsmål efter den myndighet som har ärendet',
    'closed-table': 'Avslutade förmånsdröjsmål',
    'column-cause': 'Orsak',
    'column-authority': 'Myndighet',
    'column-gaps': 'Förmånsdröjsmål',
    'column-closed': 'Avslutade',
    'in-time': 'Rättades inom fristen',
    'too-late': 'Rättades efter fristen',
    'not-judged': 'Lagen sätter ingen frist',
    total: 'Sammanlagt',
    'note-found':
      'Siffran anger förmånsdröjsmål som antecknats under året. Ett förmånsdröjsmål är en försenad förmån eller service eller ett fall mellan stolarna.',
    'note-closed': 'Siffran anger förmånsdröjsmål som avslutats under året, oberoende av när de antecknades.',
    'summary-own': 'Antecknade',
    'summary-closed': 'Avslutade',
    'summary-late': 'Av dem för sent',
    area: 'Område',
    'whole-area': 'Hela området',
    list: '{label} {n}',
    threshold: 'Små siffror, under {n}, är dolda.',
    more: 'Öppna förmånsdröjsmål, dagar och belopp',
  },
  en: {
    title: 'Benefit gaps',
    'title-year': 'Benefit gaps {year}',
    intro:
      'A benefit gap means that a benefit or service is late, or that a client falls between authorities. The counting unit is the gap: the same person can have several, and they cannot be added to the contacts.',
    found: 'In {year} {n, plural, one {# benefit gap was} other {# benefit gaps were}} recorded.',
    closed:
      '{n, plural, one {# benefit gap was} other {# benefit gaps were}} closed during the year; {late} of them were put right after the authority’s time limit.',
    hidden: 'There were so few benefit gaps that no figures are told.',
    'closed-hidden':
      '{n, plural, one {# benefit gap was} other {# benefit gaps were}} closed during the year. How many were put right too late is not told, so that nobody can be recognised.',
    'rows-hidden': 'The division by cause, authority or month is not told where all figures are small.',
    'summary-note':
      'The counting unit is a benefit gap: one late benefit or service, or one fall between authorities.',
    none: 'No benefit gaps were recorded in {year}.',
    month: 'Benefit gaps recorded by month',
    'month-alt': 'Benefit gaps recorded by month in {year}: {list}.',
    unit: 'benefit gaps',
    cause: 'Benefit gaps by cause',
    authority: 'Benefit gaps by the authority that holds the matter',
    'closed-table': 'Benefit gaps closed',
    'column-cause': 'Cause',
    'column-authority': 'Authority',
    'column-gaps': 'Benefit gaps',
    'column-closed': 'Closed',
    'in-time': 'Put right in time',
    'too-late': 'Put right after the time limit',
    'not-judged': 'No time limit in law',
    total: 'Total',
    'note-found':
      'The figure counts benefit gaps recorded during the year. One gap is one late benefit or service, or one fall between authorities.',
    'note-closed': 'The figure counts benefit gaps closed during the year, whenever they were recorded.',
    'summary-own': 'Recorded',
    'summary-closed': 'Closed',
    'summary-late': 'Of them too late',
    area: 'Area',
    'whole-area': 'Whole area',
    list: '{label} {n}',
    threshold: 'Small figures, under {n}, are hidden.',
    more: 'Open benefit gaps, days and euros',
  },
})
