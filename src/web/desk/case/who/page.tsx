import { caseFacts, decide, personOf, type Reason, type Subject } from '../../../../access/index.ts'
import { Refusal, type WhoSees, whoSees } from '../../../../cases/index.ts'
import { whoMay } from '../../../../language/catalogues/who-may.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { Web } from '../../../context.ts'
import {
  Button,
  CaseTitle,
  Checkbox,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  LinkButton,
  Select,
  Table,
  Tag,
} from '../../../ui/parts.ts'
import { asStaff, type DeskContext, handlersFor, showDesk, staffNames } from '../../frame.tsx'
import { caseId } from '../open-case.ts'

/** Why a person sees a case or does not: the sentence of the row that decided. */
export function sentenceOf(
  { person, reads, row }: WhoSees,
  facts: Subject,
  name: string,
  lang: Lang,
): string {
  const t = whoMay(lang)
  if (reads.allowed) return allowedBy(reads, person.places, lang)({ name })
  if (reads.except) return t('why-not-barred', { name })
  if (row.allowed) return t('why-row', { name })
  if (person.role === 'admin') return t('why-admin', { name })
  if (person.role === 'authority') return t('why-authority', { name })
  if (person.places?.length && !(facts.municipality && person.places.includes(facts.municipality)))
    return t('why-places', { name })
  return facts.restricted ? t('why-restricted', { name }) : t('why-none', { name })
}

function allowedBy(
  reads: Extract<Reason, { allowed: true }>,
  places: readonly string[] | undefined,
  lang: Lang,
) {
  const t = whoMay(lang)
  const when = reads.row.when ?? []
  const own = (['handler', 'substitute', 'named', 'broke-glass'] as const).find((one) => when.includes(one))
  return (args: { name: string }) =>
    own ? t(`why-${own}`, args) : t(places?.length ? 'why-open-office-places' : 'why-open-office', args)
}

/** Who sees the case and by which rule; and what can be changed about it. Nothing of the content is on it. */
export async function whoPage(c: DeskContext, web: Web, errors?: FieldError[]): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  const id = caseId(c)
  const found = await asStaff(c, web, async (tx) => {
    const person = await personOf(tx)
    const facts = person && (await caseFacts(tx, id))
    if (!person || !facts) throw new Refusal('not-found')
    const may = (action: Parameters<typeof decide>[1]) => decide(person, action, facts).allowed
    if (!may('case.row') && !may('case.why')) throw new Refusal('not-found')
    const row = await tx.sql.case.findUniqueOrThrow({ where: { id }, select: { number: true } })
    return {
      number: row.number,
      facts,
      sees: may('case.row'),
      reads: may('case.read'),
      names: await staffNames(tx),
      standing: may('case.why') ? await whoSees(tx, id) : null,
      handlers: await handlersFor(tx, id, lang),
      may: {
        name: may('case.name'),
        restrict: may('case.restrict'),
        unrestrict: may('case.unrestrict'),
        bar: may('case.bar'),
      },
    }
  })
  const { number, facts, names, standing, may } = found
  const at = `/desk/cases/${id}/who`
  const of = (staffId: string) => names.get(staffId) ?? '–'
  const title = standing ? t('why-title', { number }) : `${t('conflict-title')}: ${number}`
  return showDesk(c, web, {
    title,
    section: found.sees ? 'queue' : 'admin',
    back: found.sees ? `/desk/cases/${id}` : '/desk/admin/audit',
    status: errors ? 422 : 200,
    hasErrors: Boolean(errors),
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={errors} />
        <CaseTitle title={title} />
        {standing && (
          <>
            <p>{t('why-lead')}</p>
            <Table
              caption={t('why-link')}
              captionHidden
              stack
              rows={standing.people}
              columns={[
                { label: t('why-who'), rowHeader: true, cell: (row) => of(row.person.staffId) },
                {
                  label: t('why-opens'),
                  cell: ({ reads }) => (
                    <Tag tone={reads.allowed ? 'success' : 'neutral'}>{t(reads.allowed ? 'yes' : 'no')}</Tag>
                  ),
                },
                {
                  label: t('why-rule'),
                  cell: (row) => sentenceOf(row, facts, of(row.person.staffId), lang),
                },
              ]}
            />
          </>
        )}
        {may.name && (
          <section class="av-panel av-flow" aria-labelledby="named-title">
            <h2 id="named-title">{t('named-title')}</h2>
            <p>{t('named-text')}</p>
            {facts.named.length === 0 && <p class="av-hush">{t('named-none')}</p>}
            {facts.named.map((staff) => (
              <OnePerson
                lang={lang}
                name={of(staff)}
                staff={staff}
                action={`${at}/unnamed`}
                button={t('named-remove')}
              />
            ))}
            <Choose
              lang={lang}
              name="named"
              action={`${at}/named`}
              button={t('named-add')}
              options={found.handlers.filter(
                ({ value }) =>
                  value !== facts.handlerId && value !== c.var.staff?.staffId && !facts.named.includes(value),
              )}
              errors={errors}
            />
          </section>
        )}
        {(may.restrict || may.unrestrict) && (
          <section class="av-panel av-flow" aria-labelledby="restrict-title">
            <h2 id="restrict-title">{t('restrict-title')}</h2>
            <p>{t('restrict-text')}</p>
            <p>
              <strong>{t(facts.restricted ? 'restrict-on' : 'restrict-off')}</strong>
            </p>
            {facts.restricted && !may.unrestrict && <p class="av-hush">{t('restrict-only')}</p>}
            {(facts.restricted ? may.unrestrict : may.restrict) && (
              <Form lang={lang} action={`${at}/restricted`}>
                <HiddenFields values={{ restricted: facts.restricted ? 'no' : 'yes' }} />
                <Button look="secondary">{t(facts.restricted ? 'unrestrict-go' : 'restrict-go')}</Button>
              </Form>
            )}
          </section>
        )}
        {(found.sees || standing) && (
          <section class="av-panel av-flow" aria-labelledby="conflict-title">
            <h2 id="conflict-title">{t('conflict-title')}</h2>
            {found.sees && <p>{t('conflict-text')}</p>}
            {standing?.bars.length === 0 && <p class="av-hush">{t('conflict-none')}</p>}
            {standing?.bars.map(({ staffId, reason, since }) => {
              const told = t('conflict-since', {
                name: of(staffId),
                date: formatDate(lang, since),
                reason: t(`reason-${reason}`),
              })
              return may.bar ? (
                <OnePerson
                  lang={lang}
                  name={told}
                  staff={staffId}
                  action={`${at}/lift`}
                  button={t('conflict-lift')}
                />
              ) : (
                <p>{told}</p>
              )
            })}
            {found.sees && (
              <p>
                <LinkButton look="secondary" href={`${at}/conflict`}>
                  {t('conflict-own')}
                </LinkButton>
              </p>
            )}
            {may.bar && (
              <Choose
                lang={lang}
                name="colleague"
                action={`${at}/colleague`}
                button={t('conflict-other')}
                options={found.handlers}
                errors={errors}
              />
            )}
          </section>
        )}
      </div>
    ),
  })
}

