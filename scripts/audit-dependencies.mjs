// Part of `npm run check`: goes through package-lock.json and says what should not be there. Asks the registry for known
// weaknesses as well; one that knows no advisories, or cannot be reached, is told of and fails nothing.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Licences under which a package may come along. Words of an expression are checked one by one. */
const LICENCES = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-3.0 CC0-1.0 EPL-2.0 EUPL-1.1+ ISC MIT MIT-0 MPL-2.0 OFL-1.1 PSF-2.0 Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
)
/** Their package.json names no licence; read in the package itself. */
const READ_BY_HAND = { busboy: 'MIT', streamsearch: 'MIT', 'seq-queue': 'MIT' }

const { allowScripts = {}, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const wrong = []

for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies }))
  if (!/^(npm:.+@)?\d[\w.+-]*$/.test(range)) wrong.push(`${name}: ${range} is not one exact version`)

for (const [place, entry] of Object.entries(packages)) {
  if (place === '') continue
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const resolved = entry.resolved ?? ''
  if (/^(git|http:|file:)/.test(resolved) || entry.link)
    wrong.push(`${name}: does not come from the registry`)
  if (entry.hasInstallScript && allowScripts[name] === undefined)
    wrong.push(`${name}: wants to run an install script that nobody allowed or forbade`)
  // Builds for other systems that the registry at hand does not carry are named without more.
  const licence = entry.license ?? READ_BY_HAND[name] ?? (entry.optional ? '' : 'none')
  const words = licence.split(/[()\s]+|\bAND\b|\bOR\b|\band\b/).filter(Boolean)
  for (const word of words) if (!LICENCES.has(word)) wrong.push(`${name}: licence ${word}`)
  if (entry.deprecated) console.log(`note: ${name} ${entry.version} is called deprecated by its makers`)
}

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 })
try {
  const { vulnerabilities, error } = JSON.parse(asked.stdout)
  if (error || !vulnerabilities) throw new Error('no answer')
  for (const { name, severity } of Object.values(vulnerabilities))
    if (severity === 'high' || severity === 'critical')
      wrong.push(`${name}: a weakness of severity ${severity}`)
} catch {
  console.log('note: the registry in use knows no advisories; known weaknesses were not asked for')
}

for (const line of wrong) console.error(line)
process.exitCode = wrong.length === 0 ? 0 : 1
