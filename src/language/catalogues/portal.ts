import { catalogue } from '../catalogue.ts'

/** The portal around the form: front page, contact details, saving, sending, receipt. */
export const portal = catalogue({
  fi: {
    'front.title': 'Sosiaaliasiavastaava neuvoo ja auttaa',
    'front.lead':
      'Onko sinulla kysyttävää sosiaalipalveluista tai varhaiskasvatuksesta, tai meneekö jokin siellä väärin? Kerro meille. Palvelu on maksuton ja luottamuksellinen.',
    'front.description':
      'Sosiaaliasiavastaava neuvoo sosiaalihuollon ja varhaiskasvatuksen asiakkaita. Kysy neuvoa tai kerro epäkohdasta.',
    'front.advice': 'Kysy neuvoa',
    'front.advice.text': 'Haluat tietää oikeuksistasi tai siitä, mitä voit tehdä.',
    'front.complaint': 'Kerro epäkohdasta',
    'front.complaint.text': 'Sinua on kohdeltu huonosti, asiasi viipyy tai olet eri mieltä päätöksestä.',
    'front.how-long':
      'Kysymyksiä on yhdeksän. Voit tallentaa vastauksesi ja jatkaa myöhemmin. Et tarvitse tunnuksia, ja nimen saa jättää pois.',
    'front.go-on': 'Sinulla on keskeneräinen yhteydenotto',
    'front.go-on.text': 'Vastauksesi ovat tallessa tässä selaimessa.',
    'front.go-on.link': 'Jatka siitä, mihin jäit',
    'front.self': 'Haluatko ensin selvittää asiaa itse?',
    'front.way': 'Mitä voin tehdä?',
    'front.way.text': 'Vastaa muutamaan kysymykseen. Näet, mitä tapoja sinulla on ja mihin mennessä.',
    'front.deadline': 'Laske määräaika',
    'front.deadline.text':
      'Katso, mihin päivään mennessä pitää toimia tai milloin viranomaisen pitää vastata.',
    'front.rights': 'Lue oikeuksistasi selkeästi, myös selkosuomeksi',
    'front.more': 'Oletko jo aloittanut?',
    'front.follow': 'Seuraa asiaasi',
    'front.follow.text': 'Lue vastaus, lähetä lisätietoja tai peru asiasi. Tarvitset asianumeron ja koodin.',
    'front.continue': 'Jatka tallennettua',
    'front.continue.text': 'Jatka lomaketta koodilla, jonka sait, kun tallensit vastauksesi.',
    'front.does': 'Tässä autamme',
    'front.does-1': 'Neuvomme, mitä oikeuksia sinulla on sosiaalihuollon tai varhaiskasvatuksen asiakkaana.',
    'front.does-2': 'Autamme tekemään muistutuksen, kun olet tyytymätön palveluun tai kohteluun.',
    'front.does-3':
      'Kerromme, miten tehdään oikaisuvaatimus, valitus, kantelu tai korvausvaatimus ja minne se lähetetään.',
    'front.does-4': 'Selvitämme, kenelle asiasi kuuluu. Autamme sinut oikeaan paikkaan.',
    'front.does-5': 'Välitämme asiasi palvelulle, jos annat siihen suostumuksesi.',
    'front.does-not': 'Tätä emme voi tehdä',
    'front.does-not-1': 'Emme tee päätöksiä emmekä voi muuttaa niitä.',
    'front.does-not-2': 'Emme myönnä rahaa tai palveluja.',
    'front.does-not-3': 'Emme toimi asianajajana. Tarvittaessa ohjaamme oikeusapuun.',
    'front.does-not-4': 'Emme hoida terveydenhuollon asioita. Niissä auttaa potilasasiavastaava.',
    'front.independent': 'Olemme puolueettomia. Toimimme asiakkaan oikeuksien puolesta.',
    'front.reach': 'Muut tavat ottaa yhteyttä',
    'front.urgent': 'Jos tarvitset apua heti',
    'front.urgent-112': 'Hätänumero, jos joku on vaarassa juuri nyt.',
    'front.urgent-text':
      'Emme päivystä. Jos ruoka, lääkkeet tai koti puuttuvat tai lapsi on vaarassa, soita alueesi sosiaalipäivystykseen.',
    'reach.phone': 'Soita',
    'reach.phone.text': 'Kun soitat, voit puhua sosiaaliasiavastaavan kanssa tai jättää soittopyynnön.',
    'reach.call-back': 'Pyydä, että soitamme sinulle',
    'reach.call-back.text': 'Jätä numerosi. Soitamme sinulle kahden arkipäivän kuluessa.',
    'reach.visit': 'Tapaa meidät',
    'reach.visit.text': 'Sovi tapaaminen etukäteen puhelimella tai kirjoittamalla meille.',
    'reach.write': 'Kirjoita',
    'reach.write.text':
      'Turvallisimmin kirjoitat tässä palvelussa. Älä lähetä arkaluonteisia tietoja sähköpostilla.',
    'reach.all': 'Kaikki yhteystiedot',

    'start.title': 'Mitä haluat tehdä?',
    'start.unfinished': 'Sinulla on keskeneräinen yhteydenotto',
    'start.unfinished.text':
      'Haluatko jatkaa sitä vai aloittaa uuden? Jos aloitat uuden, keskeneräinen poistetaan.',
    'start.go-on': 'Jatka keskeneräistä',
    'start.anew': 'Poista se ja aloita uusi',

    'saved.title': 'Vastauksesi on tallennettu',
    'saved.code': 'Tällä koodilla pääset jatkamaan:',
    'saved.copy': 'Kopioi koodi',
    'saved.keep':
      'Kirjoita koodi muistiin nyt. Näytämme sen vain kerran, ja ilman sitä vastauksiin ei pääse kukaan, emme edes me.',
    'saved.until': 'Vastaukset säilyvät 30 päivää, {date} asti. Sen jälkeen ne poistetaan.',
    'saved.not-sent': 'Asiaasi ei ole vielä lähetetty.',
    'saved.call': 'Jos päätöksen määräaika on lähellä, älä odota. Soita meille: {phone}.',
    'saved.device': 'Tämä laite ei enää muista vastauksiasi. Voit sulkea selaimen turvallisesti.',
    'saved.go-on': 'Jatka lomaketta nyt',
    'saved.shown': 'Koodi on jo näytetty',
    'saved.shown.text':
      'Koodi näytetään vain kerran. Jos kirjoitit sen muistiin, pääset sillä jatkamaan. Jos et, aloita lomake alusta.',

    'continue.title': 'Jatka koodilla',
    'continue.text': 'Kirjoita koodi, jonka sait, kun tallensit vastauksesi.',
    'continue.label': 'Koodi',
    'continue.hint': 'Koodissa on 16 merkkiä, esimerkiksi ABCD-2345-EFGH-6789.',
    'continue.go': 'Jatka lomaketta',
    'continue.missing': 'Kirjoita koodi.',
    'continue.wrong':
      'Tällä koodilla ei löydy vastauksia. Tarkista koodi. Vastaukset säilyvät 30 päivää, ja sen jälkeen ne poistetaan.',

    'gone.title': 'Vastauksesi ovat vanhentuneet',
    'gone.text':
      'Tallensimme vastauksesi 30 päiväksi. Aika on kulunut, ja vastaukset on poistettu. Asiaasi ei ole lähetetty. Voit aloittaa uudelleen tai soittaa meille.',
    'no-form.title': 'Lomake ei ole auki tässä selaimessa',
    'no-form.text':
      'Ehkä selain on suljettu välillä, tai tallensit vastauksesi ja jatkat nyt toisella laitteella.',
    'no-form.code': 'Jatka koodilla',
    'no-form.anew': 'Tai aloita alusta',
    'typed.text': 'Teksti, jonka juuri kirjoitit, on tässä. Kopioi se talteen ennen kuin jatkat.',
    'typed.label': 'Kirjoittamasi teksti',

    'limit.title': 'Emme voi juuri nyt ottaa vastaan enempää',
    'limit.text':
      'Samasta verkosta on tullut tunnin aikana hyvin monta yhteydenottoa. Vastauksesi ovat tallessa. Yritä lähettää uudelleen {minutes, plural, one {# minuutin} other {# minuutin}} kuluttua.',
    'limit.call': 'Jos asialla on kiire, soita meille.',
    'limit.back': 'Palaa vastauksiisi',

    'receipt.title': 'Kiitos, asiasi on perillä',
    'receipt.title.call': 'Kiitos, soitamme sinulle',
    'receipt.number': 'Asianumero',
    'receipt.secret': 'Seurantakoodi',
    'receipt.keep':
      'Kirjoita molemmat muistiin tai tulosta tämä sivu. Seurantakoodi näytetään vain tämän kerran. Kuka tahansa, jolla on numero ja koodi, pääsee asiaasi, joten säilytä ne hyvin.',
    'receipt.copy': 'Kopioi numero ja koodi',
    'receipt.where': 'Seuraa asiaasi osoitteessa {url}.',
    'receipt.shown':
      'Seurantakoodi näytettiin sinulle jo, eikä sitä voi näyttää uudelleen. Jos koodi on hukassa, soita meille: asiasi etenee silti.',
    'receipt.next': 'Mitä seuraavaksi tapahtuu',
    'receipt.step-1': 'Asiasi on tullut perille',
    'receipt.step-1.text': '{office}, sosiaaliasiavastaava',
    'receipt.step-2': 'Sosiaaliasiavastaava tutustuu asiaasi',
    'receipt.step-2.text': 'Otamme tarvittaessa sinuun yhteyttä kahden arkipäivän kuluessa.',
    'receipt.step-2.silent':
      'Emme ota sinuun yhteyttä. Jos tarvitsemme lisätietoja, kysymme niitä asiasi sivulla.',
    'receipt.urgent': 'Asiasi on kiireellinen, mutta emme voi tavoittaa sinua',
    'receipt.urgent.call': 'Älä jää odottamaan vastausta. Soita meille: {phone}.',
    'receipt.urgent.no-number':
      'Älä jää odottamaan vastausta. Soita alueesi vaihteeseen ja pyydä sosiaaliasiavastaavaa.',
    'receipt.step-2.call': 'Soitamme sinulle kahden arkipäivän kuluessa.',
    'receipt.step-3': 'Saat vastauksen',
    'receipt.step-3.text': 'Viimeistään {date}. Tämä on oma tavoitteemme.',
    'receipt.mail':
      'Lähetämme sähköpostiisi vahvistuksen. Siinä on asianumero, mutta ei mitään asiastasi eikä seurantakoodia.',
    'receipt.mail-demo': 'Tämä on esittely: vahvistus näkyy esittelyn postilaatikossa.',
    'receipt.mail-waits':
      'Sähköposti ei ole nyt käytössä, joten et saa viestiä. Käy katsomassa vastausta täältä.',
    'receipt.no-mail': 'Käy katsomassa vastausta täältä. Emme lähetä siitä viestiä.',
    'receipt.follow': 'Avaa asiasi nyt',
    'receipt.follow-link': 'Seuraa asiaasi',
    'receipt.time':
      'Jos sinulla on päätös, jonka määräaika kuluu, muista toimia ajoissa. Aika ei pysähdy, vaikka otit meihin yhteyttä.',
    'receipt.shared': 'Jos käytät yhteistä laitetta, sulje selain, kun olet valmis.',
    'receipt.none': 'Tässä selaimessa ei ole lähetettyä asiaa',
    'receipt.none.text':
      'Jos lähetit asian toisella laitteella, voit seurata sitä asianumerolla ja koodilla.',

    'contact.title': 'Yhteystiedot',
    'contact.lead':
      'Sinua auttaa kotikuntasi alueen sosiaaliasiavastaava. Etsi oma toimistosi kunnan nimellä.',
    'contact.lead.one': 'Sinua auttaa {office}, sosiaaliasiavastaava.',
    'contact.search': 'Kotikuntasi',
    'contact.search.hint': 'Kirjoita kunnan nimi tai sen alku.',
    'contact.find': 'Etsi toimisto',
    'contact.found': 'Toimisto, kun kotikunta on {place}',
    'contact.none': 'Emme löytäneet kuntaa ”{place}”. Tarkista nimi.',
    'contact.all': 'Kaikki toimistot',
    'contact.all.note':
      'Jos toimiston kohdalla ei ole puhelinnumeroa, löydät sen alueen verkkosivuilta tai vaihteesta.',
    'contact.not-here': 'Ei käytä tätä palvelua. Soita tai kirjoita toimistoon suoraan.',
    'contact.phone': 'Puhelin',
    'contact.hours': 'Puhelinaika',
    'contact.email': 'Sähköposti',
    'contact.address': 'Osoite',
    'contact.visits': 'Tapaaminen',
    'contact.languages': 'Palvelukielet',
    'contact.municipalities': 'Kunnat',
    'contact.untold':
      'Toimisto ei ole vielä kertonut yhteystietojaan tässä. Löydät ne alueen verkkosivuilta.',
    'contact.mail-warning': 'Älä kirjoita sähköpostiin mitään, mikä ei saa joutua muille.',

    'call.title': 'Pyydä, että soitamme sinulle',
    'call.lead': 'Soitamme sinulle kahden arkipäivän kuluessa. Et maksa puhelusta mitään.',
    'call.phone': 'Puhelinnumerosi',
    'call.when': 'Milloin sinulle sopii?',
    'call.when.hint':
      'Esimerkiksi: huomenna aamupäivällä. Kerro myös, jos emme saa jättää viestiä vastaajaan.',
    'call.about': 'Mistä haluat puhua?',
    'call.about.hint': 'Muutama sana riittää. Älä kirjoita henkilötunnusta.',
    'call.send': 'Lähetä soittopyyntö',
    'call.text': 'Soittopyyntö.',
    'call.other-office':
      'Kunta {place} kuuluu toiseen toimistoon. Katso sen yhteystiedot sivulta Yhteystiedot.',

    'sami.link': 'Davvisámegiella',
    'version-of': 'Seloste päivitetty {date}',
  },
  sv: {
    'front.title': 'Socialombudet ger råd och hjälp',
    'front.lead':
      'Har du frågor om socialtjänster eller småbarnspedagogik, eller går något fel där? Berätta för oss. Tjänsten är avgiftsfri och förtrolig.',
    'front.description':
      'Socialombudet ger råd till klienter inom socialvården och småbarnspedagogiken. Be om råd eller berätta om ett missförhållande.',
    'front.advice': 'Be om råd',
    'front.advice.text': 'Du vill veta vilka rättigheter du har eller vad du kan göra.',
    'front.complaint': 'Berätta om ett missförhållande',
    'front.complaint.text': 'Du har blivit illa bemött, ditt ärende dröjer eller du godtar inte ett beslut.',
    'front.how-long':
      'Det är nio frågor. Du kan spara dina svar och fortsätta senare. Du behöver inget konto, och du får vara anonym.',
    'front.go-on': 'Du har ett påbörjat ärende',
    'front.go-on.text': 'Dina svar är sparade i den här webbläsaren.',
    'front.go-on.link': 'Fortsätt där du slutade',
    'front.self': 'Vill du först ta reda på saken själv?',
    'front.way': 'Vad kan jag göra?',
    'front.way.text': 'Svara på några frågor. Du ser vilka sätt du har och senast när.',
    'front.deadline': 'Räkna ut en tidsfrist',
    'front.deadline.text': 'Se när du senast ska göra något eller när myndigheten ska svara.',
    'front.rights': 'Läs om dina rättigheter, klart och tydligt',
    'front.more': 'Har du redan börjat?',
    'front.follow': 'Följ ditt ärende',
    'front.follow.text':
      'Läs svaret, skicka mer information eller återta ärendet. Du behöver ärendenummer och kod.',
    'front.continue': 'Fortsätt med det du sparat',
    'front.continue.text': 'Fortsätt med koden som du fick när du sparade dina svar.',
    'front.does': 'Det här hjälper vi med',
    'front.does-1':
      'Vi berättar vilka rättigheter du har som klient inom socialvården eller småbarnspedagogiken.',
    'front.does-2': 'Vi hjälper dig att göra en anmärkning när du är missnöjd med servicen eller bemötandet.',
    'front.does-3':
      'Vi berättar hur man begär omprövning, besvärar sig, klagar eller kräver ersättning, och vart man skickar det.',
    'front.does-4': 'Vi reder ut vem ditt ärende hör till och hjälper dig till rätt ställe.',
    'front.does-5': 'Vi för ditt ärende vidare till servicen, om du ger ditt samtycke.',
    'front.does-not': 'Det här kan vi inte göra',
    'front.does-not-1': 'Vi fattar inga beslut och kan inte ändra dem.',
    'front.does-not-2': 'Vi beviljar varken pengar eller service.',
    'front.does-not-3': 'Vi är inte advokater. Vid behov hänvisar vi till rättshjälpen.',
    'front.does-not-4': 'Vi sköter inte ärenden inom hälso- och sjukvården. Där hjälper patientombudet.',
    'front.independent': 'Vi är opartiska. Vi arbetar för klientens rättigheter.',
    'front.reach': 'Andra sätt att ta kontakt',
    'front.urgent': 'Om du behöver hjälp genast',
    'front.urgent-112': 'Nödnumret, om någon är i fara just nu.',
    'front.urgent-text':
      'Vi har ingen jour. Om mat, mediciner eller bostad saknas eller ett barn är i fara, ring socialjouren i ditt område.',
    'reach.phone': 'Ring',
    'reach.phone.text': 'När du ringer kan du tala med socialombudet eller be att bli uppringd.',
    'reach.call-back': 'Be oss ringa dig',
    'reach.call-back.text': 'Lämna ditt nummer. Vi ringer inom två vardagar.',
    'reach.visit': 'Träffa oss',
    'reach.visit.text': 'Kom överens om ett möte på förhand per telefon eller genom att skriva till oss.',
    'reach.write': 'Skriv',
    'reach.write.text': 'Tryggast skriver du i den här tjänsten. Skicka inte känsliga uppgifter per e-post.',
    'reach.all': 'Alla kontaktuppgifter',

    'start.title': 'Vad vill du göra?',
    'start.unfinished': 'Du har ett påbörjat ärende',
    'start.unfinished.text':
      'Vill du fortsätta med det eller börja på nytt? Om du börjar på nytt raderas det påbörjade.',
    'start.go-on': 'Fortsätt med det påbörjade',
    'start.anew': 'Radera det och börja på nytt',

    'saved.title': 'Dina svar är sparade',
    'saved.code': 'Med den här koden kan du fortsätta:',
    'saved.copy': 'Kopiera koden',
    'saved.keep':
      'Skriv upp koden nu. Vi visar den bara en gång, och utan den kommer ingen åt svaren, inte ens vi.',
    'saved.until': 'Svaren sparas i 30 dagar, till {date}. Därefter raderas de.',
    'saved.not-sent': 'Ditt ärende är inte skickat ännu.',
    'saved.call': 'Om tidsfristen för ett beslut är nära, vänta inte. Ring oss: {phone}.',
    'saved.device': 'Den här enheten minns inte längre dina svar. Du kan tryggt stänga webbläsaren.',
    'saved.go-on': 'Fortsätt med blanketten nu',
    'saved.shown': 'Koden har redan visats',
    'saved.shown.text':
      'Koden visas bara en gång. Om du skrev upp den kan du fortsätta med den. Om inte, börja om från början.',

    'continue.title': 'Fortsätt med kod',
    'continue.text': 'Skriv koden som du fick när du sparade dina svar.',
    'continue.label': 'Kod',
    'continue.hint': 'Koden har 16 tecken, till exempel ABCD-2345-EFGH-6789.',
    'continue.go': 'Fortsätt med blanketten',
    'continue.missing': 'Skriv koden.',
    'continue.wrong':
      'Det finns inga svar med den koden. Kontrollera koden. Svaren sparas i 30 dagar och raderas sedan.',

    'gone.title': 'Dina svar har raderats',
    'gone.text':
      'Vi sparade dina svar i 30 dagar. Tiden har gått ut och svaren är raderade. Ditt ärende har inte skickats. Du kan börja om eller ringa oss.',
    'no-form.title': 'Blanketten är inte öppen i den här webbläsaren',
    'no-form.text':
      'Kanske har webbläsaren varit stängd, eller så sparade du dina svar och fortsätter nu på en annan enhet.',
    'no-form.code': 'Fortsätt med kod',
    'no-form.anew': 'Eller börja från början',
    'typed.text': 'Här är texten som du just skrev. Kopiera den innan du fortsätter.',
    'typed.label': 'Texten som du skrev',

    'limit.title': 'Vi kan inte ta emot fler just nu',
    'limit.text':
      'Det har kommit väldigt många ärenden från samma nätverk under en timme. Dina svar är sparade. Försök skicka på nytt om {minutes, plural, one {# minut} other {# minuter}}.',
    'limit.call': 'Om det är bråttom, ring oss.',
    'limit.back': 'Tillbaka till dina svar',

    'receipt.title': 'Tack, ditt ärende har kommit fram',
    'receipt.title.call': 'Tack, vi ringer dig',
    'receipt.number': 'Ärendenummer',
    'receipt.secret': 'Uppföljningskod',
    'receipt.keep':
      'Skriv upp båda eller skriv ut sidan. Uppföljningskoden visas bara den här gången. Den som har numret och koden kommer åt ditt ärende, så förvara dem väl.',
    'receipt.copy': 'Kopiera nummer och kod',
    'receipt.where': 'Följ ditt ärende på adressen {url}.',
    'receipt.shown':
      'Uppföljningskoden har redan visats för dig och kan inte visas på nytt. Om du har tappat bort den, ring oss: ditt ärende går framåt ändå.',
    'receipt.next': 'Vad som händer nu',
    'receipt.step-1': 'Ditt ärende har kommit fram',
    'receipt.step-1.text': '{office}, socialombudet',
    'receipt.step-2': 'Socialombudet sätter sig in i ditt ärende',
    'receipt.step-2.text': 'Vid behov kontaktar vi dig inom två vardagar.',
    'receipt.step-2.silent':
      'Vi kontaktar dig inte. Om vi behöver mer uppgifter frågar vi på ditt ärendes sida.',
    'receipt.urgent': 'Ditt ärende är brådskande, men vi kan inte nå dig',
    'receipt.urgent.call': 'Vänta inte på svaret. Ring oss: {phone}.',
    'receipt.urgent.no-number': 'Vänta inte på svaret. Ring växeln i ditt område och be om socialombudet.',
    'receipt.step-2.call': 'Vi ringer dig inom två vardagar.',
    'receipt.step-3': 'Du får svar',
    'receipt.step-3.text': 'Senast {date}. Det är vårt eget mål.',
    'receipt.mail':
      'Vi skickar en bekräftelse till din e-post. Där står ärendenumret, men ingenting om ditt ärende och inte uppföljningskoden.',
    'receipt.mail-demo': 'Det här är en demonstration: bekräftelsen syns i demonstrationens postlåda.',
    'receipt.mail-waits':
      'E-posten är inte i bruk just nu, så du får inget meddelande. Titta efter svaret här.',
    'receipt.no-mail': 'Kom hit och titta efter svaret. Vi skickar inget meddelande om det.',
    'receipt.follow': 'Öppna ditt ärende nu',
    'receipt.follow-link': 'Följ ditt ärende',
    'receipt.time':
      'Om du har ett beslut med en tidsfrist, kom ihåg att handla i tid. Tiden löper trots att du har tagit kontakt med oss.',
    'receipt.shared': 'Om du använder en gemensam enhet, stäng webbläsaren när du är klar.',
    'receipt.none': 'Det finns inget skickat ärende i den här webbläsaren',
    'receipt.none.text':
      'Om du skickade ärendet på en annan enhet kan du följa det med ärendenummer och kod.',

    'contact.title': 'Kontaktuppgifter',
    'contact.lead':
      'Du får hjälp av socialombudet i din hemkommuns område. Sök ditt kontor med kommunens namn.',
    'contact.lead.one': 'Du får hjälp av {office}, socialombudet.',
    'contact.search': 'Din hemkommun',
    'contact.search.hint': 'Skriv kommunens namn eller början av det.',
    'contact.find': 'Sök kontor',
    'contact.found': 'Kontoret för {place}',
    'contact.none': 'Vi hittade ingen kommun ”{place}”. Kontrollera namnet.',
    'contact.all': 'Alla kontor',
    'contact.all.note':
      'Om ett kontor saknar telefonnummer här hittar du det på områdets webbplats eller i växeln.',
    'contact.not-here': 'Använder inte den här tjänsten. Ring eller skriv direkt till kontoret.',
    'contact.phone': 'Telefon',
    'contact.hours': 'Telefontid',
    'contact.email': 'E-post',
    'contact.address': 'Adress',
    'contact.visits': 'Besök',
    'contact.languages': 'Servicespråk',
    'contact.municipalities': 'Kommuner',
    'contact.untold':
      'Kontoret har inte ännu gett sina kontaktuppgifter här. Du hittar dem på områdets webbplats.',
    'contact.mail-warning': 'Skriv inget i e-post som inte får komma i andras händer.',

    'call.title': 'Be oss ringa dig',
    'call.lead': 'Vi ringer inom två vardagar. Samtalet kostar dig ingenting.',
    'call.phone': 'Ditt telefonnummer',
    'call.when': 'När passar det dig?',
    'call.when.hint':
      'Till exempel: i morgon förmiddag. Berätta också om vi inte får lämna meddelande i telefonsvararen.',
    'call.about': 'Vad vill du tala om?',
    'call.about.hint': 'Några ord räcker. Skriv inte personbeteckning.',
    'call.send': 'Skicka',
    'call.text': 'Begäran om att bli uppringd.',
    'call.other-office': '{place} hör till ett annat kontor. Se dess uppgifter på sidan Kontaktuppgifter.',

    'sami.link': 'Davvisámegiella',
    'version-of': 'Uppdaterad {date}',
  },
  en: {
    'front.title': 'The social ombudsman advises and helps',
    'front.lead':
      'Do you have a question about social services or early childhood education, or is something going wrong there? Tell us. The service is free of charge and confidential.',
    'front.description':
      'The social ombudsman advises clients of social services and early childhood education. Ask for advice or tell about something wrong.',
    'front.advice': 'Ask for advice',
    'front.advice.text': 'You want to know about your rights or what you can do.',
    'front.complaint': 'Tell about something wrong',
    'front.complaint.text':
      'You were treated badly, your matter is delayed, or you disagree with a decision.',
    'front.how-long':
      'There are nine questions. You can save your answers and go on later. You need no account, and you need not give your name.',
    'front.go-on': 'You have begun writing to us',
    'front.go-on.text': 'Your answers are kept in this browser.',
    'front.go-on.link': 'Go on where you left off',
    'front.self': 'Would you like to find out for yourself first?',
    'front.way': 'What can I do?',
    'front.way.text': 'Answer a few questions and see which ways you have, and by when.',
    'front.deadline': 'Work out a deadline',
    'front.deadline.text': 'See by which day you have to act, or when the authority has to answer.',
    'front.rights': 'Read about your rights in plain words',
    'front.more': 'Have you already begun?',
    'front.follow': 'Follow your case',
    'front.follow.text':
      'Read the answer, send more information or withdraw. You need the case number and the code.',
    'front.continue': 'Go on with saved answers',
    'front.continue.text': 'Go on with the code you got when you saved your answers.',
    'front.does': 'What we help with',
    'front.does-1':
      'We tell you what rights you have as a client of social services or early childhood education.',
    'front.does-2':
      'We help you make an objection (muistutus) when you are unhappy with a service or how you were treated.',
    'front.does-3':
      'We tell you how to request a review, appeal, complain or claim damages, and where to send it.',
    'front.does-4': 'We find out who is responsible for your matter and help you to the right place.',
    'front.does-5': 'We take your matter to the service, if you give your consent.',
    'front.does-not': 'What we cannot do',
    'front.does-not-1': 'We make no decisions and cannot change them.',
    'front.does-not-2': 'We grant neither money nor services.',
    'front.does-not-3': 'We are not your lawyer. Where needed we guide you to legal aid.',
    'front.does-not-4': 'We do not deal with health care. There the patient ombudsman helps.',
    'front.independent': 'We are impartial. We work for the rights of clients.',
    'front.reach': 'Other ways to reach us',
    'front.urgent': 'If you need help at once',
    'front.urgent-112': 'Emergency number, if anyone is in danger right now.',
    'front.urgent-text':
      'We are not an emergency service. If there is no food, medicine or home, or a child is in danger, call the social emergency services of your area.',
    'reach.phone': 'Call',
    'reach.phone.text': 'When you call, you can speak with the social ombudsman or ask us to call you back.',
    'reach.call-back': 'Ask us to call you',
    'reach.call-back.text': 'Leave your number. We call you within two working days.',
    'reach.visit': 'Meet us',
    'reach.visit.text': 'Please arrange a meeting beforehand, by phone or in writing.',
    'reach.write': 'Write',
    'reach.write.text':
      'The safest way to write is here. Please do not send sensitive information by e-mail.',
    'reach.all': 'All contact details',

    'start.title': 'What would you like to do?',
    'start.unfinished': 'You have begun writing to us',
    'start.unfinished.text':
      'Would you like to go on with it or start afresh? If you start afresh, what you began is deleted.',
    'start.go-on': 'Go on with it',
    'start.anew': 'Delete it and start afresh',

    'saved.title': 'Your answers are saved',
    'saved.code': 'With this code you can go on:',
    'saved.copy': 'Copy the code',
    'saved.keep':
      'Write the code down now. We show it only once, and without it nobody can get to your answers, not even we.',
    'saved.until': 'The answers are kept for 30 days, until {date}. Then they are deleted.',
    'saved.not-sent': 'Your matter has not been sent yet.',
    'saved.call': 'If the time limit of a decision is close, do not wait. Call us: {phone}.',
    'saved.device': 'This device no longer remembers your answers. You can safely close the browser.',
    'saved.go-on': 'Go on with the form now',
    'saved.shown': 'The code has already been shown',
    'saved.shown.text':
      'The code is shown only once. If you wrote it down, you can go on with it. If not, start again.',

    'continue.title': 'Go on with a code',
    'continue.text': 'Type the code you got when you saved your answers.',
    'continue.label': 'Code',
    'continue.hint': 'The code has 16 characters, for example ABCD-2345-EFGH-6789.',
    'continue.go': 'Go on with the form',
    'continue.missing': 'Type the code.',
    'continue.wrong':
      'There are no answers with that code. Check the code. Answers are kept for 30 days and then deleted.',

    'gone.title': 'Your answers have expired',
    'gone.text':
      'We kept your answers for 30 days. The time has passed and they have been deleted. Your matter has not been sent. You can start again or call us.',
    'no-form.title': 'The form is not open in this browser',
    'no-form.text':
      'Perhaps the browser was closed in between, or you saved your answers and are now using another device.',
    'no-form.code': 'Go on with a code',
    'no-form.anew': 'Or start from the beginning',
    'typed.text': 'Here is the text you just typed. Copy it before you go on.',
    'typed.label': 'The text you typed',

    'limit.title': 'We cannot take in more just now',
    'limit.text':
      'Very many matters have come from the same network within an hour. Your answers are kept. Try sending again in {minutes, plural, one {# minute} other {# minutes}}.',
    'limit.call': 'If it is urgent, call us.',
    'limit.back': 'Back to your answers',

    'receipt.title': 'Thank you, your matter has reached us',
    'receipt.title.call': 'Thank you, we will call you',
    'receipt.number': 'Case number',
    'receipt.secret': 'Follow-up code',
    'receipt.keep':
      'Write down both, or print this page. The code is shown only this once. Anyone who has the number and the code can open your case, so keep them safe.',
    'receipt.copy': 'Copy number and code',
    'receipt.where': 'Follow your case at {url}.',
    'receipt.shown':
      'The follow-up code has already been shown to you and cannot be shown again. If you have lost it, call us: your case goes on all the same.',
    'receipt.next': 'What happens next',
    'receipt.step-1': 'Your matter has reached us',
    'receipt.step-1.text': '{office}, social ombudsman',
    'receipt.step-2': 'The social ombudsman looks into it',
    'receipt.step-2.text': 'Where needed we contact you within two working days.',
    'receipt.step-2.silent':
      'We do not contact you. If we need to know more, we ask on the page of your case.',
    'receipt.urgent': 'Your matter is urgent, but we cannot reach you',
    'receipt.urgent.call': 'Do not wait for the answer. Call us: {phone}.',
    'receipt.urgent.no-number':
      'Do not wait for the answer. Call the switchboard of your area and ask for the social ombudsman.',
    'receipt.step-2.call': 'We call you within two working days.',
    'receipt.step-3': 'You get an answer',
    'receipt.step-3.text': 'By {date}. This is our own target.',
    'receipt.mail':
      'We send a confirmation to your e-mail. It has the case number, but nothing about your case and not the code.',
    'receipt.mail-demo': 'This is a demonstration: the confirmation shows in its mailbox.',
    'receipt.mail-waits':
      'E-mail is not in use at the moment, so you get no message. Come back here to look for the answer.',
    'receipt.no-mail': 'Come back here to look for the answer. We send no message about it.',
    'receipt.follow': 'Open your case now',
    'receipt.follow-link': 'Follow your case',
    'receipt.time':
      'If you have a decision with a time limit, remember to act in time. Contacting us does not stop the clock.',
    'receipt.shared': 'If you share this device with others, close the browser when you are done.',
    'receipt.none': 'No matter has been sent in this browser',
    'receipt.none.text':
      'If you sent it on another device, you can follow it with the case number and the code.',

    'contact.title': 'Contact details',
    'contact.lead':
      'You are helped by the social ombudsman of the area you live in. Find your office by the name of your municipality.',
    'contact.lead.one': 'You are helped by {office}, social ombudsman.',
    'contact.search': 'Your home municipality',
    'contact.search.hint': 'Type its name or how it begins.',
    'contact.find': 'Find the office',
    'contact.found': 'The office for {place}',
    'contact.none': 'We found no municipality “{place}”. Check the name.',
    'contact.all': 'All offices',
    'contact.all.note':
      'Where an office has no phone number here, you find it on the area’s website or from its switchboard.',
    'contact.not-here': 'Does not use this service. Call or write to the office directly.',
    'contact.phone': 'Phone',
    'contact.hours': 'Phone hours',
    'contact.email': 'E-mail',
    'contact.address': 'Address',
    'contact.visits': 'Meeting',
    'contact.languages': 'Languages of service',
    'contact.municipalities': 'Municipalities',
    'contact.untold':
      'The office has not yet given its contact details here. You find them on the area’s website.',
    'contact.mail-warning': 'Do not write anything in an e-mail that others must not see.',

    'call.title': 'Ask us to call you',
    'call.lead': 'We call you within two working days. The call costs you nothing.',
    'call.phone': 'Your phone number',
    'call.when': 'When does it suit you?',
    'call.when.hint': 'For example: tomorrow morning. Tell us too if we must not leave a voice message.',
    'call.about': 'What would you like to talk about?',
    'call.about.hint': 'A few words are enough. Do not write a personal identity code.',
    'call.send': 'Send the request',
    'call.text': 'Request for a call.',
    'call.other-office': '{place} belongs to another office. See its details on the page Contact details.',

    'sami.link': 'Davvisámegiella',
    'version-of': 'Updated {date}',
  },
})
