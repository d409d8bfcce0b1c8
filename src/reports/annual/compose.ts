import { CODE_LIST_VERSION, codeName } from '../../classification/index.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { type Block, type Document, heading } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatDate } from '../../language/formats.ts'
import { prose } from '../prose.ts'
import { SECTION_KEYS } from '../section-keys.ts'
import type { ReportDimension } from '../year-figures.ts'
import { briefBlocks } from './brief.ts'
import { comparisonChapter } from './comparison.ts'
import { dimensionSection } from './dimension.ts'
import { gapChapter } from './gaps.ts'
import { type AnnualReportInput, isUnfinished } from './input.ts'
import { monthSection } from './months.ts'
import { municipalityChapter } from './municipalities.ts'
import { unitTable } from './units.ts'

/** The yearly report as a document. Pure: the same input gives the same report, every number computed from the tables. */
export function composeAnnualReport(input: AnnualReportInput): Document {
  const { lang, year, organisationName, audience, date } = input
  const t = reports(lang)
  const edition =
    audience === 'office'
      ? t('cover.office')
      : t('cover.audience', { audience: codeName('audience', audience, lang) })
  return {
    title: t('annual.title', { year: String(year) }),
    subtitle: t('annual.subtitle'),
    lang,
    author: organisationName,
    date,
    description: t('annual.description', { organisation: organisationName, year: String(year) }),
    footer: t('annual.footer', { organisation: organisationName, year: String(year) }),
    cover: {
      organisation: organisationName,
      lines: [
        t('cover.period', { year: String(year) }),
        ...(isUnfinished(input) ? [t('cover.unfinished', { date: formatDate(lang, date) })] : []),
        edition,
        t('cover.codes', { version: CODE_LIST_VERSION }),
      ],
    },
    contents: true,
    blocks: [
      ...written(input, 'followed-up'),
      heading(1, t('chapter.brief'), 'brief'),
      ...briefBlocks(input),
      ...written(input, 'opening', 2),
      ...methodChapter(input),
      ...figureChapters(input),
      ...gapChapter(input),
      ...written(input, 'observations'),
      ...written(input, 'recommendations'),
      ...input.sections
        .filter(({ key }) => !(SECTION_KEYS as readonly string[]).includes(key))
        .flatMap(({ key }) => written(input, key)),
      ...written(input, 'closing'),
    ],
  }
}

/** What the ombudsman wrote under a key, as a chapter (level 1) or a section (2); nothing when nothing is written. */
function written({ sections }: AnnualReportInput, key: string, level: 1 | 2 = 1): Block[] {
  const section = sections.find((one) => one.key === key && one.markdown.trim() !== '')
  if (!section) return []
  const inner = (level + 1) as 2 | 3
  return [
    heading(level, section.title, `section-${key}`),
    ...blocksOf(section.markdown, { level: inner, name: `section-${key}` }),
  ]
}

function methodChapter({ lang, year, threshold }: AnnualReportInput): Block[] {
  const t = reports(lang)
  const values = { year: String(year), threshold: threshold === undefined ? '' : String(threshold) }
  return [
    heading(1, t('chapter.method'), 'method'),
    ...blocksOf(prose('method', lang, values)),
    { kind: 'callout', title: t('caveat.title'), runs: [caveat(lang)] },
  ]
}

/** What every reader of the figures must know, as one paragraph. */
export function caveat(lang: AnnualReportInput['lang']): string {
  return blocksOf(prose('caveat', lang))
    .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('')
}

const CHAPTERS: ['contacts' | 'services' | 'reasons', ReportDimension[]][] = [
  ['contacts', ['channel', 'contactPerson', 'language', 'ageBand', 'nature']],
  ['services', ['serviceTask', 'service', 'providerMode']],
  ['reasons', ['reason', 'action', 'outcome']],
]

function figureChapters(input: AnnualReportInput): Block[] {
  // Nothing came, or so little that no figure may be shown.
  if (!input.now.month.total) return []
  const t = reports(input.lang)
  const chapters = CHAPTERS.flatMap(([chapter, dimensions]) => [
    heading(1, t(`chapter.${chapter}`), chapter),
    ...(chapter === 'contacts' ? monthSection(input) : []),
    ...dimensions.flatMap((dimension) => [
      ...dimensionSection(input, dimension),
      ...(dimension === 'serviceTask' ? unitTable(input) : []),
    ]),
  ])
  return [...chapters, ...municipalityChapter(input), ...comparisonChapter(input)]
}
