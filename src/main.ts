import { ConfigError, readConfig } from './config.ts'

/** Where a command writes: `out` is standard output, `err` standard error. */
const write = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
}

type Command = (args: string[]) => Promise<number>

/** Every command of the program. Each is loaded only when it is called. */
const COMMANDS: Record<string, Command> = {
  serve: async () => (await import('./serve.ts')).serve(readConfig(), write),
  demo: async () =>
    (await import('./serve-demo.ts')).serveDemo(readConfig({ dataDir: './demo-data', demo: true }), write),
  deadline: async (args) => (await import('./law/deadline-command.ts')).deadlineCommand(args, write),
  'import-contacts': async (args) => {
    const { importCommand } = await import('./cases/import/import-command.ts')
    return withServices((services) => importCommand(args, write, services.house))
  },
  statistics: async (args) => {
    const { statisticsCommand } = await import('./statistics/statistics-command.ts')
    return withServices((services) => statisticsCommand(args, write, services.house))
  },
  'annual-report': async (args) => {
    const { annualReportCommand } = await import('./reports/annual-report-command.ts')
    return withServices((services) => annualReportCommand(args, write, services.house))
  },
  summary: async (args) => {
    const { summaryCommand } = await import('./reports/summary-command.ts')
    return withServices((services) => summaryCommand(args, write, services.house))
  },
  'audit-verify': async (args) => {
    const { auditVerifyCommand } = await import('./custody/audit-verify-command.ts')
    return withServices((services) => auditVerifyCommand(args, write, services.database.owner))
  },
  retention: async (args) => {
    const { retentionCommand } = await import('./cases/retention/command.ts')
    return withServices((services) => retentionCommand(args, write, services.house))
  },
  'audit-digest': async (args) => {
    const { auditDigestCommand } = await import('./custody/audit-digest-command.ts')
    return withServices((services) => auditDigestCommand(args, write, services.house))
  },
  backup: async (args) => {
    const { backupCommand } = await import('./custody/backup/backup-command.ts')
    return withServices(({ database, house }) =>
      backupCommand(args, write, { owner: database.owner, keys: house.keys, now: house.now() }),
    )
  },
  restore: async (args) =>
    (await import('./restore.ts')).restore(args, write, readConfig({ logLevel: 'warn' })),
  'release-mail': async (args) => {
    const { releaseMailCommand } = await import('./notices/release-mail-command.ts')
    return withServices(({ database, house }) => releaseMailCommand(args, write, house, database.owner))
  },
  'rotate-key': async (args) => {
    const { rotateKeyCommand } = await import('./custody/rotate-key-command.ts')
    return withServices(({ config, database, keySource, house }) =>
      rotateKeyCommand(args, write, {
        owner: database.owner,
        source: keySource,
        dataDir: config.dataDir,
        now: house.now(),
      }),
    )
  },
  'reset-sign-in': async (args) => {
    const { resetSignInCommand } = await import('./access/reset-sign-in-command.ts')
    return withServices((services) => resetSignInCommand(args, write, services.house))
  },
  invite: async (args) => {
    const { inviteCommand } = await import('./access/invite-command.ts')
    return withServices((services) => inviteCommand(args, write, services.house))
  },
}

/** Opens the house for one command: joins the server that runs on the data directory, or starts and stops one. */
async function withServices(
  work: (services: import('./services.ts').Services) => Promise<number>,
): Promise<number> {
  const { openLog, openServices } = await import('./services.ts')
  const { readServed } = await import('./served.ts')
  // Offices and address are those of the server on this data directory, unless the caller names others.
  const config = readConfig({ logLevel: 'warn', ...readServed(readConfig().dataDir) })
  const services = await openServices(config, openLog(config.logLevel), 'join')
  try {
    return await work(services)
  } finally {
    await services.close()
  }
}

async function main([name = 'serve', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const { common } = await import('./language/catalogues/common.ts')
    const { isLang } = await import('./language/lang.ts')
    // Finnish unless told, as the commands themselves.
    const asked = args[args.indexOf('--lang') + 1]
    const commands = Object.keys(COMMANDS).join(', ')
    write.err(`${common(isLang(asked) ? asked : 'fi')('command.unknown', { name, commands })}\n`)
    return 2
  }
  return command(args)
}

/** What a person can mend is told in one line; anything else is ours and comes with its trace. */
function failure(error: unknown): number {
  const known = [
    'KeyError',
    'DatabaseError',
    'AlreadyServed',
    'ServerFailed',
    'WrongKey',
    'PortTaken',
    'NotADemo',
    'RestoreUnfinished',
  ]
  const name = error instanceof Error ? error.constructor.name : ''
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof ConfigError || known.includes(name)) write.err(`${message}\n`)
  else console.error(error)
  return error instanceof ConfigError ? 2 : 1
}

// What was written reaches its pipe before we go; a handle left open does not keep us.
const code = await main(process.argv.slice(2)).catch(failure)
process.exitCode = code
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
)
process.exit(code)
