import { catalogue } from '../catalogue.ts'

/** The record of processing activities (GDPR, Article 30). */
export const processing = catalogue({
  fi: {
    title: 'Seloste käsittelytoimista',
    lead: 'Seloste on koottu toimiston omista asetuksista päivänä {date}. Tarkista se, ennen kuin annat sen eteenpäin.',
    download: 'Lataa PDF',
    controller: 'Rekisterinpitäjä ja yhteystiedot',
    purpose: 'Käsittelyn tarkoitus',
    'purpose-text':
      'Sosiaaliasiavastaavan tehtävät: neuvonta, avustaminen muistutuksessa, tiedottaminen oikeuksista sekä yhteydenottojen seuranta ja vuosittainen selvitys.',
    subjects: 'Keiden tietoja käsitellään',
    'subjects-text':
      'Sosiaalihuollon ja varhaiskasvatuksen asiakkaat, heidän edustajansa ja läheisensä sekä toimiston henkilöstö.',
    categories: 'Mitä tietoja käsitellään',
    'cat-person': 'Nimi, yhteystiedot ja yhteydenottotapa, jos asiakas on ne antanut.',
    'cat-account':
      'Asiakkaan kertomus, viestit, kirjeet, tiedostot ja muistiinpanot. Niissä voi olla terveyttä, sosiaalihuoltoa ja toimeentuloa koskevia tietoja.',
    'cat-codes': 'Luokitukset: kunta, kieli, ikäryhmä, palvelu, aihe, toimet, tulos ja määräajat.',
    'cat-log': 'Lokitiedot: kuka on katsonut tai muuttanut mitä ja milloin.',
    recipients: 'Kenelle tietoja luovutetaan',
    'recipients-none': 'Voimassa olevia suostumuksia luovutuksiin ei ole.',
    'recipients-consent': 'Asiakkaan voimassa olevalla suostumuksella: {names}.',
    'recipients-gaps': 'Etuusviiveen kooste on annettu suostumuksella: {names}.',
    'recipients-numbers': 'Kunnille ja päättäjille annetaan vain lukuja, joista ketään ei voi tunnistaa.',
    transfers: 'Siirto EU- tai ETA-alueen ulkopuolelle',
    'transfers-text':
      'Palvelu itse ei siirrä tietoja. Siirtääkö palvelimen tai sähköpostin tarjoaja niitä, sen rekisterinpitäjä selvittää ja kirjaa omaan selosteeseensa.',
    keeping: 'Säilytysajat',
    'keeping-none':
      'Rekisterinpitäjä ei ole asettanut säilytysaikoja. Mitään ei hävitetä, ennen kuin ne on asetettu.',
    'keeping-line': '{what} ({outcome}): {rule}',
    'keeping-destroyed': 'Hävitysluettelossa on {n, plural, one {# merkintä} other {# merkintää}}.',
    security: 'Miten tiedot suojataan',
    'sec-seal':
      'Henkilötiedot ja vapaa teksti on salattu (AES-256-GCM) asian omalla avaimella. Asioiden avaimet on suojattu pääavaimella {id}.',
    'sec-erase': 'Hävitettäessä asian avain poistetaan, eikä salattua sisältöä voi enää avata.',
    'sec-log': 'Loki on ketjutettu. Se allekirjoitetaan joka yö, julkinen avain on {key}.',
    'sec-log-none': 'Loki on ketjutettu. Ensimmäinen allekirjoitus tehdään ensi yönä.',
    'sec-access': 'Pääsy on rajattu tehtävän mukaan. Käyttäjiä nyt: {roles}.',
    'sec-scan': 'Vastaanotetut tiedostot tarkastetaan haittaohjelmien varalta.',
    'sec-scan-off': 'Tiedostojen tarkastus haittaohjelmien varalta ei ole käytössä.',
    rights: 'Asiakkaan oikeudet',
    'rights-text':
      'Asiakas näkee asiansa, lataa tietonsa, pyytää korjausta ja näkee, kuka on avannut asian, seurantasivulla. Käsittelyn voi rajoittaa asian sivulla.',
    role: '{name}: {n}',
  },
  sv: {
    title: 'Register över behandling',
    lead: 'Registret har sammanställts ur kontorets egna inställningar {date}. Kontrollera det innan du lämnar det vidare.',
    download: 'Ladda ner PDF',
    controller: 'Personuppgiftsansvarig och kontaktuppgifter',
    purpose: 'Ändamålet med behandlingen',
    'purpose-text':
      'Socialombudets uppgifter: rådgivning, hjälp med anmärkningar, information om rättigheter samt uppföljning av kontakter och den årliga redogörelsen.',
    subjects: 'Vems uppgifter som behandlas',
    'subjects-text':
      'Klienter inom socialvården och småbarnspedagogiken, deras företrädare och närstående samt kontorets personal.',
    categories: 'Vilka uppgifter som behandlas',
    'cat-person': 'Namn, kontaktuppgifter och kontaktsätt, om klienten har gett dem.',
    'cat-account':
      'Klientens berättelse, meddelanden, brev, filer och anteckningar. De kan innehålla uppgifter om hälsa, socialvård och försörjning.',
    'cat-codes':
      'Klassificeringar: kommun, språk, åldersgrupp, tjänst, ämne, åtgärder, resultat och tidsfrister.',
    'cat-log': 'Logguppgifter: vem som har sett eller ändrat vad och när.',
    recipients: 'Till vem uppgifter lämnas ut',
    'recipients-none': 'Det finns inga gällande samtycken till utlämnande.',
    'recipients-consent': 'Med klientens gällande samtycke: {names}.',
    'recipients-gaps': 'Sammanställning av förmånsdröjsmål har lämnats med samtycke: {names}.',
    'recipients-numbers': 'Kommuner och beslutsfattare får bara siffror ur vilka ingen kan kännas igen.',
    transfers: 'Överföring utanför EU eller EES',
    'transfers-text':
      'Tjänsten själv överför inga uppgifter. Om leverantören av server eller e-post gör det utreder den personuppgiftsansvariga och antecknar det i sitt eget register.',
    keeping: 'Förvaringstider',
    'keeping-none':
      'Den personuppgiftsansvarige har inte satt några förvaringstider. Ingenting gallras förrän de har satts.',
    'keeping-line': '{what} ({outcome}): {rule}',
    'keeping-destroyed': 'Gallringsförteckningen har {n, plural, one {# post} other {# poster}}.',
    security: 'Hur uppgifterna skyddas',
    'sec-seal':
      'Personuppgifter och fri text är krypterade (AES-256-GCM) med ärendets egen nyckel. Ärendenas nycklar skyddas av huvudnyckeln {id}.',
    'sec-erase':
      'Vid gallring raderas ärendets nyckel, och det krypterade innehållet kan inte längre öppnas.',
    'sec-log': 'Loggen är kedjad. Den signeras varje natt, den offentliga nyckeln är {key}.',
    'sec-log-none': 'Loggen är kedjad. Den första signaturen görs i natt.',
    'sec-access': 'Åtkomsten är begränsad enligt uppgift. Användare nu: {roles}.',
    'sec-scan': 'Mottagna filer kontrolleras för skadlig programvara.',
    'sec-scan-off': 'Filer kontrolleras inte för skadlig programvara.',
    rights: 'Klientens rättigheter',
    'rights-text':
      'Klienten ser sitt ärende, laddar ner sina uppgifter, begär rättelse och ser vem som har öppnat ärendet på uppföljningssidan. Behandlingen kan begränsas på ärendets sida.',
    role: '{name}: {n}',
  },
  en: {
    title: 'Record of processing',
    lead: 'The record was put together from the office’s own settings on {date}. Check it before you pass it on.',
    download: 'Download PDF',
    controller: 'Controller and contact details',
    purpose: 'Purpose of the processing',
    'purpose-text':
      'Tasks of the social ombudsman: advice, help with objections, information on rights, following contacts and the yearly report.',
    subjects: 'Whose data are processed',
    'subjects-text':
      'Clients of social services and early childhood education, their representatives and close persons, and the office’s staff.',
    categories: 'What data are processed',
    'cat-person': 'Name, contact details and way of contact, where the client has given them.',
    'cat-account':
      'The client’s account, messages, letters, files and notes. They may hold data on health, social care and income.',
    'cat-codes': 'Codes: municipality, language, age band, service, subject, actions, outcome and deadlines.',
    'cat-log': 'Log data: who has seen or changed what, and when.',
    recipients: 'To whom data are given',
    'recipients-none': 'There are no consents in force.',
    'recipients-consent': 'Under the client’s consent in force: {names}.',
    'recipients-gaps': 'A fact sheet on a benefit gap has been given under consent: {names}.',
    'recipients-numbers':
      'Municipalities and decision-makers are given only figures by which nobody can be recognised.',
    transfers: 'Transfer outside the EU or EEA',
    'transfers-text':
      'The service itself transfers no data. Whether the provider of the server or of e-mail does, the controller finds out and notes in its own record.',
    keeping: 'Retention times',
    'keeping-none':
      'The controller has set no retention times. Nothing is destroyed until they have been set.',
    'keeping-line': '{what} ({outcome}): {rule}',
    'keeping-destroyed': 'The destruction list has {n, plural, one {# entry} other {# entries}}.',
    security: 'How the data are protected',
    'sec-seal':
      'Personal data and free text are encrypted (AES-256-GCM) with a key of the case’s own. The keys of cases are protected by the master key {id}.',
    'sec-erase':
      'On destruction the key of the case is erased, and its encrypted content can no longer be opened.',
    'sec-log': 'The log is chained. It is signed every night, the public key is {key}.',
    'sec-log-none': 'The log is chained. The first signature is made tonight.',
    'sec-access': 'Access is limited by task. Users now: {roles}.',
    'sec-scan': 'Received files are scanned for malware.',
    'sec-scan-off': 'Files are not scanned for malware.',
    rights: 'The client’s rights',
    'rights-text':
      'On the page on which the case is followed the client sees the case, downloads the data, asks for corrections and sees who has opened the case. Processing can be restricted on the page of the case.',
    role: '{name}: {n}',
  },
})
