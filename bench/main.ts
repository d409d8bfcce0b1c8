/** What is measured, and against what. `npm run bench` runs all; `npm run bench -- intake` one. */
const BENCHES: Record<string, () => Promise<void>> = {
  intake: async () => (await import('./intake.ts')).intakeBench(),
  search: async () => (await import('./search.ts')).searchBench(),
  backup: async () => (await import('./backup.ts')).backupBench(),
  report: async () => (await import('./report.ts')).reportBench(),
}

const asked = process.argv.slice(2)
const names = asked.length ? asked : Object.keys(BENCHES)
const unknown = names.find((name) => !Object.hasOwn(BENCHES, name))
if (unknown) {
  console.error(`There is no bench "${unknown}". Benches: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
for (const name of names) {
  console.log(`\n== ${name}`)
  await BENCHES[name]!()
}
process.exit(0)
