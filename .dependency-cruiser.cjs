// Who may import whom: every arrow runs down, none back up, no circle. The rooms are told in README.md.
const room = (...names) => `^src/(${names.join('|')})/`
const pure = room('law', 'documents', 'language', 'classification')
const lower = ['law', 'documents', 'language', 'classification', 'database']
const middle = ['statistics', 'notices', 'custody', ...lower]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pure-rooms',
      comment: 'law, documents, language and classification touch no database, no web and no room above them',
      severity: 'error',
      from: { path: pure },
      to: { path: '^src/', pathNot: pure },
    },
    {
      name: 'pure-packages',
      severity: 'error',
      from: { path: [pure, '^workflows/'] },
      to: { path: 'node_modules/(pg|@prisma|hono|@hono|nodemailer|graphile-worker)/' },
    },
    {
      name: 'pure-statistics',
      comment: 'The arithmetic of statistics touches no database; only its queries do',
      severity: 'error',
      from: { path: '^src/statistics/(release/|table\\.ts)' },
      to: { path: '^src/(database|custody|cases|web)/' },
    },
    { name: 'workflows-alone', severity: 'error', from: { path: '^workflows/' }, to: { path: '^src/' } },
    {
      name: 'database-below',
      severity: 'error',
      from: { path: room('database') },
      to: { path: '^src/', pathNot: room(...lower) },
    },
    {
      name: 'custody-notices-statistics-below',
      severity: 'error',
      from: { path: room('custody', 'notices', 'statistics') },
      to: { path: '^src/', pathNot: room(...middle) },
    },
    {
      name: 'domain-below-web',
      severity: 'error',
      from: { path: room('cases', 'access') },
      to: { path: '^src/', pathNot: room('cases', 'access', ...middle) },
    },
    {
      name: 'reports-below-web',
      severity: 'error',
      from: { path: room('reports', 'demo') },
      to: { path: '^src/', pathNot: room('reports', 'demo', 'cases', 'access', ...middle) },
    },
    {
      name: 'web-below-services',
      severity: 'error',
      from: { path: '^src/(web/|worker\\.ts)' },
      to: { path: '^src/(main|serve|serve-demo)\\.ts$' },
    },
    {
      name: 'domain-not-web',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/web/', '^src/(main|serve|serve-demo|services|worker)\\.ts$'] },
      to: { path: '^src/web/' },
    },
    {
      name: 'generated-client',
      comment: 'The database is reached through its room and an office transaction',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/database/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'environment',
      severity: 'error',
      from: { pathNot: '^src/(config|main|serve|serve-demo|services)\\.ts$', path: '^src/' },
      to: { path: '^src/config\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-src',
      severity: 'error',
      from: { path: '^(src|workflows)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/database/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
