import { parseArgs } from 'node:util'
import { type House, inOffice } from '../custody/transaction.ts'
import { access } from '../language/catalogues/access.ts'
import { formatDateTime } from '../language/formats.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { resetFactors } from './factors/factors.ts'
import { setUpPath } from './invitations.ts'
import { sendPasswordLink } from './new-password.ts'

interface Write {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const OPTIONS = { lang: { type: 'string' }, json: { type: 'boolean' } } as const

/**
 * `reset-sign-in EMAIL [--lang …] [--json]`: for the administrator whom no colleague can help. Takes the person's
 * factors away, signs them out and prints a one-time link for a new password; the person is told by mail.
 * @returns 0 done, 1 nobody by that address works here, 2 wrong use
 */
export async function resetSignInCommand(args: string[], write: Write, house: House): Promise<0 | 1 | 2> {
  const asked = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false })
  const lang: Lang = isLang(asked.values.lang) ? asked.values.lang : 'fi'
  const t = access(lang)
  const json = args.includes('--json')
  const refuse = (exit: 1 | 2, code: string, message: string) => {
    if (json) write.out(`${JSON.stringify({ error: { code, message } })}\n`)
    write.err(`${message}\n`)
    if (exit === 2) write.err(`${t('reset-usage')}\n`)
    return exit
  }
  try {
    parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    return refuse(2, 'wrong-option', (error as Error).message)
  }
  const [email] = asked.positionals
  if (asked.positionals.length !== 1 || !email) return refuse(2, 'wrong-email', t('email-missing'))
  const [found] = await house.prisma.$queryRaw<{ id: string; organisation: string }[]>`
    select id, organisation from app.find_staff(${email.trim().toLowerCase()})`
  if (!found) return refuse(1, 'not-found', t('refused-not-found'))
  const { token, expiresAt } = await inOffice(
    house,
    found.organisation,
    { kind: 'system' },
    async (office) => {
      await resetFactors(office, found.id)
      return sendPasswordLink(office, found.id)
    },
  )
  const link = house.publicUrl + setUpPath(token)
  write.out(
    json
      ? `${JSON.stringify({ link, expiresAt: expiresAt.toISOString() })}\n`
      : `${t('reset-done', { until: formatDateTime(lang, expiresAt) })}\n${link}\n`,
  )
  return 0
}
