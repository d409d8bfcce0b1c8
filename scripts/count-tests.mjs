// Adds up vitest's JSON reports and ends with "N passed, N failed". A suite that could not even be loaded is a failure.
import { readFileSync } from 'node:fs'

let passed = 0
let failed = 0
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  for (const suite of report.testResults) {
    if (suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'))
      failed += 1
    for (const test of suite.assertionResults)
      if (test.status === 'failed') console.log(`failed: ${test.fullName}`)
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
