import type { Context } from 'hono'
import { AccessRefused, changeStaff } from '../../../access/index.ts'
import { type HandedOver, handOver, LeftBehind, openCasesOf } from '../../../cases/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { whoMay } from '../../../language/catalogues/who-may.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { Button, Checkboxes, ErrorSummary, errorOf, type FieldError, Flash, Form } from '../../ui/parts.ts'
import { asStaff, handlers, showDesk, staffNames } from '../frame.tsx'
import { ownMunicipalities } from '../queue.tsx'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

interface Given {
  errors?: FieldError[]
  to?: string[]
  done?: boolean
}

/** A person's municipalities, and the hand-over of their work. */
export async function workPage(
  c: Context<WebEnv>,
  web: Web,
  id: string,
  given: Given = {},
): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  if (!UUID.test(id)) return problem(c, 404)
  const found = await asStaff(c, web, async (tx) => {
    const person = await tx.sql.staff.findFirst({
      where: { id, organisation: tx.organisation, active: true },
    })
    return person && { person, cases: await openCasesOf(tx, id), people: await handlers(tx) }
  })
  if (!found?.people.some(({ value }) => value === id)) return problem(c, 404)
  const { person, cases, people } = found
  const at = `/desk/admin/people/${id}`
  return showDesk(c, web, {
    title: person.name,
    section: 'admin',
    back: '/desk/admin',
    hasErrors: Boolean(given.errors),
    status: given.errors ? 422 : 200,
    children: (
      <div class="av-flow">
        <ErrorSummary lang={lang} errors={given.errors} />
        {c.req.query('done') && <Flash>{t('saved')}</Flash>}
        <h1>{person.name}</h1>
        <section class="av-panel av-flow" aria-labelledby="places-title">
          <h2 id="places-title">{t('places-title')}</h2>
          <Form lang={lang} action={`${at}/places`}>
            <div class="av-flow">
              <Checkboxes
                lang={lang}
                name="places"
                label={t('places-title')}
                labelHidden
                hint={t('places-text')}
                look="columns"
                choices={ownMunicipalities(person.organisation, lang)}
                values={person.municipalities}
                error={errorOf(given.errors, 'places')}
              />
              <Button look="secondary">{t('save')}</Button>
            </div>
          </Form>
        </section>
        <section class="av-panel av-flow" aria-labelledby="handover-title">
          <h2 id="handover-title">{t('handover-title')}</h2>
          <p>{t('handover-text')}</p>
          <p>
            <strong>{t('handover-counts', { cases })}</strong>
          </p>
          <Form lang={lang} action={`${at}/hand-over`}>
            <div class="av-flow">
              <Checkboxes
                lang={lang}
                name="to"
                label={t('handover-to')}
                choices={people.filter(({ value }) => value !== id)}
                values={given.to}
                error={errorOf(given.errors, 'to')}
              />
              <Button danger>{t('handover-go')}</Button>
            </div>
          </Form>
        </section>
      </div>
    ),
  })
}

export async function takePlaces(c: Context<WebEnv>, web: Web, id: string): Promise<Response> {
  if (!UUID.test(id)) return problem(c, 404)
  const municipalities = listOf((await c.req.parseBody({ all: true })).places)
  try {
    await asStaff(c, web, (t) => changeStaff(t, { id, municipalities }))
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code === 'not-found') return problem(c, 404)
    return workPage(c, web, id, {
      errors: [{ field: 'places', message: access(c.var.lang)(`refused-${error.code}`) }],
    })
  }
  return c.redirect(`/desk/admin/people/${id}/work?done=1`, 303)
}

/** Gives everything of a leaver to those chosen and closes the account; shows what went where. */
export async function takeHandOver(c: Context<WebEnv>, web: Web, id: string): Promise<Response> {
  const { lang } = c.var
  const t = whoMay(lang)
  if (!UUID.test(id)) return problem(c, 404)
  const to = listOf((await c.req.parseBody({ all: true })).to)
  const wrong = (message: string) => workPage(c, web, id, { to, errors: [{ field: 'to', message }] })
  if (to.length === 0) return wrong(t('handover-to-missing'))
  if (!to.every((one) => UUID.test(one))) return problem(c, 404)
  let done: { moved: HandedOver; names: Map<string, string> }
  try {
    done = await asStaff(
      c,
      web,
      async (tx) => ({ moved: await handOver(tx, id, to), names: await staffNames(tx) }),
      { timeout: 300_000 },
    )
  } catch (error) {
    if (error instanceof LeftBehind)
      return wrong(t('handover-left', { numbers: error.numbers.slice(0, 20).join(', ') }))
    if (!(error instanceof AccessRefused)) throw error
    if (error.code === 'not-found') return problem(c, 404)
    return wrong(access(lang)(`refused-${error.code}`))
  }
  return donePage(c, web, { lang, ...done, name: done.names.get(id) ?? '' })
}

function donePage(
  c: Context<WebEnv>,
  web: Web,
  { lang, moved, names, name }: { lang: Lang; moved: HandedOver; names: Map<string, string>; name: string },
): Promise<Response> {
  const t = whoMay(lang)
  return showDesk(c, web, {
    title: t('handover-title'),
    section: 'admin',
    back: '/desk/admin',
    children: (
      <div class="av-flow av-narrow">
        <Flash>{t('handover-done', { name })}</Flash>
        <h1>{t('handover-title')}</h1>
        <ul>
          {[...moved.cases].map(([to, n]) => (
            <li>{t('handover-moved', { name: names.get(to) ?? '–', n })}</li>
          ))}
          <li>{t('handover-notices', { n: moved.notices })}</li>
          <li>{t('handover-absences', { n: moved.absences })}</li>
        </ul>
      </div>
    ),
  })
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )
