import type { Text3 } from '../language/lang.ts'

/** A kind of body that a person may have to turn to. */
export interface BodyKind {
  readonly code: string
  readonly name: Text3
  /** What it does for a person, in one or two plain sentences. */
  readonly does: Text3
  /** What to say when one calls; an office may word it better. */
  readonly say: Text3
  /**
   * `national`: one for the whole country, shown also where no office has told of it. `county` and `municipality`:
   * each has its own, so it is shown only once an office has filled it in.
   */
  readonly reach: 'national' | 'county' | 'municipality'
  /** The body's own pages; only what is known with certainty. Phone numbers are never built in: offices fill them in. */
  readonly web?: string
}

const kinds = [
  {
    code: 'social-emergency',
    name: {
      fi: 'Sosiaali- ja kriisipäivystys',
      sv: 'Social- och krisjour',
      en: 'Social and crisis emergency services',
    },
    does: {
      fi: 'Auttaa myös iltaisin, öisin ja viikonloppuisin, kun apu ei voi odottaa: lapsi, koti tai turvallisuus on vaarassa.',
      sv: 'Hjälper också på kvällar, nätter och helger när hjälpen inte kan vänta: ett barn, hemmet eller säkerheten är i fara.',
      en: 'Helps also in the evening, at night and at weekends when help cannot wait: a child, a home or safety is at risk.',
    },
    say: {
      fi: 'Tarvitsen apua heti. Minulta puuttuu nyt …',
      sv: 'Jag behöver hjälp genast. Just nu saknar jag …',
      en: 'I need help at once. Right now I am without …',
    },
    reach: 'county',
  },
  {
    code: 'social-work',
    name: {
      fi: 'Hyvinvointialueen sosiaalipalvelujen neuvonta',
      sv: 'Välfärdsområdets rådgivning om socialservice',
      en: 'County advice on social services',
    },
    does: {
      fi: 'Neuvoo palveluista, ottaa vastaan hakemuksia ja ohjaa sosiaalityöntekijälle. Täältä kysytään myös ehkäisevää ja täydentävää toimeentulotukea.',
      sv: 'Ger råd om tjänster, tar emot ansökningar och hänvisar till en socialarbetare. Här frågar man också efter förebyggande och kompletterande utkomststöd.',
      en: 'Advises on services, takes applications and puts you in touch with a social worker. This is also where to ask for preventive and supplementary social assistance.',
    },
    say: {
      fi: 'Haluan puhua sosiaalityöntekijän kanssa. Asiani on …',
      sv: 'Jag vill tala med en socialarbetare. Mitt ärende gäller …',
      en: 'I would like to talk to a social worker. My matter is …',
    },
    reach: 'county',
  },
  {
    code: 'registry',
    name: {
      fi: 'Hyvinvointialueen kirjaamo',
      sv: 'Välfärdsområdets registratorskontor',
      en: 'Registry of the wellbeing services county',
    },
    does: {
      fi: 'Ottaa vastaan muistutukset, oikaisuvaatimukset, asiakirjapyynnöt ja korvausvaatimukset ja vie ne oikealle henkilölle.',
      sv: 'Tar emot anmärkningar, begäran om omprövning, begäran om handlingar och skadeståndsanspråk och för dem till rätt person.',
      en: 'Receives objections, requests for review, requests for documents and claims, and passes them to the right person.',
    },
    say: {
      fi: 'Haluan jättää asiakirjan. Miten saan todistuksen siitä, että se on tullut perille?',
      sv: 'Jag vill lämna in en handling. Hur får jag bevis på att den har kommit fram?',
      en: 'I want to hand in a document. How do I get proof that it has arrived?',
    },
    reach: 'county',
  },
  {
    code: 'review-board',
    name: {
      fi: 'Muutoksenhakua käsittelevä toimielin',
      sv: 'Organet som behandlar omprövning',
      en: 'Board that handles reviews',
    },
    does: {
      fi: 'Ratkaisee oikaisuvaatimukset, jotka koskevat hyvinvointialueen sosiaalihuollon päätöksiä.',
      sv: 'Avgör begäran om omprövning av välfärdsområdets beslut inom socialvården.',
      en: 'Decides requests for review of the county’s social welfare decisions.',
    },
    say: {
      fi: 'Olen tehnyt oikaisuvaatimuksen. Milloin se ratkaistaan?',
      sv: 'Jag har begärt omprövning. När avgörs den?',
      en: 'I have requested a review. When will it be decided?',
    },
    reach: 'county',
  },
  {
    code: 'patient-ombudsman',
    name: { fi: 'Potilasasiavastaava', sv: 'Patientombudet', en: 'Patient ombudsman' },
    does: {
      fi: 'Neuvoo ja auttaa terveydenhuollon asioissa. Palvelu on maksuton.',
      sv: 'Ger råd och hjälper i ärenden som gäller hälso- och sjukvården. Tjänsten är avgiftsfri.',
      en: 'Advises and helps in matters of health care. The service is free of charge.',
    },
    say: {
      fi: 'Asiani koskee hoitoa. Haluan neuvoa siitä, mitä voin tehdä.',
      sv: 'Mitt ärende gäller vård. Jag vill ha råd om vad jag kan göra.',
      en: 'My matter is about health care. I would like advice on what I can do.',
    },
    reach: 'county',
  },
  {
    code: 'early-education',
    name: {
      fi: 'Kunnan varhaiskasvatus',
      sv: 'Kommunens småbarnspedagogik',
      en: 'Municipal early childhood education',
    },
    does: {
      fi: 'Järjestää varhaiskasvatuksen, tekee siitä päätökset ja vastaa muistutuksiin.',
      sv: 'Ordnar småbarnspedagogiken, fattar besluten om den och svarar på anmärkningar.',
      en: 'Arranges early childhood education, makes the decisions on it and answers objections.',
    },
    say: {
      fi: 'Haluan puhua varhaiskasvatuksen johtavan viranhaltijan kanssa.',
      sv: 'Jag vill tala med den ledande tjänsteinnehavaren för småbarnspedagogiken.',
      en: 'I would like to talk to the leading officer of early childhood education.',
    },
    reach: 'municipality',
  },
  {
    code: 'employment',
    name: { fi: 'Työllisyyspalvelut', sv: 'Sysselsättningstjänsterna', en: 'Employment services' },
    does: {
      fi: 'Kunta tai kuntien yhteinen työllisyysalue auttaa työnhaussa. Täällä ilmoittaudutaan työttömäksi työnhakijaksi.',
      sv: 'Kommunen eller ett sysselsättningsområde som kommuner har gemensamt hjälper med jobbsökning. Här anmäler man sig som arbetslös arbetssökande.',
      en: 'The municipality, or several together, helps with looking for work. This is where you register as an unemployed job seeker.',
    },
    say: {
      fi: 'Haluan ilmoittautua työnhakijaksi tai kysyä työnhaustani.',
      sv: 'Jag vill anmäla mig som arbetssökande eller fråga om min jobbsökning.',
      en: 'I would like to register as a job seeker, or ask about my registration.',
    },
    reach: 'municipality',
  },
  {
    code: 'kela',
    name: { fi: 'Kela', sv: 'FPA', en: 'Kela' },
    does: {
      fi: 'Myöntää perustoimeentulotuen ja muut Kelan etuudet, kertoo missä hakemus on ja ottaa vastaan oikaisuvaatimukset.',
      sv: 'Beviljar grundläggande utkomststöd och FPA:s andra förmåner, berättar hur det går med ansökan och tar emot begäran om omprövning.',
      en: 'Grants basic social assistance and Kela’s other benefits, tells you where your application is and receives requests for review.',
    },
    say: {
      fi: 'Haluan tietää, missä vaiheessa hakemukseni on ja mitä siitä puuttuu.',
      sv: 'Jag vill veta hur det går med min ansökan och vad som saknas i den.',
      en: 'I would like to know how far my application is and what is missing from it.',
    },
    reach: 'national',
    web: 'https://www.kela.fi',
  },
  {
    code: 'legal-aid',
    name: { fi: 'Oikeusaputoimisto', sv: 'Rättshjälpsbyrån', en: 'Legal aid office' },
    does: {
      fi: 'Antaa lakiapua. Jos tulosi ovat pienet, apu voi olla maksutonta. Oikeusavustaja voi hoitaa asiaasi puolestasi.',
      sv: 'Ger juridisk hjälp. Om du har små inkomster kan hjälpen vara avgiftsfri. Ett rättsbiträde kan sköta ärendet för dig.',
      en: 'Gives legal help. If your income is low, it may be free of charge. A lawyer there can act for you.',
    },
    say: {
      fi: 'Tarvitsen apua oikaisuvaatimukseen, valitukseen tai korvausvaatimukseen. Määräaikani päättyy …',
      sv: 'Jag behöver hjälp med en begäran om omprövning, besvär eller ett skadeståndsanspråk. Min tid går ut …',
      en: 'I need help with a review, an appeal or a claim. My time ends on …',
    },
    reach: 'national',
  },
  {
    code: 'debt-counselling',
    name: {
      fi: 'Talous- ja velkaneuvonta',
      sv: 'Ekonomi- och skuldrådgivningen',
      en: 'Financial and debt counselling',
    },
    does: {
      fi: 'Auttaa, kun laskut tai velat eivät enää hoidu. Neuvonta on maksutonta.',
      sv: 'Hjälper när du inte klarar av räkningar eller skulder. Rådgivningen är avgiftsfri.',
      en: 'Helps when bills or debts have become too much. Counselling is free of charge.',
    },
    say: {
      fi: 'En selviä veloistani. Haluan ajan velkaneuvontaan.',
      sv: 'Jag klarar inte av mina skulder. Jag vill ha en tid till skuldrådgivningen.',
      en: 'I cannot manage my debts. I would like an appointment.',
    },
    reach: 'national',
  },
  {
    code: 'guardianship',
    name: { fi: 'Edunvalvonta', sv: 'Intressebevakningen', en: 'Guardianship services' },
    does: {
      fi: 'Hoitaa sen ihmisen raha-asioita, joka ei itse siihen pysty ja jolle on määrätty edunvalvoja.',
      sv: 'Sköter ekonomin för den som inte själv klarar av det och som har fått en intressebevakare.',
      en: 'Looks after the money of a person who cannot do so and who has been given a guardian.',
    },
    say: {
      fi: 'Haluan puhua edunvalvojani kanssa tai kysyä edunvalvonnasta.',
      sv: 'Jag vill tala med min intressebevakare eller fråga om intressebevakning.',
      en: 'I would like to talk to my guardian, or ask about guardianship.',
    },
    reach: 'national',
  },
  {
    code: 'supervisory-agency',
    name: {
      fi: 'Lupa- ja valvontavirasto',
      sv: 'Tillstånds- och tillsynsverket',
      en: 'Finnish Supervisory Agency',
    },
    does: {
      fi: 'Valvoo sosiaali- ja terveydenhuoltoa ja tutkii kanteluita. Virasto aloitti 1.1.2026 aluehallintovirastojen ja Valviran tilalla.',
      sv: 'Övervakar social- och hälsovården och undersöker klagomål. Ämbetsverket ersatte regionförvaltningsverken och Valvira 1.1.2026.',
      en: 'Supervises social welfare and health care and examines complaints. It took the place of the regional agencies and Valvira on 1 January 2026.',
    },
    say: {
      fi: 'Haluan kannella sosiaalihuollosta. Miten lähetän kantelun?',
      sv: 'Jag vill klaga på socialvården. Hur skickar jag mitt klagomål?',
      en: 'I want to complain about social welfare. How do I send my complaint?',
    },
    reach: 'national',
    web: 'https://lvv.fi',
  },
  {
    code: 'parliamentary-ombudsman',
    name: {
      fi: 'Eduskunnan oikeusasiamies',
      sv: 'Riksdagens justitieombudsman',
      en: 'Parliamentary Ombudsman',
    },
    does: {
      fi: 'Valvoo, että viranomaiset noudattavat lakia, myös Kela. Tutkii kanteluita maksutta.',
      sv: 'Övervakar att myndigheterna följer lagen, också FPA. Undersöker klagomål utan avgift.',
      en: 'Sees to it that authorities, Kela included, follow the law. Examines complaints free of charge.',
    },
    say: {
      fi: 'Haluan kannella viranomaisen toiminnasta.',
      sv: 'Jag vill klaga på en myndighet.',
      en: 'I want to complain about an authority.',
    },
    reach: 'national',
    web: 'https://www.oikeusasiamies.fi',
  },
  {
    code: 'chancellor-of-justice',
    name: {
      fi: 'Valtioneuvoston oikeuskansleri',
      sv: 'Justitiekanslern i statsrådet',
      en: 'Chancellor of Justice',
    },
    does: {
      fi: 'Valvoo viranomaisten laillisuutta ja tutkii kanteluita maksutta. Samasta asiasta riittää kantelu yhteen paikkaan.',
      sv: 'Övervakar att myndigheterna följer lagen och undersöker klagomål utan avgift. Det räcker att klaga på ett ställe.',
      en: 'Supervises the legality of what authorities do and examines complaints free of charge. One complaint in one place is enough.',
    },
    say: {
      fi: 'Haluan kannella viranomaisen toiminnasta.',
      sv: 'Jag vill klaga på en myndighet.',
      en: 'I want to complain about an authority.',
    },
    reach: 'national',
    web: 'https://okv.fi',
  },
  {
    code: 'data-protection',
    name: {
      fi: 'Tietosuojavaltuutetun toimisto',
      sv: 'Dataombudsmannens byrå',
      en: 'Office of the Data Protection Ombudsman',
    },
    does: {
      fi: 'Auttaa, kun et saa omia tietojasi, virhettä ei korjata tai tietojasi on käsitelty väärin.',
      sv: 'Hjälper när du inte får dina egna uppgifter, när ett fel inte rättas eller när dina uppgifter har behandlats fel.',
      en: 'Helps when you do not get your own data, a mistake is not corrected or your data have been handled wrongly.',
    },
    say: {
      fi: 'Pyysin omia tietojani tai virheen korjaamista, eikä pyyntöön ole suostuttu.',
      sv: 'Jag har begärt mina uppgifter eller rättelse, men begäran har inte godkänts.',
      en: 'I asked for my data or for a correction, and it was not agreed to.',
    },
    reach: 'national',
    web: 'https://tietosuoja.fi',
  },
  {
    code: 'administrative-court',
    name: { fi: 'Hallinto-oikeus', sv: 'Förvaltningsdomstolen', en: 'Administrative court' },
    does: {
      fi: 'Ratkaisee valitukset. Päätöksen liitteenä oleva valitusosoitus kertoo, mihin hallinto-oikeuteen valitus lähetetään.',
      sv: 'Avgör besvär. Besvärsanvisningen som följer med beslutet berättar till vilken förvaltningsdomstol besvären skickas.',
      en: 'Decides appeals. The instructions attached to the decision say which court to send the appeal to.',
    },
    say: {
      fi: 'Olen tekemässä valitusta. Miten ja minne lähetän sen?',
      sv: 'Jag ska anföra besvär. Hur och vart skickar jag dem?',
      en: 'I am about to appeal. How and where do I send it?',
    },
    reach: 'national',
    web: 'https://oikeus.fi',
  },
  {
    code: 'social-security-appeal-board',
    name: {
      fi: 'Sosiaaliturva-asioiden muutoksenhakulautakunta',
      sv: 'Besvärsnämnden för social trygghet',
      en: 'Social Security Appeal Board',
    },
    does: {
      fi: 'Ratkaisee valitukset Kelan etuuspäätöksistä. Valitus lähetetään Kelaan, kuten päätöksen ohjeessa kerrotaan.',
      sv: 'Avgör besvär över FPA:s förmånsbeslut. Besvären skickas till FPA enligt anvisningen i beslutet.',
      en: 'Decides appeals against Kela’s benefit decisions. Send the appeal as the instructions in the decision say.',
    },
    say: {
      fi: 'Olen valittanut Kelan päätöksestä. Missä vaiheessa asiani on?',
      sv: 'Jag har överklagat FPA:s beslut. I vilket skede är mitt ärende?',
      en: 'I have appealed against Kela’s decision. How far is my matter?',
    },
    reach: 'national',
  },
  {
    code: 'other',
    name: { fi: 'Muu taho', sv: 'Annan instans', en: 'Another body' },
    does: { fi: '', sv: '', en: '' },
    say: { fi: '', sv: '', en: '' },
    reach: 'county',
  },
] as const satisfies readonly BodyKind[]

export type BodyCode = (typeof kinds)[number]['code']

/** The bodies a client of social welfare or early education may need, the nearest first. */
export const BODY_KINDS: readonly (BodyKind & { readonly code: BodyCode })[] = kinds

export function bodyKind(code: string): (BodyKind & { readonly code: BodyCode }) | undefined {
  return BODY_KINDS.find((kind) => kind.code === code)
}
