import { z } from 'zod'
import counties from './classification/data/counties.json' with { type: 'json' }

/** The start was refused: one line that names the variable and says what it should be. */
export class ConfigError extends Error {}

const number = (name: string, least: number, most: number, fallback: number) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || String(fallback))
    .refine((value) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: `${name} must be a whole number from ${least} to ${most}`,
    })
    .transform(Number)

const url = (name: string, protocols: string[]) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || undefined)
    .refine((value) => !value || (URL.canParse(value) && protocols.includes(new URL(value).protocol)), {
      error: `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    })

const text = (name: string, pattern?: RegExp, what = '') =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || undefined)
    .refine((value) => !value || !pattern || pattern.test(value), { error: `${name} must be ${what}` })

const schema = z.object({
  PORT: number('PORT', 0, 65535, 8080),
  HOST: text('HOST'),
  PUBLIC_URL: url('PUBLIC_URL', ['http:', 'https:']),
  DATA_DIR: text('DATA_DIR'),
  DATABASE_URL: url('DATABASE_URL', ['postgres:', 'postgresql:']),
  MASTER_KEY: text(
    'MASTER_KEY',
    /^([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/,
    '32 bytes as 64 hexadecimal digits or as base64',
  ),
  MASTER_KEY_PREVIOUS: text(
    'MASTER_KEY_PREVIOUS',
    /^\s*([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)(\s*,\s*([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=))*\s*$/,
    'earlier keys as MASTER_KEY is written, separated by commas',
  ),
  MASTER_KEY_FILE: text('MASTER_KEY_FILE'),
  MASTER_KEY_COMMAND: text('MASTER_KEY_COMMAND'),
  SMTP_URL: url('SMTP_URL', ['smtp:', 'smtps:']),
  MAIL_FROM: text(
    'MAIL_FROM',
    /@[^\s@]+$|@[^\s@]+>$/,
    'an e-mail address, with or without a name: Office <office@example.org>',
  ),
  ORGANISATIONS: z
    .string()
    .optional()
    .transform((value) =>
      (value ?? '')
        .split(',')
        .map((code) => code.trim())
        .filter(Boolean),
    )
    .refine((codes) => codes.every((code) => counties.some((county) => county.code === code)), {
      error: `ORGANISATIONS must be county codes separated by commas, each one of ${counties.map((county) => county.code).join(' ')}`,
    }),
  ROLE: z
    .string()
    .optional()
    .transform((value) => value?.trim() || 'all')
    .refine((value): value is 'all' | 'web' | 'worker' => ['all', 'web', 'worker'].includes(value), {
      error: 'ROLE must be all, web or worker',
    }),
  INTAKE_LIMIT: number('INTAKE_LIMIT', 0, 1_000_000, 60),
  OIDC_STAFF_ISSUER: url('OIDC_STAFF_ISSUER', ['https:', 'http:']),
  OIDC_STAFF_CLIENT_ID: text('OIDC_STAFF_CLIENT_ID'),
  OIDC_STAFF_CLIENT_SECRET: text('OIDC_STAFF_CLIENT_SECRET'),
  OIDC_STAFF_CLAIM: text(
    'OIDC_STAFF_CLAIM',
    /^[\w.:/-]+$/,
    'the name of the claim that holds groups or roles',
  ),
  OIDC_STAFF_ROLES: text(
    'OIDC_STAFF_ROLES',
    /^\s*[^=,]+=(ombudsman|lead|admin|authority)@\d\d(:\d{3})?\s*(,\s*[^=,]+=(ombudsman|lead|admin|authority)@\d\d(:\d{3})?\s*)*$/,
    'a list like GROUP=ombudsman@08,OTHER=authority@08:837 (role, county and, for readers, municipality)',
  ),
  OIDC_CLIENT_ISSUER: url('OIDC_CLIENT_ISSUER', ['https:', 'http:']),
  OIDC_CLIENT_CLIENT_ID: text('OIDC_CLIENT_CLIENT_ID'),
  OIDC_CLIENT_CLIENT_SECRET: text('OIDC_CLIENT_CLIENT_SECRET'),
  CLAMD_HOST: text('CLAMD_HOST', /^[A-Za-z0-9.:_-]+$/, 'the name or address of the machine clamd runs on'),
  CLAMD_PORT: number('CLAMD_PORT', 1, 65535, 3310),
  TRUSTED_PROXY: z
    .string()
    .optional()
    .transform((value) => value?.trim() || 'no')
    .refine((value) => value === 'yes' || value === 'no', { error: 'TRUSTED_PROXY must be yes or no' }),
  LOG_LEVEL: z
    .string()
    .optional()
    .transform((value) => value?.trim() || undefined)
    .refine(
      (value) => !value || ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(value),
      {
        error: 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent',
      },
    ),
})

export interface Config {
  /** 0 lets the system choose a free port */
  port: number
  /** address to listen on */
  host: string
  /** how people reach the service; undefined: http://localhost:PORT */
  publicUrl?: string
  dataDir: string
  databaseUrl?: string
  /** where the master keys come from; nothing set: the data directory */
  keys: { masterKey?: string; previous?: string; file?: string; command?: string }
  smtpUrl?: string
  mailFrom?: string
  /** county codes served here; never empty */
  organisations: string[]
  role: 'all' | 'web' | 'worker'
  /** new cases per address and hour; 0: no limit */
  intakeLimit: number
  /** the organisation's own sign-in, and the e-identification of clients; undefined: not offered */
  oidc: { staff?: OidcStaffSetting; client?: OidcSetting }
  /** where clamd listens; undefined: files are not scanned */
  clamd?: { host: string; port: number }
  /** whether X-Forwarded-For of the last hop tells the client's address */
  trustedProxy: boolean
  logLevel: string
  demo: boolean
}

/** What holds where the environment says nothing; a command may have its own. */
export interface Defaults {
  dataDir?: string
  logLevel?: string
  demo?: boolean
  publicUrl?: string
  organisations?: string[]
}

export interface OidcSetting {
  issuer: string
  clientId: string
  clientSecret: string
}

/** What a value of the claim makes of a person here. */
export interface MappedRole {
  value: string
  role: 'ombudsman' | 'lead' | 'admin' | 'authority'
  organisation: string
  municipality: string | null
}

export interface OidcStaffSetting extends OidcSetting {
  claim: string
  /** empty: roles are given on the desk, and only who has an account gets in */
  roles: readonly MappedRole[]
}

function oidcSetting(
  name: 'OIDC_STAFF' | 'OIDC_CLIENT',
  issuer?: string,
  clientId?: string,
  clientSecret?: string,
): OidcSetting | undefined {
  if (!issuer && !clientId && !clientSecret) return undefined
  for (const [part, value] of Object.entries({
    ISSUER: issuer,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
  }))
    if (!value)
      throw new ConfigError(`${name}_${part} must be set too: issuer, client id and secret belong together`)
  const { protocol, hostname } = new URL(issuer!)
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new ConfigError(`${name}_ISSUER must be an address that begins with https://`)
  return { issuer: issuer!, clientId: clientId!, clientSecret: clientSecret! }
}

function mappedRoles(text: string | undefined, organisations: readonly string[]): MappedRole[] {
  return (text ?? '')
    .split(',')
    .filter((row) => row.trim())
    .map((row) => {
      const [, value, role, organisation, municipality] = /^\s*(.+?)=(\w+)@(\d\d)(?::(\d{3}))?\s*$/.exec(
        row,
      ) as unknown as string[]
      if (!organisations.includes(organisation!))
        throw new ConfigError(`OIDC_STAFF_ROLES must name counties served here; ${organisation} is not one`)
      return {
        value: value!,
        role: role as MappedRole['role'],
        organisation: organisation!,
        municipality: municipality ?? null,
      }
    })
}

function oidcOf(value: z.infer<typeof schema>, organisations: readonly string[]): Config['oidc'] {
  const staff = oidcSetting(
    'OIDC_STAFF',
    value.OIDC_STAFF_ISSUER,
    value.OIDC_STAFF_CLIENT_ID,
    value.OIDC_STAFF_CLIENT_SECRET,
  )
  const roles = mappedRoles(value.OIDC_STAFF_ROLES, organisations)
  return {
    ...(staff && { staff: { ...staff, claim: value.OIDC_STAFF_CLAIM ?? 'roles', roles } }),
    client: oidcSetting(
      'OIDC_CLIENT',
      value.OIDC_CLIENT_ISSUER,
      value.OIDC_CLIENT_CLIENT_ID,
      value.OIDC_CLIENT_CLIENT_SECRET,
    ),
  }
}

/** One place for the master key: two that differ would be found out too late. */
function keyPlace(value: z.infer<typeof schema>): Config['keys'] {
  const places = {
    MASTER_KEY: value.MASTER_KEY,
    MASTER_KEY_FILE: value.MASTER_KEY_FILE,
    MASTER_KEY_COMMAND: value.MASTER_KEY_COMMAND,
  }
  const set = Object.entries(places).flatMap(([name, given]) => (given ? [name] : []))
  if (set.length > 1) throw new ConfigError(`${set.join(' and ')} are both set: set only one of them`)
  return {
    masterKey: value.MASTER_KEY,
    previous: value.MASTER_KEY_PREVIOUS,
    file: value.MASTER_KEY_FILE,
    command: value.MASTER_KEY_COMMAND,
  }
}

/** The only reader of the environment. Throws ConfigError with one line for the first wrong value. */
export function readConfig(defaults: Defaults = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const read = schema.safeParse(env)
  if (!read.success) throw new ConfigError(read.error.issues[0]!.message)
  const value = read.data
  const organisations = value.ORGANISATIONS.length
    ? value.ORGANISATIONS
    : (defaults.organisations ?? counties.map((county) => county.code))
  return {
    port: value.PORT,
    host: value.HOST ?? '0.0.0.0',
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, '') ?? defaults.publicUrl,
    dataDir: value.DATA_DIR ?? defaults.dataDir ?? './data',
    databaseUrl: value.DATABASE_URL,
    keys: keyPlace(value),
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    organisations,
    role: value.ROLE,
    intakeLimit: value.INTAKE_LIMIT,
    oidc: oidcOf(value, organisations),
    clamd: value.CLAMD_HOST ? { host: value.CLAMD_HOST, port: value.CLAMD_PORT } : undefined,
    trustedProxy: value.TRUSTED_PROXY === 'yes',
    logLevel: value.LOG_LEVEL ?? defaults.logLevel ?? 'info',
    demo: defaults.demo ?? false,
  }
}