function OnePerson(props: { lang: Lang; name: string; staff: string; action: string; button: string }) {
  return (
    <Form lang={props.lang} action={props.action}>
      <HiddenFields values={{ staff: props.staff }} />
      <div class="av-tools">
        <span>{props.name}</span>
        <Button look="tertiary">{props.button}</Button>
      </div>
    </Form>
  )
}

function Choose(props: {
  lang: Lang
  name: string
  action: string
  button: string
  options: readonly { value: string; label: string }[]
  errors?: FieldError[]
}) {
  const t = whoMay(props.lang)
  return (
    <Form lang={props.lang} action={props.action}>
      <div class="av-flow av-narrow">
        <Select
          lang={props.lang}
          name={props.name}
          label={t('person')}
          options={[...props.options]}
          empty={t('choose-person')}
          error={errorOf(props.errors, props.name)}
        />
        <Button look="secondary">{props.button}</Button>
      </div>
    </Form>
  )
}

/** Asks once more before somebody locks themselves out. */
export async function conflictPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  const id = caseId(c)
  const number = await asStaff(c, web, async (tx) => {
    const person = await personOf(tx)
    const facts = person && (await caseFacts(tx, id))
    if (!person || !facts || !decide(person, 'case.row', facts).allowed) throw new Refusal('not-found')
    return (await tx.sql.case.findUniqueOrThrow({ where: { id }, select: { number: true } })).number
  })
  const title = t('conflict-confirm-title', { number })
  return showDesk(c, web, {
    title,
    section: 'queue',
    back: `/desk/cases/${id}`,
    children: (
      <div class="av-flow av-narrow">
        <CaseTitle title={title} />
        <p>{t('conflict-text')}</p>
        <Form lang={lang} action={`/desk/cases/${id}/who/conflict`}>
          <div class="av-flow">
            <Checkbox name="person" label={t('conflict-person')} />
            <div class="av-buttons">
              <Button danger>{t('conflict-confirm')}</Button>
              <LinkButton look="secondary" href={`/desk/cases/${id}`}>
                {t('cancel')}
              </LinkButton>
            </div>
          </div>
        </Form>
      </div>
    ),
  })
}
