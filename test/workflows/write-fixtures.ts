import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { everyWorkflow } from './charts.ts'
import { fixtureFile, fixtureOf } from './fixture.ts'

// Run once for a new version, before it is released: `node --import tsx test/workflows/write-fixtures.ts`.
// A fixture that is there stays as it is; to write one of an unreleased version anew, remove the file first.
mkdirSync(new URL('.', fixtureFile(everyWorkflow[0]!)), { recursive: true })
for (const workflow of everyWorkflow)
  if (!existsSync(fixtureFile(workflow)))
    writeFileSync(fixtureFile(workflow), `${JSON.stringify(fixtureOf(workflow), null, 1)}\n`)
