import { may, verdictOn } from '../../../access/index.ts'
import {
  answerRectification,
  askRectification,
  endMark,
  MARKS,
  markCase,
  marksOf,
  personPackage,
  RECTIFICATION_LONG,
  RECTIFIED,
  type ReadMark,
  type ReadRectification,
  Refusal,
  rectificationsOf,
  refusalText,
  standingRow,
  WHY_LONG,
} from '../../../cases/index.ts'
import { personTexts } from '../../../language/catalogues/person-data.ts'
import { retentionTexts } from '../../../language/catalogues/retention.ts'
import { formatDate, formatDateTime } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import { packageFile } from '../../package-file.ts'
import {
  Button,
  ButtonRow,
  DateField,
  Details,
  dateParts,
  errorOf,
  type FieldError,
  Flash,
  Form,
  LinkButton,
  Radios,
  readDate,
  Select,
  TextArea,
} from '../../ui/parts.ts'
import { asStaff, type DeskContext, signedIn, staffNames } from '../frame.tsx'
import { ruleWords, stateWords } from '../retention/words.ts'
import { caseId } from './open-case.ts'
import { type NotTaken, showPart } from './part-page.tsx'

const DONE = {
  mark: 'mark-saved',
  ended: 'mark-was-ended',
  asked: 'rectify-sent',
  answered: 'rectify-answered',
} as const

/** How long the case is kept and what was decided of it; what the client asked to be put right; the client's data as a package. */
export async function keepingPage(c: DeskContext, web: Web, notTaken?: NotTaken): Promise<Response> {
  const { lang } = c.var
  const t = personTexts(lang)
  const id = caseId(c)
  const { row, reads, standing, marks, asked, names } = await asStaff(c, web, async (o) => {
    const row = await o.sql.case.findUnique({ where: { id } })
    const verdict = await verdictOn(o, 'case.read', id)
    const sets = may(signedIn(c), 'retention.set')
    if (!row || verdict === 'hidden') throw new Refusal('not-found')
    if (verdict === 'row' && !sets) throw new Refusal('not-yours')
    const reads = verdict === 'yes'
    if (reads)
      o.audit({ event: 'case.read', subjectKind: 'case', subjectId: id, details: { part: 'keeping' } })
    const marks = await marksOf(o, row, { reasons: reads })
    return {
      row,
      reads,
      marks,
      asked: reads ? await rectificationsOf(o, row) : [],
      standing: await standingRow(o, 'case', id),
      names: await staffNames(o),
    }
  })
  const done = DONE[c.req.query('done') as keyof typeof DONE]
  const here = `/desk/cases/${id}`
  return showPart(c, web, {
    title: t('keeping-title', { number: row.number }),
    caseId: id,
    notTaken,
    children: (
      <div class="av-flow av-narrow">
        {done && !notTaken && <Flash>{t(done)}</Flash>}
        <p>
          {!row.closedAt
            ? t('standing-open')
            : standing?.standing.rule
              ? `${t('standing-ends', { date: formatDate(lang, standing.standing.dueOn!) })} ${stateWords(standing, lang)}. ${ruleWords(standing.standing.rule, lang)}`
              : t('standing-none')}
        </p>
        {!reads && <p class="av-hush">{t('not-yours')}</p>}
        <h2>{t('marks-title')}</h2>
        {marks.length === 0 && <p class="av-hush">{t('marks-none')}</p>}
        <ul class="av-cards">
          {marks.map((mark) => (
            <Mark lang={lang} mark={mark} names={names} action={`${here}/keeping/${mark.id}/end`} />
          ))}
        </ul>
        <MarkForm lang={lang} action={`${here}/keeping`} notTaken={notTaken} />
        {reads && (
          <>
            <h2>{t('rectifications-title')}</h2>
            {asked.length === 0 && <p class="av-hush">{t('rectifications-none')}</p>}
            <ul class="av-cards">
              {asked.map((one) => (
                <Rectification
                  lang={lang}
                  one={one}
                  action={`${here}/rectify/${one.id}`}
                  notTaken={notTaken}
                />
              ))}
            </ul>
            <RectifyForm lang={lang} action={`${here}/rectify`} notTaken={notTaken} />
            <h2>{t('package-title')}</h2>
            <p>{t('package-text')}</p>
            <ButtonRow>
              <LinkButton look="secondary" href={`${here}/data`}>
                {t('package-plain')}
              </LinkButton>
              <LinkButton look="secondary" href={`${here}/data?notes=yes`}>
                {t('package-notes')}
              </LinkButton>
            </ButtonRow>
          </>
        )}
      </div>
    ),
  })
}

