import type { Config } from './config.ts'
import { fillDemo, progressBar } from './demo/index.ts'
import { serve, type Write } from './serve.ts'

/** Serves the demonstration: a data directory of its own, filled on the first start, with one-click sign-ins. */
export async function serveDemo(config: Config, write: Write): Promise<number> {
  return serve(config, write, async ({ house, database }) => {
    const bar = progressBar(write)
    const sites = await fillDemo(house, database.owner, bar.show)
    bar.done()
    for (const line of sites) write.out(`${line}\n`)
  })
}
