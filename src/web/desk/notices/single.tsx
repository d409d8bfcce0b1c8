import type { Context } from 'hono'
import { z } from 'zod'
import { may } from '../../../access/index.ts'
import { inOffice } from '../../../custody/transaction.ts'
import { formatDateTime } from '../../../language/formats.ts'
import { type OutboxRow, readNotice } from '../../../notices/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  Flash,
  Form,
  OWN_NAME,
  SummaryList,
  TextField,
} from '../../ui/parts.ts'
import { showDesk } from '../frame.tsx'
import { CaseNumber, OUTBOX, textsOf } from './frame.tsx'
import { State } from './outbox.tsx'

const DONE = ['resent', 'cancelled', 'not-now'] as const

/** One notice: where it stands, what to do, the text. `badAddress` is what was typed and cannot be an address. */
export async function singlePage(
  c: Context<WebEnv>,
  web: Web,
  id: string,
  done?: string,
  badAddress?: string,
) {
  const staff = c.var.staff!
  const t = textsOf(c)
  const { lang } = c.var
  const row = z.uuid().safeParse(id).success
    ? await inOffice(web.house, staff.organisation, { kind: 'staff', id: staff.staffId }, (o) =>
        readNotice(o, id),
      )
    : null
  if (!row) return problem(c, 404)
  const errors = badAddress === undefined ? [] : [{ field: 'email', message: t('bad-address') }]
  const outbox = may(staff, 'notices.read')
  const flash = DONE.find((one) => one === done)
  return showDesk(c, web, {
    title: t(`kind-${row.template}`),
    section: outbox ? 'admin' : 'queue',
    back: outbox || !row.caseId ? OUTBOX : `/desk/cases/${row.caseId}`,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    children: (
      <div class="av-flow av-narrow">
        {errors.length > 0 && <ErrorSummary lang={lang} errors={errors} />}
        {flash && <Flash tone={flash === 'not-now' ? 'danger' : 'success'}>{t(flash)}</Flash>}
        <h1>{t(`kind-${row.template}`)}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: t('state-label'), value: <State row={row} c={c} /> },
            ...(row.caseNumber
              ? [
                  {
                    label: t('col-case'),
                    value: <CaseNumber c={c} number={row.caseNumber} />,
                  },
                ]
              : []),
            { label: t('col-to'), value: t(`to-${row.audience}`) },
            { label: t('planned-label'), value: formatDateTime(lang, row.plannedAt) },
            { label: t('attempts-label'), value: t('attempts', { n: row.attempts }) },
            ...(row.lastAnswer ? [{ label: t('answer-label'), value: row.lastAnswer }] : []),
            { label: t('language-label'), value: OWN_NAME[row.language] },
            { label: t('version-label'), value: row.templateVersion },
          ]}
        />
        {row.trouble && (
          <Alert tone={row.state === 'undelivered' ? 'danger' : 'info'} title={t('trouble-title')}>
            <p>{t(adviceOf(row))}</p>
          </Alert>
        )}
        <Steps row={row} c={c} badAddress={badAddress} />
        <h2>{t('text-title')}</h2>
        {row.text === null ? (
          <p>{t('text-later')}</p>
        ) : (
          <div class="av-panel av-letter av-flow" lang={row.language}>
            <p>
              <strong>{row.subject}</strong>
            </p>
            <div class="av-typed">{row.text}</div>
          </div>
        )}
      </div>
    ),
  })
}

function adviceOf({ trouble, audience }: OutboxRow) {
  if (trouble === 'refused')
    return audience === 'client' ? 'trouble-refused-client' : ('trouble-refused-staff' as const)
  return `trouble-${trouble!}` as const
}

/** What can be done with the notice where it stands. */
function Steps({ row, c, badAddress }: { row: OutboxRow; c: Context<WebEnv>; badAddress?: string }) {
  const t = textsOf(c)
  const { lang } = c.var
  if (row.state === 'sent' || row.state === 'sending') return null
  const failed = row.state === 'undelivered' || row.state === 'cancelled'
  return (
    <>
      {(failed || row.trouble === 'retrying') && (
        <Form lang={lang} action={`${OUTBOX}/${row.id}/resend`}>
          <div class="av-flow">
            {failed && row.audience === 'client' && (
              <TextField
                lang={lang}
                name="email"
                type="email"
                label={t('new-address')}
                hint={t('new-address-hint')}
                error={badAddress === undefined ? undefined : t('bad-address')}
                value={badAddress}
                autocomplete="off"
                spellcheck={false}
                optional
              />
            )}
            <ButtonRow>
              <Button>{t(failed ? 'resend' : 'send-now')}</Button>
            </ButtonRow>
          </div>
        </Form>
      )}
      {row.state !== 'cancelled' && (
        <Form lang={lang} action={`${OUTBOX}/${row.id}/cancel`}>
          <Button look="tertiary" danger>
            {t('cancel-sending')}
          </Button>
        </Form>
      )}
    </>
  )
}
