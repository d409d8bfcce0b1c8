import type { OfficeNotes, Words } from './words.ts'

export const FINNISH_WORDS: Words = {
  answer: {
    delay:
      'Hei, ja kiitos, että kerroit tästä. Palvelu, josta on päätös, pitää toteuttaa ilman aiheetonta viivytystä ja viimeistään kolmen kuukauden kuluessa asian vireilletulosta (sosiaalihuoltolaki 45 §). Jonotilanne ei poista tätä velvollisuutta. Voit tehdä muistutuksen yksikön vastuuhenkilölle; autan mielelläni sen kirjoittamisessa. Jos tilanne kotona huononee ennen sitä, soita kotihoidon numeroon heti äläkä odota vastausta minulta.',
    decision:
      'Hei, ja kiitos viestistäsi. Päätökseen voi hakea oikaisua 30 päivän kuluessa siitä, kun olet saanut sen tiedoksi. Aika on ehdoton, joten aloitetaan siitä. Kerro oikaisuvaatimuksessa, mihin kohtaan olet tyytymätön, miksi, ja mitä haluat tilalle. Liitä mukaan lausunnot, jotka tukevat asiaasi. Minä en voi muuttaa päätöstä, mutta luen tekstisi läpi, jos haluat lähettää sen minulle ensin.',
    income:
      'Hei. Ensin tärkein: jos ruokaan tai lääkkeisiin ei ole rahaa tänään, soita hyvinvointialueen aikuissosiaalityön päivystykseen ja pyydä ehkäisevää toimeentulotukea. Kiireellinen hakemus on käsiteltävä samana tai seuraavana arkipäivänä. Tavallisen hakemuksen käsittelyaika on seitsemän arkipäivää siitä, kun hakemus tai pyydetty lisäselvitys on saapunut. Laitoin alle, mitä päätöksestä kannattaa tarkistaa ennen oikaisuvaatimusta.',
    treatment:
      'Hei, ja kiitos luottamuksesta. Sinulla on oikeus hyvään kohteluun, ja siitä voi muistuttaa. Muistutus tehdään yksikön vastuuhenkilölle, ja siihen pitää saada perusteltu vastaus kohtuullisessa ajassa, tavallisesti noin kuukaudessa. Kirjoita, mitä tapahtui, milloin ja ketkä olivat paikalla, ja mitä toivot. Jos haluat, teemme sen yhdessä puhelimessa.',
    child:
      'Hei. Ymmärrän, että olet huolissasi. Lapsella on oikeus tulla kuulluksi ikänsä mukaan, ja rajoituksesta pitää tehdä perusteltu päätös, jonka saat kirjallisena. Pyydä päätös nyt sähköpostilla ja kirjaa ylös, milloin pyysit. Soitan sinulle huomenna, niin käymme läpi, haetaanko muutosta vai tehdäänkö muistutus, vai molemmat.',
    housing:
      'Hei, ja kiitos viestistäsi. Hoivakodin on annettava omaisellesi hoitoa, joka vastaa hänen tarpeitaan, olipa talo alueen oma tai ostettu. Puhu ensin yksikön esihenkilön kanssa ja pyydä, että asia kirjataan. Jos se ei auta, tehdään muistutus. Jos hoidossa on jotain vaarallista, soita minulle heti.',
    fees: 'Hei. Asiakasmaksusta pitää saada päätös, josta näkee laskelman. Pyydä laskelma kirjallisena ja vertaa siihen omia tulojasi ja lääkekulujasi. Maksua on alennettava tai se on jätettävä perimättä, jos se vaarantaa toimeentulosi. Alennusta haetaan asiakasmaksuyksiköstä, ja laskun eräpäivää voi pyytää siirrettäväksi siksi aikaa.',
    information:
      'Hei, ja kiitos kysymyksestäsi. Kokosin tähän, kenelle asia kuuluu, mitä sinun kannattaa pyytää kirjallisena ja missä ajassa vastaus pitää saada. Jos sinut ohjataan taas eteenpäin, kysy aina, kuka asian ottaa vastaan, ja pyydä nimi. Palaa tähän viestiketjuun, jos et pääse perille.',
  },
  draft: {
    treatment:
      'Luonnos muistutukseksi:\n\nKohtelu tapaamisessa ei ollut asiallista. Kerroin asiani, ja minut keskeytettiin. Työntekijän sanat loukkasivat minua, enkä tiedä, mitä tapaamisessa sovittiin.\n\nPyydän, että kerrotte, miten tapaaminen kirjattiin, miksi minua puhuteltiin niin, ja mitä teette, ettei sama toistu.\n\nLue rauhassa ja muuta kaikki, mikä ei ole niin kuin itse sanoisit. Muistutus on sinun.',
    delay:
      'Luonnos muistutukseksi:\n\nOmaiseni kotihoidosta on päätös, mutta sovitut käynnit ovat jääneet tekemättä tai tulleet tunteja myöhässä. Liitteenä on lista päivistä.\n\nPyydän, että kerrotte, mistä tämä johtuu, milloin käynnit toteutuvat sovitusti, ja kenelle soitan, kun hoitaja ei tule.\n\nTarkista päivät ja lisää, jos jotain puuttuu.',
    child:
      'Luonnos muistutukseksi:\n\nLapseltani ei kysytty hänen omaa mielipidettään ennen kuin suunnitelma kirjoitettiin. En ole saanut päätöstä kirjallisena, vaikka olen pyytänyt sitä.\n\nPyydän selvitystä siitä, miten lapsen mielipide selvitettiin, ja päätöksen perusteluineen.\n\nOnko tämä niin kuin se meni?',
    housing:
      'Luonnos muistutukseksi:\n\nOmaiseni perushoito on jäänyt tekemättä useana päivänä, ja kun kysyin siitä, minulle vastattiin tylysti.\n\nPyydän selvitystä hoitajien määrästä näinä päivinä ja siitä, miten omaiseni hoito turvataan jatkossa.\n\nMuuta vapaasti. Lähetetään vasta, kun hyväksyt tekstin.',
  },
  askClient: [
    'Kiitos yhteydenotostasi. Voisitko lähettää minulle vielä kuvan päätöksestä tai kertoa, milloin se tuli? Siitä näen, kuinka paljon meillä on aikaa.',
    'Hei. Jotta osaan neuvoa oikein, tarvitsen kaksi tietoa: onko asiasta tehty kirjallinen päätös, ja oletko puhunut siitä jo yksikön esihenkilön kanssa?',
  ],
  toClient: [
    'Hei. Soitin yksikköön yleisellä tasolla enkä kertonut nimeäsi. He vahvistivat, että hakemus on käsittelyssä. Pyydä käsittelyaika-arvio kirjallisena, siihen sinulla on oikeus.',
    'Hei. Tässä vielä linkki lomakkeeseen, josta puhuimme. Jos jokin kohta jää auki, jätä se tyhjäksi ja lähetä silti.',
  ],
  fromClient: [
    'Kiitos, tästä oli apua. Sain nyt heiltä ajan torstaille. Kysyn vielä teiltä, jos en ymmärrä, mitä siellä sanotaan.',
    'Löysin päätöksen. Se on päivätty kolmas päivä, mutta kirje tuli vasta viikkoa myöhemmin. Vaikuttaako se?',
    'Hei, ehdinkö vielä lisätä tähän yhden asian? Sama on tapahtunut myös viime vuonna.',
  ],
  afterEnd: [
    'Hei taas. Luulin, että asia on kunnossa, mutta sain eilen uuden kirjeen, jossa kaikki alkaa alusta. Voisitteko katsoa tätä vielä?',
  ],
  plan: [
    'Tehdään näin:\n\n1. Kirjoita oikaisuvaatimus. Malli on liitteenä, ja kolme lausetta riittää.\n2. Lähetä se päätöksessä mainittuun osoitteeseen niin, että se on perillä määräpäivänä ennen virka-ajan loppua.\n3. Säästä kuitti tai lähetetyn viestin kopio.\n\nKerro minulle, kun olet lähettänyt sen. Jos aika käy vähiin, lähetä lyhyt vaatimus ja täydennä sitä myöhemmin.',
    'Suunnitelma: pyydä ensin se lausunto, johon päätöksessä viitataan. Samalla kirjoitat vaatimuksen, jossa sanot, mitä haluat muutettavaksi. Liitteitä voi lähettää jälkikäteen, määräpäivää ei voi siirtää. Oikeusaputoimisto auttaa, jos asia menee hallinto-oikeuteen.',
  ],
  changes: [
    'Muuten hyvä, mutta en halua, että siinä mainitaan naapuria. Ja käynti oli tiistaina, ei maanantaina.',
  ],
  agreed: [
    'Sovimme tapaamisessa tämän: yksikkö nimeää sinulle kaksi tuttua työntekijää, käyntien aika on puolen tunnin tarkkuudella sovittu, ja myöhästymisestä soitetaan. Palaamme asiaan kuukauden kuluttua. Kerro heti, jos sovittu ei pidä.',
    'Kiitos hyvästä tapaamisesta. Kirjaan, mitä lupasitte toisillenne: esihenkilö vastaa jatkossa itse kysymyksiin, ja sinä saat vastauksen kahden arkipäivän kuluessa. Katsomme neljän viikon päästä, miten on mennyt.',
  ],
  handOver: [
    'Asiasi kuuluu toiselle viranomaiselle. Soitin sinne puolestasi luvallasi ja sain kiinni ihmisen, joka odottaa soittoasi huomenna kello yhdeksän. Kerro puhelussa asianumerosi, niin sinun ei tarvitse aloittaa alusta. Jos he eivät vastaa, palaa minulle.',
  ],
  close: [
    'Kiitos yhteistyöstä. Päätän asian nyt, koska saimme sen selvitettyä. Jos jotain tulee vielä, kirjoita tähän samaan ketjuun, niin avaan asian uudelleen.',
    'Sovimme puhelimessa, että jatkat tästä itse. Päätän asian meillä. Voit aina ottaa uudelleen yhteyttä.',
  ],
  nextRemedy: [
    'Muistutuksen vastaus ei ole sitova, eikä siitä voi valittaa, mutta keinot eivät lopu tähän. Seuraava mahdollisuus on kantelu Lupa- ja valvontavirastoon tai valitus hallinto-oikeuteen, sen mukaan, onko asiasta valituskelpoinen päätös. Käydään ne läpi puhelimessa.',
  ],
  toComplaint: [
    'Vastaus viipyy jo selvästi yli sen, mitä pidetään kohtuullisena. Voit kannella Lupa- ja valvontavirastoon. Se on maksutonta, eikä kantelu estä muistutuksen vastausta tulemasta. Kirjoitin valmiiksi, mitä kantelussa kannattaa kertoa.',
  ],
  feedback: [
    'Ensimmäinen ihminen, joka kuunteli loppuun asti.',
    'Vastaus tuli nopeasti, mutta päätöstä se ei muuttanut.',
    'Kiitos, että selititte asian niin, että minäkin ymmärsin.',
  ],
}

