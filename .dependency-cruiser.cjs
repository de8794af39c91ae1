/**
 * Imports go one way: ui → api's types → law; api → law, search; search → law. cli, fixtures, bench and e2e may import
 * all, and nothing imports them. A capability reaches a sibling through its index.ts only.
 */

/** Folders of api that are no capabilities: what every capability stands on, and what tests stand on. */
const ground = 'platform|testing'

/** Tests, and what only tests stand on. */
const tests = [
  '\\.test\\.ts$',
  '^law/.+/testing/',
  '^ui/.+/testing/',
  '^api/testing/',
  '^api/[^/]+/testing/',
  '^api/platform/database/test-',
  '^api/access-matrix\\.ts$',
  '^api/[^/]+/access-rows\\.ts$',
  '^search/engine-contract\\.ts$',
  '^cli/tools/',
  '^search/meilisearch/recorded-server\\.ts$',
]

module.exports = {
  forbidden: [
    {
      name: 'law-is-pure',
      comment: 'law/ runs in browser and server: no other folder, no node: module; of packages only pure ones.',
      severity: 'error',
      from: { path: '^law/', pathNot: ['\\.test\\.ts$', '^law/.+/testing/'] },
      to: { pathNot: ['^law/', '^node_modules/(diff|chinese-days|prosemirror-model|prosemirror-transform|zod)/'] },
    },
    {
      name: 'law-tests-import-law',
      severity: 'error',
      from: { path: '^law/.+\\.test\\.ts$' },
      to: { path: '^(search|api|ui|cli|fixtures|bench|e2e|prisma)/' },
    },
    {
      name: 'search-imports-law-only',
      severity: 'error',
      from: { path: '^search/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(api|ui|cli|fixtures|bench|e2e)/' },
    },
    {
      name: 'search-tests',
      comment: 'Tests of the embedded engine stand on the test database.',
      severity: 'error',
      from: { path: '^search/.+\\.test\\.ts$' },
      to: { path: '^(api|ui|cli|fixtures|bench|e2e)/', pathNot: '^api/(platform|testing)/' },
    },
    {
      name: 'api-does-not-import-upwards',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^(ui|cli|fixtures|bench|e2e)/' },
    },
    {
      name: 'ui-imports-types-of-api-only',
      comment: 'The interface knows the API by its generated client and types.',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^(api|search|prisma)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-does-not-import-upwards',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^(cli|fixtures|bench|e2e)/' },
    },
    {
      name: 'capability-by-its-index',
      comment: "A capability never reaches into a sibling's files except through its index.ts.",
      severity: 'error',
      from: { path: '^api/([^/]+)/', pathNot: `^api/(${ground})/` },
      to: {
        path: '^api/[^/]+/',
        pathNot: ['^api/$1/', `^api/(${ground})/`, '^api/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'platform-stands-alone',
      comment: 'What every capability stands on knows none of them.',
      severity: 'error',
      from: { path: '^api/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/[^/]+/', pathNot: '^api/platform/' },
    },
    {
      name: 'tests-stay-in-tests',
      severity: 'error',
      from: {
        path: '^(law|search|api|ui|cli)/',
        pathNot: tests,
      },
      to: { path: [...tests, '^node_modules/(vitest|fast-check|msw|nzh)/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-missing-modules',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-the-program',
      severity: 'error',
      from: { path: '^(law|search|api)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: '^prisma/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
}
