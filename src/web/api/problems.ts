import type { Context } from 'hono'
import type { z } from 'zod'
import { api } from '../../language/catalogues/api.ts'
import { LANGS, type Lang } from '../../language/lang.ts'

export interface FieldProblem {
  /** RFC 6901, e.g. /contact/email; empty: the whole body */
  pointer: string
  code: string
  message: string
}

type Title = 'bad-request' | 'invalid' | 'not-found' | 'too-many' | 'key-reused' | 'not-now' | 'unavailable'

/** The language of the request: the first of Accept-Language that we speak, else Finnish. */
export function langOf(c: Context): Lang {
  const asked = (c.req.header('Accept-Language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/)
      return { lang: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  return asked.map(({ lang }) => lang).find((lang): lang is Lang => LANGS.includes(lang as Lang)) ?? 'fi'
}

/** An answer in the form of RFC 9457. `detail` and the messages are in the language of the request. */
export function problemAnswer(
  c: Context,
  status: 400 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503,
  title: Title,
  { detail, errors = [], retryAfter }: { detail?: string; errors?: FieldProblem[]; retryAfter?: number } = {},
): Response {
  const lang = langOf(c)
  c.header('Content-Language', lang)
  c.header('Vary', 'Accept-Language')
  if (retryAfter) c.header('Retry-After', String(Math.ceil(retryAfter)))
  const body = { type: 'about:blank', title: api(lang)(`title.${title}`), status, detail, errors }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

/** What is wrong with a body, field by field, in the language of the request. Never repeats what was sent. */
export function fieldProblems(
  lang: Lang,
  issues: readonly z.core.$ZodIssue[],
  body: unknown,
): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: pointerTo([...path, key]),
        code: 'unknown-field',
        message: api(lang)('field.unknown-field', { field: key.slice(0, 60) }),
      }))
    const { code, message } = told(lang, issue, isAbsent(body, issue.path))
    return [{ pointer: pointerTo(path), code, message }]
  })
}

const pointerTo = (path: string[]) =>
  path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const isAbsent = (body: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    body,
  ) === undefined

function told(lang: Lang, issue: z.core.$ZodIssue, absent: boolean): { code: string; message: string } {
  const t = api(lang)
  if (absent) return { code: 'required', message: t('field.required') }
  if (issue.code === 'invalid_type') return { code: 'wrong-type', message: t('field.wrong-type') }
  if (issue.code === 'invalid_value')
    return { code: 'unknown-code', message: t('field.unknown-code', { codes: issue.values.join(', ') }) }
  if (issue.code === 'too_small') return { code: 'too-short', message: t('field.too-short') }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum)
    return issue.origin === 'array'
      ? { code: 'too-many', message: t('field.too-many', { most }) }
      : { code: 'too-long', message: t('field.too-long', { most }) }
  }
  if (issue.code === 'invalid_format' && issue.format === 'email')
    return { code: 'not-an-address', message: t('field.not-an-address') }
  if (issue.code === 'custom' && issue.params?.code === 'unknown-municipality')
    return { code: 'unknown-municipality', message: t('field.unknown-municipality') }
  return { code: 'invalid', message: t('field.invalid') }
}
