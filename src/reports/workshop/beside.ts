import { Worker } from 'node:worker_threads'
import type { Answer, Workshop } from './orders.ts'

/** Milliseconds without an order after which the thread goes home; it costs some ten megabytes. */
const PATIENCE = 60_000

interface Waiting {
  done(made: unknown): void
  failed(error: unknown): void
}

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let serial = 0
const waiting = new Map<number, Waiting>()

/**
 * Does the work in a thread beside this one, so that the server answers others meanwhile. One thread for the whole
 * program, begun with the first order; orders are done in the order they come.
 */
export const beside: Workshop = {
  release: (...given) => order('release', given),
  pdf: (...given) => order('pdf', given),
  xlsx: (...given) => order('xlsx', given),
}

function order<T>(task: keyof Workshop, given: unknown[]): Promise<T> {
  const thread = worker ?? begin()
  clearTimeout(idle)
  const id = serial++
  thread.ref()
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, { done: resolve as Waiting['done'], failed: reject })
    thread.postMessage({ id, task, given })
  })
}

function begin(): Worker {
  // The files it reads are plain enough for Node to take the types out by itself, which begins sooner than a loader.
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [], name: 'reports' })
  worker = thread
  thread.on('message', (answer: Answer) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) one?.failed(answer.error)
    else one?.done(answer.made)
    if (waiting.size === 0) rest(thread)
  })
  thread.on('error', (error) => gone(thread, error))
  thread.on('exit', () => gone(thread, new Error('the thread for reports ended')))
  return thread
}

/** Nothing to do: it keeps nobody from stopping, and is let go after a while. */
function rest(thread: Worker): void {
  thread.unref()
  idle = setTimeout(() => {
    if (worker === thread) worker = undefined
    void thread.terminate()
  }, PATIENCE).unref()
}

function gone(thread: Worker, error: unknown): void {
  if (worker !== thread) return
  worker = undefined
  const left = [...waiting.values()]
  waiting.clear()
  for (const one of left) one.failed(error)
}
