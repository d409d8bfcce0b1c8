#!/usr/bin/env node
// Any Node from 20.20 starts this file; the program itself runs on the Node 24 that npm brought along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)

/** The Node of the package `node`, or the one that runs this file when it is new enough. */
function nodeBinary() {
  try {
    const brought = join(dirname(require.resolve('node/package.json')), 'bin', 'node')
    if (existsSync(brought)) return brought
  } catch {
    // Installed without the development packages.
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error('Node 24 is needed and node_modules does not hold it: run npm ci in the project.')
  process.exit(1)
}

const tsx = require.resolve('tsx')
const child = spawn(
  nodeBinary(),
  ['--import', pathToFileURL(tsx).href, join(home, 'src', 'main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    // tsx looks for it where the caller stands; the pages need ours.
    env: { ...process.env, TSX_TSCONFIG_PATH: join(home, 'tsconfig.json') },
  },
)

// A signal from a terminal reaches the whole group, so only what was sent to us alone is passed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) child.kill('SIGINT')
})
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
