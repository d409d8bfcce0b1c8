import type { Text3 } from '../../language/lang.ts'

/** Names of the acts the rules rest on. English names are descriptive where no official one is known. */
export const ACTS = {
  administrativeProcedure: {
    fi: 'hallintolaki',
    sv: 'förvaltningslagen',
    en: 'Administrative Procedure Act',
  },
  judicialProcedure: {
    fi: 'laki oikeudenkäynnistä hallintoasioissa',
    sv: 'lagen om rättegång i förvaltningsärenden',
    en: 'Administrative Judicial Procedure Act',
  },
  client: {
    fi: 'laki sosiaalihuollon asiakkaan asemasta ja oikeuksista',
    sv: 'lagen om klientens ställning och rättigheter inom socialvården',
    en: 'Act on the Status and Rights of Social Welfare Clients',
  },
  socialAssistance: {
    fi: 'laki toimeentulotuesta',
    sv: 'lagen om utkomststöd',
    en: 'Act on Social Assistance',
  },
  socialWelfare: { fi: 'sosiaalihuoltolaki', sv: 'socialvårdslagen', en: 'Social Welfare Act' },
  childWelfare: { fi: 'lastensuojelulaki', sv: 'barnskyddslagen', en: 'Child Welfare Act' },
  socialAndChildWelfare: {
    fi: 'sosiaalihuoltolaki ja lastensuojelulaki',
    sv: 'socialvårdslagen och barnskyddslagen',
    en: 'Social Welfare Act and Child Welfare Act',
  },
  olderPeople: {
    fi: 'vanhuspalvelulaki',
    sv: 'äldreomsorgslagen',
    en: 'Act on Care Services for Older Persons',
  },
  disability: {
    fi: 'vammaispalvelulaki ja sosiaalihuoltolaki',
    sv: 'lagen om funktionshinderservice och socialvårdslagen',
    en: 'Disability Services Act and Social Welfare Act',
  },
  disabilityServices: {
    fi: 'vammaispalvelulaki',
    sv: 'lagen om funktionshinderservice',
    en: 'Disability Services Act',
  },
  parliamentaryOmbudsman: {
    fi: 'laki eduskunnan oikeusasiamiehestä',
    sv: 'lagen om riksdagens justitieombudsman',
    en: 'Parliamentary Ombudsman Act',
  },
  openness: {
    fi: 'laki viranomaisten toiminnan julkisuudesta',
    sv: 'lagen om offentlighet i myndigheternas verksamhet',
    en: 'Act on the Openness of Government Activities',
  },
  dataProtection: {
    fi: 'yleinen tietosuoja-asetus',
    sv: 'allmänna dataskyddsförordningen',
    en: 'General Data Protection Regulation',
  },
  damages: { fi: 'vahingonkorvauslaki', sv: 'skadeståndslagen', en: 'Tort Liability Act' },
  supervision: {
    fi: 'laki sosiaali- ja terveydenhuollon valvonnasta',
    sv: 'lagen om tillsynen över social- och hälsovården',
    en: 'Act on the Supervision of Social Welfare and Health Care',
  },
  ombudsmen: {
    fi: 'laki potilasasiavastaavista ja sosiaaliasiavastaavista',
    sv: 'lagen om patientombud och socialombud',
    en: 'Act on Patient Ombudsmen and Social Ombudsmen',
  },
  ombudsmanPractice: {
    fi: 'eduskunnan oikeusasiamiehen ratkaisukäytäntö',
    sv: 'riksdagens justitieombudsmans avgörandepraxis',
    en: 'decisions of the Parliamentary Ombudsman',
  },
  earlyEducation: {
    fi: 'varhaiskasvatuslaki',
    sv: 'lagen om småbarnspedagogik',
    en: 'Early Childhood Education Act',
  },
  language: { fi: 'kielilaki', sv: 'språklagen', en: 'Language Act' },
  constitution: { fi: 'perustuslaki', sv: 'grundlagen', en: 'Constitution' },
  clientData: {
    fi: 'laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä',
    sv: 'lagen om behandling av kunduppgifter inom social- och hälsovården',
    en: 'Act on the Processing of Client Data in Healthcare and Social Welfare',
  },
  office: { fi: 'toimiston oma tavoite', sv: 'kontorets eget mål', en: 'the office’s own target' },
} as const satisfies Record<string, Text3>
