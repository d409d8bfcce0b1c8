import { Hono } from 'hono'
import type { Web, WebEnv } from '../../../src/web/context.ts'
import { portal } from '../../../src/web/portal/index.tsx'
import type { TestHouse } from '../../house.ts'

export interface Seen {
  status: number
  /** Address after all redirects. */
  path: string
  html: string
  /** The words of the page without its tags. */
  text: string
  title: string
  headers: Headers
}

type Form = Record<string, string | string[]>

/** A person with a browser that keeps cookies and follows redirects, and nothing else. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: Hono<WebEnv>
  constructor(app: Hono<WebEnv>) {
    this.#app = app
  }

  get = (path: string): Promise<Seen> => this.#go(path, { method: 'GET' })

  post(path: string, form: Form): Promise<Seen> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form))
      for (const each of [value].flat()) body.append(name, each)
    return this.#go(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  }

  /** A form with files: as a browser sends it, with what was chosen under `files`. */
  upload(path: string, form: Form, files: readonly { name: string; bytes: Buffer }[]): Promise<Seen> {
    const body = new FormData()
    for (const [name, value] of Object.entries(form))
      for (const each of [value].flat()) if (name !== 'go') body.append(name, each)
    for (const { name, bytes } of files) body.append('files', new Blob([new Uint8Array(bytes)]), name)
    if (files.length === 0) body.append('files', new Blob([]), '')
    if (form.go) body.append('go', String(form.go))
    return this.#go(path, { method: 'POST', body })
  }

  /** Another window of the same browser. */
  twin(): Visitor {
    const twin = new Visitor(this.#app)
    for (const [name, value] of this.cookies) twin.cookies.set(name, value)
    return twin
  }

  async #go(path: string, init: RequestInit): Promise<Seen> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await this.#app.request(path, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    const to = answer.headers.get('Location')
    if (to && answer.status >= 300 && answer.status < 400) return this.#go(to, { method: 'GET' })
    const html = await answer.text()
    return {
      status: answer.status,
      path,
      html,
      text: plain(html),
      title: plain(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''),
      headers: answer.headers,
    }
  }
}

const plain = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim()

/** The portal on a house, as the address `address` sees it. */
export function portalOn(house: TestHouse, more: Partial<Web> = {}): Hono<WebEnv> {
  const web: Web = {
    house,
    demo: false,
    intakeLimit: 0,
    mailLeaves: true,
    addressOf: () => '192.0.2.1',
    ...more,
  }
  return new Hono<WebEnv>().route('/', portal(web))
}

/** Answers that hold, by question. */
export const ANSWERS = {
  whose: { contactPerson: 'client' },
  where: { place: 'Tampere' },
  topic: { topic: 'home-care' },
  decision: { received: 'no' },
  story: { text: 'Kotihoito ei ole käynyt kolmeen päivään.' },
  wish: { wish: 'Toivon, että käynnit järjestyvät.' },
  urgent: { needs: 'none' },
  reach: { reachBy: 'none' },
} satisfies Record<string, Form>
export type Answers = { [Name in keyof typeof ANSWERS]?: Form }

/** Begins a matter and answers every question; ends on the check page. */
export async function answerAll(
  visitor: Visitor,
  { lang = 'fi', kind = 'complaint', ...more }: Answers & { lang?: string; kind?: string } = {},
): Promise<Seen> {
  await visitor.post(`/${lang}/start`, { kind })
  const answers: Record<string, Form> = { ...ANSWERS, ...more }
  for (const [question, form] of Object.entries(answers)) {
    const seen = await visitor.post(`/${lang}/ask/${question}`, form)
    if (seen.status !== 200) throw new Error(`${question}: ${seen.status} ${seen.text.slice(0, 300)}`)
  }
  return visitor.get(`/${lang}/ask/check`)
}

export const RECEIPT = /\b\d{4} \d{4} \d{4} \d{4}\b/
export const NUMBER = /AV-\d{4}-\d{6}-\d/
