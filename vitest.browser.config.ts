import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The whole way in a real browser: needs Chromium (CHROMIUM, or /usr/bin/chromium). */
export default mergeConfig(base, defineConfig({
  test: { include: ['test/**/*.browser.test.{ts,tsx}'], exclude: ['node_modules/**'], testTimeout: 180_000, hookTimeout: 240_000 },
}))
