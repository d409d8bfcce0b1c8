import { type GapFile, Refusal, readGap } from '../../../cases/index.ts'
import { gapCodeName } from '../../../classification/index.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import {
  Alert,
  Button,
  ErrorSummary,
  type FieldError,
  Flash,
  Form,
  HiddenFields,
  LinkButton,
  Tag,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext, showDesk } from '../frame.tsx'
import type { Sent } from '../log-contact-values.ts'
import { CloseForm } from './close-form.tsx'
import { GapFacts } from './facts.tsx'
import { Figures } from './figures.tsx'
import { idIn } from './id-in.ts'
import { SheetForms } from './sheet-forms.tsx'
import { Way } from './way.tsx'

export interface GapPageState {
  /** What was sent and not taken; it stays in its form. */
  notTaken?: { at: 'close' | 'consent' | 'sheet'; sent: Sent; errors: FieldError[] }
  /** Why nothing was done, where no field is to blame. */
  refusal?: string
}

const DONE = ['recorded', 'changed', 'closed', 'reopened', 'consent', 'withdrawn', 'followed-up'] as const

/** One gap: what follows from it, the way between authorities, what is recorded, and what can be done. */
export async function gapPage(c: DeskContext, web: Web, state: GapPageState = {}): Promise<Response> {
  const { lang } = c.var
  const t = gaps(lang)
  const file = await asStaff(c, web, (tx) => readGap(tx, idIn(c)))
  const { gap, figures } = file
  const today = dateInFinland(web.house.now()).toString()
  const title = t('title-gap', { benefit: gapCodeName('benefit', gap.benefit, lang) })
  const done = DONE.find((one) => one === c.req.query('done'))
  const { notTaken, refusal } = state
  return showDesk(c, web, {
    title,
    section: 'gaps',
    back: gap.caseId ? `/desk/cases/${gap.caseId}` : '/desk/gaps',
    hasErrors: Boolean(refusal || notTaken?.errors.length),
    status: refusal ? 409 : notTaken ? 422 : 200,
    children: (
      <>
        <ErrorSummary lang={lang} errors={notTaken?.errors} />
        {refusal && <Flash tone="danger">{refusal}</Flash>}
        {done && !notTaken && !refusal && <Flash>{t(`done-${done}`)}</Flash>}
        <Head lang={lang} file={file} title={title} />
        {figures.urgentAnswerBy && <Urgent lang={lang} file={file} />}
        <div class="av-columns" data-side>
          <div>
            <section class="av-panel av-flow" aria-labelledby="figures">
              <h2 id="figures">{t('figures-title')}</h2>
              <Figures lang={lang} file={file} today={today} />
            </section>
            <section class="av-panel av-flow" aria-labelledby="way">
              <h2 id="way">{t('loop-title')}</h2>
              <Way lang={lang} file={file} />
            </section>
            <section class="av-panel av-flow" aria-labelledby="sheet-title">
              <h2 id="sheet-title">{t('sheet-title')}</h2>
              {gap.caseId ? (
                <SheetForms lang={lang} file={file} today={today} notTaken={sheetPart(notTaken)} />
              ) : (
                <MakeCase lang={lang} file={file} />
              )}
            </section>
          </div>
          <aside aria-label={t('facts-title')}>
            <section class="av-panel av-flow" aria-labelledby="facts">
              <h2 id="facts">{t('facts-title')}</h2>
              <GapFacts lang={lang} file={file} />
            </section>
            {file.note && (
              <section class="av-panel av-flow" aria-labelledby="note">
                <h2 id="note">{t('note-title')}</h2>
                <p class="av-typed">{file.note}</p>
              </section>
            )}
            <section class="av-panel av-flow" aria-labelledby="closing">
              <h2 id="closing">{t(gap.state === 'open' ? 'close-title' : 'closed')}</h2>
              {gap.state === 'open' ? (
                <CloseForm
                  lang={lang}
                  file={file}
                  sent={notTaken?.at === 'close' ? notTaken.sent : undefined}
                  errors={notTaken?.at === 'close' ? notTaken.errors : undefined}
                />
              ) : (
                <Form lang={lang} action={`/desk/gaps/${gap.id}/reopen`}>
                  <HiddenFields values={{ version: String(gap.version) }} />
                  <Button look="secondary">{t('reopen')}</Button>
                </Form>
              )}
            </section>
          </aside>
        </div>
      </>
    ),
  })
}

const sheetPart = (notTaken: GapPageState['notTaken']) =>
  notTaken && notTaken.at !== 'close' ? { ...notTaken, at: notTaken.at } : undefined

function Head({ lang, file, title }: { lang: Lang; file: GapFile; title: string }) {
  const t = gaps(lang)
  const { gap, figures } = file
  return (
    <div class="av-bar">
      <div class="av-flow">
        <h1>{title}</h1>
        <p class="av-tags">
          {figures.urgentAnswerBy && gap.state === 'open' && <Tag tone="danger">{t('urgent')}</Tag>}
          <Tag tone={gap.state === 'open' ? 'info' : 'neutral'}>
            {t(gap.state === 'open' ? 'open' : 'closed')}
          </Tag>
          {figures.handOffs.loops.length > 0 && <Tag tone="warning">{t('loop-tag')}</Tag>}
        </p>
      </div>
      <LinkButton href={`/desk/gaps/${gap.id}/edit`} look="secondary" shortcut="e">
        {t('edit')}
      </LinkButton>
    </div>
  )
}

/** The same-day rule: whom to telephone, and by when they have to have answered. */
function Urgent({ lang, file }: { lang: Lang; file: GapFile }) {
  const t = gaps(lang)
  const { gap, figures } = file
  return (
    <div class="av-flash">
      <Alert
        tone="danger"
        title={t('urgent-title', { authority: gapCodeName('authority', gap.authority, lang) })}
      >
        <p>
          {t('urgent-why', {
            effects: figures.urgent
              .map((effect) => gapCodeName('effect', effect, lang).toLowerCase())
              .join(', '),
          })}
        </p>
        <p>{t('urgent-rule', { date: formatDate(lang, figures.urgentAnswerBy!.due) })}</p>
        <p>{t('urgent-do')}</p>
      </Alert>
    </div>
  )
}

function MakeCase({ lang, file }: { lang: Lang; file: GapFile }) {
  const t = gaps(lang)
  return (
    <Form lang={lang} action={`/desk/contacts/${file.gap.contactId}/case`}>
      <HiddenFields values={{ kind: 'complaint' }} />
      <div class="av-flow">
        <p>{t('make-case-why')}</p>
        <Button look="secondary">{t('make-case')}</Button>
      </div>
    </Form>
  )
}

/** Whether a refusal is for this page to tell; anything else goes on as it is. */
export function told(error: unknown): Refusal {
  if (!(error instanceof Refusal) || error.code === 'not-found' || error.code === 'erased') throw error
  return error
}
