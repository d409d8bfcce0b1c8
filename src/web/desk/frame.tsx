import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type Action, awayNow, caseFacts, may, peopleOf, type SignedIn } from '../../access/index.ts'
import { mayBeGiven } from '../../cases/index.ts'
import { type Actor, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { desk } from '../../language/catalogues/desk.ts'
import { whoMay } from '../../language/catalogues/who-may.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { Web, WebEnv } from '../context.ts'
import { readOffice } from '../portal/office.ts'
import { DeskLayout, type DeskSection } from '../ui/parts.ts'

export type DeskContext = Context<WebEnv>

export interface DeskPage {
  title: string
  section?: DeskSection
  children: Child
  /** Address of the page before. */
  back?: string
  hasErrors?: boolean
  counts?: Partial<Record<DeskSection, number>>
  status?: 200 | 403 | 404 | 409 | 413 | 422
}

const SECTIONS: readonly [DeskSection, ...Action[]][] = [
  ['queue', 'case.read'],
  ['log', 'contact.log'],
  ['search', 'case.read'],
  ['gaps', 'case.read'],
  ['statistics', 'statistics.read'],
  ['reports', 'report.read'],
  ['admin', 'staff.manage', 'notices.read', 'audit.read'],
]

/** The parts of the menu that a person may open. */
export const sectionsFor = (staff: SignedIn): DeskSection[] =>
  SECTIONS.filter(([, ...verbs]) => verbs.some((verb) => may(staff, verb))).map(([section]) => section)

/** Answers with a page of the desk. Nothing of it is kept by the browser: the next at the machine may be another. */
export async function showDesk(c: DeskContext, web: Web, page: DeskPage): Promise<Response> {
  const lang = c.var.lang
  const staff = signedIn(c)
  const office = await readOffice(web.house, staff.organisation, lang)
  c.status(page.status ?? 200)
  c.header('Cache-Control', 'no-store')
  return c.render(
    <DeskLayout
      lang={lang}
      title={page.title}
      section={page.section}
      sections={sectionsFor(staff)}
      user={{ name: staff.name, role: desk(lang)(`role-${staff.role}`) }}
      organisation={office?.name}
      counts={page.counts}
      back={page.back}
      hasErrors={page.hasErrors}
      demo={web.demo}
    >
      {page.children}
    </DeskLayout>,
  )
}

/** Who is signed in; `staffOnly` stands before every page that asks. */
export function signedIn(c: DeskContext): SignedIn {
  if (!c.var.staff) throw new Error('nobody is signed in')
  return c.var.staff
}

/** Works in the office of who is signed in, as that person. */
export function asStaff<T>(
  c: DeskContext,
  web: Web,
  work: (t: OfficeTransaction, staff: SignedIn) => Promise<T>,
  options: Parameters<typeof inOffice>[4] = {},
): Promise<T> {
  const staff = signedIn(c)
  const actor: Actor = { kind: 'staff', id: staff.staffId }
  return inOffice(web.house, staff.organisation, actor, (t) => work(t, staff), options)
}

/** Names of the office's people by id, those included who have left. */
export async function staffNames(t: OfficeTransaction): Promise<Map<string, string>> {
  const rows = await t.sql.staff.findMany({
    where: { organisation: t.organisation },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Those who handle cases now, by name. */
export async function handlers(t: OfficeTransaction): Promise<{ value: string; label: string }[]> {
  const rows = await t.sql.staff.findMany({
    where: { organisation: t.organisation, active: true, role: { in: ['ombudsman', 'lead'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}

/** Those to whom a case can be given: at work here, not barred, of the right municipality; who is away is told so. */
export async function handlersFor(
  t: OfficeTransaction,
  caseId: string,
  lang: Lang,
): Promise<{ value: string; label: string }[]> {
  const facts = await caseFacts(t, caseId)
  const people = (await peopleOf(t)).filter((person) => facts && mayBeGiven(person, facts))
  const names = await staffNames(t)
  const away = await awayNow(t)
  return people.map(({ staffId }) => {
    const name = names.get(staffId) ?? ''
    const until = away.get(staffId)?.until
    return {
      value: staffId,
      label: until ? whoMay(lang)('away-until', { name, date: formatDate(lang, until) }) : name,
    }
  })
}
