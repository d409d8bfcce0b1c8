import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../src/access/open-session.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { app } from '../../src/web/app.tsx'
import { type TestHouse, testHouse } from '../house.ts'
import { MATRIX, ROLES_ASKED } from './route-matrix.ts'
import { webOn } from './serve-site.ts'
import { fill, openWorld, parametersOf, type World } from './world.ts'

let house: TestHouse
let own: World
let foreign: World
let site: ReturnType<typeof app>
const tokens = new Map<string, string>()

beforeAll(async () => {
  house = await testHouse()
  own = await openWorld(house, '08', '837')
  foreign = await openWorld(house, '90', '091')
  site = app(webOn(house))
}, 120_000)
afterAll(() => house?.close())

const staffOf = (role: string) =>
  ({ ombudsman: own.office.maija, lead: own.office.lead, admin: own.admin, authority: own.reader })[role]!

async function tokenOf(role: string, fresh: boolean): Promise<string | undefined> {
  if (role === 'out') return undefined
  const known = tokens.get(role)
  if (known && !fresh) return known
  const { id } = staffOf(role)
  const { token } = await inOffice(house, '08', { kind: 'staff', id }, (t) =>
    openSession(t, id, { how: 'password', userAgent: 'test' }),
  )
  if (!fresh) tokens.set(role, token)
  return token
}

/** Sends a request as somebody; a form posted is empty or holds what is given. */
async function ask(
  role: string,
  method: string,
  path: string,
  form: Record<string, string> = {},
): Promise<Response> {
  // A session that the request itself may end is one of its own.
  const ends = /sign-out|sessions|password|sign-in|factors|confirm/.test(path) && method === 'POST'
  const token = await tokenOf(role, ends)
  const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' })
  if (token) headers.set('Cookie', `session=${token}`)
  const body = method === 'POST' ? new URLSearchParams(form).toString() : undefined
  if (body !== undefined) headers.set('Content-Type', 'application/x-www-form-urlencoded')
  return site.request(path, { method, headers, body })
}

/** `in`: let to it; `sign`: asked to sign in; `no`: refused; `gone`: there is no such thing. */
function classOf(answer: Response): string {
  const to = answer.headers.get('Location') ?? ''
  if (answer.status === 401 || /^\/(desk|authority)\/sign-in\?/.test(to)) return 'sign'
  if (answer.status >= 500) return `error ${answer.status}`
  if (answer.status === 403) return 'no'
  if (answer.status === 404) return 'gone'
  if (to === '/authority' || to === '/desk/admin') return 'home'
  return 'in'
}

/** Every route of the app, those of the three languages once. */
const routes = () => [
  ...new Set(
    site.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/^\/(fi|sv|en)(?=\/|$)/, '/:lang')}`),
  ),
]

const ofStaff = (route: string) => / \/(desk|authority)(\/|$)/.test(route)

describe('every route', () => {
  it('has a row in the matrix, and the matrix has no others', () => {
    expect(routes().filter((route) => !(route in MATRIX))).toEqual([])
    expect(Object.keys(MATRIX).filter((route) => !routes().includes(route))).toEqual([])
  })

  it('lets in whom the matrix says, and nobody else', async () => {
    const found: Record<string, string> = {}
    // A choice that could be made, so that the rule decides and not the empty form.
    const people = {
      staff: own.other,
      named: own.other,
      colleague: own.other,
      to: own.other,
      reason: 'Käsittelijää ei tavoiteta.',
    }
    for (const route of routes()) {
      const [method, path] = route.split(' ') as [string, string]
      const marks: string[] = []
      for (const role of ROLES_ASKED) {
        const parameters = parametersOf(path, own)
        // What a post changes is a case of its own.
        if (method === 'POST' && /^\/desk\/cases\/:id\/(who|do|message|note)/.test(path))
          parameters.id = await own.newCase()
        if (path === '/desk/directory/:id/remove' && method === 'POST') parameters.id = await own.newBody()
        marks.push(
          classOf(await ask(role, method, fill(path, parameters), path.includes('/who/') ? people : {})),
        )
      }
      found[route] = marks.join(' ')
    }
    if (process.env.ROUTE_MATRIX) console.log(JSON.stringify(found))
    expect(found).toEqual(MATRIX)
  }, 600_000)

  it('gives nothing of another office, whichever of its ids an address or a form names', async () => {
    const before = await snapshot('90')
    const wrong: string[] = []
    const ids: Record<string, string> = {}
    const { caseId, other, absence, tie, session, release, contact } = foreign
    for (const name of ['staff', 'to', 'named', 'colleague', 'who', 'substitute']) ids[name] = other
    Object.assign(ids, {
      case: caseId,
      caseId,
      absence,
      tie,
      session,
      release,
      id: release,
      contact,
      [`role-${other}`]: 'admin',
    })
    for (const route of routes().filter(ofStaff)) {
      const [method, path] = route.split(' ') as [string, string]
      const mine = parametersOf(path, own)
      const theirs = parametersOf(path, foreign)
      const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!).filter((name) => name in theirs)
      for (const role of ['ombudsman', 'lead', 'admin', 'authority']) {
        for (const name of named) {
          const at = fill(path, { ...mine, [name]: theirs[name]! })
          const said = classOf(await ask(role, method, at, ids))
          const alsoOwn = MATRIX[route]!.split(' ')[ROLES_ASKED.indexOf(role as 'lead')]
          const right = [alsoOwn === 'in' ? 'gone' : alsoOwn, 'gone', 'no'].includes(said)
          if (!right) wrong.push(`${role} ${method} ${at} (${name} of another office): ${said}`)
        }
        if (method === 'POST' && !/do\/:event|sign|factors|password|sessions|confirm/.test(path)) {
          const said = classOf(
            await ask(
              role,
              method,
              fill(path, { ...mine, ...(path.includes('/cases/') ? { id: await own.newCase() } : {}) }),
              ids,
            ),
          )
          if (said.startsWith('error')) wrong.push(`${role} ${route} with ids of another office: ${said}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(await snapshot('90')).toEqual(before)
  }, 600_000)
})

/** A hash of every row of an office, table by table. */
async function snapshot(organisation: string): Promise<Record<string, string>> {
  const tables = await own.office.rows<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { table } of tables) {
    const [row] = await own.office.rows<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from "${table}" t where organisation = $1`,
      organisation,
    )
    hashes[table] = row!.hash
  }
  return hashes
}
