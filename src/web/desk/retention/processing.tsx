import { type ProcessingFacts, processingFacts } from '../../../cases/index.ts'
import { gapCodeName } from '../../../classification/index.ts'
import type { Block, Document } from '../../../documents/model.ts'
import { renderPdf } from '../../../documents/pdf.ts'
import { caseLetters } from '../../../language/catalogues/case-letters.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { processing } from '../../../language/catalogues/processing.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { LinkButton } from '../../ui/parts.ts'
import { asStaff, type DeskContext } from '../frame.tsx'
import { RETENTION, showRetention } from './frame.tsx'
import { outcomeWords, ruleWords } from './words.ts'

/** The record of processing activities: the same text on the page and on paper, from what is really set. */
export async function processingPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = processing(lang)
  const document = await recordOf(c, web)
  return showRetention(c, web, {
    at: 'processing',
    children: (
      <div class="av-flow av-narrow">
        <p class="av-lead">{t('lead', { date: formatDate(lang, document.date) })}</p>
        <p>
          <LinkButton look="secondary" href={`${RETENTION}/processing/file`}>
            {t('download')}
          </LinkButton>
        </p>
        {document.blocks.map((block) =>
          block.kind === 'heading' ? (
            <h2>{block.text}</h2>
          ) : block.kind === 'list' ? (
            <ul>
              {block.items.map((item) => (
                <li>{item.join('')}</li>
              ))}
            </ul>
          ) : null,
        )}
      </div>
    ),
  })
}

export async function processingFile(c: DeskContext, web: Web): Promise<Response> {
  const document = await recordOf(c, web)
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `attachment; filename="seloste-${document.date}.pdf"`)
  c.header('Cache-Control', 'no-store')
  return c.body((await renderPdf(document)) as Uint8Array<ArrayBuffer>)
}

async function recordOf(c: DeskContext, web: Web): Promise<Document> {
  const facts = await asStaff(c, web, processingFacts)
  return recordDocument(facts, c.var.lang, dateInFinland(web.house.now()).toString())
}

/** The record as a document: headings, and under each what holds. */
export function recordDocument(facts: ProcessingFacts, lang: Lang, date: string): Document {
  const t = processing(lang)
  const { office } = facts
  const part = (title: string, lines: readonly string[]): Block[] => [
    { kind: 'heading', level: 1, text: title },
    { kind: 'list', ordered: false, items: lines.filter(Boolean).map((line) => [line]) },
  ]
  const list = (names: readonly string[]) => names.join(', ')
  const roles = Object.entries(facts.roles).map(([role, n]) =>
    t('role', { name: desk(lang)(`role-${role as 'lead'}`), n }),
  )
  return {
    title: t('title'),
    lang,
    author: office[lang],
    date,
    blocks: [
      ...part(t('controller'), [office[lang], office.address, office.phone, office.email]),
      ...part(t('purpose'), [t('purpose-text')]),
      ...part(t('subjects'), [t('subjects-text')]),
      ...part(t('categories'), [t('cat-person'), t('cat-account'), t('cat-codes'), t('cat-log')]),
      ...part(t('recipients'), [
        facts.recipients.length > 0
          ? t('recipients-consent', {
              names: list(facts.recipients.map((code) => caseLetters(lang)(`to.${code as 'unit'}`))),
            })
          : t('recipients-none'),
        facts.authorities.length > 0
          ? t('recipients-gaps', {
              names: list(facts.authorities.map((code) => gapCodeName('authority', code, lang))),
            })
          : '',
        t('recipients-numbers'),
      ]),
      ...part(t('transfers'), [t('transfers-text')]),
      ...part(t('keeping'), [
        ...(facts.rules.length === 0 ? [t('keeping-none')] : []),
        ...facts.rules.map((rule) =>
          t('keeping-line', {
            what: retentionTexts(lang)(`kind-${rule.kind as 'advice'}`),
            outcome: outcomeWords(rule.outcome, lang),
            rule: ruleWords(rule, lang),
          }),
        ),
        t('keeping-destroyed', { n: facts.destroyed }),
      ]),
      ...part(t('security'), [
        t('sec-seal', { id: facts.keyId }),
        t('sec-erase'),
        facts.logKey ? t('sec-log', { key: facts.logKey }) : t('sec-log-none'),
        t('sec-access', { roles: list(roles) }),
        t(facts.scanner ? 'sec-scan' : 'sec-scan-off'),
      ]),
      ...part(t('rights'), [t('rights-text')]),
    ],
  }
}