export const FINNISH_NOTES: OfficeNotes = {
  call: [
    'Puhuttiin puolisen tuntia. Asiakas on väsynyt mutta haluaa hoitaa asian itse. Kävin läpi vaihtoehdot ja lupasin lähettää ohjeet.',
    'Tavoitin heti. Tilanne on vakava mutta ei hätä juuri nyt. Sovittiin uusi soitto huomiseksi.',
  ],
  askAuthority: [
    'Soitin yksikön esihenkilölle ja kysyin, missä vaiheessa asia on. Lupasi selvittää ja palata.',
    'Kysyin kirjaamosta hakemuksen saapumispäivää ja käsittelyaikaa. Asiakas on antanut suostumuksen.',
  ],
  assess: [
    'Käytiin vastaus läpi puhelimessa kohta kohdalta. Asiakas sanoi, että pääkysymykseen ei vastattu.',
  ],
  request: ['Lähetin pyynnön yksikön esihenkilölle. Mukana vain se, mihin suostumus riittää.'],
  unitReplied: ['Yksikkö on valmis tapaamaan. Esihenkilö kuulosti pahoittelevalta.'],
  talk: [
    'Paikalla asiakas, palveluesimies ja minä. Alku oli jäykkä, mutta loppua kohden puhuttiin jo samasta asiasta.',
  ],
  colleague: [
    'Katsotaanko tätä yhdessä perjantaina? Samasta tiimistä on tullut jo kolmas yhteydenotto tässä kuussa.',
    'Asiakas toivoo soittoa aamupäivällä, iltapäivisin hän on dialyysissä.',
    'Muistutuksen vastaus on tulossa postissa, älä päätä asiaa ennen sitä.',
    'Sama ilmiö kuin keväällä: päätös on, palvelua ei. Otetaan vuosiselvitykseen.',
  ],
}
