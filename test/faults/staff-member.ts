import { setTimeout } from 'node:timers/promises'
import type { Program } from './program.ts'

/** A member of staff of the running program, as a browser without scripts would be one. */
export interface StaffMember {
  email: string
  password: string
}

const ADMIN: StaffMember = { email: 'hallinta@example.org', password: 'kolme pientä sanaa yhdessä' }

/** Sets the very first administrator up with the link that the program printed. */
export async function firstAdministrator(program: Program & { url: string }): Promise<StaffMember> {
  const link = () => /\/desk\/set-up\/\S+/.exec(program.said())?.[0]
  while (!link()) await setTimeout(20)
  const { url } = program
  const path = link()!
  const answer = await post(url, path, {
    ...ADMIN,
    organisation: '08',
    name: 'Anna Alku',
    language: 'fi',
  })
  if (answer.status !== 303) throw new Error(`set-up gave ${answer.status}: ${await answer.text()}`)
  return ADMIN
}

/** Signs in. @returns the address of the page that the person comes to, and its status; null when not let in */
export async function signInAt(
  url: string,
  { email, password }: StaffMember,
): Promise<{ path: string; status: number } | null> {
  const answer = await post(url, '/desk/sign-in', { email, password })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (answer.status !== 303 || !cookie) return null
  let page = answer
  let path = ''
  for (let step = 0; step < 5 && page.status === 303; step++) {
    path = page.headers.get('location')!
    page = await fetch(new URL(path, url), { headers: { cookie }, redirect: 'manual' })
    await page.body?.cancel()
  }
  return { path, status: page.status }
}

const post = (url: string, path: string, form: Record<string, string>) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams(form),
  })