function Mark(props: { lang: Lang; mark: ReadMark; names: ReadonlyMap<string, string>; action: string }) {
  const { lang, mark, names } = props
  const t = personTexts(lang)
  const who = (mark.setBy && names.get(mark.setBy)) || '–'
  return (
    <li class="av-card">
      <p>
        <strong>
          {t('mark-line', { what: t(`mark-${mark.kind}`), who, when: formatDateTime(lang, mark.setAt) })}
        </strong>
      </p>
      {mark.until && <p>{t('mark-until', { date: formatDate(lang, mark.until) })}</p>}
      {mark.why && <p class="av-typed">{mark.why}</p>}
      {mark.endedAt ? (
        <p class="av-hush">{t('mark-ended', { date: formatDate(lang, mark.endedAt) })}</p>
      ) : (
        <Form lang={lang} action={props.action}>
          <Button look="tertiary">{t('mark-end')}</Button>
        </Form>
      )}
    </li>
  )
}

function MarkForm({ lang, action, notTaken }: { lang: Lang; action: string; notTaken?: NotTaken }) {
  const t = personTexts(lang)
  const own = notTaken?.at === 'mark' ? notTaken : undefined
  const value = (name: string) => (typeof own?.sent[name] === 'string' ? String(own.sent[name]) : undefined)
  return (
    <Details summary={t('mark-add')} open={Boolean(own)}>
      <Form lang={lang} action={action} guarded>
        <div class="av-flow">
          <Radios
            lang={lang}
            name="kind"
            label={t('mark-kind')}
            choices={MARKS.map((one) => ({ value: one, label: t(`mark-${one}`) }))}
            value={value('kind')}
            error={errorOf(own?.errors, 'kind')}
          />
          <TextArea
            lang={lang}
            name="why"
            label={t('mark-why')}
            hint={t('mark-why-hint')}
            rows={3}
            maxLength={WHY_LONG}
            spellcheck={false}
            value={value('why')}
            error={errorOf(own?.errors, 'why')}
          />
          <DateField
            lang={lang}
            name="until"
            label={t('mark-day')}
            hint={t('mark-day-hint')}
            value={own && dateParts(own.sent, 'until')}
            error={errorOf(own?.errors, 'until')}
            optional
          />
          <Button>{t('mark-save')}</Button>
        </div>
      </Form>
    </Details>
  )
}

function Rectification(props: { lang: Lang; one: ReadRectification; action: string; notTaken?: NotTaken }) {
  const { lang, one, notTaken } = props
  const t = personTexts(lang)
  const field = `answer-${one.id}`
  const own = notTaken?.at === field ? notTaken : undefined
  const when = { when: formatDateTime(lang, one.askedAt) }
  return (
    <li class="av-card">
      <h3>{t(`subject-${one.subject}`)}</h3>
      <p class="av-hush">
        {t(one.askedBy === 'client' ? 'by-client' : 'by-office', when)}. {t(`state-${one.state}`)}.
      </p>
      <p class="av-typed">{one.text}</p>
      {one.answer && <blockquote class="av-typed">{one.answer}</blockquote>}
      {one.state === 'asked' && (
        <Form lang={lang} action={props.action}>
          <div class="av-flow">
            <TextArea
              lang={lang}
              name={field}
              label={t('rectify-answer')}
              hint={t('rectify-answer-hint')}
              rows={3}
              spellcheck={false}
              value={own ? String(own.sent[field] ?? '') : undefined}
              error={errorOf(own?.errors, field)}
            />
            <ButtonRow>
              <Button name="noted" value="yes">
                {t('rectify-noted')}
              </Button>
              <Button look="secondary" name="noted" value="no">
                {t('rectify-refused')}
              </Button>
            </ButtonRow>
          </div>
        </Form>
      )}
    </li>
  )
}

