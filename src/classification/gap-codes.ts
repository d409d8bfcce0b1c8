import type { Lang } from '../language/lang.ts'
import { type Code, codeList } from './code-lists.ts'

const list = (codes: Record<string, readonly [fi: string, sv: string, en: string]>): readonly Code[] =>
  Object.entries(codes).map(([code, [fi, sv, en]]) => ({ code, fi, sv, en }))

/** A list of codes.json with what only gaps need: more before its last code "other", and without "none". */
function extended(
  name: 'benefit' | 'payer' | 'gapCause' | 'gapEffect' | 'bridging',
  more: Record<string, readonly [fi: string, sv: string, en: string]>,
): readonly Code[] {
  const own = codeList(name).filter(({ code }) => code !== 'none' && code !== 'other')
  const other = codeList(name).filter(({ code }) => code === 'other')
  return [...own, ...list(more), ...other]
}

/** The code lists of benefit gaps. Stable slugs; old ones stay, for old gaps have them. */
export const GAP_LISTS = {
  /** What was waited for. */
  benefit: codeList('benefit'),
  /** Who pays, decides, or was sent to. */
  authority: extended('payer', {
    'other-county': [
      'Toinen hyvinvointialue',
      'Ett annat välfärdsområde',
      'Another wellbeing services county',
    ],
    provider: ['Palveluntuottaja', 'Serviceproducent', 'Service provider'],
    tax: ['Verohallinto', 'Skatteförvaltningen', 'Tax Administration'],
    enforcement: ['Ulosotto', 'Utsökningen', 'Enforcement authority'],
    immigration: ['Maahanmuuttovirasto', 'Migrationsverket', 'Finnish Immigration Service'],
    guardianship: ['Edunvalvonta', 'Intressebevakningen', 'Guardianship services'],
  }),
  /** Why it came about. */
  cause: extended('gapCause', {
    'general-support-start': [
      'Yleistuen alkaminen',
      'Det allmänna stödets början',
      'Start of general support',
    ],
    housing: ['Asumistuki ja vuokra', 'Bostadsbidraget och hyran', 'Housing allowance and rent'],
  }),
  /** How the client lives; names of the adults only, children are counted. */
  household: list({
    alone: ['Asuu yksin', 'Bor ensam', 'Lives alone'],
    couple: ['Pariskunta, yhteinen talous', 'Par i gemensamt hushåll', 'Couple, shared household'],
    'shared-18': [
      'Yhteistaloudessa toisen aikuisen kanssa',
      'I gemensamt hushåll med en annan vuxen',
      'In a shared household with another adult',
    ],
    'single-parent': ['Yksinhuoltaja', 'Ensamförsörjare', 'Single parent'],
    'with-parents-18': [
      'Täysi-ikäinen vanhempiensa luona',
      'Myndig som bor hos föräldrarna',
      'Adult living with parents',
    ],
  }),
  /** Help for the time of waiting. */
  bridging: extended('bridging', {
    'supplementary-assistance': [
      'Täydentävä toimeentulotuki',
      'Kompletterande utkomststöd',
      'Supplementary social assistance',
    ],
    'urgent-assistance': [
      'Kiireellinen perustoimeentulotuki',
      'Brådskande grundläggande utkomststöd',
      'Urgent basic social assistance',
    ],
    advance: ['Etuuden ennakko', 'Förskott på förmånen', 'Advance on the benefit'],
    'other-help': ['Muu apu', 'Annan hjälp', 'Other help'],
  }),
  /** What it led to; food, medicine, home and child make it urgent. */
  effect: extended('gapEffect', {
    'unpaid-bills': ['Maksamattomat laskut', 'Obetalda räkningar', 'Unpaid bills'],
    'debt-collection': ['Perintä tai ulosotto', 'Indrivning eller utsökning', 'Debt collection'],
    'power-cut': ['Sähkö tai puhelin katkeaa', 'El eller telefon stängs av', 'Electricity or phone cut off'],
  }),
  /** How it was put right in the end. */
  corrected: list({
    paid: ['Etuus maksettiin', 'Förmånen betalades', 'The benefit was paid'],
    'paid-after-contact': [
      'Maksettiin, kun sosiaaliasiavastaava otti yhteyttä',
      'Betalades efter socialombudets kontakt',
      'Paid after the ombudsman’s contact',
    ],
    'decision-changed': ['Päätös muutettiin', 'Beslutet ändrades', 'The decision was changed'],
    'service-began': ['Palvelu alkoi', 'Servicen började', 'The service began'],
    'other-benefit': [
      'Muu etuus tai tuki korvasi',
      'En annan förmån ersatte',
      'Another benefit took its place',
    ],
    'not-corrected': ['Ei korjaantunut', 'Rättades inte', 'Not put right'],
    unknown: ['Ei tiedossa', 'Okänt', 'Not known'],
  }),
  /** How a consent was given. */
  consentHow: list({
    written: ['Kirjallisesti', 'Skriftligt', 'In writing'],
    portal: ['Asiointipalvelussa', 'I e-tjänsten', 'In the online service'],
    meeting: ['Tapaamisessa', 'Vid ett möte', 'At a meeting'],
    phone: ['Puhelimessa', 'Per telefon', 'By phone'],
  }),
  /** What a fact sheet can tell. */
  sheetPart: list({
    identity: ['Nimi ja yhteystiedot', 'Namn och kontaktuppgifter', 'Name and contact details'],
    dates: ['Päivät ja määräajat', 'Datum och tidsfrister', 'Days and time limits'],
    way: [
      'Syy ja ohjaukset viranomaiselta toiselle',
      'Orsaken och hänvisningarna mellan myndigheter',
      'The cause and the hand-offs between authorities',
    ],
    sums: ['Rahamäärät', 'Belopp', 'Sums of money'],
    effects: ['Seuraukset asiakkaalle', 'Följder för klienten', 'Effects on the client'],
  }),
} as const satisfies Record<string, readonly Code[]>

export type GapList = keyof typeof GAP_LISTS

/** The codes of a list of gaps, in the order they are shown. */
export const gapCodes = (name: GapList): readonly Code[] => GAP_LISTS[name]

export const isGapCode = (name: GapList, code: string): boolean =>
  GAP_LISTS[name].some((entry) => entry.code === code)

/** The name of a code; one of an older edition comes back as it is. */
export const gapCodeName = (name: GapList, code: string, lang: Lang): string =>
  GAP_LISTS[name].find((entry) => entry.code === code)?.[lang] ?? code

/** How the wait for a benefit is put into euros: by five days a week, by the basic amount, or not at all. */
export function estimateOf(benefit: string): 'basic-amount' | 'daily-benefit' | 'none' {
  if (benefit === 'general-support') return 'daily-benefit'
  return benefit === 'service' ? 'none' : 'basic-amount'
}
