import { parseArgs } from 'node:util'
import type { House } from '../custody/transaction.ts'
import { access } from '../language/catalogues/access.ts'
import { formatDate } from '../language/formats.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { AccessRefused } from './access-refused.ts'
import { invite, setUpPath } from './invitations.ts'
import { ROLES, type Role } from './signed-in.ts'

interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const OPTIONS = {
  organisation: { type: 'string' },
  role: { type: 'string' },
  municipality: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value)
const isEmail = (value: string | undefined): value is string => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value ?? '')

/**
 * `invite EMAIL --organisation CODE --role ROLE [--municipality CODE] [--lang …] [--json]`: sends an invitation and
 * prints its one-time link. @returns 0 done, 1 refused because of the data, 2 wrong use
 */
export async function inviteCommand(args: string[], write: Write, house: House): Promise<0 | 1 | 2> {
  const asked = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  const lang: Lang = isLang(asked.values.lang) ? asked.values.lang : 'fi'
  const t = access(lang)
  const json = args.includes('--json')
  const refuse = (exit: 1 | 2, code: string, message: string) => {
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${t('command-usage')}\n`)
    return exit
  }
  let given: ReturnType<typeof parse>
  try {
    given = parse(args)
  } catch (error) {
    return refuse(2, 'wrong-option', (error as Error).message)
  }
  const { values, positionals } = given
  const [email] = positionals
  if (positionals.length !== 1 || !isEmail(email)) return refuse(2, 'wrong-email', t('email-wrong'))
  if (!isRole(values.role)) return refuse(2, 'wrong-role', t('role-wrong', { roles: ROLES.join(', ') }))
  if (!values.organisation) return refuse(2, 'missing-organisation', t('organisation-missing'))
  try {
    const { token, expiresAt } = await invite(
      house,
      values.organisation,
      { email, role: values.role, municipality: values.municipality, language: lang },
      { kind: 'system' },
    )
    const link = house.publicUrl + setUpPath(token)
    write.out(
      json
        ? `${JSON.stringify({ link, expiresAt: expiresAt.toISOString() })}\n`
        : `${t('command-done', { email, date: formatDate(lang, expiresAt) })}\n${link}\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    return refuse(1, error.code, t(`refused-${error.code}`))
  }
}

const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true })