function RectifyForm({ lang, action, notTaken }: { lang: Lang; action: string; notTaken?: NotTaken }) {
  const t = personTexts(lang)
  const own = notTaken?.at === 'rectify' ? notTaken : undefined
  return (
    <Details summary={t('rectify-enter')} open={Boolean(own)}>
      <Form lang={lang} action={action} guarded>
        <div class="av-flow">
          <Select
            lang={lang}
            name="subject"
            label={t('rectify-subject')}
            options={RECTIFIED.map((value) => ({ value, label: t(`subject-${value}`) }))}
            value={own ? String(own.sent.subject ?? '') : undefined}
            error={errorOf(own?.errors, 'subject')}
          />
          <TextArea
            lang={lang}
            name="text"
            label={t('rectify-text')}
            rows={4}
            maxLength={RECTIFICATION_LONG}
            spellcheck={false}
            value={own ? String(own.sent.text ?? '') : undefined}
            error={errorOf(own?.errors, 'text')}
          />
          <Button>{retentionTexts(lang)('keep-save')}</Button>
        </div>
      </Form>
    </Details>
  )
}

/** Does one thing on the page; back to it with what was wrong, or with what was done. */
async function take(
  c: DeskContext,
  web: Web,
  at: string,
  done: keyof typeof DONE,
  work: (sent: Record<string, unknown>) => Promise<unknown>,
): Promise<Response> {
  const sent: Record<string, unknown> = await c.req.parseBody()
  try {
    await work(sent)
  } catch (error) {
    if (!(error instanceof Refusal) || ['not-found', 'not-yours', 'erased'].includes(error.code)) throw error
    const wrong = fieldError(error, at, c.var.lang)
    return keepingPage(
      c,
      web,
      wrong ? { at, sent, errors: [wrong] } : { at, sent, refusal: refusalText(error, c.var.lang) },
    )
  }
  return c.redirect(`/desk/cases/${caseId(c)}/keeping?done=${done}`, 303)
}

function fieldError({ code, details }: Refusal, at: string, lang: Lang): FieldError | null {
  const t = personTexts(lang)
  const field = details.field ?? ''
  if (at === 'mark') {
    if (field === 'kind') return { field, message: t('mark-kind-missing') }
    if (field === 'why') return { field, message: t('mark-why-missing') }
    if (field === 'until')
      return { field, message: t(code === 'field-missing' ? 'mark-day-missing' : 'mark-day-wrong') }
  }
  if (code === 'too-long') return { field, message: t('rectify-long', { most: details.most ?? '' }) }
  if (field.startsWith('answer-')) return { field, message: t('rectify-answer-missing') }
  if (field === 'subject') return { field, message: t('rectify-subject-missing') }
  return field === 'text' ? { field, message: t('rectify-text-missing') } : null
}

export const takeMark = (c: DeskContext, web: Web): Promise<Response> =>
  take(c, web, 'mark', 'mark', (sent) => {
    const kind = MARKS.find((one) => one === sent.kind)
    const until = readDate(dateParts(sent, 'until'))
    if (!kind) throw new Refusal('field-invalid', { field: 'kind' })
    if (until === 'invalid') throw new Refusal('field-invalid', { field: 'until' })
    return asStaff(c, web, (o) =>
      markCase(o, caseId(c), { kind, until: until?.toString() ?? null, why: String(sent.why ?? '') }),
    )
  })

export const takeMarkEnd = (c: DeskContext, web: Web): Promise<Response> =>
  take(c, web, 'end', 'ended', () => asStaff(c, web, (o) => endMark(o, caseId(c), idOf(c.req.param('mark')))))

export const takeRectified = (c: DeskContext, web: Web): Promise<Response> =>
  take(c, web, 'rectify', 'asked', (sent) =>
    asStaff(c, web, (o) =>
      askRectification(o, caseId(c), { subject: String(sent.subject ?? ''), text: String(sent.text ?? '') }),
    ),
  )

export function takeAnswer(c: DeskContext, web: Web): Promise<Response> {
  const id = idOf(c.req.param('rectification'))
  return take(c, web, `answer-${id}`, 'answered', (sent) =>
    asStaff(c, web, (o) =>
      answerRectification(o, caseId(c), id, {
        noted: sent.noted === 'yes',
        answer: String(sent[`answer-${id}`] ?? ''),
      }),
    ),
  )
}

/** An id in the address. Throws Refusal "not-found" for anything that cannot be one. */
function idOf(id = ''): string {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) throw new Refusal('not-found')
  return id
}

/** The client's data as one file, with the office's own notes where that was asked for. */
export async function caseDataFile(c: DeskContext, web: Web): Promise<Response> {
  const staff = signedIn(c)
  return packageFile(
    c,
    await personPackage(web.house, {
      organisation: staff.organisation,
      actor: { kind: 'staff', id: staff.staffId },
      caseId: caseId(c),
      lang: c.var.lang,
      notes: c.req.query('notes') === 'yes',
    }),
  )
}
