// Who may import whom: docs and CONTRIBUTING say it in words, this file says it to the machine, and
// tests/boundaries holds one planted violation for each rule.

/** The folders of ours that each folder may import from, itself always included. */
const MAY_IMPORT = {
  'libs/ticket': [],
  'libs/calendar': [],
  'libs/documents': [],
  'libs/http-api': ['libs/ticket'],
  'libs/store': ['libs/ticket'],
  'libs/queue': ['libs/ticket', 'libs/store'],
  'libs/platform': ['libs/ticket', 'libs/documents', 'libs/http-api', 'libs/store', 'libs/queue'],
  'apps/console': ['libs/http-api', 'libs/ticket', 'libs/calendar'],
  // A service uses any library and never another app; testing has a rule of its own below.
  'apps/intake': ['libs'],
  'apps/routing': ['libs'],
  'apps/deadlines': ['libs'],
  'apps/satisfaction': ['libs'],
  // All services in one process: of each only its module.
  'apps/hotline': ['libs', 'apps/(intake|routing|deadlines|satisfaction)/src/[^/]+-module[.]ts$'],
  // Starts the same servers for the tests that the hotline starts for work.
  'libs/testing': ['libs', 'apps/hotline/src/backend'],
};

const OURS = '^(apps|libs|tests|bench|scripts)/';
const TEST_CODE = '([.]spec(-support)?[.]tsx?$|^tests/|^bench/|^libs/testing/)';
const NOT_PURE = '(^|/)node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|pino)(/|$)';

const folderRules = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder} imports`,
  comment: `${folder} may import from: ${['itself', ...others].join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: TEST_CODE.replace('|^libs/testing/', '') },
  to: { path: OURS, pathNot: [folder, ...others].map((other) => `^${other}${other.endsWith('$') ? '' : '/'}`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'the citizens’ pages load nothing of the console',
      comment: 'They are small because React, antd and the shapes of the whole API are not in them.',
      severity: 'error',
      from: { path: '^apps/console/src/(track|survey)/', pathNot: TEST_CODE },
      to: {
        path: '^(apps/console/src/(?!track/|survey/|api/submission-key)|libs/http-api/)|(^|/)node_modules/(?!preact/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'testing only from tests',
      comment: 'What only tests need must not reach production code.',
      severity: 'error',
      from: { path: OURS, pathNot: TEST_CODE },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'tests and benches are imported by nobody',
      severity: 'error',
      from: { path: OURS, pathNot: TEST_CODE },
      to: { path: '^(tests|bench)/|[.]spec[.]tsx?$' },
    },
    {
      name: 'pure libraries stay pure',
      comment: 'States, transitions and working time are plain functions over plain data.',
      severity: 'error',
      from: { path: '^libs/(ticket|calendar)/', pathNot: TEST_CODE },
      to: { path: NOT_PURE },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no development packages in production code',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TEST_CODE },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|node_modules/.cache)/', 'vite[.]config'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
