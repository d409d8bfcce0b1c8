// Adds the optional platform packages (other systems' builds of biome, oxc …) that
// `npm install` left out of package-lock.json because the registry at hand does not carry
// them. Without the entries `npm ci` calls the lock file out of step. Run after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'

const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows']
const CPU = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x']

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${place}/node_modules/${name}`
    const top = `node_modules/${name}`
    if (place === '' || lock.packages[nested] || lock.packages[top]) continue
    const words = name.split(/[-/]/)
    const os = OS.filter((word) => words.includes(word)).map((word) => (word === 'windows' ? 'win32' : word))
    const cpu = CPU.filter((word) => words.some((part) => part === word))
    if (os.length === 0) continue
    lock.packages[top] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu.length ? { cpu } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(entry.devOptional ? { devOptional: true } : {}),
      optional: true,
      os,
    }
    added++
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
console.log(`${added} platform packages added`)
