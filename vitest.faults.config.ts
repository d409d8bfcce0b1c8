import { defineConfig } from 'vitest/config'

/** Kills and cuts the real program: one file at a time, each with servers of its own. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
})
