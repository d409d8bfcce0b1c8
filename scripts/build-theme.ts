/**
 * Makes src/web/assets/theme.css from src/web/assets/theme.json with the design system's own token builder.
 * To be run only when the colours change: `node --import tsx scripts/build-theme.ts`. The result is committed.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const assets = path.join(root, 'src/web/assets')
const builder = path.join(root, 'node_modules/.bin/designsystemet')
const folder = mkdtempSync(path.join(tmpdir(), 'theme-'))

copyFileSync(path.join(assets, 'theme.json'), path.join(folder, 'designsystemet.config.json'))
execFileSync(builder, ['tokens', 'create'], { cwd: folder, stdio: 'inherit' })
execFileSync(builder, ['tokens', 'build', '--tokens', 'tokens', '--out-dir', 'css'], {
  cwd: folder,
  stdio: 'inherit',
})
const css = readFileSync(path.join(folder, 'css/asiavastaava.css'), 'utf8')
writeFileSync(path.join(assets, 'theme.css'), lightOnly(css))
rmSync(folder, { recursive: true })

/** The pages have one colour scheme and one typeface; what the others need is dead weight on a phone. */
function lightOnly(css: string): string {
  return css
    .split(/^(?=@layer )/m)
    .filter((layer) => !/^@layer ds\.theme\.(color-scheme\.dark|typography\.secondary)/.test(layer))
    .map((layer) => layer.replace(/^@media \(prefers-color-scheme: \w+\) \{[\s\S]*?^\}\s*^\}\n/m, ''))
    .join('')
}
