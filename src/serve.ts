import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { firstAdministratorLink, Provider } from './access/index.ts'
import type { Config } from './config.ts'
import { AlreadyServed, fileSystemFailure } from './database/embedded/errors.ts'
import { isServed } from './database/embedded/index.ts'
import { bearLostConnections } from './lost-connection.ts'
import { noteServed } from './served.ts'
import { openLog, openServices, type Services } from './services.ts'
import { addressOf } from './web/address-of.ts'
import { app } from './web/app.tsx'
import { startWorker, type Worker } from './worker.ts'

/** Milliseconds given to requests at hand when we stop. */
const DRAIN = 10_000

export interface Write {
  out(text: string): void
  err(text: string): void
}

/** The port cannot be listened on: one line that says what to do. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/**
 * Serves until it is told to stop (SIGTERM, Ctrl-C): then requests, jobs and PostgreSQL are drained. The port is
 * taken first and answers "starting" until the house is open, so that a taken one is told before anything is begun.
 */
export async function serve(
  given: Config,
  write: Write,
  prepare: (services: Services, config: Config) => Promise<void> = async () => {},
): Promise<number> {
  const log = openLog(given.logLevel)
  bearLostConnections(log)
  const stopped = waitForSignal(write)
  const web = given.role === 'worker' ? null : await listen(given)
  const config = { ...given, publicUrl: given.publicUrl ?? `http://localhost:${web?.port ?? given.port}` }
  let services: Services | null = null
  let worker: Worker | null = null
  try {
    services = await openServices(config, log, 'serve')
    await prepare(services, config)
    if (config.role !== 'web') worker = await startWorker(services)
    web?.answerWith(app(webOf(services)))
    noteServed(config)
    await announce(services, write)
    await stopped
  } finally {
    await web?.drain()
    await worker?.stop()
    await services?.close()
  }
  return 0
}

export const webOf = ({ config, house, transport }: Services) => ({
  house,
  demo: config.demo,
  intakeLimit: config.intakeLimit,
  mailLeaves: transport !== null,
  oidc: {
    ...(config.oidc.staff && {
      staff: { provider: new Provider(config.oidc.staff), mapping: config.oidc.staff },
    }),
    ...(config.oidc.client && { client: new Provider(config.oidc.client) }),
  },
  addressOf: addressOf(config.trustedProxy),
})

async function announce({ config, house }: Services, write: Write): Promise<void> {
  write.out(`Asiavastaava is ready: ${house.publicUrl}\n`)
  const token = config.demo ? null : await firstAdministratorLink(house)
  if (token)
    write.out(
      `Set up the first administrator with this link. It works once:\n${house.publicUrl}/desk/set-up/${token}\n`,
    )
}

interface Listener {
  port: number
  answerWith(app: { fetch: (request: Request, env: unknown) => Response | Promise<Response> }): void
  drain(): Promise<void>
}

async function listen(config: Config): Promise<Listener> {
  let answer: ReturnType<typeof getRequestListener> | null = null
  const server = createServer((request, response) => {
    if (answer) return void answer(request, response)
    const alive = request.url === '/health/live'
    response.writeHead(alive ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
    response.end(alive ? 'ok\n' : 'Käynnistyy · Startar · Starting\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once(
      'error',
      (error: NodeJS.ErrnoException) => void portProblem(error, config).then(reject, reject),
    )
    server.listen(config.port, config.host, () => resolve())
  })
  return {
    port: (server.address() as { port: number }).port,
    answerWith(app) {
      answer = getRequestListener((request, env) => app.fetch(request, env))
    },
    drain: () => drain(server),
  }
}

async function portProblem(error: NodeJS.ErrnoException, config: Config): Promise<unknown> {
  // As a rule it is ourselves, started twice: another port would not help.
  if (error.code === 'EADDRINUSE' && !config.databaseUrl && (await isServed(config.dataDir)))
    return new AlreadyServed(resolve(config.dataDir))
  if (error.code === 'EADDRINUSE')
    return new PortTaken(
      `PORT ${config.port} is taken by another program: stop it, or set PORT to another number.`,
    )
  if (error.code === 'EACCES')
    return new PortTaken(
      `PORT ${config.port} may not be used by this user: set PORT to a number from 1024 up.`,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new PortTaken(`HOST ${config.host} is not an address of this machine.`)
  return fileSystemFailure(error, config.dataDir)
}

/** Takes no new connections, lets the requests at hand end, and cuts what has not ended in time. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  await Promise.race([closed, setTimeout(DRAIN, undefined, { ref: false })])
  clearInterval(idle)
  server.closeAllConnections()
}

/** The first signal asks us to stop in order; a second one is not waited for. */
function waitForSignal(write: Write): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const heard = () => {
      if (asked) process.exit(130)
      asked = true
      write.err('Stopping: finishing what is at hand. Press again to stop at once.\n')
      resolve()
    }
    process.on('SIGTERM', heard)
    process.on('SIGINT', heard)
  })
}
