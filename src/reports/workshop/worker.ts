import { parentPort } from 'node:worker_threads'
import { here } from './here.ts'
import type { Answer, Order } from './orders.ts'

/** The thread beside the program: takes orders one after another, as they come. */
parentPort!.on('message', async ({ id, task, given }: Order) => {
  try {
    const made = await (here[task] as (...given: unknown[]) => Promise<unknown>)(...given)
    const moved = made instanceof Uint8Array ? [made.buffer as ArrayBuffer] : []
    parentPort!.postMessage({ id, made } satisfies Answer, moved)
  } catch (error) {
    parentPort!.postMessage({ id, error } satisfies Answer)
  }
})
