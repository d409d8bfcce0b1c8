import { Hono } from 'hono'
import type { Web, WebEnv } from './context.ts'

/** For load balancers and monitors: alive, ready, and a few counts in the Prometheus text format. */
export function health({ house }: Web): Hono<WebEnv> {
  const started = Date.now()
  return new Hono<WebEnv>()
    .get('/health/live', (c) => c.text('ok\n'))
    .get('/health/ready', async (c) => {
      try {
        await house.prisma.$queryRaw`select 1`
        return c.text('ok\n')
      } catch {
        return c.text('The database does not answer.\n', 503, { 'Retry-After': '5' })
      }
    })
    .get('/metrics', async (c) => {
      const waiting = await house.prisma.$queryRaw<{ task: string; waiting: number; failing: number }[]>`
        select * from app.jobs_waiting()`
      const memory = process.memoryUsage()
      const lines = [
        '# TYPE process_uptime_seconds gauge',
        `process_uptime_seconds ${Math.round((Date.now() - started) / 1000)}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${memory.rss}`,
        '# HELP asiavastaava_jobs_waiting Jobs that are due and not done.',
        '# TYPE asiavastaava_jobs_waiting gauge',
        ...waiting.map((row) => `asiavastaava_jobs_waiting{task="${row.task}"} ${row.waiting}`),
        '# HELP asiavastaava_jobs_failing Jobs that failed at least once and will be tried again.',
        '# TYPE asiavastaava_jobs_failing gauge',
        ...waiting.map((row) => `asiavastaava_jobs_failing{task="${row.task}"} ${row.failing}`),
      ]
      return c.text(`${lines.join('\n')}\n`, 200, { 'Content-Type': 'text/plain; version=0.0.4' })
    })
}
