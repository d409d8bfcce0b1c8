import type { Remedy } from './remedy.ts'

/** Ways that help at once, and those about data and damage; the ombudsman closes every list. */
export const aboutNeeds: readonly Remedy[] = [
  {
    code: 'urgent-assistance',
    name: {
      fi: 'Kiireellinen toimeentulotuki',
      sv: 'Brådskande utkomststöd',
      en: 'Urgent social assistance',
    },
    to: {
      fi: 'Kelaan. Soita ja sano, että asia on kiireellinen ja että ruoka, lääkkeet tai asunto puuttuu.',
      sv: 'Till FPA. Ring och säg att det är brådskande och att du saknar mat, medicin eller bostad.',
      en: 'To Kela. Call and say that it is urgent and that you are without food, medicine or a home.',
    },
    when: {
      fi: 'Tänään. Kiireellinen hakemus käsitellään ennen muita.',
      sv: 'I dag. En brådskande ansökan behandlas före andra.',
      en: 'Today. An urgent application is handled before others.',
    },
    can: {
      fi: 'Saat rahaa välttämättömään nopeammin.',
      sv: 'Du får pengar till det nödvändiga snabbare.',
      en: 'You get money for what is necessary sooner.',
    },
    cannot: {
      fi: 'Se ei ratkaise muita etuuksia. Hae myös ne, joihin sinulla on oikeus.',
      sv: 'Det löser inte andra förmåner. Ansök också om dem som du har rätt till.',
      en: 'It does not settle other benefits. Apply for those you have a right to as well.',
    },
    write: [],
    statute: '1412/1997',
    bodies: ['kela'],
    verified: true,
  },
  {
    code: 'county-support',
    name: {
      fi: 'Hyvinvointialueen ehkäisevä tai täydentävä toimeentulotuki',
      sv: 'Välfärdsområdets förebyggande eller kompletterande utkomststöd',
      en: 'Preventive or supplementary social assistance from the county',
    },
    to: {
      fi: 'Hyvinvointialueen tai Helsingin sosiaalipalveluihin. Pyydä samalla aikaa sosiaalityöntekijälle.',
      sv: 'Till välfärdsområdets eller Helsingfors socialservice. Be samtidigt om en tid hos en socialarbetare.',
      en: 'To the social services of the county or Helsinki. Ask for a social worker at the same time.',
    },
    when: {
      fi: 'Tänään, jos raha ei riitä ruokaan, lääkkeisiin tai vuokraan.',
      sv: 'I dag, om pengarna inte räcker till mat, medicin eller hyra.',
      en: 'Today, if you have no money for food, medicine or rent.',
    },
    can: {
      fi: 'Se voi auttaa, kun Kelan tuki ei riitä tai viipyy, esimerkiksi vuokrarästin tai äkillisen menon takia.',
      sv: 'Det kan hjälpa när FPA:s stöd inte räcker eller dröjer, till exempel vid hyresskuld eller en plötslig utgift.',
      en: 'It can help when Kela’s support is late or not enough, for example with rent arrears or a sudden cost.',
    },
    cannot: {
      fi: 'Se on harkinnanvaraista. Pyydä päätös kirjallisena: siihen voi vaatia oikaisua.',
      sv: 'Det beror på en bedömning. Be om ett skriftligt beslut: det kan omprövas.',
      en: 'It is at the county’s discretion. Ask for a written decision: you can request a review of it.',
    },
    write: [
      {
        fi: 'mihin raha tarvitaan ja mihin mennessä',
        sv: 'vad pengarna behövs till och när',
        en: 'what the money is for and by when',
      },
      {
        fi: 'mitä tuloja sinulla on nyt ja mitä odotat Kelasta',
        sv: 'vilka inkomster du har nu och vad du väntar på från FPA',
        en: 'what income you have now and what you are waiting for from Kela',
      },
    ],
    statute: '1412/1997',
    bodies: ['social-work', 'social-emergency'],
    verified: true,
  },
  {
    code: 'data-access',
    name: {
      fi: 'Pyydä nähdä omat tietosi',
      sv: 'Begär att få se dina egna uppgifter',
      en: 'Ask to see your own data',
    },
    to: {
      fi: 'Sille, jolla tiedot ovat: hyvinvointialueelle, Kelaan, kuntaan tai palveluntuottajalle.',
      sv: 'Till den som har uppgifterna: välfärdsområdet, FPA, kommunen eller serviceproducenten.',
      en: 'To whoever holds them: the county, Kela, the municipality or the provider.',
    },
    when: {
      fi: 'Milloin vain. Vastaus pitää antaa kuukauden kuluessa; mutkikkaassa asiassa aikaa voidaan jatkaa, ja siitä pitää kertoa.',
      sv: 'När som helst. Svaret ska ges inom en månad; i ett komplicerat ärende kan tiden förlängas, och det ska meddelas.',
      en: 'At any time. The answer is due within a month; in a complex matter it can be extended, and you must be told.',
    },
    can: {
      fi: 'Näet, mitä sinusta on kirjattu. Se on maksutonta.',
      sv: 'Du ser vad som har antecknats om dig. Det är avgiftsfritt.',
      en: 'You see what has been recorded about you. It is free of charge.',
    },
    cannot: {
      fi: 'Joitakin tietoja voidaan jättää antamatta, esimerkiksi toisen ihmisen suojaksi. Siitä pitää antaa perustelu.',
      sv: 'En del uppgifter kan lämnas bort, till exempel för att skydda någon annan. Det ska motiveras.',
      en: 'Some data may be left out, for example to protect somebody else. Reasons must be given.',
    },
    write: [
      {
        fi: 'kuka olet ja mitä tietoja haluat, miltä ajalta',
        sv: 'vem du är och vilka uppgifter du vill ha, från vilken tid',
        en: 'who you are and which data you want, from what time',
      },
    ],
    statute: 'EU 2016/679 15; EU 2016/679 12(3)',
    letter: 'data-access',
    bodies: ['registry'],
    verified: true,
  },
  {
    code: 'data-rectification',
    name: {
      fi: 'Vaadi virheen korjaamista tiedoissasi',
      sv: 'Begär att fel i dina uppgifter rättas',
      en: 'Ask for a mistake in your data to be corrected',
    },
    to: {
      fi: 'Sille, jolla tiedot ovat.',
      sv: 'Till den som har uppgifterna.',
      en: 'To whoever holds the data.',
    },
    when: {
      fi: 'Milloin vain. Vastaus pitää antaa kuukauden kuluessa; mutkikkaassa asiassa aikaa voidaan jatkaa, ja siitä pitää kertoa.',
      sv: 'När som helst. Svaret ska ges inom en månad; i ett komplicerat ärende kan tiden förlängas, och det ska meddelas.',
      en: 'At any time. The answer is due within a month; in a complex matter it can be extended, and you must be told.',
    },
    can: {
      fi: 'Väärä tieto korjataan ja puuttuva täydennetään.',
      sv: 'En felaktig uppgift rättas och en bristfällig kompletteras.',
      en: 'A wrong fact is corrected and a gap is filled.',
    },
    cannot: {
      fi: 'Työntekijän arviota ei poisteta siksi, että olet eri mieltä. Voit pyytää, että näkemyksesi kirjataan.',
      sv: 'En anställds bedömning tas inte bort för att du är av annan åsikt. Du kan be att din syn antecknas.',
      en: 'A worker’s judgment is not removed because you disagree. You can ask for your view to be recorded.',
    },
    write: [
      { fi: 'mikä kohta on väärin', sv: 'vilket ställe som är fel', en: 'which part is wrong' },
      {
        fi: 'mikä on oikein ja mistä se näkyy',
        sv: 'vad som är rätt och vad som visar det',
        en: 'what is right and what shows it',
      },
    ],
    statute: 'EU 2016/679 16; EU 2016/679 12(3)',
    letter: 'data-rectification',
    bodies: ['registry'],
    verified: true,
  },
  {
    code: 'documents',
    name: {
      fi: 'Pyydä asiakirja viranomaiselta',
      sv: 'Begär en handling av en myndighet',
      en: 'Ask an authority for a document',
    },
    to: {
      fi: 'Sille viranomaiselle, jolla asiakirja on.',
      sv: 'Till den myndighet som har handlingen.',
      en: 'To the authority that holds the document.',
    },
    when: {
      fi: 'Milloin vain. Asiakirja pitää antaa kahden viikon kuluessa, tai kuukauden, jos siinä on salassa pidettävää tai pyyntö on laaja.',
      sv: 'När som helst. Handlingen ska ges inom två veckor, eller en månad om den innehåller sekretess eller begäran är omfattande.',
      en: 'At any time. The document is due within two weeks, or a month if it holds secret parts or the request is large.',
    },
    can: {
      fi: 'Saat sen, mitä omasta asiastasi on kirjoitettu. Jos et saa, voit vaatia päätöksen, josta voi valittaa.',
      sv: 'Du får det som har skrivits i ditt eget ärende. Om du inte får det kan du kräva ett beslut som kan överklagas.',
      en: 'You get what was written in your own matter. If not, you can demand a decision that can be appealed.',
    },
    cannot: {
      fi: 'Toisen ihmisen yksityisiä tietoja ei yleensä anneta.',
      sv: 'Andra personers privata uppgifter lämnas oftast inte ut.',
      en: 'Other people’s private details are usually not given.',
    },
    write: [
      {
        fi: 'mikä asiakirja, tai mistä asiasta ja miltä ajalta',
        sv: 'vilken handling, eller vilket ärende och från vilken tid',
        en: 'which document, or which matter and what time',
      },
      {
        fi: 'että haluat kielteisestä vastauksesta päätöksen',
        sv: 'att du vill ha ett beslut om svaret är nej',
        en: 'that you want a decision if the answer is no',
      },
    ],
    statute: '621/1999 14 §',
    bodies: ['registry'],
    verified: true,
  },
  {
    code: 'data-ombudsman',
    name: {
      fi: 'Ilmoitus tietosuojavaltuutetulle',
      sv: 'Anmälan till dataombudsmannen',
      en: 'Report to the Data Protection Ombudsman',
    },
    to: {
      fi: 'Tietosuojavaltuutetun toimistoon, kun olet ensin pyytänyt itse.',
      sv: 'Till dataombudsmannens byrå, när du först själv har begärt uppgifterna.',
      en: 'To the Office of the Data Protection Ombudsman, after you have asked yourself.',
    },
    when: {
      fi: 'Kun vastausta ei tule ajoissa tai pyyntöön ei suostuta.',
      sv: 'När svaret inte kommer i tid eller begäran inte godkänns.',
      en: 'When no answer comes in time, or the request is refused.',
    },
    can: {
      fi: 'Valtuutettu voi määrätä antamaan tai korjaamaan tiedot.',
      sv: 'Ombudsmannen kan bestämma att uppgifterna ska ges eller rättas.',
      en: 'The ombudsman can order the data to be given or corrected.',
    },
    cannot: {
      fi: 'Hän ei ratkaise, onko sinulla oikeus palveluun.',
      sv: 'Ombudsmannen avgör inte om du har rätt till en tjänst.',
      en: 'It is not decided there whether you have a right to a service.',
    },
    write: [
      {
        fi: 'mitä pyysit, milloin ja mitä vastattiin',
        sv: 'vad du begärde, när och vad svaret var',
        en: 'what you asked for, when and what the answer was',
      },
    ],
    statute: 'EU 2016/679 77',
    bodies: ['data-protection'],
    verified: true,
  },
  {
    code: 'damages',
    name: { fi: 'Vahingonkorvausvaatimus', sv: 'Skadeståndsanspråk', en: 'Claim for damages' },
    to: {
      fi: 'Ensin sille, jonka toiminnasta vahinko tuli, yleensä hyvinvointialueelle. Jos se ei suostu, käräjäoikeuteen.',
      sv: 'Först till den som orsakade skadan, oftast välfärdsområdet. Om det inte går med på det, till tingsrätten.',
      en: 'First to whoever caused the damage, usually the county. If it refuses, to the district court.',
    },
    when: {
      fi: 'Älä odota: korvausoikeus vanhenee. Kysy oikeusaputoimistosta, milloin aika sinun asiassasi päättyy.',
      sv: 'Vänta inte: rätten till skadestånd preskriberas. Fråga rättshjälpsbyrån när tiden går ut i ditt fall.',
      en: 'Do not wait: the right to damages lapses. Ask the legal aid office when the time ends in your case.',
    },
    can: {
      fi: 'Voit saada korvauksen rahallisesta vahingosta, joka tuli virheestä tai viivästyksestä.',
      sv: 'Du kan få ersättning för en ekonomisk skada som ett fel eller dröjsmål orsakade.',
      en: 'You may be paid for a loss that came of a mistake or a delay.',
    },
    cannot: {
      fi: 'Mielipahasta ei yleensä makseta. Oikeudenkäynnistä voi tulla kuluja: kysy ensin oikeusaputoimistosta.',
      sv: 'Att man har blivit illa berörd ger oftast ingen ersättning. En rättegång kan bli dyr: fråga först rättshjälpsbyrån.',
      en: 'Hurt feelings are usually not paid for. A court case can cost money: ask the legal aid office first.',
    },
    write: [
      {
        fi: 'mikä vahinko tuli ja milloin',
        sv: 'vilken skada som uppstod och när',
        en: 'what damage there was and when',
      },
      {
        fi: 'miksi se johtui virheestä tai viivästyksestä',
        sv: 'varför den berodde på ett fel eller dröjsmål',
        en: 'why it came of a mistake or a delay',
      },
      {
        fi: 'paljonko vaadit, kuitit liitteinä',
        sv: 'hur mycket du kräver, med kvitton som bilagor',
        en: 'how much you claim, with receipts',
      },
    ],
    statute: '412/1974',
    letter: 'damages',
    bodies: ['registry', 'legal-aid'],
    verified: true,
  },
  {
    code: 'patient-ombudsman',
    name: {
      fi: 'Potilasasiavastaava auttaa',
      sv: 'Patientombudet hjälper',
      en: 'The patient ombudsman helps',
    },
    to: {
      fi: 'Alueesi potilasasiavastaavalle. Terveydenhuollon asiat kuuluvat hänelle.',
      sv: 'Till patientombudet i ditt område. Ärenden inom hälso- och sjukvården hör dit.',
      en: 'To the patient ombudsman of your area, who deals with health care.',
    },
    when: {
      fi: 'Pian, jos sinulla on päätös, jonka aika kuluu.',
      sv: 'Snart, om du har ett beslut vars tid löper.',
      en: 'Soon, if you have a decision whose time is running.',
    },
    can: {
      fi: 'Saat maksutta neuvoa hoitoa koskevasta muistutuksesta, kantelusta ja potilasvahingosta.',
      sv: 'Du får avgiftsfria råd om anmärkning, klagan och patientskada som gäller vård.',
      en: 'You get free advice on objections, complaints and injuries in health care.',
    },
    cannot: {
      fi: 'Hän ei päätä hoidosta.',
      sv: 'Patientombudet beslutar inte om vården.',
      en: 'The patient ombudsman does not decide on treatment.',
    },
    write: [],
    statute: '739/2023',
    bodies: ['patient-ombudsman'],
    verified: true,
  },
  {
    code: 'ombudsman',
    name: {
      fi: 'Kysy sosiaaliasiavastaavalta',
      sv: 'Fråga socialombudet',
      en: 'Ask the social ombudsman',
    },
    to: {
      fi: 'Meille: puhelimella, tässä palvelussa tai sopimalla tapaamisen.',
      sv: 'Oss: per telefon, i den här tjänsten eller på ett möte.',
      en: 'Us: by phone, in this service, or by arranging a meeting.',
    },
    when: {
      fi: 'Milloin vain. Yhteydenotto meille ei pysäytä päätöksen määräaikaa.',
      sv: 'När som helst. Tiden i ett beslut stannar inte för att du kontaktar oss.',
      en: 'At any time. Contacting us does not stop the time of a decision.',
    },
    can: {
      fi: 'Neuvomme maksutta ja puolueettomasti, autamme kirjoittamaan ja voimme suostumuksellasi ottaa yhteyttä palveluun.',
      sv: 'Vi ger avgiftsfria och opartiska råd, hjälper dig att skriva och kan med ditt samtycke kontakta tjänsten.',
      en: 'We advise free of charge and impartially, help you write and, with your consent, contact the service.',
    },
    cannot: {
      fi: 'Emme voi muuttaa päätöksiä emmekä myöntää palveluja.',
      sv: 'Vi kan inte ändra beslut eller bevilja tjänster.',
      en: 'We cannot change decisions or grant services.',
    },
    write: [],
    statute: '739/2023',
    bodies: [],
    verified: true,
  },
]
