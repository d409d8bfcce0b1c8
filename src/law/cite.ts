import type { Lang } from '../language/lang.ts'
import { ACTS } from './rules/acts.ts'

const ACT_OF_NUMBER: Readonly<Record<string, keyof typeof ACTS>> = {
  '434/2003': 'administrativeProcedure',
  '808/2019': 'judicialProcedure',
  '812/2000': 'client',
  '1412/1997': 'socialAssistance',
  '1301/2014': 'socialWelfare',
  '417/2007': 'childWelfare',
  '980/2012': 'olderPeople',
  '675/2023': 'disabilityServices',
  '621/1999': 'openness',
  '197/2002': 'parliamentaryOmbudsman',
  '540/2018': 'earlyEducation',
  '423/2003': 'language',
  '731/1999': 'constitution',
  '703/2023': 'clientData',
  '412/1974': 'damages',
  '741/2023': 'supervision',
  '739/2023': 'ombudsmen',
}
const AND = { fi: ' ja ', sv: ' och ', en: ' and ' } as const
const PART = /^(\d+\/\d{4})(?: (\d+(?: [a-z])?) §)?$/
const ARTICLE = /^EU (\d{4}\/\d+) (\d+)(?:\((\d+)\))?$/

/**
 * A statute as a lawyer writes it: "hallintolaki (434/2003) 49 c §", "förvaltningslagen (434/2003) 49 c §",
 * "Administrative Procedure Act (434/2003) section 49 c". Several are joined with "and". Undefined for a number whose
 * act has no name here.
 */
export function citeStatute(statute: string, lang: Lang): string | undefined {
  const cited = statute.split('; ').map((part) => citePart(part, lang))
  return cited.includes(undefined) ? undefined : cited.join(AND[lang])
}

function citePart(part: string, lang: Lang): string | undefined {
  const [, regulation, article, paragraph] = ARTICLE.exec(part) ?? []
  if (regulation) {
    const name = `${ACTS.dataProtection[lang]} (EU) ${regulation}`
    if (!paragraph)
      return {
        fi: `${name}, ${article} artikla`,
        sv: `${name}, artikel ${article}`,
        en: `${name}, Article ${article}`,
      }[lang]
    if (lang === 'fi') return `${name}, ${article} artiklan ${paragraph} kohta`
    return lang === 'sv'
      ? `${name}, artikel ${article}.${paragraph}`
      : `${name}, Article ${article}(${paragraph})`
  }
  const [, number = '', section] = PART.exec(part) ?? []
  const act = ACT_OF_NUMBER[number]
  if (!act) return undefined
  const name = `${ACTS[act][lang]} (${number})`
  if (!section) return name
  return lang === 'en' ? `${name} section ${section}` : `${name} ${section} §`
}

/** No-break spaces where a section must not part over two lines: "49 c §", "section 59". */
export function keepSections(text: string): string {
  return text
    .replace(
      /(\d+)(?: ([a-z]))? §/g,
      (_, number, letter) => `${number}${letter ? `\u00a0${letter}` : ''}\u00a0§`,
    )
    .replace(
      /\b([Ss]ection|[Aa]rtikel|[Aa]rticle) (\d+)(?: ([a-z])(?![\p{L}]))?/gu,
      (_, word, number, letter) => `${word}\u00a0${number}${letter ? `\u00a0${letter}` : ''}`,
    )
}
