import { catalogue } from '../catalogue.ts'

/** What statistics say of themselves: units, definitions, hidden figures. */
export const statistics = catalogue({
  fi: {
    'unit.contact': 'Yhteydenotot',
    'unit.case': 'Asiat',
    'unit.person': 'Henkilöt',
    'definition.contact':
      'Luvut ovat yhteydenottoja. Jokainen puhelu, viesti, tapaaminen tai muu yhteydenotto sosiaaliasiavastaavaan on laskettu kerran.',
    'definition.case':
      'Luvut ovat asioita. Samaan asiaan voi kuulua useita yhteydenottoja. Asia on laskettu kerran jokaiseen luokkaan, johon jokin sen jakson aikainen yhteydenotto kuuluu, ja kerran yhteismäärään.',
    'definition.person':
      'Luvut ovat henkilöitä. Samalla henkilöllä voi olla useita yhteydenottoja ja asioita. Henkilö on laskettu kerran jokaiseen luokkaan, johon jokin hänen jakson aikaisista yhteydenotoistaan kuuluu, ja kerran yhteismäärään.',
    'definition.period.year': 'Laskettuna ovat vuoden {year} yhteydenotot, vuosi Suomen kalenterin mukaan.',
    'definition.period.quarter': 'Laskettuna ovat vuoden {year} {quarter}. neljänneksen yhteydenotot.',
    'definition.period.days': 'Laskettuna ovat yhteydenotot ajalta {from}–{to}.',
    'definition.municipality': 'Mukana ovat vain asiakkaat, joiden kunta on {municipality}.',
    'definition.multiple':
      'Yksi yhteydenotto, asia tai henkilö voi kuulua useaan luokkaan. Siksi luokkien summa voi olla suurempi kuin yhteismäärä.',
    'definition.hidden':
      'Alle {threshold} luvut on jätetty näyttämättä yksityisyyden suojaamiseksi. Myös muita lukuja on jätetty pois niin, ettei puuttuvia voi laskea.',
    'definition.selection':
      'Luvut kertovat yhteydenotoista sosiaaliasiavastaavaan, eivät kaikista sosiaalihuollon asiakkaista.',
    'command.usage':
      'Käyttö: statistics --organisation KOODI --year VVVV --rows LUOKITUS [--columns LUOKITUS] [--unit contact|case|person] [--municipality KOODI] [--audience office|authority|public] [--lang fi|sv|en] [--json]',
    'command.option-bad': 'Komentoa ei ymmärretty: {message}.',
    'command.lang-bad': '--lang ei voi olla {value}. Valitse fi, sv tai en.',
    'command.organisation-missing': 'Anna organisaatio, esimerkiksi --organisation 08.',
    'command.organisation-unknown': 'Organisaatiota {value} ei ole. Koodit ovat 01–21 ja 90.',
    'command.organisation-not-served': 'Organisaatio {value} ei ole käytössä tässä palvelussa.',
    'command.year-bad': 'Anna vuosi nelinumeroisena, esimerkiksi --year 2025.',
    'command.rows-missing': 'Anna rivit, esimerkiksi --rows channel. Luokitukset ovat: {dimensions}.',
    'command.dimension-unknown': 'Luokitusta {value} ei ole. Luokitukset ovat: {dimensions}.',
    'command.dimension-twice': 'Riveillä ja sarakkeilla ei voi olla sama luokitus {value}.',
    'command.unit-bad': '--unit ei voi olla {value}. Valitse contact, case tai person.',
    'command.audience-bad': '--audience ei voi olla {value}. Valitse office, authority tai public.',
    'command.municipality-unknown': 'Kuntaa {value} ei ole. Anna kolminumeroinen kuntakoodi.',
    'table.total': 'Yhteensä',
    'table.hidden': 'Ei näytetä',
    'table.hidden-note':
      '{n, plural, one {# luku on jätetty näyttämättä.} other {# lukua on jätetty näyttämättä.}}',
    'table.none': 'Yhtään yhteydenottoa ei ole kirjattu.',
  },
  sv: {
    'unit.contact': 'Kontakter',
    'unit.case': 'Ärenden',
    'unit.person': 'Personer',
    'definition.contact':
      'Talen är kontakter. Varje samtal, meddelande, möte eller annan kontakt med socialombudet har räknats en gång.',
    'definition.case':
      'Talen är ärenden. Till samma ärende kan höra flera kontakter. Ett ärende har räknats en gång i varje klass som någon av dess kontakter under perioden hör till, och en gång i totalsumman.',
    'definition.person':
      'Talen är personer. Samma person kan ha flera kontakter och ärenden. En person har räknats en gång i varje klass som någon av personens kontakter under perioden hör till, och en gång i totalsumman.',
    'definition.period.year': 'Kontakterna under år {year} har räknats, enligt kalendern i Finland.',
    'definition.period.quarter': 'Kontakterna under kvartal {quarter} år {year} har räknats.',
    'definition.period.days': 'Kontakterna under tiden {from}–{to} har räknats.',
    'definition.municipality': 'Endast klienter vars kommun är {municipality} ingår.',
    'definition.multiple':
      'En kontakt, ett ärende eller en person kan höra till flera klasser. Därför kan klassernas summa vara större än totalsumman.',
    'definition.hidden':
      'Tal under {threshold} visas inte, för att skydda människors integritet. Även andra tal har utelämnats så att de som saknas inte kan räknas ut.',
    'definition.selection':
      'Talen beskriver kontakter med socialombudet, inte alla klienter inom socialvården.',
    'command.usage':
      'Användning: statistics --organisation KOD --year ÅÅÅÅ --rows KLASSIFICERING [--columns KLASSIFICERING] [--unit contact|case|person] [--municipality KOD] [--audience office|authority|public] [--lang fi|sv|en] [--json]',
    'command.option-bad': 'Kommandot kunde inte tolkas: {message}.',
    'command.lang-bad': '--lang kan inte vara {value}. Välj fi, sv eller en.',
    'command.organisation-missing': 'Ange organisationen, till exempel --organisation 08.',
    'command.organisation-unknown': 'Organisationen {value} finns inte. Koderna är 01–21 och 90.',
    'command.organisation-not-served': 'Organisationen {value} finns inte i den här tjänsten.',
    'command.year-bad': 'Ange året med fyra siffror, till exempel --year 2025.',
    'command.rows-missing': 'Ange raderna, till exempel --rows channel. Klassificeringarna är: {dimensions}.',
    'command.dimension-unknown': 'Klassificeringen {value} finns inte. Klassificeringarna är: {dimensions}.',
    'command.dimension-twice': 'Rader och kolumner kan inte ha samma klassificering {value}.',
    'command.unit-bad': '--unit kan inte vara {value}. Välj contact, case eller person.',
    'command.audience-bad': '--audience kan inte vara {value}. Välj office, authority eller public.',
    'command.municipality-unknown': 'Kommunen {value} finns inte. Ange kommunens kod med tre siffror.',
    'table.total': 'Totalt',
    'table.hidden': 'Visas inte',
    'table.hidden-note': '{n, plural, one {# tal visas inte.} other {# tal visas inte.}}',
    'table.none': 'Inga kontakter har antecknats.',
  },
  en: {
    'unit.contact': 'Contacts',
    'unit.case': 'Cases',
    'unit.person': 'Persons',
    'definition.contact':
      'The figures are contacts. Every call, message, meeting or other contact with the social ombudsman is counted once.',
    'definition.case':
      'The figures are cases. One case can hold several contacts. A case is counted once in every class to which any of its contacts in the period belongs, and once in the total.',
    'definition.person':
      'The figures are persons. One person can have several contacts and cases. A person is counted once in every class to which any of their contacts in the period belongs, and once in the total.',
    'definition.period.year': 'The contacts of the year {year} are counted, by the calendar in Finland.',
    'definition.period.quarter': 'The contacts of quarter {quarter} of {year} are counted.',
    'definition.period.days': 'The contacts from {from} to {to} are counted.',
    'definition.municipality': 'Only clients whose municipality is {municipality} are included.',
    'definition.multiple':
      'One contact, case or person can belong to several classes, so the classes can add up to more than the total.',
    'definition.hidden':
      'Figures under {threshold} are not shown, to protect people’s privacy. Other figures are left out too, so that the missing ones cannot be worked out.',
    'definition.selection':
      'The figures tell of contacts with the social ombudsman, not of all clients of social services.',
    'command.usage':
      'Usage: statistics --organisation CODE --year YYYY --rows DIM [--columns DIM] [--unit contact|case|person] [--municipality CODE] [--audience office|authority|public] [--lang fi|sv|en] [--json]',
    'command.option-bad': 'The command was not understood: {message}.',
    'command.lang-bad': '--lang cannot be {value}. Choose fi, sv or en.',
    'command.organisation-missing': 'Give the organisation, for example --organisation 08.',
    'command.organisation-unknown': 'There is no organisation {value}. The codes are 01 to 21 and 90.',
    'command.organisation-not-served': 'The organisation {value} is not served here.',
    'command.year-bad': 'Give the year in four digits, for example --year 2025.',
    'command.rows-missing': 'Give the rows, for example --rows channel. The dimensions are: {dimensions}.',
    'command.dimension-unknown': 'There is no dimension {value}. The dimensions are: {dimensions}.',
    'command.dimension-twice': 'Rows and columns cannot both be {value}.',
    'command.unit-bad': '--unit cannot be {value}. Choose contact, case or person.',
    'command.audience-bad': '--audience cannot be {value}. Choose office, authority or public.',
    'command.municipality-unknown': 'There is no municipality {value}. Give its three-digit code.',
    'table.total': 'Total',
    'table.hidden': 'Not shown',
    'table.hidden-note': '{n, plural, one {# figure is not shown.} other {# figures are not shown.}}',
    'table.none': 'No contacts have been recorded.',
  },
})
