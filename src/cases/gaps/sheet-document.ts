import { gapCodeName } from '../../classification/index.ts'
import { type Block, type Document, heading, list, paragraph } from '../../documents/model.ts'
import { gapSheet } from '../../language/catalogues/gap-sheet.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { GapFigures } from '../../law/index.ts'
import type { PersonParts } from '../sealed-parts.ts'
import type { SheetPart } from './consent.ts'
import type { GapInput } from './gap-input.ts'
import { datesSection } from './sheet-dates.ts'
import { effectsSection, sumsSection, waySection } from './sheet-sections.ts'

export interface SheetFacts {
  lang: Lang
  /** the recipient, a code */
  authority: string
  /** what it may tell; nothing else is in it */
  parts: readonly SheetPart[]
  consent: { givenOn: Date; how: string }
  caseNumber: string
  gap: GapInput
  figures: GapFigures
  person: PersonParts
  /** ISO day */
  today: string
  /** ISO day by which the office comes back to it */
  followUp?: string
  office: { name: string; phone: string }
  /** Who handles the matter. */
  handler: string
}

/**
 * The fact sheet of a gap for the authority that holds it, as a document. What the parts do not name is not in it:
 * neither a name without `identity`, nor a day without `dates`, nor a sum without `sums`. Pure.
 */
export function sheetDocument(facts: SheetFacts): Document {
  const { lang, parts, gap, consent, figures } = facts
  const t = gapSheet(lang)
  const authority = gapCodeName('authority', facts.authority, lang)
  const has = (part: SheetPart) => parts.includes(part)
  const blocks: Block[] = [
    { kind: 'paragraph', runs: [t('lead')], tone: 'lead' },
    {
      kind: 'paragraph',
      tone: 'small',
      runs: [
        t('consent', {
          date: formatDate(lang, consent.givenOn),
          how: gapCodeName('consentHow', consent.how, lang).toLowerCase(),
          parts: parts.map((part) => gapCodeName('sheetPart', part, lang).toLowerCase()).join(', '),
        }),
      ],
    },
    ...(has('effects') && figures.urgent.length > 0 && !figures.ended
      ? [
          {
            kind: 'callout' as const,
            title: t('urgent'),
            runs: [
              t('urgent-text', {
                effects: figures.urgent
                  .map((effect) => gapCodeName('effect', effect, lang).toLowerCase())
                  .join(', '),
              }),
            ],
          },
        ]
      : []),
    heading(2, t('matter')),
    list([
      `${t('benefit')}: ${gapCodeName('benefit', gap.benefit, lang)}`,
      `${t('holder')}: ${gapCodeName('authority', gap.authority, lang)}`,
      ...(has('way') ? [`${t('cause')}: ${gapCodeName('cause', gap.cause, lang)}`] : []),
    ]),
    ...(has('identity') ? identitySection(facts) : []),
    ...(has('dates') ? datesSection(facts) : []),
    ...(has('way') ? waySection(facts) : []),
    ...(has('sums') ? sumsSection(facts) : []),
    ...(has('effects') ? effectsSection(facts) : []),
    heading(2, t('asks')),
    list([t('ask-state'), t('ask-who'), t('ask-when')], true),
    ...(facts.followUp ? [paragraph(t('ask-by', { date: formatDate(lang, facts.followUp) }))] : []),
    heading(2, t('contact')),
    paragraph(
      facts.office.phone
        ? t('contact-line', { office: facts.office.name, phone: facts.office.phone })
        : facts.office.name,
      '. ',
      t('handler', { name: facts.handler }),
    ),
    { kind: 'paragraph', tone: 'small', runs: [t('role')] },
  ]
  return {
    title: t('title'),
    subtitle: [t('to', { authority }), t('reference', { number: facts.caseNumber })].join(' · '),
    lang,
    author: facts.office.name,
    date: facts.today,
    density: 'compact',
    footer: `${t('footer')} · ${facts.caseNumber}`,
    blocks,
  }
}

function identitySection({ lang, person }: SheetFacts): Block[] {
  const t = gapSheet(lang)
  const lines = [
    ...(['name', 'phone', 'email', 'address'] as const).flatMap((field) =>
      person[field] ? [`${t(field)}: ${person[field]}`] : [],
    ),
    ...(person.clientName ? [`${t('client-name')}: ${person.clientName}`] : []),
  ]
  return [heading(2, t('identity')), lines.length > 0 ? list(lines) : paragraph(t('identity-none'))]
}
