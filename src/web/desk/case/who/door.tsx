import type { MiddlewareHandler } from 'hono'
import { caseFacts, decide, personOf } from '../../../../access/index.ts'
import { allowedActions, Refusal } from '../../../../cases/index.ts'
import { codeName, municipalityName } from '../../../../classification/index.ts'
import type { Case } from '../../../../database/generated/client.ts'
import { desk } from '../../../../language/catalogues/desk.ts'
import { whoMay } from '../../../../language/catalogues/who-may.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { Web, WebEnv } from '../../../context.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  HiddenFields,
  Select,
  SummaryList,
  Tag,
  TextArea,
} from '../../../ui/parts.ts'
import { asStaff, type DeskContext, handlersFor, showDesk, staffNames } from '../../frame.tsx'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** What has its own gate: who sees the case and the ways in and out of it, and how long it is kept. */
const BEFORE_THE_DOOR = /\/(who|keeping)(\/|$)/

/**
 * Stands before everything of a case: who may read it goes on; who may only know of it is shown the closed door, whatever
 * was asked for; for others there is no such case. Recorded when somebody is turned away.
 */
export function caseDoor(web: Web): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const id = c.req.param('id') ?? ''
    if (!UUID.test(id) || BEFORE_THE_DOOR.test(c.req.path)) return next()
    const seen = await asStaff(c, web, async (t) => {
      const person = await personOf(t)
      const facts = person && (await caseFacts(t, id))
      if (!person || !facts || !decide(person, 'case.row', facts).allowed) return 'hidden'
      if (decide(person, 'case.read', facts).allowed) return 'open'
      t.audit({ event: 'access.refused', subjectKind: 'case', subjectId: id })
      return 'closed'
    })
    if (seen === 'open') return next()
    if (seen === 'hidden') throw new Refusal('not-found')
    return doorPage(c, web, id)
  }
}

/** What was sent at the door and not taken. */
export interface DoorTried {
  reason?: string
  errors: FieldError[]
}

/** A case of which only the row may be seen: number, service, days, who has it; and what can be done from outside. */
export async function doorPage(c: DeskContext, web: Web, id: string, tried?: DoorTried): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  const found = await asStaff(c, web, async (tx) => {
    const person = await personOf(tx)
    const facts = await caseFacts(tx, id)
    const row = await tx.sql.case.findUnique({ where: { id } })
    if (!person || !facts || !row || !decide(person, 'case.row', facts).allowed)
      throw new Refusal('not-found')
    const may = (action: 'case.assign' | 'case.break-glass' | 'case.why') =>
      decide(person, action, facts).allowed
    return {
      row,
      may: {
        assign: may('case.assign') && !row.closedAt,
        glass: may('case.break-glass'),
        why: may('case.why'),
      },
      names: await staffNames(tx),
      handlers: await handlersFor(tx, id, lang),
    }
  })
  const { row, may, names, handlers } = found
  const takes = allowedActions(row, 'office', lang).some(({ type, refusal }) => type === 'TAKE' && !refusal)
  const at = `/desk/cases/${id}/who`
  return showDesk(c, web, {
    title: row.number,
    section: 'queue',
    back: '/desk',
    status: tried ? 422 : 403,
    hasErrors: Boolean(tried),
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={tried?.errors} />
        <h1>{t('door-title')}</h1>
        <p class="av-narrow">{t('door-text')}</p>
        <section class="av-panel av-flow av-narrow">
          <SummaryList lang={lang} rows={rowsOf(row, names, lang)} />
          <p>
            <a href={at}>{t(may.why ? 'why-link' : 'conflict-title')}</a>
          </p>
        </section>
        {may.assign && (
          <section class="av-panel av-flow av-narrow" aria-labelledby="assign">
            <h2 id="assign">{t('door-assign')}</h2>
            {!row.handlerId && (
              <Form lang={lang} action={`${at}/hand`}>
                <HiddenFields values={{ to: takes ? 'take' : 'me', version: String(row.version) }} />
                <Button>{t('door-take')}</Button>
              </Form>
            )}
            <Form lang={lang} action={`${at}/hand`}>
              <HiddenFields values={{ version: String(row.version) }} />
              <div class="av-flow">
                <Select
                  lang={lang}
                  name="to"
                  label={t('person')}
                  options={handlers}
                  empty={t('choose-person')}
                />
                <Button look="secondary">{t('door-assign-go')}</Button>
              </div>
            </Form>
          </section>
        )}
        {may.glass && (
          <section class="av-panel av-flow av-narrow" aria-labelledby="glass">
            <h2 id="glass">{t('glass-title')}</h2>
            <p>{t('glass-text')}</p>
            <Form lang={lang} action={`${at}/glass`} guarded>
              <div class="av-flow">
                <TextArea
                  lang={lang}
                  name="reason"
                  label={t('glass-reason')}
                  rows={3}
                  value={tried?.reason}
                  error={tried?.errors.find(({ field }) => field === 'reason')?.message}
                />
                <Button danger>{t('glass-go')}</Button>
              </div>
            </Form>
          </section>
        )}
      </div>
    ),
  })
}

function rowsOf(row: Case, names: ReadonlyMap<string, string>, lang: Lang) {
  const t = whoMay(lang)
  const about = [
    desk(lang)(row.kind === 'complaint' ? 'kind-complaint' : 'kind-advice'),
    row.serviceTask && codeName('serviceTask', row.serviceTask, lang),
    municipalityName(row.municipality, lang),
  ]
  return [
    {
      label: t('door-number'),
      value: (
        <>
          <span class="av-number">{row.number}</span>{' '}
          {row.urgent && !row.closedAt && <Tag tone="danger">{desk(lang)('urgent')}</Tag>}
        </>
      ),
    },
    // Where the address is protected, the municipality is told to nobody who need not know it.
    {
      label: t('door-about'),
      value: row.restricted ? (
        <Tag tone="danger">{t('tag-restricted')}</Tag>
      ) : (
        about.filter(Boolean).join(', ')
      ),
    },
    {
      label: t('door-handler'),
      value: row.handlerId ? (names.get(row.handlerId) ?? '–') : t('door-nobody'),
    },
    { label: t('door-opened'), value: formatDate(lang, row.openedAt) },
    { label: t('door-due'), value: row.nextDue ? formatDate(lang, row.nextDue) : desk(lang)('no-clock') },
  ]
}
