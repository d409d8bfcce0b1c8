import { letterTexts } from '../../language/catalogues/letters.ts'
import { createFiller } from '../../language/fill.ts'
import { formatDate } from '../../language/formats.ts'
import { plainText } from '../inline.ts'
import { blocksOf } from '../markdown.ts'
import { type Block, type Document, heading, list, paragraph } from '../model.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterKind, LetterLang } from './kinds.ts'
import { letterTemplate } from './templates.ts'

/** Marks of the private use area stand in the template's text where the writer's own words go. */
const MARK = { points: '\ue001', asked: '\ue002' } as const

/**
 * A letter: the template's fixed words, the facts in their places, and the writer's own words kept exactly as they are.
 * They never pass through Markdown or Liquid, so nothing in them can act as either. Pure.
 */
export function writeLetter(kind: LetterKind, lang: LetterLang, facts: LetterFacts): { document: Document } {
  const template = letterTemplate(kind, lang)
  const words = letterTexts(lang)
  const { sender } = facts
  // The office's own letter names the office on a line of its own.
  const [author = ''] = sender.name.split('\n')
  const asked = clean(facts.asked)
  const points = facts.points.map(clean).filter(Boolean)
  const filled = createFiller(lang).fill(template.body, {
    client: unmarked(facts.client),
    unit: unmarked(facts.unit),
    decision: unmarked(decisionText(lang, facts.decision)),
    receivedOn: facts.receivedOn ?? '',
    objectionSentOn: facts.objectionSentOn ?? '',
    answeredOn: facts.answeredOn ?? '',
    caseNumber: unmarked(facts.caseNumber),
    replyBy: facts.replyBy ?? '',
    points: MARK.points,
    asked: asked ? MARK.asked : '',
  })
  const body = blocksOf(filled, { level: 1 }).flatMap((block): Block[] => {
    const text = block.kind === 'paragraph' ? plainText(block.runs) : ''
    if (text === MARK.points) return points.length > 0 ? [list(points, true)] : []
    if (text === MARK.asked) return [paragraph(asked)]
    return [block]
  })
  const enclosures = (facts.enclosures ?? []).map(clean).filter(Boolean)
  const document: Document = {
    title: template.title,
    subtitle: template.subtitle,
    lang,
    author,
    date: facts.date,
    footer: `${template.title}, ${author}`,
    letter: {
      sender: [sender.name, sender.address, sender.phone, sender.email].map(clean).filter(Boolean).join('\n'),
      addressee: clean(facts.addressee),
    },
    blocks: [
      ...body,
      { kind: 'signature', name: sender.name },
      ...(enclosures.length > 0 ? [heading(1, words('enclosures')), list(enclosures)] : []),
    ],
  }
  return { document }
}

/** Line ends as one kind, no empty lines around; every other sign stays. */
const clean = (text: string | undefined): string =>
  (text ?? '').replaceAll('\r\n', '\n').replace(/^\s*\n|\s+$/g, '')

/** A value that cannot be taken for a place of the writer's own words. */
const unmarked = (text: string | undefined): string => (text ?? '').replace(/[\ue001\ue002]/g, '')

function decisionText(lang: LetterLang, decision: LetterFacts['decision']): string {
  const date = decision?.date ? formatDate(lang, decision.date) : ''
  return [decision?.number, date].filter(Boolean).join(', ')
}
