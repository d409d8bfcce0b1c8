import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import {
  cleanUp,
  closeFeedbackBatches,
  fillWords,
  fireTimer,
  planFill,
  runRetentionEverywhere,
  type ScanJob,
  scanAgain,
  scanAttachment,
  type TimerJob,
  watchClocks,
} from './cases/index.ts'
import { signDigests } from './custody/sign-digests.ts'
import { quietLogger } from './database/quiet-logger.ts'
import type { TaskName } from './database/tasks.ts'
import { giveBackForgotten, standAsAlive, takeUpLeftJobs } from './left-jobs.ts'
import { type DeliveryJob, deliverNotice, releaseOutbox } from './notices/index.ts'
import type { Services } from './services.ts'

/** The job list: what is done outside a request, and by which verb. */
const jobs = ({ house, transport }: Services) =>
  ({
    'deliver-notice': (job) => deliverNotice(house, transport, job as DeliveryJob),
    'case-timer': (job) => fireTimer(house, job as TimerJob),
    'clock-watch': () => watchClocks(house),
    'clean-up': () => cleanUp(house),
    'feedback-batch': () => closeFeedbackBatches(house),
    'audit-digest': () => signDigests(house),
    'index-words': () => fillWords(house),
    retention: () => runRetentionEverywhere(house),
    'scan-attachment': (job) => scanAttachment(house, job as ScanJob),
    'scan-again': () => scanAgain(house),
  }) satisfies Record<TaskName, (job: unknown) => Promise<void>>

/** Times in UTC. A look that was missed while nothing ran is made up for, so that no clock runs out unseen. */
const timetable = parseCronItems([
  {
    task: 'clock-watch',
    match: '40 4 * * *',
    identifier: 'clock-watch',
    options: { backfillPeriod: 86_400_000 },
  },
  {
    task: 'scan-again',
    match: '50 1 * * *',
    identifier: 'scan-again',
    options: { backfillPeriod: 86_400_000 },
  },
  { task: 'clean-up', match: '20 * * * *', identifier: 'clean-up' },
  // Once a night: nobody can watch who comes and see the figures move.
  {
    task: 'feedback-batch',
    match: '10 1 * * *',
    identifier: 'feedback-batch',
    options: { backfillPeriod: 86_400_000 },
  },
  // At night, when nobody writes: each case that is over is a transaction of its own.
  {
    task: 'retention',
    match: '10 1 * * *',
    identifier: 'retention',
    options: { backfillPeriod: 86_400_000 },
  },
  // The day changes in Finland at 21 or 22, by summer or winter; a day already signed is left as it is.
  {
    task: 'audit-digest',
    match: '5 21,22 * * *',
    identifier: 'audit-digest',
    options: { backfillPeriod: 86_400_000 },
  },
])

export interface Worker {
  /** Lets the jobs at hand finish and takes no new ones. */
  stop(): Promise<void>
}

/** Starts working off the jobs; several workers on one database share them. A worker whose database went away starts again. */
export async function startWorker(services: Services): Promise<Worker> {
  const { log } = services.house
  if (services.transport) await releaseOutbox(services.house)
  await planFill(services.house)
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs(services)).map(([name, verb]) => [name, (job) => verb(job)]),
  )
  const { owner } = services.database
  const told = (error: Error) => log.warn({ error: error.message }, 'left jobs')
  let forgotten = async () => {}
  const begin = async () => {
    await takeUpLeftJobs(owner, 0)
    const events: WorkerEvents = new EventEmitter()
    const inHand = new Set<string>()
    events.on('job:start', ({ job }) => inHand.add(job.id))
    events.on('job:complete', ({ job }) => inHand.delete(job.id))
    let alive: { end(): void } | undefined
    events.on('pool:create', ({ workerPool: { id } }) => {
      forgotten = () => giveBackForgotten(owner, id, inHand)
      alive = standAsAlive(owner, id, () => void giveBackForgotten(owner, id, inHand, 0).catch(told))
    })
    const runner = await run({
      pgPool: owner,
      events,
      taskList,
      concurrency: 4,
      pollInterval: 2000,
      noHandleSignals: true,
      logger: quietLogger(log),
      parsedCronItems: timetable,
    })
    void runner.promise.catch(() => {}).then(() => alive?.end())
    return runner
  }
  const look = setInterval(
    () =>
      void takeUpLeftJobs(owner)
        .then(() => forgotten())
        .catch(told),
    30_000,
  )
  const stopped = new AbortController()
  let runner: Runner | null = await begin()
  const supervised = (async () => {
    while (!stopped.signal.aborted) {
      try {
        runner ??= await begin()
        await runner.promise
      } catch (error) {
        if (!stopped.signal.aborted) log.warn({ error: (error as Error).message }, 'the worker starts again')
      }
      runner = null
      await setTimeout(1000, undefined, { signal: stopped.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopped.abort()
      clearInterval(look)
      await runner?.stop().catch(() => {})
      await supervised
    },
  }
}
