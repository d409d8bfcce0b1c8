import { randomUUID } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  type DraftFile,
  draftFiles,
  forgetDraft,
  newDraftCode,
  openDraft,
  saveDraft,
  type ToldAtDoor,
  unconfirmFiles,
} from '../../cases/index.ts'
import type { Web } from '../context.ts'
import type { QuestionId, Typed } from './ask/question.ts'
import type { PortalContext } from './frame.tsx'

/** A matter being written. It lives sealed on the server, under a code that only the browser or the person has. */
export interface Draft {
  /** Names the matter once: however often it is sent, one case comes of it. */
  id: string
  kind: 'advice' | 'complaint'
  /** As typed, also what is not right yet. */
  answers: Partial<Record<QuestionId, Typed>>
  /** Questions whose answers hold. */
  done: QuestionId[]
  /** What was answered before the form, in the guided way or the finder. */
  told?: ToldAtDoor
  /** Where the person was when putting it aside. */
  at?: QuestionId
  sent?: Sent
  /** Its files, read beside it and kept with themselves. */
  files?: DraftFile[]
}

/** What is left of a matter once it has been sent: nothing of its content. */
export interface Sent {
  organisation: string
  number: string
  /** ISO date by which the office means to answer. */
  answerBy: string
  /** ISO date by which a review of the decision told of must be requested, where one may be named. */
  reviewBy?: string
  /** Until it has been shown. */
  receipt?: string
  /** Milliseconds since 1970. */
  at: number
  /** Whether a confirmation goes out by mail. */
  mail: boolean
  /** It is urgent, and no way of reaching the person was given. */
  callUs?: boolean
  /** No way of reaching the person was given. */
  silent?: boolean
  /** The person asked for a call. */
  call?: boolean
}

export interface Open {
  code: string
  draft: Draft
}

/** Holds the draft's code while the browser is open. */
const COOKIE = 'matter'
/** Carries a code to the page that shows it, once. */
const SHOWN_ONCE = 'matter-code'

const kept = (web: Web) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: web.house.publicUrl.startsWith('https:') }) as const

/** The draft of this browser: `none` when there never was one, `gone` when it has expired. */
export async function draftOf(c: PortalContext, web: Web): Promise<Open | 'none' | 'gone'> {
  const code = getCookie(c, COOKIE)
  if (!code) return 'none'
  const draft = (await openDraft(web.house, code)) as Draft | null
  if (!draft) return 'gone'
  return { code, draft: draft.sent ? draft : { ...draft, files: await draftFiles(web.house, code) } }
}

/** Begins a matter on this browser. */
export async function beginDraft(c: PortalContext, web: Web, kind: Draft['kind']): Promise<Open> {
  const open = { code: newDraftCode(), draft: { id: randomUUID(), kind, answers: {}, done: [] } }
  await saveDraft(web.house, open.code, open.draft)
  setCookie(c, COOKIE, open.code, kept(web))
  return open
}

/** Puts a finished matter where its receipt page finds it. */
export async function keepSent(c: PortalContext, web: Web, code: string, draft: Draft): Promise<void> {
  await saveDraft(web.house, code, { ...draft, files: undefined, answers: {}, done: [] })
  setCookie(c, COOKIE, code, kept(web))
}

/**
 * Takes up the draft of a code that a person typed; null when there is none. Its files are shown then and go along only
 * when the person says so.
 */
export async function takeUp(c: PortalContext, web: Web, typed: string): Promise<Draft | null> {
  const draft = (await openDraft(web.house, typed)) as Draft | null
  if (!draft) return null
  await unconfirmFiles(web.house, typed)
  setCookie(c, COOKIE, typed.trim().toUpperCase(), kept(web))
  return draft
}

export const keep = (web: Web, { code, draft }: Open) =>
  saveDraft(web.house, code, { ...draft, files: undefined })

/** Puts the draft aside: this browser forgets it, and the next page shows its code. */
export function putAside(c: PortalContext, web: Web, code: string): void {
  deleteCookie(c, COOKIE, { path: '/' })
  setCookie(c, SHOWN_ONCE, code, { ...kept(web), maxAge: 600 })
}

/** The code to show, which is thereby gone from the browser. */
export function codeToShow(c: PortalContext): string | undefined {
  const code = getCookie(c, SHOWN_ONCE)
  if (code) deleteCookie(c, SHOWN_ONCE, { path: '/' })
  return code
}

/** Erases the draft and forgets it here. */
export async function dropDraft(c: PortalContext, web: Web, code: string): Promise<void> {
  await forgetDraft(web.house, code)
  deleteCookie(c, COOKIE, { path: '/' })
}
