import { defineConfig } from 'vitest/config'

/** The whole way in a real browser: needs Chromium (CHROMIUM, or /usr/bin/chromium). */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.browser.test.{ts,tsx}'],
    globalSetup: 'test/global-setup.ts',
    testTimeout: 180_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
})
